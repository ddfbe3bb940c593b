// What a request takes from the rate of its key depends on what it asks, never on how long the hub takes: on a busy machine
// a key with few requests is not refused.
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { type Documents, openDocuments } from '../../../src/graphql/documents.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import { openAllowance } from '../../../src/http/bounds/allowance.ts';
import { prepareOperation } from '../../../src/http/graphql/prepare.ts';
import type { HttpDeps } from '../../../src/http/http-deps.ts';

const { limits } = readConfig({});
const schema = openSchema();
const actor = { key: 'key', member: { id: 'member' } } as Actor;

const busy = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

/** What each of the texts costs beside the request that carries it, on a hub that takes so long to read a new one. */
const chargedFor = async (texts: readonly string[], readMs = 0, variables = {}): Promise<number[]> => {
  const plain = openDocuments(schema, limits);
  const documents: Documents = {
    isKnown: plain.isKnown,
    read: (text) => {
      busy(readMs);
      return plain.read(text);
    },
  };
  let charged = 0;
  const charge = (_: string, cost: number): void => {
    charged += cost;
  };
  const requests = { ...openAllowance('requests', { perSecond: 1, burst: 1_000 }, null), charge };
  const deps = {
    hub: { config: { limits } },
    documents,
    requests,
    publishes: requests,
  } as unknown as HttpDeps;
  const all: number[] = [];
  for (const query of texts) {
    charged = 0;
    prepareOperation(deps, actor, { query, variables, operationName: null });
    all.push(charged);
  }
  return all;
};

const roles = (tokens: number): string => `{ me { ${'role '.repeat(tokens - 5)}} }`;
const FEED = (first: number): string =>
  `{ feed(first: ${first}) { edges { node { id headline summary severity urgency certainty version } } } }`;
const TEXTS = [
  '{ me { role } }',
  '{ me { role } }',
  roles(100),
  roles(101),
  roles(1_000),
  'not GraphQL',
  '{ nothing }',
  `{ me { role } } #${'x'.repeat(100_000)}`,
  FEED(10),
  FEED(190),
];

test('the same on a machine that takes a hundred times as long', async () => {
  expect(await chargedFor(TEXTS, 40)).toEqual(await chargedFor(TEXTS));
});

test('a text that is new costs a request for each hundred tokens or 16 kB, one that is known none', async () => {
  const [first, again, hundred, more, most, bad, unknown, long] = await chargedFor(TEXTS);
  expect([first, again, hundred, more, most]).toEqual([0, 0, 0, 1, 9]);
  expect([bad, unknown]).toEqual([0, 0]);
  expect(long).toBe(6);
});

test('an operation costs a request for each thousand of its points', async () => {
  const [small, large, again] = await chargedFor([FEED(10), FEED(190), FEED(190)]);
  expect([small, large, again]).toEqual([0, 1, 1]);
});
