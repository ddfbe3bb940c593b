// What a warning is found by: all names, whatever else is in its bundle, and the values of a long list of indicators.
import { expect, test } from '@jest/globals';
import type { StixObject } from 'stix2-ts/stix-object';
import { searchWords, wordsFound } from '../../../src/domain/likeness/words.ts';
import { searchTermsOf } from '../../../src/store/feed/search-terms.ts';

const object = (type: string, facts: object): StixObject =>
  ({ type, id: `${type}--1`, spec_version: '2.1', ...facts }) as unknown as StixObject;
const address = (at: number): string => `198.51.${Math.floor(at / 250)}.${at % 250}`;
const indicators = (count: number): StixObject[] =>
  Array.from({ length: count }, (_, at) =>
    object('indicator', {
      name: `Beacon ${at} to ${address(at)}`,
      pattern_type: 'stix',
      pattern: `[ipv4-addr:value = '${address(at)}']`,
    }),
  );
const finds = (objects: readonly StixObject[], search: string): boolean => {
  const words = wordsFound(['A headline'], searchTermsOf(objects));
  return searchWords(search).every((word) => words.some((each) => each.startsWith(word)));
};

test('1,500 indicators are found each by its value, and the malware and technique behind them by name', () => {
  const all = [
    ...indicators(1_500),
    object('malware', { name: 'Pumpkill' }),
    object('attack-pattern', { name: 'Phishing', external_references: [{ external_id: 'T1566' }] }),
  ];
  for (const search of ['pumpkill', 'T1566', address(0), address(1_499), 'headline'])
    expect([search, finds(all, search)]).toEqual([search, true]);
});

test('names are found beside more values than are kept; a value and its literal count once', () => {
  const all = [...indicators(9_000), object('software', { name: 'Frobnicator', vendor: 'ExCo' })];
  expect([finds(all, 'frobnicator'), finds(all, 'exco'), finds(all, address(8_999))]).toEqual([
    true,
    true,
    false,
  ]);
  expect(searchTermsOf(all)).toHaveLength(4_000);
  const url = object('indicator', {
    pattern_type: 'stix',
    pattern: "[domain-name:value = 'Evil.Example.org']",
  });
  expect(searchTermsOf([url])).toEqual(['evil.example.org']);
});
