// Many clients that publish, correct, acknowledge and read while the primary of the database goes away. An outage may be
// answered with 503 and when to come back, and with nothing else (I14, I21).
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random.ts';
import type { FaultWorld } from './fault-world.ts';

/** KILL: SIGKILL, and back after some seconds. STEP_DOWN: an election. FREEZE: SIGSTOP, the half-open connection. */
export const STRIKES = ['KILL', 'STEP_DOWN', 'FREEZE'] as const;
export type Strike = (typeof STRIKES)[number];

export type LoadFound = {
  readonly answers: number;
  readonly outages: number;
  /** The worst time until an answer, in milliseconds. */
  readonly slowest: number;
  readonly acknowledged: readonly string[];
  readonly failures: readonly string[];
};

export type Target = {
  readonly url: string;
  readonly publisher: string;
  readonly reader: string;
  readonly random: Random;
};

const CLIENTS = 6;
const ALLOWED = new Set(['UNAVAILABLE', 'OPERATION_TIMEOUT']);

type Reply = { readonly status: number; readonly retryAfter: string | null; readonly text: string };

const PUBLISH = `mutation ($input: PublishWarningInput!) {
  result: publishWarning(input: $input) { warning { id version } refusals { code } }
}`;
const UPDATE = `mutation ($input: UpdateWarningInput!) {
  result: updateWarning(input: $input) { warning { id } refusals { code } }
}`;
const ACKNOWLEDGE = `mutation ($input: AcknowledgeWarningInput!) {
  result: acknowledgeWarning(input: $input) { delivery { state } refusals { code } }
}`;
const FEED = `{ feed(first: 20) { edges { cursor node { id related { kind } corroboration sources { publisher { slug } }
  objects(first: 5) { edges { node { id type } } } myDelivery { state } } } } }`;
const ONE = 'query ($id: ID!) { warning(id: $id) { bundle headline } node(id: $id) { id } }';
const SOURCES = '{ enrichmentSources { name version } sectors { scheme { id } } }';

const texts = (headline: string) => ({
  headline,
  summary: 'Take the gateway off the internet.',
  actions: [{ text: 'Take it off the internet' }],
  contacts: [],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
});

/** Enough objects for several batches, so that writing one overlaps making the next. */
const bundleOf = (random: Random, count: number) => ({
  type: 'bundle',
  id: `bundle--${random.uuid()}`,
  objects: Array.from({ length: count }, (_, index) => ({
    type: 'campaign',
    spec_version: '2.1',
    id: `campaign--${random.uuid()}`,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: `Campaign ${index}`,
  })),
});

const send = async (url: string, token: string, query: string, variables: object): Promise<Reply> =>
  replyOf(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(40_000),
    }),
  );

const replyOf = async (response: Response): Promise<Reply> => ({
  status: response.status,
  retryAfter: response.headers.get('retry-after'),
  text: await response.text(),
});

/** The requests of one client, again and again. */
const requestsOf = ({ url, publisher, reader, random }: Target, ids: string[]) => {
  const some = (): string => (ids.length === 0 ? 'warning--none' : random.pick(ids));
  const audience = { alternatives: [{ sectors: ['energy/electricity'] }] };
  return {
    publish: (count: number) =>
      send(url, publisher, PUBLISH, {
        input: { ...texts('Flaw'), marking: 'GREEN', audience, bundle: bundleOf(random, count) },
      }),
    update: () =>
      send(url, publisher, UPDATE, { input: { id: some(), expectedVersion: 1, ...texts('Flaw again') } }),
    acknowledge: () => send(url, reader, ACKNOWLEDGE, { input: { warning: some(), answer: 'SEEN' } }),
    feed: () => send(url, reader, FEED, {}),
    one: () => send(url, reader, ONE, { id: some() }),
    sources: () => send(url, reader, SOURCES, {}),
    page: async () =>
      replyOf(
        await fetch(`${url}/warnings/${some()}`, {
          headers: { authorization: `Bearer ${reader}` },
          signal: AbortSignal.timeout(40_000),
        }),
      ),
  };
};

/** What is wrong with a reply; null when nothing is. */
const faultIn = (what: string, { status, retryAfter, text }: Reply): string | null => {
  if (text.includes('INTERNAL')) return `${what}: INTERNAL: ${text.slice(0, 200)}`;
  // Only a page answers 404: the warning may not be there yet.
  if (status < 500)
    return status === 200 || status === 404 ? null : `${what}: ${status} ${text.slice(0, 200)}`;
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
  if (status === 503 && retryAfter !== null && ALLOWED.has(code)) return null;
  return `${what}: ${status} ${code}, Retry-After ${retryAfter}`;
};

/** Strikes once under load, and goes on until the hub has answered without an outage for a while. */
export const loadThrough = async (fault: FaultWorld, target: Target, strike: Strike): Promise<LoadFound> => {
  const failures: string[] = [];
  const acknowledged: string[] = [];
  let answers = 0;
  let outages = 0;
  let slowest = 0;
  let lastOutageAt = performance.now();
  let isOver = false;
  const once = async (what: string, request: () => Promise<Reply>): Promise<void> => {
    const beganAt = performance.now();
    const reply = await request().catch((error: unknown) => String(error));
    slowest = Math.max(slowest, performance.now() - beganAt);
    if (typeof reply === 'string') {
      failures.push(`${what}: no answer: ${reply}`);
      return;
    }
    answers += 1;
    const wrong = faultIn(what, reply);
    if (wrong !== null) failures.push(wrong);
    if (reply.status === 503) {
      outages += 1;
      lastOutageAt = performance.now();
      await pause(100);
    }
    const id = /"result":\{"warning":\{"id":"(warning--[^"]+)","version"/.exec(reply.text)?.[1];
    if (reply.status === 200 && id !== undefined) acknowledged.push(id);
  };
  const client = async (): Promise<void> => {
    const requests = requestsOf(target, acknowledged);
    while (!isOver) {
      await once('publish', () => requests.publish(target.random.pick([1, 20, 1_200])));
      await once('update', requests.update);
      await once('acknowledge', requests.acknowledge);
      for (const read of ['feed', 'one', 'sources', 'page'] as const) await once(read, requests[read]);
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  await pause(1_500);
  const restore = await struck(fault, strike);
  // Frozen for longer than the driver takes to notice.
  await pause(strike === 'FREEZE' ? 14_000 : 4_000);
  await restore();
  const until = performance.now() + 90_000;
  while (performance.now() - lastOutageAt < 3_000 && performance.now() < until) await pause(100);
  isOver = true;
  await Promise.all(clients);
  return { answers, outages, slowest: Math.round(slowest), acknowledged, failures };
};

const struck = async ({ servers, world }: FaultWorld, strike: Strike): Promise<() => Promise<void>> => {
  if (strike === 'STEP_DOWN') {
    const admin = world.hub.database.connection.getClient().db('admin');
    await admin.command({ replSetStepDown: 8, force: true }).catch(() => null);
    return async () => undefined;
  }
  const leader = await servers.primary();
  if (leader === null || leader.pid === null) throw new Error('there is no primary to strike');
  const { pid } = leader;
  if (strike === 'FREEZE') {
    process.kill(pid, 'SIGSTOP');
    return async () => void process.kill(pid, 'SIGCONT');
  }
  await leader.kill();
  return () => leader.start();
};
