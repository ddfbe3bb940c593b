// graphql-jit answers as graphql-js does (docs/decisions/0005): random documents over the product's own schema, run by the
// product's executor often enough to be compiled, compared with `execute` of graphql-js. The resolvers are made up: a
// field's path and the arguments above it decide whether it yields a value, null or an error.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { readConfig } from '../../../src/config/config.ts';
import { type Operation, openDocuments } from '../../../src/graphql/documents.ts';
import { outwardError } from '../../../src/graphql/errors.ts';
import { type Executor, openExecutor } from '../../../src/graphql/execute.ts';
import type { RequestContext } from '../../../src/graphql/request-context.ts';
import { makeSchema } from '../../../src/graphql/schema.ts';
import { makeDocument } from '../../support/documents.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const DOCUMENTS = 250;

/** A number determined by the path and the arguments of a field only. */
const drawOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);

const pathOf = ({ path }: GraphQLResolveInfo): string => {
  const keys: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = path; at !== undefined; at = at.prev)
    keys.unshift(at.key);
  return keys.join('.');
};

/** Arguments are compared by name, not by order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
};

const madeUp = (schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown => {
  const draw = drawOf(place);
  if (isNonNullType(type)) {
    const value = madeUp(schema, type.ofType, place);
    // Now and then a non-null field has no value.
    return value === null && draw % 200 !== 0 ? madeUp(schema, type.ofType, `${place}!`) : value;
  }
  if (draw % 12 === 0) return null;
  if (isListType(type)) {
    return Array.from({ length: draw % 4 }, (_, index) => madeUp(schema, type.ofType, `${place}[${index}]`));
  }
  if (isEnumType(type)) {
    if (draw % 200 === 1) return 'NO SUCH VALUE';
    return type.getValues()[draw % type.getValues().length]?.value;
  }
  if (isAbstractType(type)) return { made: draw, __typename: schema.getPossibleTypes(type)[draw % 3]?.name };
  if (isObjectType(type)) return { made: draw };
  const scalars: Record<string, unknown> = { Int: draw % 1000, Float: draw / 8, Boolean: draw % 2 === 0 };
  return scalars[String(type)] ?? (String(type) === 'JSON' ? { draw, list: [1, null, 'x'] } : `text ${draw}`);
};

const resolverOf =
  (schema: GraphQLSchema, type: GraphQLOutputType) =>
  (source: { made: number } | undefined, args: object, _: unknown, info: GraphQLResolveInfo) => {
    const place = `${source?.made ?? 0} ${pathOf(info)} ${JSON.stringify(sorted(args))}`;
    const fate = drawOf(`fate of ${place}`) % 200;
    if (fate === 0) throw new Error(`thrown at ${place}`);
    if (fate === 1)
      return Promise.reject(new GraphQLError(`refused at ${place}`, { extensions: { code: 'REFUSED' } }));
    if (fate === 2) return new Error(`returned at ${place}`);
    const value = madeUp(schema, type, place);
    return fate < 60 ? Promise.resolve(value) : value;
  };

let schema: GraphQLSchema;
let executor: Executor;
let read: (text: string) => Operation | null;
beforeAll(() => {
  schema = makeSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type))
      type.resolveType = (value: unknown) => (value as { __typename: string }).__typename;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = resolverOf(schema, field.type);
  }
  const { limits } = readConfig({});
  const generous = {
    ...limits,
    queryTokens: 100_000,
    queryDepth: 50,
    queryBytes: 1e6,
    aliases: 1_000,
    fragments: 1_000,
    directives: 1_000,
    rootFields: 100,
  };
  const documents = openDocuments(schema, generous);
  executor = openExecutor(schema);
  read = (text) => {
    const found = documents.read(text);
    return found.ok ? (found.value[0] ?? null) : null;
  };
});

const context = () => ({ shown: [] }) as unknown as RequestContext;

/** Where an error took effect: the first null on the way to its field. */
const nulledPlace = (data: unknown, path: readonly (string | number)[]): readonly (string | number)[] => {
  let at = data;
  for (const [index, key] of path.entries()) {
    if (at === null || at === undefined) return path.slice(0, index);
    at = (at as Record<string | number, unknown>)[key];
  }
  return path;
};

/**
 * The order of errors is unspecified. Of several errors below a place that one of them nulled, an executor may report any
 * (GraphQL, Handling Execution Errors): for those only the place is compared, for all others everything.
 */
const comparable = ({ data, errors }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: [
    ...new Set(
      (errors ?? []).map((each) => {
        // As a client gets it, since only that must be the same.
        const error = outwardError(each, 'request', () => undefined);
        const { message, path, locations, extensions } = error.toJSON();
        const place = path === undefined ? undefined : nulledPlace(data, path);
        return place !== undefined && path !== undefined && place.length < path.length
          ? `below ${place.join('.')}`
          : JSON.stringify({ message, path, locations, extensions });
      }),
    ),
  ].sort(),
});

