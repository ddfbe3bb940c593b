import { expect, test } from '@jest/globals';
import { isLanguageTag } from '../../../src/domain/language-tag.ts';

test.each([
  ['en', true],
  ['pt-BR', true],
  ['zh-Hant-TW', true],
  ['zh-yue', true],
  ['de-DE-u-co-phonebk', true],
  ['sl-rozaj-biske', true],
  ['i-klingon', true],
  ['x-whatever', true],
  ['', false],
  ['e', false],
  ['english please', false],
  ['en_US', false],
  ['en-', false],
  ['en--US', false],
  ['englishman', false],
])('%s is a language tag: %s', (text, wanted) => {
  expect(isLanguageTag(text)).toBe(wanted);
});

test('a long text is checked in linear time', () => {
  expect(isLanguageTag('en-'.repeat(100_000))).toBe(false);
  expect(isLanguageTag('a'.repeat(1_000_000))).toBe(false);
});
