// Every view of the console has its pictures in docs/console, at a desk and on a telephone, none larger than 80 kB, no two of
// them the same, and the page there lists them. `npm run capture -- console` takes them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { PICTURES } from '../capture/pictures.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'docs/console');
const ROUTER = path.join(ROOT, 'src/console/app/router.tsx');
const MOST_BYTES = 80_000;

const sample = {
  live: 'live',
} as Parameters<(typeof PICTURES)[number]['at']>[0];

test('each view of the router has a picture', () => {
  const paths = [...readFileSync(ROUTER, 'utf8').matchAll(/path: '(\/[^']*)'/g)].map(([, each = '']) =>
    each.replace(/\$\w+/, '*'),
  );
  const pictured = PICTURES.map(({ at }) =>
    at(sample)
      .replace(/\?.*/, '')
      .replace(/^\/(warning|board|members|communities)\/.+/, '/$1/*'),
  );
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((each) => !pictured.includes(each))).toEqual([]);
});

test('every picture is there, is listed, and is small', () => {
  const page = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
  const wanted = PICTURES.flatMap(({ file, isArabic = false, isDeskAlone = false }) => [
    `${file}.webp`,
    ...(isArabic ? [`${file}-ar.webp`] : []),
    ...(isDeskAlone ? [] : [`${file}-390.webp`]),
  ]);
  const found = readdirSync(FOLDER).filter((name) => name.endsWith('.webp'));
  expect(found.sort()).toEqual(wanted.sort());
  expect(found.filter((name) => !page.includes(`(${name})`))).toEqual([]);
  expect(found.filter((name) => statSync(path.join(FOLDER, name)).size > MOST_BYTES)).toEqual([]);
});

// A view that never came leaves the page to sign in, or the same failure, on every picture; its bytes are the same then.
test('no two pictures are the same', () => {
  const filesOf = new Map<string, string[]>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.webp'))) {
    const digest = createHash('sha256')
      .update(readFileSync(path.join(FOLDER, file)))
      .digest('hex');
    filesOf.set(digest, [...(filesOf.get(digest) ?? []), file]);
  }
  expect([...filesOf.values()].filter((files) => files.length > 1)).toEqual([]);
});
