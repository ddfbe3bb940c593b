// `npm test`: sets up, starts one mongod and one redis-server for the suite, runs jest (arguments are passed
// on), and ends with the line `N passed, N failed`. Without a pattern the long files are left out, and some of the proofs run a small
// share; `npm test -- --long` runs both at length. A few files that fail are run once more (setup/again.mjs).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jestArguments } from './jest/arguments.mjs';
import { filesToRunAgain, passedAlone, withSecondRun } from './setup/again.mjs';
import { fail, ready, root } from './setup/node24.mjs';
import { say } from './setup/say.mjs';
import { failures, skipped, verdict } from './setup/verdict.mjs';

async function main() {
  await ready(import.meta.url, { isCompiledKept: true });
  const { runBeside, startServers } = await import('./setup/servers.mjs');
  const servers = await startServers({
    ephemeral: 'memory',
    ownGroup: true,
    mongodbUrl: process.env.MONGODB_URL,
    redisUrl: process.env.REDIS_URL,
  });
  const seeds = path.join(servers.directory, 'seeds');
  mkdirSync(seeds, { recursive: true });
  // Under CI the worlds are those of a committed round (CONTRIBUTING.md); elsewhere each run draws its own.
  const round = process.env.CI ? String(read(path.join(root, 'test/seeds-of-ci.json')).round) : '';
  const jest = async (given, env = {}) => {
    const results = path.join(servers.directory, 'jest.json');
    const code = await runBeside(jestArguments(results, ['--maxWorkers=2', ...given]), {
      TOCSIN_TEST_MONGODB_URL: servers.mongodbUrl,
      TOCSIN_TEST_REDIS_URL: servers.redisUrl,
      TOCSIN_SEEDS: seeds,
      TOCSIN_SEED_ROUND: round,
      TOCSIN_SHARE: isOfAll(process.argv.slice(2)) ? 'small' : (process.env.TOCSIN_SHARE ?? ''),
      // jest reports failing tests; a file that fails as a whole must not look like a pass.
      NODE_NO_WARNINGS: '1',
      ...env,
    });
    return { code, report: read(results) };
  };
  const first = await jest(chosen(process.argv.slice(2)));
  let { code, report } = first;
  for (const file of filesToRunAgain(report)) {
    say(`\nOnce more, alone: ${path.relative(root, file)}`);
    const seed = seedOf(seeds, file);
    const second = await jest(['--runTestsByPath', file], seed === null ? {} : { TOCSIN_SEED: seed });
    report = withSecondRun(report, second.report);
    code = report.numFailedTests + report.numRuntimeErrorTestSuites;
  }
  await servers.stop();
  if (report !== null) for (const line of passedAlone(first.report, report, root)) say(line);
  for (const line of [...skipped(report, root), ...failures(report, root)]) say(line);
  const { line, isGood } = verdict(report, code);
  say(line);
  process.exit(isGood ? 0 : 1);
}

/** The seed that the file drew (test/support/seed.ts); null where it drew none. */
const seedOf = (directory, file) => {
  const name = createHash('sha256').update(file).digest('hex');
  try {
    return readFileSync(path.join(directory, name), 'utf8');
  } catch {
    return null;
  }
};

/** Files of a minute and more, most of them shares of suites that `npm run prove` runs in full. */
const LONG = [
  'test/fault/a-failing-job',
  'test/fault/a-failover-under-load',
  'test/fault/a-walk-is-interrupted',
  'test/fault/edge/bodies-that-never-end',
  'test/fault/edge/readers-that-never-read',
  'test/fault/edge/the-edge-is-attacked',
  'test/fault/kills',
  'test/fault/numbering-with-a-slow-database',
  'test/fault/the-pipeline-survives',
  'test/journey/audience/unlisted-members',
  'test/journey/unnamed/unnamed-publishers-are-alike',
];

/** Proofs of what leaks: a run of everything, and so CI, takes a small share of each (test/support/seed.ts). */
const SHARED = [
  'test/journey/audience/declared-edges',
  'test/journey/hidden/hidden-costs-what-absent-costs',
  'test/journey/hidden/twin-worlds-answer-alike',
  'test/journey/nothing-leaks-over-http',
];

const isOfAll = (given) => !given.includes('--long') && given.every((each) => each.startsWith('-'));

const chosen = (given) => {
  if (given.includes('--long')) return [...given.filter((each) => each !== '--long'), ...LONG, ...SHARED];
  return !isOfAll(given) ? given : [...given, ...LONG.map((file) => `--testPathIgnorePatterns=${file}`)];
};

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

main().catch(fail);
