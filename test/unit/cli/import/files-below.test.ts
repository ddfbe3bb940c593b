// A folder of an import is walked once: links to folders are not followed, and what is no file is left alone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { advisoryFiles } from '../../../../src/cli/import/advisory-files.ts';
import { publishedFiles } from '../../../../src/cli/import/published-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('links that lead up, nowhere or to pipes, and folders with the name of a file are passed by', () => {
  const put = (name: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '{}');
    return file;
  };
  const files = [put('a.json'), put('below/b.JSON'), put('x.json/c.json')];
  put('below/read.me');
  symlinkSync(folder, path.join(folder, 'below/up'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dead.json'));
  symlinkSync(path.join(folder, 'a.json'), path.join(folder, 'z.json'));
  expect(spawnSync('mkfifo', [path.join(folder, 'pipe.json')]).status).toBe(0);
  const all = [...files, path.join(folder, 'z.json')].sort();
  expect(advisoryFiles([folder])).toEqual(all);
  expect(publishedFiles([folder]).map(({ name }) => name)).toEqual(all);
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
