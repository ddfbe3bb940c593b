// Compiling an operation is one turn of the event loop, so an operation whose fields multiply below an interface is not
// compiled, and the documents of our own clients are.
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { MAX_COMPILED_FIELDS } from '../../../src/graphql/execute.ts';
import { compiledSize } from '../../../src/graphql/limits/compiled-size.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { OPERATIONS } from '../../../src/operations/operations.ts';

const schema = openSchema();
const sizeOf = (text: string): number => compiledSize(schema, parse(text), null, MAX_COMPILED_FIELDS);

test('a field counts once for each type that it is compiled for, with all below it', () => {
  expect(sizeOf('{ me { role } }')).toBe(2);
  const more = 'fragment More on Query { b: me { role } ... { c: me { role } } }';
  expect(sizeOf(`{ a: me { role } ...More } ${more}`)).toBe(6);
  const types = schema.getPossibleTypes(schema.getType('StixObject') as never).length;
  expect(types).toBeGreaterThan(10);
  expect(sizeOf('{ stixObject(id: "x") { id } }')).toBe(1 + types);
  expect(sizeOf('{ stixObject(id: "x") { ... on StixIndicator { id created } } }')).toBe(3);
});

test('objects below objects are beyond the bound, and counting them ends there', () => {
  const below = (depth: number): string =>
    depth === 0 ? '{ id }' : `{ id references { edges { node { property object ${below(depth - 1)} } } } }`;
  const size = sizeOf(`{ stixObject(id: "x") ${below(5)} }`);
  expect(size).toBeGreaterThan(MAX_COMPILED_FIELDS);
});

test.each(Object.entries(OPERATIONS))('the document %s of our own clients is compiled', (_, text) => {
  expect(sizeOf(String(text))).toBeLessThanOrEqual(MAX_COMPILED_FIELDS);
});
