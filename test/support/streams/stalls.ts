// Subscribers that stop reading among others that read: what the others receive, what the hub holds for the first, and how those
// come back.
import { eventually } from '../processes.ts';
import { openWireReaders, type StreamWorld } from './drops.ts';
import { heldBytes } from './held-bytes.ts';

export type StallLoad = { readonly stalled: number; readonly reading: number; readonly events: number };
export type StallFinding = {
  readonly received: number;
  readonly faults: readonly string[];
  /** Of those that read: the longest time from an event's batch to its arrival, while all read and while some do not. */
  readonly slowestMs: number;
  /** More memory in use in the end than before, with the readers' own in it. */
  readonly grownBytes: number;
  /** How the stalled ones ended, by code. */
  readonly ends: Readonly<Record<string, number>>;
};

const BATCH = 50;

export const stallWhileEventsFlow = async (
  world: StreamWorld,
  { stalled, reading, events }: StallLoad,
): Promise<StallFinding> => {
  const { endpoint, copies } = world;
  const token = await endpoint.token('northGrid', 'analyst');
  const readers = await openWireReaders(world, token, stalled + reading);
  // Both ways of streaming are among both.
  const slow = readers.slice(0, stalled);
  const others = readers.slice(stalled);
  for (const reader of slow) reader.stall();
  const until = copies.count() + events;
  const before = await heldBytes();
  let slowestMs = 0;
  while (copies.count() < until) {
    const since = performance.now();
    await copies.add(Math.min(BATCH, until - copies.count()));
    await eventually('the others have the batch', async () =>
      others.every(({ last }) => last >= copies.count()),
    );
    slowestMs = Math.max(slowestMs, performance.now() - since);
  }
  const grownBytes = (await heldBytes()) - before;
  for (const reader of slow) reader.readOn();
  await eventually('the stalled ones have heard how they ended', async () =>
    slow.every(({ ended, last }) => ended !== null || last >= until),
  );
  const ends: Record<string, number> = {};
  for (const { ended } of slow) {
    const name = ended?.code ?? 'kept up';
    ends[name] = (ends[name] ?? 0) + 1;
  }
  for (const reader of slow) {
    if (reader.ended === null) continue;
    reader.drop();
    await reader.comeBack();
  }
  await eventually('they have everything', async () => slow.every(({ last }) => last >= until));
  const finding = {
    received: readers.reduce((sum, { received }) => sum + received, 0),
    faults: readers.flatMap(({ faults }) => faults).slice(0, 20),
    slowestMs,
    grownBytes,
    ends,
  };
  for (const reader of readers) reader.drop();
  return finding;
};
