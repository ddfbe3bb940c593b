// Checks before and after a command: installed packages against the lock file, resources of the machine, the last line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isOnThisMachine, printedUrl } from '../../../scripts/console/printed-url.mjs';
import { filesToRunAgain, passedAlone, withSecondRun } from '../../../scripts/setup/again.mjs';
import { shortages } from '../../../scripts/setup/machine.mjs';
import { isInstalled } from '../../../scripts/setup/node24.mjs';
import { openDataDirectory } from '../../../scripts/setup/server/data-directory.mjs';
import { redisFault } from '../../../scripts/setup/server/given-redis.mjs';
import { failures, skipped, verdict } from '../../../scripts/setup/verdict.mjs';
import { seedIn } from '../../support/seed.ts';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  },
};

test.each([
  ['all as locked', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['one missing', {}, false],
])('installed packages, %s: %j → %s', (_, packages, expected) => {
  expect(isInstalled(lock, { packages })).toBe(expected);
});

test('a small machine gets a message about what it lacks', () => {
  const gigabyte = 1024 ** 3;
  const deps = { memory: 4 * gigabyte, disk: 40 * gigabyte, directory: '/d' };
  expect(shortages(deps)).toEqual([]);
  expect(shortages({ ...deps, memory: gigabyte / 4 }).join()).toContain('only 256.0 MB of memory');
  expect(shortages({ ...deps, disk: gigabyte }).join()).toContain('disk is free for /d');
});

test('what is printed is where the pages are, and the links of the sample where they are taken', () => {
  expect(printedUrl(null, 4000)).toBe('http://localhost:4000');
  expect(printedUrl('https://hub.example.org', 4000)).toBe('https://hub.example.org');
  expect(['http://localhost:4000', 'http://localhost:5000'].map(isOnThisMachine)).toEqual([true, true]);
  expect(isOnThisMachine('https://localhost.example.org')).toBe(false);
});

const report = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0, testResults: [] };

test.each([
  ['all passed', report, 0, '5 passed, 0 failed', true],
  ['one failed', { ...report, numFailedTests: 1 }, 1, '5 passed, 1 failed', false],
  ['a file could not run', { ...report, numRuntimeErrorTestSuites: 1 }, 1, '5 passed, 1 failed', false],
  ['jest ended badly after passing', report, 1, '5 passed, 1 failed', false],
  ['no test ran', { ...report, numPassedTests: 0 }, 0, '0 passed, 1 failed', false],
  ['no report', null, 1, '0 passed, 1 failed', false],
])('the last line when %s', (_, given, code, line, isGood) => {
  expect(verdict(given, code)).toEqual({ line, isGood });
});

test('failures are named', () => {
  const assertionResults = [{ status: 'failed', fullName: 'rings' }];
  const testResults = [
    { name: '/r/test/a.test.ts', status: 'failed', assertionResults },
    { name: '/r/test/b.test.ts', status: 'failed', assertionResults: [] },
  ];
  expect(failures({ testResults }, '/r/')).toEqual([
    '',
    '  failed: test/a.test.ts: rings',
    '  failed: test/b.test.ts (could not run)',
  ]);
});

test('what was left out is named, so that it does not look as if it held', () => {
  const left = [{ status: 'passed' }, { status: 'pending' }, { status: 'pending' }];
  const testResults = [
    { name: '/r/test/a.test.ts', assertionResults: left },
    { name: '/r/test/b.test.ts', assertionResults: [{ status: 'passed' }] },
  ];
  expect(skipped({ testResults }, '/r/')).toEqual(['', '  not run: test/a.test.ts: 2 tests']);
});

const fileWith = (name: string, ...statuses: readonly string[]) => ({
  name: `/r/test/${name}.test.ts`,
  status: statuses.length > 0 && statuses.every((each) => each === 'passed') ? 'passed' : 'failed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `${name} ${index}` })),
});

test('what fails is run again: the second run counts, and what passes only then is named', () => {
  const first = {
    ...report,
    testResults: [fileWith('a', 'passed'), fileWith('b', 'passed', 'failed'), fileWith('c')],
  };
  expect(filesToRunAgain(first)).toEqual(['/r/test/b.test.ts', '/r/test/c.test.ts']);
  const later = withSecondRun(first, { testResults: [fileWith('b', 'passed', 'passed')] });
  expect(later).toMatchObject({ numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 1 });
  expect(passedAlone(first, later, '/r/')).toEqual(['', '  passed only when it ran alone: test/b.test.ts']);
  expect(failures(later, '/r/')).toEqual(['', '  failed: test/c.test.ts (could not run)']);
  expect(withSecondRun(first, null)).toMatchObject({ numFailedTests: 1, numRuntimeErrorTestSuites: 1 });
});

test('a run in which much fails is not repeated', () => {
  const many = Array.from({ length: 7 }, (_, index) => fileWith(String(index), 'failed'));
  expect(filesToRunAgain({ ...report, testResults: many })).toEqual([]);
  expect(filesToRunAgain(null)).toEqual([]);
});

test('a round of CI has a seed for each file, wherever the repository lies', () => {
  const seeds = ['one', 'other'].flatMap((name) => [
    seedIn('1', path.join(import.meta.dirname, name)),
    seedIn('2', path.join(import.meta.dirname, name)),
  ]);
  expect(new Set(seeds).size).toBe(4);
  expect(seedIn('1', path.join(import.meta.dirname, 'one'))).toBe(1_962_369_172);
});

describe('what a start is given', () => {
  test('a data directory that cannot be made is named at once', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-ground-'));
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => openDataDirectory(path.join(file, 'data'))).toThrow(`${file}/data cannot be used`);
    expect(() => openDataDirectory(file)).toThrow('is a file');
    // There a recursive mkdir of Node never ends.
    if (process.platform === 'linux')
      expect(() => openDataDirectory('/proc/tocsin/data')).toThrow('nothing can be made there');
    expect(openDataDirectory(path.join(folder, 'a', 'b'))).toMatch(/a.b$/);
    rmSync(folder, { recursive: true, force: true });
  });

  test('a Redis that does not answer is named, and no password', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const fault = await redisFault(`redis://:s3cret@127.0.0.1:${port}`);
    expect(fault).toBe(`Redis at 127.0.0.1:${port} (REDIS_URL) cannot be used: nothing listens there.`);
    expect(await redisFault('127.0.0.1:6379')).toContain('REDIS_URL is no address');
  });
});