const bothAnswers = async (operation: Operation, variables: Record<string, unknown>) => {
  const { document, name: operationName } = operation;
  const reference = await execute({
    schema,
    document,
    operationName,
    contextValue: context(),
    variableValues: variables,
  });
  let answered: ExecutionResult = {};
  // The first use is interpreted; from the second on the document is compiled.
  for (let use = 0; use < 3; use += 1) answered = await executor.run(operation, context(), variables);
  return { reference: comparable(reference), answered: comparable(answered) };
};

/** Cases that random documents may miss, among them past failures. */
const FIXED: readonly (readonly [string, string, Record<string, unknown>])[] = [
  [
    'defaults of arguments',
    '{ feed { edges { cursor node { id objects { pageInfo { hasNextPage } } } } } }',
    {},
  ],
  [
    'defaults of input fields',
    '{ audiencePreview(input: { marking: CLEAR, audience: { alternatives: [{}] } }) { preview { receives { member { slug } } } } }',
    {},
  ],
  [
    'defaults of input fields in a variable',
    'query ($input: AudiencePreviewInput!) { audiencePreview(input: $input) { preview { receives { member { slug } } } refusals { code } } }',
    { input: { marking: 'AMBER_STRICT', audience: { alternatives: [{ sectors: [] }] } } },
  ],
  ['a default of a variable', 'query ($n: Int = 7) { feed(first: $n) { edges { cursor } } }', {}],
  [
    'null over a default of a variable',
    'query ($n: Int = 7) { feed(first: $n) { edges { cursor } } }',
    { n: null },
  ],
  [
    'a variable left out over a default of the argument',
    'query ($n: Int) { feed(first: $n) { edges { cursor } } }',
    {},
  ],
  [
    'an object by its interface',
    '{ a: node(id: "1") { __typename id ... on Warning { headline whyMe { kind } } ... on Delivery { state } ... on StixObject { raw } } b: node(id: "2") { __typename id } c: node(id: "3") { ...N } } fragment N on Node { id ... on Warning { cves } ... on Delivery { at } }',
    {},
  ],
  [
    'directives',
    'query ($yes: Boolean!) { me { role @include(if: $yes) person @skip(if: $yes) ... @skip(if: true) { sectors } } }',
    { yes: true },
  ],
  ['a variable that is missing', 'query ($id: ID!) { node(id: $id) { id } }', {}],
  ['a variable of another type', 'query ($n: Int) { feed(first: $n) { edges { cursor } } }', { n: 'many' }],
  ['a number past 32 bits', 'query ($n: Int) { feed(first: $n) { edges { cursor } } }', { n: 2 ** 31 }],
  [
    'a value missing from the enum',
    'query ($s: [Severity!]) { feed(filter: { severities: $s }) { edges { cursor } } }',
    { s: ['WORST'] },
  ],
  [
    'one value in place of a list',
    'query ($s: [Severity!]) { feed(filter: { severities: $s }) { edges { cursor } } }',
    { s: 'SEVERE' },
  ],
  [
    'introspection',
    '{ __schema { queryType { fields { name args { name defaultValue } } } } __type(name: "AudienceInput") { inputFields { name defaultValue } } }',
    {},
  ],
];

describe('graphql-jit beside graphql-js', () => {
  test.each(FIXED)('%s', async (_, text, variables) => {
    const operation = read(text);
    if (operation === null) throw new Error('the document does not fit');
    const { reference, answered } = await bothAnswers(operation, variables);
    expect(answered).toEqual(reference);
  });

  test(`${DOCUMENTS} random documents`, async () => {
    const random = randomOf(seed());
    const tally = { compared: 0, compiled: 0, failing: 0, nulled: 0, refusedVariables: 0, unusable: 0 };
    while (tally.compared < DOCUMENTS) {
      const made = makeDocument(schema, random);
      const operation = read(made.text);
      if (operation === null) {
        tally.unusable += 1;
        if (tally.unusable > DOCUMENTS) throw new Error(`most documents do not fit, such as ${made.text}`);
        continue;
      }
      const { reference, answered } = await bothAnswers(operation, made.variables);
      try {
        expect(answered).toEqual(reference);
      } catch (error) {
        throw new Error(
          `TOCSIN_SEED=${seed()}\n${made.text}\n${JSON.stringify(made.variables)}\n${String(error)}`,
        );
      }
      tally.compared += 1;
      if (!operation.hasDirectives) tally.compiled += 1;
      if (reference.errors.length > 0) tally.failing += 1;
      if (reference.data === 'null') tally.nulled += 1;
      if (reference.data === undefined) tally.refusedVariables += 1;
    }
    process.stdout.write(`jit beside js: ${JSON.stringify(tally)}\n`);
    expect(tally.compiled).toBeGreaterThan(DOCUMENTS / 2);
    for (const count of [tally.failing, tally.nulled, tally.refusedVariables])
      expect(count).toBeGreaterThan(5);
  });
});
