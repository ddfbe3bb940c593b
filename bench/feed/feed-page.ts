// B5: a page of 50 under policy over HTTP, against find(50) and res.json of the same rows, and against stock yoga over
// the same find. The rivals return the bytes of the hub's own answer and know no reader, audience or marking.
import { atLeast, type Row, reported } from '../figures.ts';
import type { Pages } from '../load/load.ts';
import { startRemote } from '../load/remote.ts';
import { seedWarnings, untilIdle } from '../partnership.ts';
import { measured } from '../processes.ts';
import type { Stage } from '../stage.ts';

const WARNINGS = 2_000;
const QUERY = `query Page($first: Int, $after: String) {
  feed(first: $first, after: $after) {
    edges {
      cursor
      node {
        id kind version messageType state headline summary language urgency severity certainty validUntil marking
        publishedAt
        actions { text by }
        contacts { name number hours }
      }
    }
  }
}`;

type Edge = { readonly cursor: string; readonly node: object };

/** Everything that this reader may see, newest first, as the hub returns it. */
const readAll = async (stage: Stage): Promise<Edge[]> => {
  const all: Edge[] = [];
  for (;;) {
    const after = all.at(-1)?.cursor ?? null;
    const answer = await stage.load.call<{ data: { feed: { edges: Edge[] } } }>(
      'ask',
      stage.url,
      stage.keys.reader,
      QUERY,
      { first: 100, after },
    );
    const { edges } = answer.data.feed;
    all.push(...edges);
    if (edges.length < 100) return all;
  }
};

type Run = {
  readonly wallUs: number;
  readonly cpuUs: number;
  readonly mongodUs: number;
  readonly loadUs: number;
};

const run = async (
  stage: Stage,
  server: number,
  seconds: number,
  asked: readonly unknown[],
): Promise<Run> => {
  const { mongod, load } = stage.pids;
  const { value, cpu } = await measured({ server, mongod, load }, () =>
    stage.load.call<Pages>('pages', ...asked, seconds),
  );
  if (value.failed > 0 || value.requests === 0) throw new Error(`${value.failed} of the requests failed`);
  const perRequest = (ms = 0): number => (ms * 1_000) / value.requests;
  return {
    wallUs: (value.seconds * 1e6) / value.requests,
    cpuUs: perRequest(cpu['server']),
    mongodUs: perRequest(cpu['mongod']),
    loadUs: perRequest(cpu['load']),
  };
};

export const feedPage = async (stage: Stage): Promise<readonly Row[]> => {
  stage.say(`  publishing ${WARNINGS} warnings to several audiences …`);
  await seedWarnings(stage.observer, stage.seed, WARNINGS);
  await untilIdle(stage.observer);
  const edges = await readAll(stage);
  stage.say(
    `  the reader may see ${edges.length} of them; a page of 50 has ${JSON.stringify(edges.slice(0, 50)).length} bytes`,
  );
  const rival = startRemote('rivals/page.ts', stage.rivalEnv);
  try {
    const rivals = await rival.call<{ plain: string; yoga: string }>('open', edges);
    const body = JSON.stringify({ query: QUERY, variables: { first: 50 } });
    const seconds = stage.isQuick ? 2 : 4;
    const runs = { hub: [] as Run[], plain: [] as Run[], yoga: [] as Run[] };
    for (let round = -1; round < stage.repetitions; round += 1) {
      const hub = await run(stage, stage.pids.hub, seconds, [
        `${stage.url}/graphql`,
        stage.keys.reader,
        body,
      ]);
      const plain = await run(stage, rival.pid, seconds, [rivals.plain, null, null]);
      const yoga = await run(stage, rival.pid, seconds, [rivals.yoga, null, body]);
      if (round < 0) continue;
      runs.hub.push(hub);
      runs.plain.push(plain);
      runs.yoga.push(yoga);
      const line = Object.entries({ hub, plain, yoga }).map(
        ([name, { wallUs, cpuUs, mongodUs }]) =>
          `${name} ${(1e6 / wallUs).toFixed(0)}/s (CPU ${cpuUs.toFixed(0)} + mongod ${mongodUs.toFixed(0)} µs)`,
      );
      stage.say(`  ${round + 1}: ${line.join(', ')}`);
    }
    return rowsOf(runs);
  } finally {
    await rival.stop();
  }
};

const rowsOf = ({ hub, plain, yoga }: Record<'hub' | 'plain' | 'yoga', readonly Run[]>): Row[] => {
  const row = { id: 'B5', unit: 'µs/page' };
  const pick = (runs: readonly Run[], name: keyof Run) => runs.map((each) => each[name]);
  const whole = (runs: readonly Run[]) => runs.map(({ cpuUs, mongodUs }) => cpuUs + mongodUs);
  return [
    atLeast(0.85, {
      ...row,
      what: 'feed page of 50 under policy, vs find(50) + res.json: wall',
      ours: pick(hub, 'wallUs'),
      rival: pick(plain, 'wallUs'),
    }),
    atLeast(0.85, {
      ...row,
      what: 'the same: CPU of the server',
      ours: pick(hub, 'cpuUs'),
      rival: pick(plain, 'cpuUs'),
    }),
    reported({ ...row, what: 'the same: CPU of server and mongod' }, whole(hub), whole(plain)),
    atLeast(1.4, {
      ...row,
      what: 'feed page of 50, vs stock yoga over the same find: wall',
      ours: pick(hub, 'wallUs'),
      rival: pick(yoga, 'wallUs'),
    }),
    atLeast(1.4, {
      ...row,
      what: 'the same: CPU of the server',
      ours: pick(hub, 'cpuUs'),
      rival: pick(yoga, 'cpuUs'),
    }),
    reported(
      { ...row, what: 'CPU of the load generator meanwhile' },
      pick(hub, 'loadUs'),
      pick(plain, 'loadUs'),
    ),
  ];
};
