// B18: keys of one reader in a hundred are revoked while events flow: none of them is sent anything after the answer, and the
// others cost no more.
import { setTimeout as sleep } from 'node:timers/promises';
import { revokeKey } from '../../src/service/access/revoke-key.ts';
import { atMostTimes, type Row, reported } from '../figures.ts';
import { cpuOf } from '../processes.ts';
import type { Stage } from '../stage.ts';
import { type LiveHub, openHubReaders, openLiveHub, type ReaderKey } from './live-hub.ts';

const EVENTS = 20;
const SHARE = 100;

type Flow = { readonly cpuEach: number; readonly late: number };

/** Half of the events, then the revocation where there is one, then the others. */
const flow = async (
  stage: Stage,
  hub: LiveHub,
  revoked: readonly ReaderKey[],
  count: number,
): Promise<Flow> => {
  const doomed = await openHubReaders(
    { ...hub, keys: revoked.length === 0 ? hub.keys.slice(0, 2) : revoked },
    { way: 'sse', count: count / SHARE },
  );
  const others = await openHubReaders({ ...hub, keys: hub.keys.slice(20) }, { way: 'sse', count });
  try {
    const since = performance.timeOrigin + performance.now();
    await hub.inject(1);
    await others.readers.call('heard', 1, since);
    const before = cpuOf(hub.pid);
    const heard = others.readers.call('heard', EVENTS, since);
    for (let event = 0; event < EVENTS / 2; event += 1) await hub.inject(1);
    for (const { id } of revoked) await revokeKey(stage.observer, id);
    // What was on its way before the answer has arrived by then.
    await sleep(revoked.length === 0 ? 0 : 200);
    await doomed.readers.call('drain');
    for (let event = 0; event < EVENTS / 2; event += 1) await hub.inject(1);
    await heard;
    const cpuEach = ((cpuOf(hub.pid) - before) * 1_000) / (EVENTS * count);
    return { cpuEach, late: revoked.length === 0 ? 0 : await lateOf(doomed.readers) };
  } finally {
    await others.close();
    await doomed.close();
  }
};

/** The last words of a stream, which say why it ended, are no event of the feed; they came before. */
const lateOf = (readers: { call<Value>(name: string): Promise<Value> }): Promise<number> =>
  readers.call('drain');

export const revokedMeanwhile = async (stage: Stage): Promise<readonly Row[]> => {
  const count = stage.isQuick ? 1_000 : 10_000;
  const hub = await openLiveHub(stage);
  const [with1, without]: [Flow[], Flow[]] = [[], []];
  try {
    for (let round = 0; round < Math.min(3, stage.repetitions); round += 1) {
      without.push(await flow(stage, hub, [], count));
      with1.push(await flow(stage, hub, hub.keys.slice(2 * round + 2, 2 * round + 4), count));
    }
  } finally {
    await hub.stop();
  }
  const what = `${count} readers over SSE, the keys of 1 % revoked meanwhile`;
  return [
    atMostTimes(1.1, {
      id: 'B18',
      what: `${what}: CPU, vs none revoked`,
      unit: 'µs a delivery',
      ours: with1.map(({ cpuEach }) => cpuEach),
      rival: without.map(({ cpuEach }) => cpuEach),
    }),
    reported(
      { id: 'B18', what: `${what}: events that they got after the answer`, unit: 'events' },
      with1.map(({ late }) => late),
    ),
  ];
};
