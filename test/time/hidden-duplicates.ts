// `node test/time/hidden-duplicates.ts`: whether the time of a publication reveals rows that its publisher may not read
// (T7, I6). Publications of 200 objects with 0, 1 and 20 hidden rows per id, interleaved in a seeded order; and one object
// with 10,000 of them. Prints the result; `--keep` writes it to hidden-duplicates.md with the commit. Never passes or fails.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { WarningDraft } from '../../src/domain/warning.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import type { CastName } from '../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, made } from '../support/objects.ts';
import { to } from '../support/publish.ts';
import { type Random, randomOf } from '../support/random.ts';
import { seed as drawnSeed } from '../support/seed.ts';
import { type Difference, differenceOf, medianOf } from './pairs.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '80' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const PAIRS = Number(values.pairs);
const OBJECTS = 200;
const WARM_UP = 12;
const HIDDEN = [0, 1, 20] as const;
const FLOOD = 10_000;
const FLOOD_PAIRS = 30;
const BUNDLE = 1_000;

type Tool = ReturnType<typeof toolOf>;
const toolOf = (index: number) => made('tool', { name: `tool ${index}`, description: 'x'.repeat(400) });

/** Version `nth` of the hidden source's assertion: later each time, and never the version that is offered afterwards. */
const hiddenOf = (tool: Tool, nth: number) => ({
  ...tool,
  modified: new Date(Date.parse('2026-02-01T00:00:00.000Z') + nth).toISOString(),
  name: `hidden ${nth}`,
});

const publish = async (
  world: TestHub,
  name: CastName,
  objects: readonly object[],
  changes: Partial<WarningDraft>,
): Promise<void> => {
  const actor = await world.actor(name);
  const outcome = await publishWarning(world.hub, actor, draft({ ...changes, bundle: bundleOf(...objects) }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
};

const hide = (world: TestHub, objects: readonly object[]): Promise<void> =>
  publish(world, 'cyberAgency', objects, { audience: to('riverWater'), marking: 'AMBER+STRICT' });

type Time = { readonly wall: number; readonly cpu: number };

/** CPU is that of this process: mongod's work shows in the wall time only. */
const timed = async (act: () => Promise<void>): Promise<Time> => {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await act();
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1_000 };
};

const offer = (world: TestHub, objects: readonly object[]): Promise<Time> =>
  timed(() => publish(world, 'xbCsirt', objects, { audience: to('northGrid') }));

type Arm = { readonly hidden: number; readonly bundles: Tool[][]; readonly times: Time[] };

const inAnyOrder = <Each>(random: Random, list: readonly Each[]): Each[] => {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)[0] as Each);
};

/** All hidden rows exist before the measurement: every arm meets the same database. */
const prepared = async (world: TestHub, count: number, hiddens: readonly number[], size: number) => {
  const arms = hiddens.map((hidden): Arm => ({ hidden, bundles: [], times: [] }));
  for (const { hidden, bundles } of arms) {
    for (let index = 0; index < count; index += 1) {
      const tools = Array.from({ length: size }, (_, nth) => toolOf(nth));
      const all = Array.from({ length: hidden }, (_, nth) => tools.map((tool) => hiddenOf(tool, nth))).flat();
      for (let from = 0; from < all.length; from += BUNDLE) await hide(world, all.slice(from, from + BUNDLE));
      bundles.push(tools);
    }
  }
  return arms;
};

const run = async (
  world: TestHub,
  random: Random,
  count: number,
  hiddens: readonly number[],
  size: number,
) => {
  const arms = await prepared(world, count + WARM_UP, hiddens, size);
  for (let index = 0; index < count + WARM_UP; index += 1) {
    for (const { bundles, times } of inAnyOrder(random, arms)) {
      const time = await offer(world, bundles[index] ?? []);
      if (index >= WARM_UP) times.push(time);
    }
  }
  return arms;
};

const ms = (value: number): string => value.toFixed(2);
const cells = ({ pairs, median, interval, chance }: Difference): string[] => [
  String(pairs),
  `${ms(median)} [${interval.map(ms).join(' ')}]`,
  chance.toFixed(4),
];

const rowsOf = (random: Random, size: number, [base, ...others]: readonly Arm[]): string[] => {
  if (base === undefined) return [];
  const of = ({ times }: Arm, what: keyof Time): number[] => times.map((time) => time[what]);
  return (['wall', 'cpu'] as const).flatMap((what) => [
    `| ${size} | ${base.hidden} | ${what} | ${ms(medianOf(of(base, what)))} | | | |`,
    ...others.map((arm) => {
      const difference = cells(differenceOf(random, of(arm, what), of(base, what)));
      return `| ${size} | ${arm.hidden} | ${what} | ${ms(medianOf(of(arm, what)))} | ${difference.join(' | ')} |`;
    }),
  ]);
};

const seed = values.seed === undefined ? drawnSeed() : Number(values.seed);
const random = randomOf(seed);
const world = await openTestHub();
try {
  const many = await run(world, random, PAIRS, HIDDEN, OBJECTS);
  const one = await run(world, random, FLOOD_PAIRS, [0, 1], 1);
  const flooded = await prepared(world, 1, [FLOOD], 1);
  const flood: Arm = { hidden: FLOOD, bundles: [], times: [] };
  // The same id again and again, each time at a new version.
  const [tool] = flooded[0]?.bundles[0] ?? [];
  if (tool === undefined) throw new Error('no flooded object');
  for (let index = 0; index < FLOOD_PAIRS; index += 1) {
    const modified = new Date(Date.parse(tool.modified) + index).toISOString();
    flood.times.push(await offer(world, [{ ...tool, modified }]));
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const page = [
    '# Whether the time of a publication reveals hidden rows',
    '',
    'Made by `node test/time/hidden-duplicates.ts --keep`: publications in one process, interleaved in a seeded order, against the same',
    'database; milliseconds. Differences are to the pair without hidden rows: the median, 95 % of bootstrap medians, and the',
    'share of random sign flips that are as far from 0. CPU is that of the hub alone.',
    '',
    `- commit: ${commit}`,
    `- date: ${new Date().toISOString()}`,
    `- seed: ${seed}`,
    '',
    '| objects | hidden rows per id | of | median | pairs | difference | by chance |',
    '|---|---|---|---|---|---|---|',
    ...rowsOf(random, OBJECTS, many),
    ...rowsOf(random, 1, [...one, flood]),
    '',
  ].join('\n');
  process.stdout.write(`${page}\n`);
  if (values.keep) writeFileSync(new URL('hidden-duplicates.md', import.meta.url), page);
} finally {
  await world.close();
}
