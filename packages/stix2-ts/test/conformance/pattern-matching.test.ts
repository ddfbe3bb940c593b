// The cases of the OASIS matcher: 261 patterns against observed data.
import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matchPattern } from 'stix2-ts/pattern';
import { readCases } from './cases.ts';

type Case = { pattern: string; matches: boolean | null; error: string | null };
type Group = { observations: { objects: unknown[] }[]; patterns: Case[] };

const groups = readdirSync(new URL('cases/pattern-matching/', import.meta.url)).map((file) => {
  const group = readCases(`pattern-matching/${file}`) as unknown as Group;
  return { file, objects: group.observations.flatMap((bundle) => bundle.objects), patterns: group.patterns };
});

const answers = groups.flatMap(({ objects, patterns }) =>
  patterns.map((one) => ({ ...one, answer: matchPattern(one.pattern, objects) })),
);

// §9.6.1: "If the arguments … are of incompatible types … the results are false; the sole exception is the !="
// (the OASIS matcher instead raises an error when a string that is not a time is compared with a time).
const isIncompatible = (error: string | null) => (error ?? '').includes('Invalid timestamp in JSON');
// §9.6: what is "not present" is false "regardless of the operators". §3.1 has no null, so a null is not present in
// STIX. The OASIS matcher compares null as a value, and so does this library, but only for !=.

test('refuses exactly what the matcher refuses', () => {
  const refused = answers.filter(({ answer }) => !answer.ok).map(({ pattern }) => pattern);
  const wanted = answers.filter(({ matches, error }) => matches === null && !isIncompatible(error));
  expect(refused).toEqual(wanted.map(({ pattern }) => pattern));
});

test('agrees where it evaluates, and reports what it does not', () => {
  const read = answers.flatMap(({ pattern, matches, answer }) =>
    answer.ok && matches !== null ? [{ pattern, matches, answer }] : [],
  );
  const others = read.filter(({ matches, answer }) => answer.matches !== null && answer.matches !== matches);
  expect(others.map(({ pattern }) => pattern)).toEqual([]);
  const open = read.filter(({ answer }) => answer.matches === null);
  expect(open.filter(({ answer }) => answer.notEvaluated.length === 0)).toEqual([]);
  const withoutLevel2 = open.filter(
    ({ pattern }) => !/MATCHES|WITHIN|START|REPEATS|FOLLOWEDBY|\] AND/.test(pattern),
  );
  expect(withoutLevel2).toEqual([]);
  expect(answers).toHaveLength(261);
});
