// Two hubs behind HTTP whose worlds differ in one thing that a publisher is not told, and in nothing else: the same keys, ids,
// time and requests. What a publisher is answered by both must have the same bytes.

import { identifierFor } from '../../../../src/exchange/identifier-for.ts';
import { type Answer, openTestEndpoint, type TestEndpoint } from '../../endpoint.ts';
import { keyFor } from '../../persons.ts';
import { settle } from '../played-world.ts';
import type { Partnership, Reader } from '../worlds.ts';

export type PairedHubs = {
  /** The second world has what is hidden. */
  readonly worlds: readonly [TestEndpoint, TestEndpoint];
  /** Starts an act: ids made during it follow from its name, and the clock moves on. */
  act(name: string): void;
  /** The same request by the same reader to both; the answers of both as text, without the seals of cursors. */
  ask(
    reader: Reader,
    query: string,
    variables: object | ((world: 0 | 1) => object),
    headers?: Record<string, string>,
  ): Promise<Both>;
  drain(): Promise<void>;
  close(): Promise<void>;
};

export type Both = {
  readonly texts: readonly [string, string];
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read by whoever asked
  readonly data: readonly [any, any];
};

/** Rates and times are not what is tested here. */
const UNLIMITED = {
  TOCSIN_NOT_FOUND_MS: '1',
  TOCSIN_REQUESTS_PER_SECOND: '100000',
  TOCSIN_REQUEST_BURST: '100000',
  TOCSIN_PUBLISHES_PER_SECOND: '100000',
};
const OPERATION_MS = 300_000;
const STEP_MS = 60_000;
const START = Date.parse('2029-01-01T00:00:00.000Z');

/** Each cursor is sealed by its database's own key; whether there is one must be the same. */
const unsealed = ({ status, body }: Answer): string =>
  `${status} ${JSON.stringify(body).replaceAll(/"((?:start|end)?[cC]ursor)":"[^"]*"/g, '"$1":"sealed"')}`;

export const openPairedHubs = async (
  seed: number,
  partnerships: readonly [Partnership, Partnership],
): Promise<PairedHubs> => {
  let name = 'start';
  let acts = 0;
  const open = async (): Promise<TestEndpoint> => {
    let made = 0;
    let current = name;
    const uuid = (): string => {
      if (current !== name) [current, made] = [name, 0];
      made += 1;
      return identifierFor('paired', `${seed} ${name} ${made}`).slice('paired--'.length);
    };
    const bytes = (count: number): Buffer => Buffer.from(crypto.getRandomValues(new Uint8Array(count)));
    const clock = { now: () => new Date(START + acts * STEP_MS) };
    const endpoint = await openTestEndpoint({ env: UNLIMITED, clock, entropy: { uuid, bytes } });
    // On a busy machine one of two equal answers would be that it took too long.
    Object.assign(endpoint.hub.config.limits, { operationMs: OPERATION_MS });
    return endpoint;
  };
  const worlds = [await open(), await open()] as const;
  await settle(worlds[0], partnerships[0]);
  await settle(worlds[1], partnerships[1]);
  const tokens = new Map<string, Promise<readonly [string, string]>>();
  const tokenOf = async ({ hub }: TestEndpoint, reader: Reader): Promise<string> => {
    return (await keyFor(hub, reader)).token;
  };
  const tokensOf = (reader: Reader): Promise<readonly [string, string]> => {
    const known = tokens.get(JSON.stringify(reader));
    if (known !== undefined) return known;
    const made = Promise.all([tokenOf(worlds[0], reader), tokenOf(worlds[1], reader)]);
    tokens.set(JSON.stringify(reader), made);
    return made;
  };
  return {
    worlds,
    act: (each) => {
      name = each;
      acts += 1;
    },
    ask: async (reader, query, variables, headers) => {
      const [one, other] = await tokensOf(reader);
      const given = (world: 0 | 1): object =>
        typeof variables === 'function' ? (variables as (world: 0 | 1) => object)(world) : variables;
      const [first, second] = await Promise.all([
        worlds[0].ask(one, query, given(0), headers),
        worlds[1].ask(other, query, given(1), headers),
      ]);
      return {
        texts: [unsealed(first), unsealed(second)],
        data: [first.body.data ?? null, second.body.data ?? null],
      };
    },
    drain: async () => {
      await Promise.all(worlds.map((world) => world.drain()));
    },
    close: async () => {
      for (const world of worlds) await world.close();
    },
  };
};
