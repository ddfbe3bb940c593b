// A hub of its own for thousands of readers, the keys of 200 readers at 40 members, and events that cost no publishing: copies of
// one published warning, put into the feed as the sequencer numbers them.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hub } from '../../src/hub.ts';
import { createKey } from '../../src/service/access/create-key.ts';
import { admitMember } from '../../src/service/member/admit-member.ts';
import type { FeedRow } from '../../src/store/feed.ts';
import type { Fired } from '../load/load.ts';
import type { Remote } from '../load/remote.ts';
import { type Program, startProgram } from '../processes.ts';
import type { Stage } from '../stage.ts';
import { openReaders, QUERY, type Subject } from './fan-out.ts';
import type { Way } from './readers.ts';

export type ReaderKey = { readonly id: string; readonly token: string };
export type LiveHub = {
  readonly url: string;
  readonly pid: number;
  readonly keys: readonly ReaderKey[];
  /** An event as JSON, as a reader gets it. */
  readonly json: string;
  /** Puts new rows into the feed. */
  inject(count: number): Promise<void>;
  subject(readers: Remote): Subject;
  stop(): Promise<void>;
};

const MEMBERS = 40;
const KEYS_EACH = 5;

/** Only the bounds are lifted that keep a hub of the default size to 2,000 streams. */
const ENV = {
  TOCSIN_MAX_STREAMS: '30000',
  TOCSIN_MAX_STREAMS_PER_MEMBER: '30000',
  TOCSIN_MAX_CONNECTIONS: '30000',
};

const keysIn = new WeakMap<Hub, Promise<readonly ReaderKey[]>>();

const keysOf = async (hub: Hub): Promise<readonly ReaderKey[]> => {
  const keys: ReaderKey[] = [];
  for (let index = 0; index < MEMBERS; index += 1) {
    const slug = `grid-${index}`;
    const admitted = await admitMember(hub, {
      slug,
      name: slug.replaceAll('-', ' '),
      kind: 'OPERATOR',
      country: 'XA',
      countries: [],
      sectors: ['energy/electricity'],
      communities: [],
      clients: [],
      mayPublish: false,
      optsOutOfCascade: false,
    });
    if (!admitted.ok) throw new Error(admitted.problems[0]?.message);
    for (let turn = 0; turn < KEYS_EACH; turn += 1) {
      const created = await createKey(hub, {
        member: slug,
        role: 'analyst',
        person: `${slug}/reader-${turn}`,
      });
      if (!created.ok) throw new Error(created.problems[0]?.message);
      keys.push({ id: created.value.id, token: created.value.token });
    }
  }
  return keys;
};

let copies = 0;

const injectInto = async (hub: Hub, template: FeedRow, count: number): Promise<void> => {
  const before = await hub.counters.current('sequence');
  const rows = Array.from({ length: count }, (_, index): FeedRow => {
    copies += 1;
    const number = String(copies).padStart(12, '0');
    const warning = `warning--00000000-0000-4000-8000-${number}`;
    const sequence = before + 1 + index;
    return {
      ...template,
      _id: `copy-${number}`,
      warning,
      content: template.content.replaceAll(template.warning, warning),
      sequence,
      firstSequence: sequence,
    };
  });
  await hub.feed.rows.insertMany(rows);
  // Last, since it wakes the hub.
  await hub.counters.next('sequence', count);
};

const templateOf = async ({ load, observer, url, keys, seed }: Stage): Promise<FeedRow> => {
  await load.call('prepare', seed, 3_000_000, 0);
  const { warning } = await load.call<Fired>('fire', url, keys.publisher);
  for (;;) {
    const row = await observer.feed.rows.findOne({ warning, sector: '*', sequence: { $exists: true } });
    if (row !== null) return row;
    await sleep(50);
  }
};

const eventIn = (chunk: string): string => {
  const line = chunk.split('\n').find((each) => each.startsWith('data: '));
  if (line === undefined) throw new Error(`no event in ${chunk.slice(0, 300)}`);
  return line.slice('data: '.length);
};

export const openLiveHub = async (stage: Stage): Promise<LiveHub> => {
  const { observer, hubEnv, nodeOptions } = stage;
  const keys = keysIn.get(observer) ?? keysOf(observer);
  keysIn.set(observer, keys);
  const tokens = (await keys).map(({ token }) => token);
  const program: Program = await startProgram(
    'src/main.ts',
    'the hub listens',
    { ...hubEnv, ...ENV },
    nodeOptions,
  );
  const url = String(JSON.parse(program.saw).url);
  const template = await templateOf(stage);
  const inject = (count: number): Promise<void> => injectInto(observer, template, count);
  const [token = ''] = tokens;
  const one = await openReaders({
    way: 'sse',
    url,
    path: '/graphql',
    tokens: [token],
    queries: [QUERY],
    count: 1,
  });
  await sleep(1_000);
  await inject(1);
  await one.call('heard', 1, 0);
  const json = eventIn(await one.call<string>('sample'));
  await one.stop();
  return {
    url,
    pid: program.pid,
    keys: await keys,
    json,
    inject,
    subject: (readers) => ({
      name: 'hub',
      pid: program.pid,
      readers,
      fire: inject,
      close: () => readers.stop(),
    }),
    stop: program.stop,
  };
};

export const openHubReaders = async (
  hub: LiveHub,
  {
    way,
    count,
    queries = [QUERY],
  }: { readonly way: Way; readonly count: number; readonly queries?: readonly string[] },
): Promise<Subject> => {
  const tokens = hub.keys.map(({ token }) => token);
  const readers = await openReaders({ way, url: hub.url, path: '/graphql', tokens, queries, count });
  // Until the last has joined: a socket is open before its subscription is.
  await sleep(2_000);
  return hub.subject(readers);
};
