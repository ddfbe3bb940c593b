// Compiled code is cached between runs, in the user's cache and nowhere else; programs of a start get their bounds.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runOnce } from '../../../scripts/setup/stack.mjs';

const ROOT = path.join(import.meta.dirname, '../../..');

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-compiled-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const tocsin = (env: NodeJS.ProcessEnv): string => {
  const { NODE_COMPILE_CACHE: _, NODE_V8_COVERAGE: _coverage, ...rest } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ['bin/tocsin.mjs', 'stix', '--help'], {
    cwd: ROOT,
    env: { ...rest, XDG_CACHE_HOME: directory, TOCSIN_LAUNCHED: '', ...env },
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout;
};

const kept = (): string[] => {
  const place = path.join(directory, 'tocsin/compiled');
  return existsSync(place) ? readdirSync(place, { recursive: true }).map(String) : [];
};

test('tocsin caches compiled code, and answers the same from it', () => {
  const first = tocsin({});
  const files = kept();
  expect(files.length).toBeGreaterThan(10);
  expect(tocsin({})).toBe(first);
  expect(kept()).toEqual(files);
});

test('with the cache disabled nothing is kept', () => {
  tocsin({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(kept()).toEqual([]);
});

test('programs of a start have a bounded young generation and few arenas, unless set otherwise', async () => {
  const entry = path.join(directory, 'program.mjs');
  const said = path.join(directory, 'said.json');
  const facts = '{ flags: process.execArgv, arenas: process.env.MALLOC_ARENA_MAX }';
  writeFileSync(
    entry,
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(said)}, JSON.stringify(${facts}));`,
  );
  const run = { name: 'program', entry, cwd: directory, signal: AbortSignal.timeout(30_000) };
  await runOnce({ ...run, env: { ...process.env } });
  expect(JSON.parse(readFileSync(said, 'utf8'))).toEqual({
    flags: ['--max-semi-space-size=4'],
    arenas: '2',
  });
  await runOnce({ ...run, env: { ...process.env, MALLOC_ARENA_MAX: '8' } });
  expect(JSON.parse(readFileSync(said, 'utf8')).arenas).toBe('8');
});
