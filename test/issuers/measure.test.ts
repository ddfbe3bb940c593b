// The intake reads the advisories of each issuer as a person does, and the page that says so is fresh.
import { expect, test } from '@jest/globals';
import { freshPage, measure, ownFiles, page, verdicts } from './measure.ts';

test('every advisory is read, and every field, grade and first action is as a person reads it', () => {
  const files = ownFiles();
  const said = verdicts();
  expect(files.length).toBeGreaterThan(600);
  expect(Object.keys(said).length).toBeGreaterThanOrEqual(40);
  const names = new Set(files.map(([name]) => name));
  expect(Object.keys(said).filter((name) => !names.has(name))).toEqual([]);
  const { misses, rows } = measure(files, said);
  expect(misses).toEqual([]);
  expect(rows.size).toBeGreaterThanOrEqual(8);
});

test('docs/issuers.md is fresh', () => {
  expect(page()).toBe(freshPage());
});
