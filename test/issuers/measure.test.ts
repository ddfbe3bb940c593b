// The intake reads the advisories of each issuer as a person does, and the page that says so is fresh.
import { expect, test } from '@jest/globals';
import { freshPage, measure, ownFiles, page, verdicts } from './measure.ts';

test('every advisory, field, grade and first action is read as a person reads it, and docs/issuers.md is fresh', () => {
  const files = ownFiles();
  const said = verdicts();
  expect(files.length).toBeGreaterThan(600);
  expect(Object.keys(said).length).toBeGreaterThanOrEqual(40);
  const names = new Set(files.map(([name]) => name));
  expect(Object.keys(said).filter((name) => !names.has(name))).toEqual([]);
  const measured = measure(files, said);
  expect(measured.misses).toEqual([]);
  expect(measured.rows.size).toBeGreaterThanOrEqual(8);
  expect(page()).toBe(freshPage(measured));
});
