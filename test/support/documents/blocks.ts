// The commands a document asks its reader to type, and the output it promises. A block ```sh tour is typed in order, one
// ```sh tour beside=NAME runs in parallel (another terminal), ```text shown is the output of the block before it, and
// ```text shown by=NAME what a parallel one prints sooner or later.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Step =
  | { readonly does: 'type'; readonly text: string; readonly line: number; readonly beside: string | null }
  | { readonly does: 'show'; readonly text: string; readonly line: number; readonly by: string | null };

const FENCE = /^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm;
const ROOT = join(import.meta.dirname, '../../..');

/** Every fenced block of a document that is part of its tour, in order. */
export const stepsOf = (file: string): Step[] => {
  const document = readFileSync(join(ROOT, file), 'utf8');
  return [...document.matchAll(FENCE)].flatMap(([_, language, info = '', text = ''], index, all) => {
    const line = document.slice(0, all[index]?.index).split('\n').length;
    const [word, ...more] = info.split(' ');
    const named = (name: string): string | null =>
      more.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
    if (language === 'sh' && word === 'tour') return { does: 'type', text, line, beside: named('beside') };
    if (language === 'text' && word === 'shown') return { does: 'show', text, line, by: named('by') };
    return [];
  });
};

/** Values that differ on each run: ids, instants. In a document, … matches anything. */
const VARYING: readonly [RegExp, string][] = [
  [
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  ],
  [/\d{4}\\?-\d\d\\?-\d\d/g, '\\d{4}-\\d\\d-\\d\\d'],
  [/\d\d:\d\d(:\d\d\\\.\d\d\d)?/g, '\\d\\d:\\d\\d(:\\d\\d\\.\\d\\d\\d)?'],
  [/…/g, '.*'],
];

const lineExpression = (line: string): RegExp =>
  new RegExp(
    `^${VARYING.reduce((text, [from, to]) => text.replaceAll(from, () => to), line.trimEnd().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))}$`,
  );

/** The first line of `shown` missing from the output after the lines before it; null when all are there. */
export const missingFrom = (output: string, shown: string): string | null => {
  const lines = output.split(/\r?\n/).map((line) => line.replaceAll('\u0007', '').trimEnd());
  let at = 0;
  for (const wanted of shown.split('\n')) {
    if (wanted.trim() === '' || wanted.trim() === '…') continue;
    const expression = lineExpression(wanted);
    const found = lines.findIndex((line, index) => index >= at && expression.test(line));
    if (found < 0) return wanted;
    at = found + 1;
  }
  return null;
};
