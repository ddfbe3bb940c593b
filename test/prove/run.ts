// The proof; `npm run prove` starts it beside its servers. Runs the chosen suites chunk by chunk, shows how far it is, and
// ends with a table. Whole suites go to docs/proved.md. Exits with 1 when anything failed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseSuites, type FoundSuite, findSuites } from './find-suites.ts';
import { type Proved, pageWith, rowOf } from './page.ts';
import { openProgress, type Progress, sumOf, timeLeft } from './progress.ts';
import { runChunk, seedOfChunk } from './run-chunk.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const PAGE = path.join(ROOT, 'docs/proved.md');

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    share: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: String(availableParallelism()) },
    fresh: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

/** The commit, with a digest of what is changed beside it; the page itself is no change. */
const treeNow = (): string => {
  const commit = git('rev-parse', '--short', 'HEAD');
  const others = [':/', ':(exclude,top)docs/proved.md'];
  const changes = git('diff', 'HEAD', '--', ...others) + git('status', '--porcelain', '--', ...others);
  if (changes === '') return commit;
  return `${commit}+${createHash('sha256').update(changes).digest('hex').slice(0, 7)}`;
};

const numberIn = (name: string, text: string, isGood: (value: number) => boolean): number => {
  const value = Number(text);
  if (text.trim() === '' || !isGood(value)) throw new Error(`--${name} cannot be "${text}".`);
  return value;
};

/** That share of the chunks, evenly spread; which ones depends on the seed, so that shares rotate. */
const chunksOf = ({ suite }: FoundSuite, share: number, seed: number): number[] => {
  const count = Math.max(1, Math.round(suite.chunks * share));
  const first = seed % suite.chunks;
  const places = Array.from({ length: count }, (_, index) => Math.floor((index * suite.chunks) / count));
  return places.map((place) => (first + place) % suite.chunks).sort((one, other) => one - other);
};

type Run = {
  readonly progress: Progress;
  readonly seed: number;
  readonly share: number;
  /** Chunks that run beside each other, of suites in which they may. */
  readonly atOnce: number;
  readonly stop: AbortSignal;
};

const proveSuite = async (found: FoundSuite, run: Run): Promise<void> => {
  const { progress, seed, share, stop } = run;
  const { id, promise, mayOverlap = false } = found.suite;
  const wanted = chunksOf(found, share, seed);
  const open = wanted.filter((chunk) => !progress.done(id).has(chunk));
  say(`${id}: ${promise}`);
  if (open.length < wanted.length)
    say(`  ${wanted.length - open.length} of ${wanted.length} chunks are done`);
  const lanes = mayOverlap ? run.atOnce : 1;
  const lane = async (): Promise<void> => {
    for (let chunk = open.shift(); chunk !== undefined; chunk = open.shift()) {
      const ownSeed = seedOfChunk(seed, id, chunk);
      const result = await runChunk({ ...found, chunk, seed: ownSeed }, (line) => say(`  ${line}`), stop);
      if (result === null) return;
      progress.keep(id, chunk, result);
      for (const failure of result.failures.slice(0, 20)) say(`  FAILED ${failure.slice(0, 1_600)}`);
      const done = wanted.flatMap((each) => progress.done(id).get(each) ?? []);
      const { counted, failures } = sumOf(done);
      const left = timeLeft(done, (wanted.length - done.length) / lanes);
      say(
        `  ${id} ${done.length} of ${wanted.length} · ${counted} counted · ${failures.length} failed · ${left}`,
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

const main = async (): Promise<number> => {
  const all = await findSuites();
  const chosen = chooseSuites(all, positionals);
  if (values.list) {
    for (const { suite } of chosen)
      say(`${suite.id.padEnd(18)} ${String(suite.chunks).padStart(4)} chunks  ${suite.promise}`);
    return 0;
  }
  const share = numberIn('share', values.share, (value) => value > 0 && value <= 1);
  const atOnce = numberIn('at-once', values['at-once'], (value) => Number.isInteger(value) && value > 0);
  const tree = treeNow();
  // Another commit draws other worlds; the same one goes on where it ended.
  const drawn = String(Number.parseInt(git('rev-parse', 'HEAD').slice(0, 7), 16));
  const seed = numberIn('seed', values.seed ?? drawn, (value) => Number.isInteger(value) && value >= 0);
  const progress = openProgress(path.join(ROOT, '.tocsin/proof'), tree, seed);
  if (values.fresh) progress.forget(chosen.map(({ suite }) => suite.id));
  say(`commit ${tree}, seed ${seed}`);
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort());
  for (const found of chosen)
    if (!ending.signal.aborted)
      await proveSuite(found, { progress, seed, share, atOnce, stop: ending.signal });
  const date = new Date().toISOString().slice(0, 10);
  const ran = chosen.map(({ suite }): Proved & { readonly isWhole: boolean } => {
    const done = progress.done(suite.id);
    return { suite, sum: sumOf(done.values()), commit: tree, seed, date, isWhole: done.size >= suite.chunks };
  });
  say('');
  for (const each of ran) say(`${rowOf(each)}${each.isWhole ? '' : ' in part, not kept'}`);
  const whole = ran.filter(({ isWhole }) => isWhole);
  if (whole.length > 0) {
    const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    writeFileSync(
      PAGE,
      pageWith(
        before,
        whole,
        all.map(({ suite }) => suite.id),
      ),
    );
    say('Kept in docs/proved.md.');
  }
  if (ending.signal.aborted) say('Interrupted: the same command goes on from here.');
  return ending.signal.aborted || ran.some(({ sum }) => sum.failures.length > 0) ? 1 : 0;
};

process.exit(await main());
