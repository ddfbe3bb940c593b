// Streams share a rendering only where what they sent means the same.
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openDocuments } from '../../../src/graphql/documents.ts';
import { openEventRenderings } from '../../../src/graphql/live/event-rendering.ts';
import { openSchema } from '../../../src/graphql/schema.ts';

const TEXT = `subscription($by: Boolean! = true, $after: String) {
  warningReceived(after: $after) { node { id headline @include(if: $by) } } }`;

test('a variable that is left out is not one that is null', () => {
  const schema = openSchema();
  const renderings = openEventRenderings(new AbortController().signal);
  const read = openDocuments(schema, readConfig({}).limits).read(TEXT);
  if (!read.ok) throw new Error(JSON.stringify(read));
  const of = (variables: object) =>
    renderings.of({ operation: read.value[0], variables, context: {} } as never, { schema } as never);
  expect(of({ by: true })).toBe(of({ by: true, after: 'elsewhere' }));
  expect(of({})).toBe(of({ after: null }));
  expect(of({})).not.toBe(of({ by: null }));
  expect(of({ by: null })).not.toBe(of({ by: false }));
});
