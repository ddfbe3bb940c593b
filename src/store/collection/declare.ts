// How a collection is declared, once, beside the code that uses it: its fields, its indexes, what in it is personal, and how
// long it is kept. From that one text come the mongoose schema, the server's validator, the indexes that a migration
// brings, and the page docs/store.generated.md. The names here are the stored ones; nothing else in the code spells them.
import mongoose from 'mongoose';

/** A field in mongoose's own words, and two more that are ours: what it is, and whose personal data it may hold. */
export type Field = {
  readonly type: unknown;
  readonly required: boolean;
  readonly about: string;
  /** Set where it may hold data of a person: whose, or how it comes there. */
  readonly personal?: string;
  readonly enum?: readonly string[];
};

/** An index as MongoDB makes it; its name is the server's own unless another is given. */
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
   * ADMINISTERED: written by people's acts, through the mongoose schema. NATIVE: written by the pipeline, by the driver
   * alone, since a full mongoose document costs ten times the insert (docs/decisions/0003).
   */
  readonly access: 'ADMINISTERED' | 'NATIVE';
  /** Whether the server itself refuses other fields and types: where rows are few, or written one at a time. */
  readonly isValidated: boolean;
  /** How long a row is kept. */
  readonly kept: string;
  /**
   * Set once this release neither reads nor writes it: an older one that runs beside it may. It is undeclared one release
   * later, with a migration that drops it.
   */
  readonly isFormer?: true;
  readonly indexes: readonly Index[];
  /** Names of indexes that were declared once and are taken away. An old hub may still use them: retire one release later. */
  readonly retired?: readonly string[];
};

/** Each field of the row is declared, and no other. */
type Fields<Row> = { readonly [Name in keyof Row]-?: Field };

// `Row` is the type that a row is read as; it is held by the type alone.
declare const ROW: unique symbol;
export type Declared<Row extends mongoose.mongo.Document = mongoose.mongo.Document> = Facts & {
  readonly fields: Readonly<Record<string, Field>>;
  readonly schema: mongoose.Schema;
  readonly [ROW]?: Row;
};

/** Unknown fields are refused, in what is written and in what is asked for. */
const STRICT = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
  autoCreate: false,
  autoIndex: false,
  suppressReservedKeysWarning: true,
} as const;

// An empty text is a text: real traffic is the exercise with the empty name.
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
export const instant = (about: string): Field => field(Date, about);
export const objectId = (about: string): Field => field(mongoose.Schema.Types.ObjectId, about);
export const bytes = (about: string, notes: Notes = {}): Field => field(Buffer, about, notes);
/** A value that is not looked into. */
export const any = (about: string, notes: Notes = {}): Field =>
  field(mongoose.Schema.Types.Mixed, about, notes);
export const listOf = ({ about, personal, ...each }: Field): Field =>
  // Without a default of its own mongoose gives a list that is not there as an empty one.
  ({
    ...field([each], about, personal === undefined ? {} : { personal }),
    default: undefined,
  }) as Field;
/** May be absent or null. */
export const maybe = (of: Field): Field => ({ ...of, required: false });

type JsonSchema = { properties?: Record<string, JsonSchema>; items?: JsonSchema; [keyword: string]: unknown };

/** Names that are not declared are refused at every depth that is. */
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

/** What the server is told to refuse; empty where it refuses nothing. */
export const validatorOf = ({ isValidated, schema }: Declared): mongoose.mongo.Document =>
  isValidated
    ? { $jsonSchema: { bsonType: 'object', ...closed(schema.toJSONSchema({ useBsonType: true }) as never) } }
    : {};

/** As the server names an index by its key. */
export const indexName = ({ name, key }: Index): string => name ?? Object.entries(key).flat().join('_');
