// A build of the console is put in its place, whatever happens meanwhile to the sources, the place and other builds.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';

type Module = { moveThere(beside: string, place: string, isThere: () => boolean): void };

let moveThere: Module['moveThere'];
let within: string;
beforeAll(async () => {
  ({ moveThere } = (await import(
    path.join(import.meta.dirname, '../../../scripts/console/build-console.mjs')
  )) as Module);
});
beforeEach(() => {
  within = mkdtempSync(path.join(tmpdir(), 'tocsin-placed-'));
});
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const build = (name: string): string => {
  const folder = path.join(within, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'page'), name);
  made.push(within);
  return folder;
};
const pageAt = (place: string): string => readFileSync(path.join(place, 'page'), 'utf8');

test('in place of the one before, which goes', () => {
  const [place, beside] = [build('dist'), build('mine')];
  moveThere(beside, place, () => false);
  expect(pageAt(place)).toBe('mine');
  expect([existsSync(beside), existsSync(`${beside}.former`)]).toEqual([false, false]);
});

test('although the sources changed while it was built, so that it never fits', () => {
  const place = path.join(within, 'dist');
  moveThere(build('mine'), place, () => false);
  expect(pageAt(place)).toBe('mine');
});

test('not where another of the same sources is there', () => {
  const [place, beside] = [build('dist'), build('mine')];
  moveThere(beside, place, () => true);
  expect([pageAt(place), existsSync(beside)]).toEqual(['dist', false]);
});

test('and one that is gone is an error, not a wait', () => {
  expect(() => moveThere(path.join(within, 'nothing'), path.join(within, 'dist'), () => false)).toThrow(
    'ENOENT',
  );
});
