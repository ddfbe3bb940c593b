// The suite of outside judges; `npm run judge` starts it with their Python and the servers. A whole run is recorded with
// the commit it measured in docs/judged.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seed as drawnSeed } from '../support/seed.ts';
import type { Json } from './bundles.ts';
import { judgeEndpoint } from './endpoint.ts';
import { judgeGivenOut } from './given-out.ts';
import { type Judge, openJudge } from './judge.ts';
import { judgeIds, judgePatterns, judgeSurvival, type Row, type Section } from './sections.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Valid objects from the validator's own cases: the input of the mutations. */
const samples = (): Json[] => {
  const file = new URL('../../packages/stix2-ts/test/conformance/cases/stix-2.1-cases.json', import.meta.url);
  const cases = JSON.parse(readFileSync(file, 'utf8')) as { must_valid: boolean; object?: Json }[];
  return cases.flatMap(({ must_valid, object }) =>
    must_valid && typeof object === 'object' && object !== null && !Array.isArray(object) ? [object] : [],
  );
};

const share = values.quick ? 100 : 1;
const sections: Readonly<Record<string, (judge: Judge, seed: number) => Promise<Section>>> = {
  ids: (judge, seed) => judgeIds(judge, seed, 10_000 / share),
  patterns: (judge, seed) => judgePatterns(judge, seed, 100_000 / share, say),
  survival: (_, seed) => judgeSurvival(samples(), seed, 20_000 / share, 1_000 / Math.sqrt(share)),
  endpoint: (_, seed) => judgeEndpoint(samples(), seed, 20_000 / share, 1_000 / Math.sqrt(share)),
  'given-out': (judge) => judgeGivenOut(judge),
};

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();

const page = (rows: readonly Row[], notes: readonly string[], facts: Record<string, string>): string =>
  [
    '# What outside judges say about `stix2-ts` and the hub',
    '',
    'Made by `npm run judge`, which takes some minutes. `npm test` runs a small form of it against recorded answers of the judges.',
    '',
    ...Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`),
    '',
    '| what | cases | result | |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, cases, result, isGood }) =>
        `| ${what} | ${cases} | ${result} | ${isGood ? 'holds' : 'FAILS'} |`,
    ),
    '',
    ...(notes.length > 0 ? ['## Differences', '', ...notes.map((note) => `- ${note}`), ''] : []),
  ].join('\n');

const seed = values.seed === undefined ? drawnSeed() : Number(values.seed);
const judge = openJudge(process.env['TOCSIN_JUDGES_PYTHON'] ?? 'python3');
const isChanged = git('status', '--porcelain', '--', '../../src', '.') !== '';
const facts = {
  commit: git('rev-parse', '--short', 'HEAD') + (isChanged ? ' and changes' : ''),
  date: new Date().toISOString(),
  judges: Object.entries(await judge.versions())
    .map(([name, version]) => `${name} ${version}`)
    .join(', '),
  seed: String(seed),
};
const rows: Row[] = [];
const notes: string[] = [];
for (const name of values.only?.split(',') ?? Object.keys(sections)) {
  const section = sections[name];
  if (section === undefined)
    throw new Error(`There is no ${name}; there are ${Object.keys(sections).join(', ')}.`);
  say(`${name} (seed ${seed})`);
  const { rows: results, notes: found } = await section(judge, seed);
  for (const { what, cases, result, isGood } of results)
    say(`  ${isGood ? 'holds' : 'FAILS'}  ${cases} ${what}: ${result}`);
  for (const note of found.slice(0, 40)) say(`    ${note.slice(0, 500)}`);
  rows.push(...results);
  notes.push(...found);
}
judge.close();
if (values.only === undefined && !values.quick) {
  writeFileSync(new URL('../../docs/judged.md', import.meta.url), page(rows, notes.slice(0, 200), facts));
  say('Kept in docs/judged.md.');
}
process.exit(rows.every(({ isGood }) => isGood) ? 0 : 1);
