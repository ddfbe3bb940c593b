// B15: from the answer that a warning is accepted to its arrival at readers over SSE, with hub and worker as real
// processes, next to the time of one insert acknowledged by the majority in the same minutes.
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, type Row, reported } from './figures.ts';
import type { Fired } from './load/load.ts';
import { startRemote } from './load/remote.ts';
import { untilIdle } from './partnership.ts';
import type { Stage } from './stage.ts';

type Times = {
  readonly accepted: number[];
  readonly received: number[];
  readonly last: number[];
  readonly insert: number[];
};

const wakes = async (stage: Stage, readers: number, base: number): Promise<Row[]> => {
  const { load, url, keys } = stage;
  const store = startRemote('rivals/store.ts', stage.rivalEnv);
  const rounds: Times[] = [];
  try {
    await store.call('open');
    await load.call('openStreams', url, keys.reader, readers);
    const each = stage.isQuick ? 20 : 60;
    for (let round = -1; round < stage.repetitions; round += 1) {
      const times: Times = { accepted: [], received: [], last: [], insert: [] };
      for (let turn = 0; turn < each; turn += 1) {
        times.insert.push(await store.call<number>('insertOne'));
        const index = base + (round + 1) * each + turn;
        await load.call('prepare', stage.seed, index, 0);
        // Vary the moment within the pipeline's own cycle.
        await sleep((index * 7) % 40);
        const { answeredMs, seenMs } = await load.call<Fired>('fire', url, keys.publisher);
        times.accepted.push(answeredMs);
        times.received.push(...seenMs.map((ms) => ms - answeredMs));
        times.last.push(Math.max(...seenMs) - answeredMs);
      }
      await untilIdle(stage.observer);
      if (round >= 0) rounds.push(times);
    }
  } finally {
    await load.call('closeStreams');
    await store.stop();
  }
  const of = (name: keyof Times, share: number) => rounds.map((times) => percentile(times[name], share));
  const row = { id: 'B15', unit: 'ms' };
  const who = readers === 1 ? 'at one reader' : `at ${readers} readers`;
  return [
    reported(
      { ...row, what: `accepted → received over SSE ${who}: p50; majority insert p50` },
      of('received', 0.5),
      of('insert', 0.5),
    ),
    reported(
      { ...row, what: `accepted → received over SSE ${who}: p99; majority insert p99` },
      of('received', 0.99),
      of('insert', 0.99),
    ),
    ...(readers === 1
      ? [reported({ ...row, what: 'POST → accepted of a warning without bundle: p50' }, of('accepted', 0.5))]
      : [reported({ ...row, what: `accepted → the last of ${readers} readers: p50` }, of('last', 0.5))]),
  ];
};

export const wake = async (stage: Stage): Promise<readonly Row[]> => {
  const one = await wakes(stage, 1, 1_000_000);
  const many = await wakes(stage, 100, 2_000_000);
  return [...one, ...many];
};
