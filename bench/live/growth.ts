// B9, B10, B11: the price of a delivery to 1, 100, 1,000, 5,000 and 10,000 readers, and of more renderings.
import { atLeast, atMostTimes, type Row, reported } from '../figures.ts';
import type { RivalKind } from '../rivals/fan-out.ts';
import type { Stage } from '../stage.ts';
import { type Burst, burst, queriesOf, rivalSubject, type Subject } from './fan-out.ts';
import { type LiveHub, openHubReaders, openLiveHub } from './live-hub.ts';
import type { Way } from './readers.ts';

const RIVALS: Readonly<
  Record<Way, { readonly raw: RivalKind; readonly stock: RivalKind; readonly times: number }>
> = {
  sse: { raw: 'rawEvents', stock: 'stockEvents', times: 3.5 },
  ws: { raw: 'rawSockets', stock: 'stockSockets', times: 6 },
};
const IN_WORDS = { sse: 'SSE', ws: 'WebSocket' } as const;
const IDS = { sse: 'B9', ws: 'B10' } as const;

/** A burst stays within what a connection takes without being read meanwhile. */
const MOST_EVENTS = 20;
const eventsFor = (readers: number): number =>
  Math.max(4, Math.min(MOST_EVENTS, Math.ceil(40_000 / readers)));

type Name = 'raw' | 'hub' | 'stock';
type Measured = Readonly<Record<Name, readonly Burst[]>>;

/** Each in turn, over the same number of readers; the first round is a warm-up. */
const measure = async (
  stage: Stage,
  subjects: ReadonlyMap<Name, Subject>,
  readers: number,
): Promise<Measured> => {
  const found = { raw: [] as Burst[], hub: [] as Burst[], stock: [] as Burst[] };
  for (let round = -1; round < stage.repetitions; round += 1) {
    for (const [name, subject] of subjects) {
      const one = await burst(subject, eventsFor(readers), readers);
      if (round >= 0) found[name].push(one);
    }
  }
  return found;
};

const cpuOf = (bursts: readonly Burst[]): number[] => bursts.map(({ cpuEach }) => cpuEach);
const lastOf = (bursts: readonly Burst[]): number[] => bursts.map(({ p99 }) => p99);

const atCount = async (stage: Stage, hub: LiveHub, way: Way, count: number): Promise<Measured> => {
  const { raw, stock } = RIVALS[way];
  const subjects = new Map<Name, Subject>([
    ['raw', await rivalSubject(raw, hub.json, { way, count })],
    ['hub', await openHubReaders(hub, { way, count })],
    ['stock', await rivalSubject(stock, hub.json, { way, count })],
  ]);
  try {
    return await measure(stage, subjects, count);
  } finally {
    for (const subject of subjects.values()) await subject.close();
  }
};

const rowsAt = (way: Way, count: number, { hub, raw, stock }: Measured): Row[] => {
  const of = { id: IDS[way], unit: 'µs a delivery' };
  const who = `${count} readers over ${IN_WORDS[way]}`;
  const cpu = { ...of, ours: cpuOf(hub) };
  const rawRow = { ...cpu, what: `an event to ${who}: CPU, vs a loop over one buffer`, rival: cpuOf(raw) };
  const stockRow = { ...cpu, what: `the same, vs the stock server`, rival: cpuOf(stock) };
  const p99 = { id: IDS[way], unit: 'ms', what: `${who}: p99 of arrival, vs the loop` };
  // Of few readers the price is that of waking and reading, which the loop does not do.
  if (count < 1_000) {
    return [reported(rawRow, rawRow.ours, rawRow.rival), reported(stockRow, stockRow.ours, stockRow.rival)];
  }
  return [
    atMostTimes(1.6, rawRow),
    atLeast(RIVALS[way].times, stockRow),
    reported(p99, lastOf(hub), lastOf(raw)),
  ];
};

type Classes = { readonly way: Way; readonly count: number; readonly classes: number };

const classesAt = async (stage: Stage, hub: LiveHub, { way, count, classes }: Classes): Promise<Row> => {
  const { raw } = RIVALS[way];
  const subjects = new Map<Name, Subject>([
    ['raw', await rivalSubject(raw, hub.json, { way, count })],
    ['hub', await openHubReaders(hub, { way, count, queries: queriesOf(classes) })],
  ]);
  try {
    const found = await measure(stage, subjects, count);
    const what = `an event to ${count} readers of ${classes} documents over ${IN_WORDS[way]}: CPU, vs the loop`;
    return atMostTimes(1.8, {
      id: IDS[way],
      what,
      unit: 'µs a delivery',
      ours: cpuOf(found.hub),
      rival: cpuOf(found.raw),
    });
  } finally {
    for (const subject of subjects.values()) await subject.close();
  }
};

const growth =
  (way: Way) =>
  async (stage: Stage): Promise<readonly Row[]> => {
    const counts = stage.isQuick ? [100, 1_000] : [1, 100, 1_000, 5_000, 10_000];
    const hub = await openLiveHub(stage);
    const rows: Row[] = [];
    const costs = new Map<number, number[]>();
    try {
      for (const count of counts) {
        const measured = await atCount(stage, hub, way, count);
        costs.set(count, cpuOf(measured.hub));
        rows.push(...rowsAt(way, count, measured));
        stage.say(`${count} readers: ${JSON.stringify(measured)}`);
      }
      for (const [count, classes] of stage.isQuick
        ? [[1_000, 10] as const]
        : [[5_000, 10] as const, [5_000, 100] as const])
        rows.push(await classesAt(stage, hub, { way, count, classes }));
    } finally {
      await hub.stop();
    }
    const [few, many] = [costs.get(1_000), costs.get(10_000)];
    if (few !== undefined && many !== undefined) {
      const what = `a delivery to 10,000 readers over ${IN_WORDS[way]}, vs to 1,000`;
      rows.push(atMostTimes(1.1, { id: 'B11', what, unit: 'µs', ours: many, rival: few }));
    }
    return rows;
  };

export const eventFanOut = growth('sse');
export const socketFanOut = growth('ws');
