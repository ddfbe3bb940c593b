// What a query costs is what it makes the hub read and give out (I20).
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openDocuments } from '../../../src/graphql/documents.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { OPERATIONS } from '../../../src/operations/operations.ts';
import { KEPT_ATTEMPTS, MOST_LOGGED_BYTES } from '../../../src/store/delivery/attempts.ts';

const { limits } = readConfig({});
const documents = openDocuments(openSchema(), limits);

const costOf = (text: string, variables: Readonly<Record<string, unknown>> = {}): number => {
  const read = documents.read(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value[0]?.cost(variables) ?? 0;
};

test('the texts of a log cost by their size, so that no request brings more than a few megabytes of them', () => {
  const page = (first: number) =>
    costOf(`{ channelDeliveries(first: ${first}) { edges { node { attempts { request answer } } } } }`);
  const most = Array.from({ length: 200 }, (_, at) => at + 1).filter(
    (first) => page(first) <= limits.queryCost,
  );
  const bytes = (most.at(-1) ?? 0) * KEPT_ATTEMPTS * 2 * MOST_LOGGED_BYTES;
  expect(most.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(8 * 1024 * 1024);
  // One delivery with all of its attempts, as clients ask for it.
  expect(costOf(OPERATIONS.channelDelivery)).toBeLessThan(limits.queryCost);
});

test('a preview of a subscription costs the versions and objects that it looks at', () => {
  const preview = 'subscriptionPreview(input: { filter: {} }) { refusals { code } }';
  const several = (count: number) =>
    `{ ${Array.from({ length: count }, (_, at) => `p${at}: ${preview}`).join(' ')} }`;
  expect(costOf(several(4))).toBeLessThan(limits.queryCost);
  expect(costOf(several(5))).toBeGreaterThan(limits.queryCost);
});
