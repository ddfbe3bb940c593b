// Operations drawn from the schema itself, so that a new field or argument is attacked without a change here: valid ones,
// ones whose values are odd, and texts that are mutated.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../support/random.ts';
import { wounded } from './mutated-text.ts';

export type RandomRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const MAX_DEPTH = 5;

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  1e308,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
  '*',
  '$where',
  'a.b',
  '2024-02-30T00:00:00Z',
  '9999-12-31T23:59:60Z',
  'de-x-',
  'toString',
  [],
  {},
  [[]],
  [null],
  { a: null },
  { $gt: '' },
  { constructor: { name: 1 } },
];

/** `known` are texts that mean something to the hub: ids, cursors, names. */
export const randomRequestOf = (
  random: Random,
  schema: GraphQLSchema,
  known: readonly string[],
): RandomRequest => {
  const made = operationOf(random, { schema, known });
  const query = random.chance(0.3) ? wounded(random, made.query) : made.query;
  const variables = random.chance(0.2)
    ? { ...made.variables, [oddName(random)]: random.pick(ODD_VALUES) }
    : made.variables;
  return { query, variables };
};

const oddName = (random: Random): string => random.pick(['v0', 'v1', 'x', '', 'toString', 'length', '$']);

type Ground = { readonly schema: GraphQLSchema; readonly known: readonly string[] };
type Drawn = Ground & {
  /** Filled while the operation is drawn. */
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
};

const operationOf = (random: Random, ground: Ground): RandomRequest => {
  const drawn: Drawn = { ...ground, definitions: [], variables: {} };
  const [keyword, type] = random.pick([
    ['query', ground.schema.getQueryType()],
    ['query', ground.schema.getQueryType()],
    ['mutation', ground.schema.getMutationType()],
    ['subscription', ground.schema.getSubscriptionType()],
  ] as const);
  if (!type) throw new Error(`The schema has no ${keyword}.`);
  const selection = selectionOf(random, drawn, type, 0);
  const { definitions } = drawn;
  const head = definitions.length > 0 ? `${keyword} Drawn(${definitions.join(', ')})` : keyword;
  const tail = random.chance(0.05) ? ` fragment F on ${type.name} { __typename ...F }` : '';
  return { query: `${head} ${selection}${tail}`, variables: drawn.variables };
};

const selectionOf = (random: Random, drawn: Drawn, type: GraphQLObjectType, depth: number): string => {
  const fields = Object.values(type.getFields());
  const wanted = random.some(fields, 1, depth === 0 ? 2 : 4).slice(0, 6);
  const selected = wanted.map((field) => fieldOf(random, drawn, field, depth)).filter((text) => text !== '');
  if (random.chance(0.1))
    selected.push(
      random.pick(['__typename', '... on Node { id }', 'a: __typename', '__schema { types { name } }']),
    );
  return `{ ${selected.length > 0 ? selected.join(' ') : '__typename'} }`;
};

const fieldOf = (
  random: Random,
  drawn: Drawn,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string => {
  const inner = innerOf(random, drawn, field.type, depth);
  if (inner === null) return '';
  const given = field.args.filter((arg) => isNonNullType(arg.type) || random.chance(0.4));
  const args = given.map((arg) => `${arg.name}: ${argumentOf(random, drawn, arg)}`);
  const alias = random.chance(0.05) ? `${random.pick(['a', 'b', '__x', 'toString'])}: ` : '';
  const directive = random.chance(0.04)
    ? random.pick([' @include(if: true)', ' @skip(if: $none)', ' @nothing'])
    : '';
  return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${inner}`;
};

/** The selection below a field; null when it would be too deep. */
const innerOf = (random: Random, drawn: Drawn, type: GraphQLOutputType, depth: number): string | null => {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (depth >= MAX_DEPTH) return null;
  if (isObjectType(named)) return ` ${selectionOf(random, drawn, named, depth + 1)}`;
  if (!isAbstractType(named)) return null;
  const possible = random.pick(drawn.schema.getPossibleTypes(named));
  return ` { __typename ... on ${possible.name} ${selectionOf(random, drawn, possible, depth + 1)} }`;
};

const argumentOf = (random: Random, drawn: Drawn, { type }: GraphQLArgument): string => {
  const value = random.chance(0.04) ? random.pick(ODD_VALUES) : inputOf(random, drawn, type, 0);
  if (random.chance(0.5)) {
    const name = `v${drawn.definitions.length}`;
    drawn.definitions.push(`$${name}: ${random.chance(0.95) ? String(type) : 'String'}`);
    drawn.variables[name] = value;
    return `$${name}`;
  }
  return literalOf(value);
};

const inputOf = (random: Random, drawn: Drawn, type: GraphQLInputType, depth: number): unknown => {
  if (isNonNullType(type)) return inputOf(random, drawn, type.ofType, depth);
  if (random.chance(0.03)) return random.pick(ODD_VALUES);
  if (isListType(type)) {
    const length = random.pick([0, 1, 1, 2, 3, 70]);
    return Array.from({ length }, () => inputOf(random, drawn, type.ofType, depth + 1));
  }
  if (isEnumType(type)) return new EnumName(random.pick(type.getValues()).name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < MAX_DEPTH && random.chance(0.4)),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, inputOf(random, drawn, field.type, depth + 1)]),
    );
  }
  const makers: Readonly<Record<string, () => unknown>> = {
    Int: () => random.pick([0, 1, 2, 50, 200, 201, -1, 2 ** 31 - 1]),
    Float: () => random.pick([0, 0.5, -1, 1e300]),
    Boolean: () => random.chance(0.5),
    JSON: () =>
      random.pick<unknown>([
        { type: 'bundle', objects: [{}] },
        { type: 'bundle', id: 'bundle--x', objects: [{ type: 'tool' }] },
        ...ODD_VALUES,
      ]),
  };
  return (
    makers[type.name]?.() ??
    random.pick([...drawn.known, 'en', 'energy/electricity', 'DE', 'text', '2031-01-01T00:00:00.000Z'])
  );
};

/** Written without quotes in a literal, and as a text in variables. */
class EnumName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  toJSON(): string {
    return this.name;
  }
}

const literalOf = (value: unknown): string => {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}: ${literalOf(each)}`)
    .join(', ')}}`;
};
