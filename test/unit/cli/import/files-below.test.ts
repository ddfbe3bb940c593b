// A folder of an import is walked once, whatever links lead to it, and what is no file is left alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { advisoryFiles } from '../../../../src/cli/import/advisory-files.ts';
import { filesBelow } from '../../../../src/cli/import/files-below.ts';
import { publishedFiles } from '../../../../src/cli/import/published-files.ts';

const base = mkdtempSync(path.join(tmpdir(), 'tocsin-files-'));
const folder = path.join(base, 'given');
afterAll(() => rmSync(base, { recursive: true }));

const put = (name: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '{}');
  return file;
};

test('links that lead up, nowhere or to pipes, and folders with the name of a file are passed by', () => {
  const files = [put('a.json'), put('below/b.JSON'), put('x.json/c.json')];
  put('below/read.me');
  symlinkSync(folder, path.join(folder, 'below/up'));
  // Of what the folder is in, nothing was given.
  put('../beside.json');
  symlinkSync(base, path.join(folder, 'below/above'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dead.json'));
  symlinkSync(path.join(folder, 'a.json'), path.join(folder, 'z.json'));
  expect(spawnSync('mkfifo', [path.join(folder, 'pipe.json')]).status).toBe(0);
  const all = [...files, path.join(folder, 'z.json')].sort();
  expect(advisoryFiles([folder])).toEqual(all);
  expect(publishedFiles([folder]).map(({ name }) => name)).toEqual(all);
});

test('a folder that is linked from elsewhere is read, once, and links in it too', () => {
  const at = path.join(base, 'linked');
  const [mirrored, further] = [put('../mirror/2026/a.json'), put('../further/b.json')];
  mkdirSync(at, { recursive: true });
  symlinkSync(path.dirname(mirrored), path.join(at, '2026'));
  symlinkSync(path.join(at, '2026'), path.join(at, 'again'));
  symlinkSync(path.dirname(further), path.join(path.dirname(mirrored), 'further'));
  symlinkSync(at, path.join(path.dirname(further), 'round'));
  expect(advisoryFiles([at])).toEqual([path.join(at, '2026/a.json'), path.join(at, '2026/further/b.json')]);
});

test('a file that is not there, or is not what it was, is said in words', () => {
  const absent = path.join(folder, 'nowhere/kev.json');
  expect(() => publishedFiles([absent])).toThrow(
    expect.objectContaining({ message: `${absent} cannot be read.`, why: 'There is no such file.' }),
  );
  const broken = path.join(folder, 'broken.csv');
  writeFileSync(broken, Buffer.from([0xff, 0xff]));
  expect(() => publishedFiles([broken])[0]?.text).toThrow(`${broken} cannot be read.`);
});

test('a folder that cannot be read is said in words; what a link leads to is named and passed by', () => {
  const absent = path.join(base, 'no-folder');
  expect(() => filesBelow(absent, /x/)).toThrow(
    expect.objectContaining({ message: `${absent} cannot be read.` }),
  );
  // Whoever tests may read everything, but no path that is too long: where it is the folder has a short one.
  const deep = put(`../mirrored/${'d'.repeat(200)}/lost.json`);
  const at = path.join(base, 'long');
  const parts = Array.from({ length: 20 }, () => 'p'.repeat(200));
  const long = path
    .join(at, ...parts)
    .slice(0, 4_000)
    .replace(/\/$/, '');
  mkdirSync(long, { recursive: true });
  symlinkSync(path.dirname(path.dirname(deep)), path.join(long, 'linked'));
  writeFileSync(path.join(long, 'kept.json'), '{}');
  let said = '';
  const { write } = process.stderr;
  process.stderr.write = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  try {
    expect(advisoryFiles([long])).toEqual([path.join(long, 'kept.json')]);
  } finally {
    process.stderr.write = write;
  }
  expect(said).toMatch(/linked\/d+ is passed by: .* The path is too long/);
});
