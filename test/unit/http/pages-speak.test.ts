// The words of the hub's own pages: every language has every key, the same placeholders, and the forms for numbers that it needs.
// Where they name what the console names, they say the same.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROLES } from '../../../src/domain/member.ts';
import { SECTORS } from '../../../src/domain/sector.ts';
import { REFUSAL_CODES, refusalIn } from '../../../src/http/sign-in/words/refusals.ts';
import { counted, dayIn, filled, momentIn, speechOf } from '../../../src/http/sign-in/words/speech.ts';
import { PAGE_LANGUAGES, TAGS, wordsOf } from '../../../src/http/sign-in/words/words.ts';

const SRC = path.join(import.meta.dirname, '../../../src');
const CONSOLE = path.join(SRC, 'console/words');
const FOLDER = path.join(SRC, 'http/sign-in/words');

const flat = (value: unknown, before = ''): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => flat(each, before === '' ? name : `${before}.${name}`))
    : [[before, String(value)]];

const PLURAL = /_(zero|one|two|few|many|other)$/;
const keysOf = (language: (typeof TAGS)[number]): Map<string, string> => new Map(flat(wordsOf(language)));
const english = keysOf('en');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([each]) => each).sort();

const asked = (headers: Record<string, string>, url = '/sign-in', method = 'GET') =>
  speechOf({ headers, url, method });

test('they are the languages of the console, under the same names', () => {
  const files = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files(FOLDER).sort()).toEqual(files(CONSOLE).sort());
  expect(files(path.join(FOLDER, 'refusals')).sort()).toEqual(
    files(CONSOLE)
      .filter((name) => name !== 'en.json')
      .sort(),
  );
  const names = readFileSync(path.join(CONSOLE, 'words.ts'), 'utf8');
  for (const [tag, name] of Object.entries(PAGE_LANGUAGES)) {
    expect(names).toContain(`'${name}'`);
    expect(files(FOLDER)).toContain(`${tag}.json`);
  }
});

describe.each(TAGS)('%s', (language) => {
  const words = keysOf(language);

  test('has every key, and no other', () => {
    const plain = (keys: Map<string, string>) => [...keys.keys()].filter((key) => !PLURAL.test(key)).sort();
    expect(plain(words)).toEqual(plain(english));
    const numbered = new Set(
      [...english.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    expect(numbered.size).toBeGreaterThan(0);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...numbered].flatMap((key) => forms.map((form) => `${key}_${form}`)).sort();
    expect([...words.keys()].filter((key) => PLURAL.test(key)).sort()).toEqual(wanted);
  });

  test('says something at each, with the placeholders of English', () => {
    for (const [key, text] of words) {
      const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      const wanted = placeholders(model);
      const found = placeholders(text);
      // A form for one, two or none may leave the number out.
      const isShort = /_(zero|one|two)$/.test(key) && found.every((each) => wanted.includes(each));
      expect([key, text.trim() !== '', isShort || found.join() === wanted.join()]).toEqual([key, true, true]);
    }
  });

  test('says what the console says', () => {
    const said = JSON.parse(readFileSync(path.join(CONSOLE, `${language}.json`), 'utf8'));
    const { sector, kind, role } = wordsOf(language);
    expect(sector).toEqual(said.sector);
    expect(Object.keys(sector).sort()).toEqual(SECTORS.map(({ id }) => id).sort());
    expect(Object.keys(role).sort()).toEqual([...ROLES].sort());
    const { HUB: _, ...kinds } = kind;
    expect(said.members.kind).toMatchObject(kinds);
  });

  test('has words for every refusal of the list', () => {
    if (language === 'en') {
      expect(refusalIn('en', 'SIGN_IN_REFUSED')).toBeNull();
      return;
    }
    const file = path.join(FOLDER, 'refusals', `${language}.json`);
    const refusals: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(refusals).sort()).toEqual([...REFUSAL_CODES].sort());
    for (const [code, text] of Object.entries(refusals))
      expect([code, text.trim().length > 5]).toEqual([code, true]);
    expect(new Set(Object.values(refusals)).size).toBe(REFUSAL_CODES.length);
    expect(refusalIn(language, 'toString')).toBeNull();
  });
});

test('no language is a copy of English', () => {
  for (const language of TAGS.filter((each) => each !== 'en')) {
    const same = [...keysOf(language)].filter(
      ([key, text]) => english.get(key) === text && /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect([language, same.length / english.size < 0.04 ? [] : same]).toEqual([language, []]);
  }
});

test.each([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['pt-PT', 'pt-BR'],
  ['zh-Hant-TW, en', 'zh'],
  ['de, ru;q=0.5, en;q=0.4', 'ru'],
  ['en;q=0.1, ar', 'ar'],
  ['fr;q=0, es', 'es'],
  ['de', 'en'],
  ['*', 'en'],
  ['', 'en'],
  ['constructor, __proto__', 'en'],
])('of %s the pages speak %s', (accepted, language) => {
  expect(asked({ 'accept-language': accepted }).language).toBe(language);
});

test('what was chosen goes before what the browser prefers', () => {
  const headers = { 'accept-language': 'fr', cookie: '__Host-tocsin-language=ru' };
  expect(asked(headers)).toMatchObject({ language: 'ru', chosen: null, isChosen: true });
  expect(asked(headers, '/sign-in?language=ar')).toMatchObject({ language: 'ar', chosen: 'ar' });
  expect(asked(headers, '/sign-in?language=ar', 'POST')).toMatchObject({ language: 'ru', chosen: null });
  expect(asked(headers, '/sign-in?language=toString').language).toBe('ru');
  expect(asked({ cookie: '__Host-tocsin-language=xx', 'accept-language': 'es' }).language).toBe('es');
});

test('numbers take the form of their language', () => {
  const wait = (language: string, count: number) =>
    counted(asked({ 'accept-language': language }), 'failed', { of: 'wait', count });
  expect(wait('en', 1)).toBe('Wait 1 second, then try again.');
  expect(wait('en', 30)).toBe('Wait 30 seconds, then try again.');
  expect(['ru', 'ru', 'ru'].map((each, at) => wait(each, [21, 3, 12][at] ?? 0))).toEqual([
    'Подождите 21 секунду и повторите.',
    'Подождите 3 секунды и повторите.',
    'Подождите 12 секунд и повторите.',
  ]);
  expect(wait('ar', 2)).toContain('ثانيتين');
  expect(wait('ar', 5)).toContain('5 ثوانٍ');
});

test('times are those of UTC, in the words of the language and with the same digits', () => {
  const at = new Date('2026-11-30T23:05:00Z');
  const said = (language: string) => momentIn(asked({ 'accept-language': language }), at).html;
  expect(said('en')).toBe('<time datetime="2026-11-30T23:05:00.000Z">30 Nov 2026, 23:05 UTC</time>');
  for (const language of TAGS) {
    expect(said(language)).toContain('23:05');
    expect(said(language)).toMatch(/30.*UTC|2026.*UTC/);
    expect(dayIn(asked({ 'accept-language': language }), at).html).toContain('datetime="2026-11-30"');
  }
  expect(said('fr')).toContain('nov.');
});

test('what people wrote is escaped, and keeps its direction', () => {
  expect(filled('A {{who}} & <b>', { who: '<i>{{who}}</i>' }).html).toBe(
    'A <bdi>&lt;i&gt;{{who}}&lt;/i&gt;</bdi> &amp; &lt;b&gt;',
  );
});
