// Declares a collection once, beside the code that uses it: its fields, its indexes, what in it is personal, and how long
// it is kept. From this come the mongoose schema, the server's validator, the indexes that a migration makes, and
// docs/store.generated.md. Names here are the stored ones, and some are older than the code's words because older hubs
// read them: its introduction (store-page.ts) lists which. Use a declared name, never a second spelling of it.
import mongoose from 'mongoose';

/** A field in mongoose's terms, and two of our own: what it is, and whose personal data it may hold. */
export type Field = {
  readonly type: unknown;
  readonly required: boolean;
  readonly about: string;
  /** Set where it may hold personal data: whose, or how it gets there. */
  readonly personal?: string;
  readonly enum?: readonly string[];
};

/** An index in MongoDB's terms; without a name it gets the server's default. */
export type Index = {
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly name?: string;
  readonly unique?: true;
  readonly partialFilterExpression?: mongoose.mongo.Document;
  readonly expireAfterSeconds?: number;
};

type Facts = {
  /** Its name in the database. */
  readonly stored: string;
  readonly about: string;
  /**
   * ADMINISTERED: written by people's acts, through the mongoose schema. NATIVE: written by the pipeline, through the
   * driver alone, since a full mongoose document costs ten times the insert (docs/decisions/0003).
   */
  readonly access: 'ADMINISTERED' | 'NATIVE';
  /** Whether the server rejects other fields and types: where rows are few, or written one at a time. */
  readonly isValidated: boolean;
  /** How long a row is kept. */
  readonly kept: string;
  /**
   * Set when only older releases, which may run beside this one, read or write it. The next release removes the
   * declaration, with a migration that drops the collection.
   */
  readonly isFormer?: true;
  /**
   * Set when a restore leaves it empty: its rows let somebody in (sessions, one-time links, codes), or say what running
   * processes do.
   */
  readonly endsAtRestore?: true;
  readonly indexes: readonly Index[];
  /** Former indexes, to be dropped. An old hub may still use one: retire it one release after its last use. */
  readonly retired?: readonly string[];
};

/** Every field of the row must be declared, and no other. */
type Fields<Row> = { readonly [Name in keyof Row]-?: Field };

// `Row` is the type of a row that is read; it exists only in types.
declare const ROW: unique symbol;
export type Declared<Row extends mongoose.mongo.Document = mongoose.mongo.Document> = Facts & {
  readonly fields: Readonly<Record<string, Field>>;
  readonly schema: mongoose.Schema;
  readonly [ROW]?: Row;
};

/** Undeclared fields are refused in writes and in queries. */
const STRICT = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
  autoCreate: false,
  autoIndex: false,
  suppressReservedKeysWarning: true,
} as const;

// The empty string is a valid text: it stands for real traffic as an exercise.
mongoose.Schema.Types.String.checkRequired((value) => typeof value === 'string');

export const declareCollection = <Row extends mongoose.mongo.Document>(
  facts: Facts & { readonly fields: Fields<Row> },
): Declared<Row> => ({
  ...facts,
  schema: new mongoose.Schema(facts.fields as never, { ...STRICT, collection: facts.stored }),
});

type Notes = { readonly personal?: string };

const field = (type: unknown, about: string, notes: Notes = {}): Field => ({
  type,
  required: true,
  about,
  ...notes,
});

export const text = (about: string, notes: Notes = {}): Field => field(String, about, notes);
export const oneOf = (values: readonly string[], about: string, notes: Notes = {}): Field => ({
  ...field(String, about, notes),
  enum: values,
});
export const count = (about: string): Field => field(Number, about);
export const truth = (about: string): Field => field(Boolean, about);
export const instant = (about: string, notes: Notes = {}): Field => field(Date, about, notes);
export const objectId = (about: string): Field => field(mongoose.Schema.Types.ObjectId, about);
export const bytes = (about: string, notes: Notes = {}): Field => field(Buffer, about, notes);
/** A value of any type that is not validated. */
export const any = (about: string, notes: Notes = {}): Field =>
  field(mongoose.Schema.Types.Mixed, about, notes);
export const listOf = ({ about, personal, ...each }: Field): Field =>
  // Without a default, mongoose reads an absent list as empty.
  ({
    ...field([each], about, personal === undefined ? {} : { personal }),
    default: undefined,
  }) as Field;
/** May be absent or null. */
export const maybe = (of: Field): Field => ({ ...of, required: false });

type JsonSchema = { properties?: Record<string, JsonSchema>; items?: JsonSchema; [keyword: string]: unknown };

/** Refuses undeclared names at every declared depth. */
const closed = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  ...(schema.items === undefined ? {} : { items: closed(schema.items) }),
  ...(schema.properties === undefined
    ? {}
    : {
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([name, of]) => [name, closed(of)]),
        ),
        additionalProperties: false,
      }),
});

/** The server's validator; empty where the server checks nothing. */
export const validatorOf = ({ isValidated, schema }: Declared): mongoose.mongo.Document =>
  isValidated
    ? { $jsonSchema: { bsonType: 'object', ...closed(schema.toJSONSchema({ useBsonType: true }) as never) } }
    : {};

/** The server's default name of an index, from its key. */
export const indexName = ({ name, key }: Index): string => name ?? Object.entries(key).flat().join('_');

/** Indexes as the server is asked to create them. */
export const namedIndexes = (indexes: readonly Index[]): (Index & { readonly name: string })[] =>
  indexes.map((index) => ({ ...index, name: indexName(index) }));
