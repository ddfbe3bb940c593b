// B12, B13, B14: what readers cost that hear nothing, that do not read, and that come all at once.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config/config.ts';
import { atLeast, atMostTimes, type Row, reported } from '../figures.ts';
import { startRemote } from '../load/remote.ts';
import { cpuOf } from '../processes.ts';
import type { RivalKind } from '../rivals/fan-out.ts';
import type { Stage } from '../stage.ts';
import { burst, openRival, QUERY } from './fan-out.ts';
import { type LiveHub, openHubReaders, openLiveHub } from './live-hub.ts';
import type { Way } from './readers.ts';

/** Resident memory in kB. */
const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

type Server = { readonly url: string; readonly pid: number; stop(): Promise<void> };
type Opened = { readonly cpuEach: number; readonly memoryEach: number };

const SETTLE_MS = 3_000;
const WARM_UP = 300;

/** Opens readers once the server has had some before, and closes them. */
const openAll = async (
  server: Server,
  tokens: readonly string[],
  way: Way,
  count: number,
): Promise<Opened> => {
  const opening = { way, url: server.url, path: '/graphql', tokens, queries: [QUERY] };
  const early = startRemote('live/readers.ts');
  await early.call('open', { ...opening, count: WARM_UP });
  await early.stop();
  await sleep(SETTLE_MS);
  const readers = startRemote('live/readers.ts');
  const [cpu, memory] = [cpuOf(server.pid), memoryOf(server.pid)];
  await readers.call('open', { ...opening, count });
  await sleep(SETTLE_MS);
  const opened = {
    cpuEach: ((cpuOf(server.pid) - cpu) * 1_000) / count,
    memoryEach: (memoryOf(server.pid) - memory) / count,
  };
  await readers.stop();
  return opened;
};

const RIVALS: Readonly<Record<Way, { readonly raw: RivalKind; readonly stock: RivalKind }>> = {
  sse: { raw: 'rawEvents', stock: 'stockEvents' },
  ws: { raw: 'rawSockets', stock: 'stockSockets' },
};
const IN_WORDS = { sse: 'SSE', ws: 'WebSocket' } as const;

/** Each server is started anew, so that none has memory of an earlier round. */
const openings = async (stage: Stage, way: Way, count: number) => {
  const found = { hub: [] as Opened[], raw: [] as Opened[], stock: [] as Opened[] };
  for (let round = 0; round < Math.min(3, stage.repetitions); round += 1) {
    const hub = await openLiveHub(stage);
    const tokens = hub.keys.map(({ token }) => token);
    const raw = await openRival(RIVALS[way].raw, hub.json);
    const stock = await openRival(RIVALS[way].stock, hub.json);
    found.hub.push(await openAll(hub, tokens, way, count));
    found.raw.push(await openAll(raw, tokens, way, count));
    found.stock.push(await openAll(stock, tokens, way, count));
    for (const each of [hub, raw, stock]) await each.stop();
  }
  return found;
};

export const idleReaders = async (stage: Stage): Promise<readonly Row[]> => {
  const count = stage.isQuick ? 1_000 : 5_000;
  const rows: Row[] = [];
  for (const way of ['sse', 'ws'] as const) {
    const { hub, raw, stock } = await openings(stage, way, count);
    const memory = (of: readonly Opened[]): number[] => of.map(({ memoryEach }) => memoryEach);
    const what = `one of ${count} readers over ${IN_WORDS[way]} who hear nothing: resident memory`;
    const row = { id: 'B12', unit: 'kB', ours: memory(hub) };
    rows.push(
      atMostTimes(1.5, { ...row, what: `${what}, vs a connection of the loop`, rival: memory(raw) }),
      atLeast(1 / 0.4, { ...row, what: `${what}, vs the stock server`, rival: memory(stock) }),
    );
  }
  return rows;
};

export const storm = async (stage: Stage): Promise<readonly Row[]> => {
  const count = stage.isQuick ? 2_000 : 10_000;
  const rows: Row[] = [];
  for (const way of ['sse', 'ws'] as const) {
    const { hub, raw, stock } = await openings(stage, way, count);
    const cpu = (of: readonly Opened[]): number[] => of.map(({ cpuEach }) => cpuEach);
    const what = `${count} readers come at once over ${IN_WORDS[way]}: CPU, with keys and rates`;
    const row = { id: 'B14', unit: 'µs a reader', ours: cpu(hub) };
    rows.push(
      atMostTimes(2.5, { ...row, what: `${what}, vs an accept and a head`, rival: cpu(raw) }),
      atLeast(3, { ...row, what: `${what}, vs the stock server`, rival: cpu(stock) }),
    );
  }
  return rows;
};

const READERS = 1_000;
const STALLED = 50;
const EVENTS = 20;

const p99Of = async (stage: Stage, hub: LiveHub, way: Way, stalled: number) => {
  const subject = await openHubReaders(hub, { way, count: READERS });
  const [p99, growth]: [number[], number[]] = [[], []];
  try {
    await subject.readers.call('stall', stalled);
    await burst(subject, EVENTS, READERS - stalled);
    const before = memoryOf(hub.pid);
    for (let round = 0; round < stage.repetitions; round += 1) {
      p99.push((await burst(subject, EVENTS, READERS - stalled)).p99);
      for (let more = 0; more < 4; more += 1) await burst(subject, EVENTS, READERS - stalled);
      growth.push(memoryOf(hub.pid) - before);
    }
  } finally {
    await subject.close();
  }
  return { p99, growth };
};

export const slowReaders = async (stage: Stage): Promise<readonly Row[]> => {
  const hub = await openLiveHub(stage);
  const rows: Row[] = [];
  const { streamBufferBytes } = readConfig({}).limits;
  try {
    for (const way of ['sse', 'ws'] as const) {
      const none = await p99Of(stage, hub, way, 0);
      const some = await p99Of(stage, hub, way, STALLED);
      const what = `${STALLED} of ${READERS} readers over ${IN_WORDS[way]} do not read`;
      rows.push(
        atMostTimes(1.2, {
          id: 'B13',
          what: `${what}: p99 of the others, vs when all read`,
          unit: 'ms',
          ours: some.p99,
          rival: none.p99,
        }),
        reported(
          { id: 'B13', what: `${what}: growth of memory; their bound`, unit: 'kB' },
          some.growth,
          some.growth.map(() => (STALLED * streamBufferBytes) / 1_024),
        ),
      );
    }
  } finally {
    await hub.stop();
  }
  return rows;
};
