// Only the store uses the driver: services and workers call the store's functions, and inspect no MongoDB error.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '../..');

const sources = (...folders: readonly string[]): { readonly file: string; readonly text: string }[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
      .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  );

const VERBS =
  'find|findOne|aggregate|distinct|countDocuments|watch|bulkWrite|(?:insert|update|delete)(?:One|Many)|replaceOne|findOneAnd\\w+';
const DRIVER = new RegExp(
  `hub\\.\\w+\\.\\w+\\s*\\.(?:${VERBS})\\(|database\\s*\\.(?:collection|model|native)\\(|\\.connection\\b|\\bisDuplicateKey\\b|\\b11000\\b`,
);

/** Only this one: it puts the driver's codes, as a job was given up with, into words for an operator. */
const STILL = ['src/domain/record/job.ts'];

test('services, interfaces, workers and seeds', () => {
  const outside = sources('src', 'workers', 'seeds').filter(({ file }) => !file.startsWith('src/store/'));
  expect(outside.length).toBeGreaterThan(150);
  const asking = outside.filter(({ text }) => DRIVER.test(text)).map(({ file }) => file);
  expect(asking).toEqual(STILL);
});

test('stored texts of versions are parsed and written in one place', () => {
  const parsing = sources('src', 'workers', 'seeds').filter(({ text }) =>
    /JSON\.parse\([^)]*\bcontent\b/.test(text),
  );
  expect(parsing).toEqual([]);
});

test('the store itself names collections only in its declarations', () => {
  const naming = sources('src/store').filter(({ text }) =>
    /\.(?:collection|createCollection)(?:<[^>]*>)?\(\s*['"`]/.test(text),
  );
  expect(naming).toEqual([]);
});
