// What a browser loads for the first view, compressed: the page, its styles, every script that it needs at once, the words.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { buildTheConsole } from '../support/console/build.ts';

const FOLDER = path.join(import.meta.dirname, '../../build/console');
const MOST_BYTES = 200 * 1024;

type Chunk = { readonly file: string; readonly css?: string[]; readonly imports?: string[] };

beforeAll(() => buildTheConsole(), 60_000);

/** A chunk and all that it imports, with their styles. */
const filesOf = (manifest: Record<string, Chunk>, name: string, found = new Set<string>()): Set<string> => {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the build has no ${name}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const each of chunk.imports ?? []) filesOf(manifest, each, found);
  return found;
};

test('the watch floor takes at most 200 kB, in each language', () => {
  const manifest = JSON.parse(readFileSync(path.join(FOLDER, 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const words = Object.keys(manifest).filter((name) => /^words\/[\w-]+\.json\?first$/.test(name));
  expect(words.length).toBeGreaterThanOrEqual(7);
  for (const language of words) {
    const files = new Set<string>(['index.html']);
    for (const entry of ['index.html', 'views/floor/floor.tsx', language]) filesOf(manifest, entry, files);
    const bytes = [...files].reduce(
      (sum, file) => sum + readFileSync(path.join(FOLDER, `${file}.gz`)).length,
      0,
    );
    expect([language, bytes < MOST_BYTES, bytes > 50_000]).toEqual([language, true, true]);
  }
});
