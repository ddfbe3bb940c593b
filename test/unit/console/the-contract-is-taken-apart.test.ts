// The contract as the console shows it to read: each definition once, whole, under its name.
import { expect, test } from '@jest/globals';
import { definitionsIn } from '../../../src/console/views/developers/definitions.ts';
import { contractOf } from '../../../src/graphql/contract/contract.ts';
import { openSchema } from '../../../src/graphql/schema.ts';

test('every type of the contract is there once, and nothing of the text is lost', () => {
  const schema = openSchema();
  const { text } = contractOf(schema);
  const definitions = definitionsIn(text);
  const names = definitions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const types = Object.keys(schema.getTypeMap()).filter(
    (name) => !name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name),
  );
  expect(types.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.slice(0, 3)).toEqual(['Query', 'Mutation', 'Subscription']);
  const letters = (all: readonly string[]): number => all.join('').replaceAll(/\s/g, '').length;
  expect(letters(definitions.map((each) => each.text))).toBe(letters([text]));
  const warning = definitions.find(({ name }) => name === 'WarningVersion');
  expect(warning?.text).toMatch(/^"""\s*One version of a warning[\s\S]*headline: String!/);
});
