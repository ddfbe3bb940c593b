// Lists whose size no argument bounds: nested ones may not multiply without end (I20, I21).

import { makeExecutableSchema } from '@graphql-tools/schema';
import { expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { readConfig } from '../../../src/config/config.ts';
import { openDocuments } from '../../../src/graphql/documents.ts';
import { boundRows, ROWS_PER_POINT } from '../../../src/graphql/limits/listed-rows.ts';
import { openSchema } from '../../../src/graphql/schema.ts';

const { limits } = readConfig({});
const MOST = limits.queryCost * ROWS_PER_POINT;

let resolved = 0;
const listOf = (_: unknown, { n }: { n: number }) => {
  resolved += n;
  return Array.from({ length: n }, () => ({}));
};
const schema = makeExecutableSchema({
  typeDefs: `scalar JSON
    type Page { edges: [Row!]! }
    type Row { id: ID rows(n: Int!): [Row!]! later(n: Int!): [Row!] page(n: Int!): Page bundle(n: Int!): JSON }
    type Query { row: Row }`,
  resolvers: {
    Query: { row: () => ({}) },
    Row: {
      rows: listOf,
      later: async (row, args) => listOf(row, args),
      page: (row, args) => ({ edges: listOf(row, args) }),
      bundle: (row, args) => ({ objects: listOf(row, args) }),
    },
  },
});
boundRows(schema);

const codeOf = async (query: string): Promise<unknown> => {
  resolved = 0;
  const contextValue = { hub: { config: { limits } } };
  const { errors } = await execute({ schema, document: parse(query), contextValue });
  return errors?.[0]?.extensions['code'] ?? null;
};

test.each([
  ['a list', (n: number) => `{ row { rows(n: ${n}) { id } } }`],
  ['a list that takes time', (n: number) => `{ row { later(n: ${n}) { id } } }`],
  ['a page', (n: number) => `{ row { page(n: ${n}) { edges { id } } } }`],
  ['the objects of a bundle', (n: number) => `{ row { bundle(n: ${n}) } }`],
  ['several', (n: number) => `{ row { a: bundle(n: ${n - 7}) later(n: 3) { id } rows(n: 4) { id } } }`],
])('the rows of %s', async (_, query) => {
  expect([await codeOf(query(MOST - 1)), await codeOf(query(MOST)), await codeOf(query(MOST + 1))]).toEqual([
    null,
    null,
    'QUERY_TOO_COSTLY',
  ]);
});

test('nested lists end soon after the bound, however often they multiply', async () => {
  const nested = 'rows(n: 90) { '.repeat(4);
  expect(await codeOf(`{ row { ${nested} id ${'} '.repeat(4)} } }`)).toBe('QUERY_TOO_COSTLY');
  expect(resolved).toBeLessThan(2 * MOST);
});

test('a page whose size is null costs what its resolver takes', () => {
  const text = `query ($n: Int = 1) { feed(first: $n) { edges { node { objects(first: $n) { edges { node { id } } } } } } }`;
  const read = openDocuments(openSchema(), limits).read(text);
  const costs = read.ok ? [{}, { n: 50 }, { n: null }].map((each) => read.value[0]?.cost(each)) : [];
  expect(costs[0]).toBeLessThan(10);
  expect(costs[2]).toBe(costs[1]);
});
