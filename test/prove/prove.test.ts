// The runner of the proof: chunks that end badly are failures, an interrupted run goes on, and the page keeps what this run
// did not measure.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chooseSuites, findSuites, loadSuite } from './find-suites.ts';
import { pageWith } from './page.ts';
import { openProgress, sumOf, timeLeft } from './progress.ts';
import { runChunk, seedOfChunk } from './run-chunk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-prove-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const suiteFile = (name: string, body: string): string => {
  const file = path.join(folder, `${name}.ts`);
  writeFileSync(
    file,
    `export const suite = { id: '${name}', promise: 'It holds.', chunks: 4, runChunk: async (options) => { ${body} } };\n`,
  );
  return file;
};

const run = async (name: string, body: string, longestMs?: number, signal = new AbortController().signal) => {
  const file = suiteFile(name, body);
  const said: string[] = [];
  const result = await runChunk(
    { file, suite: await loadSuite(file), chunk: 2, seed: 7 },
    (line) => said.push(line),
    signal,
    longestMs,
  );
  return { result, said };
};

test('a chunk gets its number and seed, says lines, and gives its result', async () => {
  const { result, said } = await run(
    'good',
    "options.say('half'); return { counted: options.chunk, failures: [], figures: { seed: options.seed } };",
  );
  expect(said).toEqual(['half']);
  expect(result).toMatchObject({ counted: 2, failures: [], figures: { seed: 7 } });
});

test('a chunk that throws, crashes, or says nothing is a failure with its first and last words', async () => {
  for (const [name, body, words] of [
    ['thrown', "throw new Error('it broke');", 'it broke'],
    ['wordy', "console.error('it broke' + '.'.repeat(100_000) + 'at last'); process.exit(3);", 'it broke.'],
    ['wordy-to-its-end', "console.error('.'.repeat(100_000) + 'at last'); process.exit(3);", '.at last'],
    [
      'crashed',
      'process.kill(process.pid, "SIGKILL"); await new Promise(() => setInterval(() => {}, 1000));',
      'SIGKILL',
    ],
    [
      'late-rejection',
      "void Promise.reject(new Error('nobody listens')); await new Promise((r) => setTimeout(r, 500)); return { counted: 1, failures: [] };",
      'nobody listens',
    ],
  ] as const) {
    const { result } = await run(name, body);
    expect(result?.counted).toBe(0);
    expect(result?.failures[0]).toContain('chunk 2 (seed 7)');
    expect(result?.failures[0]).toContain(words);
  }
});

test('a chunk that hangs is ended and is a failure; one that the user ends is not run', async () => {
  const hanging = 'await new Promise(() => setInterval(() => {}, 1000));';
  const { result } = await run('hanging', hanging, 2_000);
  expect(result?.failures[0]).toContain('not done after');
  const ending = new AbortController();
  setTimeout(() => ending.abort(), 1_000);
  expect((await run('ended', hanging, undefined, ending.signal)).result).toBeNull();
});

test('every chunk has a seed of its own, the same each time', () => {
  const seeds = [
    seedOfChunk(1, 'T1', 0),
    seedOfChunk(1, 'T1', 1),
    seedOfChunk(1, 'T2', 0),
    seedOfChunk(2, 'T1', 0),
  ];
  expect(new Set(seeds).size).toBe(4);
  expect(seedOfChunk(1, 'T1', 0)).toBe(seeds[0]);
});

test('a run goes on where it ended, for the same commit and seed only', () => {
  const place = path.join(folder, 'proof');
  const first = openProgress(place, 'abc1234', 5);
  first.keep('T1', 3, { counted: 10, failures: ['one'], figures: { 'worst ms': 7 }, seconds: 2 });
  first.keep('T1', 1, { counted: 5, failures: [], figures: { 'worst ms': 9 }, seconds: 4 });
  first.keep('T2', 0, { counted: 1, failures: [], seconds: 1 });
  const again = openProgress(place, 'abc1234', 5);
  expect([...again.done('T1').keys()].sort()).toEqual([1, 3]);
  expect(sumOf(again.done('T1').values())).toEqual({
    counted: 15,
    failures: ['one'],
    figures: new Map([['worst ms', 9]]),
    seconds: 6,
  });
  expect(timeLeft(again.done('T1').values(), 60)).toBe('about 3 min left');
  expect(timeLeft([], 60)).toBeNull();
  expect(openProgress(place, 'abc1234', 6).done('T1').size).toBe(0);
  expect(openProgress(place, 'def5678', 5).done('T1').size).toBe(0);
  again.forget(['T1']);
  const later = openProgress(place, 'abc1234', 5);
  expect([later.done('T1').size, later.done('T2').size]).toEqual([0, 1]);
});

test('the page has a row of each suite that ran, and keeps the others as they were', () => {
  const proved = (id: string, failures: readonly string[], commit: string) => ({
    suite: { id, promise: `${id} holds.`, chunks: 2 },
    sum: { counted: 20, failures, figures: new Map([['worst ms', 1.23456]]), seconds: 61.4 },
    commit,
    seed: 9,
    date: '2026-11-29',
  });
  const known = ['T1', 'T2', 'kills'];
  const before = pageWith('', [proved('T1', ['a | b'], 'aaaaaaa'), proved('kills', [], 'aaaaaaa')], known);
  expect(before).toContain(
    '| T1 | T1 holds. | aaaaaaa | 2026-11-29 | 9 | 2 | 20 | 1 | worst ms 1.235 | 61 |',
  );
  expect(before).toContain('- T1: `a | b`');
  const after = pageWith(before, [proved('T2', [], 'bbbbbbb'), proved('T1', [], 'bbbbbbb')], known);
  const rows = after.split('\n').filter((line) => /^\| (T1|T2|kills) /.test(line));
  expect(rows.map((row) => row.split(' | ').slice(0, 3).join(' '))).toEqual([
    '| T1 T1 holds. bbbbbbb',
    '| T2 T2 holds. bbbbbbb',
    '| kills kills holds. aaaaaaa',
  ]);
  expect(after).not.toContain('## Failures');
  // A suite that is no longer there has no row.
  expect(pageWith(after, [], ['T2'])).not.toContain('| kills |');
});

test('every suite is whole, and is found by its id', async () => {
  const suites = await findSuites();
  const ids = suites.map(({ suite }) => suite.id);
  expect(ids.slice(0, 2)).toEqual(['T1', 'T2']);
  expect(chooseSuites(suites, ['t2']).map(({ suite }) => suite.id)).toEqual(['T2']);
  expect(chooseSuites(suites, [])).toEqual(suites);
  expect(() => chooseSuites(suites, ['nobody'])).toThrow('There is no suite nobody. There are: T1, T2');
  const file = suiteFile('without', '');
  writeFileSync(file, 'export const other = 1;\n');
  await expect(loadSuite(file)).rejects.toThrow('exports no suite');
});
