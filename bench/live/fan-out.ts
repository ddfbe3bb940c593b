// B9 to B15 and B18: what it costs to send an event to thousands of live readers, over SSE and WebSocket, next to a loop that
// writes one pre-rendered buffer to every connection and to the stock servers. CPU is that of the server that sends.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Remote, startRemote } from '../load/remote.ts';
import { cpuOf } from '../processes.ts';
import type { RivalKind } from '../rivals/fan-out.ts';
import type { Arrived, Opening, Way } from './readers.ts';

export const QUERY = `subscription Receive {
  warningReceived { cursor node { id headline severity publishedAt marking actions { text by } whyMe { rule } } }
}`;

/** This many documents that differ in an alias, so that each is rendered by itself. */
export const queriesOf = (classes: number): string[] =>
  classes === 1
    ? [QUERY]
    : Array.from({ length: classes }, (_, index) => QUERY.replace('headline', `h${index}: headline`));

export type Subject = {
  readonly name: 'hub' | RivalKind;
  readonly pid: number;
  readonly readers: Remote;
  /** Sends events to all readers, which are heard by `readers`. */
  fire(events: number): Promise<void>;
  close(): Promise<void>;
};

export type Burst = Arrived & {
  /** Microseconds of the server's CPU. */
  readonly cpuEach: number;
  readonly readersCpuEach: number;
};

/** A burst of events to `reading` readers, one after the other or at once. */
export const burst = async (subject: Subject, events: number, reading: number): Promise<Burst> => {
  const { readers, pid } = subject;
  await readers.call('drain');
  const [before, readersBefore] = [cpuOf(pid), cpuOf(readers.pid)];
  const since = performance.timeOrigin + performance.now();
  const heard = readers.call<Arrived>('heard', events, since);
  await subject.fire(events);
  const arrived = await heard;
  const each = (from: number, to: number): number => ((to - from) * 1_000) / (events * reading);
  return {
    ...arrived,
    cpuEach: each(before, cpuOf(pid)),
    readersCpuEach: each(readersBefore, cpuOf(readers.pid)),
  };
};

export const openRival = async (
  kind: RivalKind,
  json: string,
): Promise<Remote & { readonly url: string }> => {
  const rival = startRemote('rivals/fan-out.ts');
  const url = await rival.call<string>('open', kind);
  await rival.call('prepare', kind, json);
  return { ...rival, url };
};

export const openReaders = async (opening: Opening): Promise<Remote> => {
  const readers = startRemote('live/readers.ts');
  await readers.call('open', opening);
  return readers;
};

export const rivalSubject = async (
  kind: RivalKind,
  json: string,
  { count, way }: { readonly count: number; readonly way: Way },
): Promise<Subject> => {
  const rival = await openRival(kind, json);
  const asked = { way, url: rival.url, path: '/graphql', tokens: ['none'], queries: [QUERY], count };
  const readers = await openReaders(asked);
  // The stock servers subscribe after they have answered.
  await sleep(1_000);
  return {
    name: kind,
    pid: rival.pid,
    readers,
    fire: (events) => rival.call('fire', kind, events),
    close: async () => {
      await readers.stop();
      await rival.stop();
    },
  };
};
