// The words of the console: every language has every key, the same placeholders, and the plural forms that it needs. The
// types know the keys of English, so that a view cannot ask for one that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LATER, LATER_VIEWS } from '../../scripts/console/later-words.mjs';
import { EVENTS } from '../../src/console/views/partnership/audit/events.ts';
import { ACT_EVENTS } from '../../src/domain/record/act-events.ts';
import { ACT_FACTS, CHANGED_FIELDS } from '../../src/domain/record/act-facts.ts';
import { RETENTION_CLASSES } from '../../src/domain/retention/classes.ts';
import { HOLD_SCOPES } from '../../src/domain/retention/hold.ts';
import { SECTORS } from '../../src/domain/sector.ts';
import { APPROVABLES } from '../../src/service/approval/approvables.ts';

const CONSOLE = path.join(import.meta.dirname, '../../src/console');
const FOLDER = path.join(CONSOLE, 'words');
const LANGUAGES = ['ar', 'en', 'es', 'fr', 'pt-BR', 'ru', 'zh'];

const flat = (value: unknown, before = ''): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => flat(each, before === '' ? name : `${before}.${name}`))
    : [[before, String(value)]];

const wordsOf = (language: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(path.join(FOLDER, `${language}.json`), 'utf8'))));

const PLURAL = /_(zero|one|two|few|many|other)$/;
const english = wordsOf('en');
const plain = [...english.keys()].filter((key) => !PLURAL.test(key)).sort();
const plural = [
  ...new Set([...english.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''))),
];
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([each]) => each).sort();

test('there are seven languages', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.json`));
});

describe.each(LANGUAGES)('%s', (language) => {
  const words = wordsOf(language);

  test('has every key, and no other', () => {
    expect([...words.keys()].filter((key) => !PLURAL.test(key)).sort()).toEqual(plain);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = plural.flatMap((key) => forms.map((form) => `${key}_${form}`)).sort();
    expect([...words.keys()].filter((key) => PLURAL.test(key)).sort()).toEqual(wanted);
  });

  test('calls what is stale by one word', () => {
    expect(words.get('hub.oldData')?.startsWith(`${words.get('hub.stale')}`)).toBe(true);
  });

  test('says something at each, with the placeholders of English', () => {
    for (const [key, text] of words) {
      const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      const wanted = placeholders(model);
      // A form for one, two or none may leave the number out.
      const found = placeholders(text);
      const isShort = /_(zero|one|two)$/.test(key) && found.every((each) => wanted.includes(each));
      expect([key, text.trim() !== '', isShort || found.join() === wanted.join()]).toEqual([key, true, true]);
    }
  });
});

test('what comes as a name and is no enum of the contract has words too', () => {
  const under = (place: string): string[] =>
    [...english.keys()]
      .filter((key) => key.startsWith(`${place}.`))
      .map((key) => key.slice(place.length + 1));
  expect(under('audit.events').sort()).toEqual([...ACT_EVENTS].sort());
  expect([...EVENTS].sort()).toEqual([...ACT_EVENTS].sort());
  // Words for what former releases told may be there too.
  expect(ACT_FACTS.filter((name) => !under('audit.fact').includes(name))).toEqual([]);
  expect(under('audit.field').sort()).toEqual([...CHANGED_FIELDS].sort());
  for (const place of ['approvals.kind', 'approvals.sentence'])
    expect(under(place).sort()).toEqual(Object.keys(APPROVABLES).sort());
  expect(under('retention.class').sort()).toEqual(RETENTION_CLASSES.map(({ name }) => name).sort());
  expect(under('sector').sort()).toEqual(SECTORS.map(({ id }) => id).sort());
  // In English they are those of the contract: a console and a program name a sector alike.
  for (const { id, name } of SECTORS) expect(english.get(`sector.${id}`)).toBe(name);
  expect(under('retention.scope').sort()).toEqual([...HOLD_SCOPES].sort());
});

test('no language is a copy of English', () => {
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    const same = [...wordsOf(language)].filter(
      ([key, text]) => english.get(key) === text && /[a-z]{4}/i.test(text),
    );
    expect([language, same.length / english.size < 0.08 ? [] : same]).toEqual([language, []]);
  }
});

test('what comes with some views alone is said by no other', () => {
  expect(LATER.filter((section) => !plain.some((key) => key.startsWith(`${section}.`)))).toEqual([]);
  const router = readFileSync(path.join(CONSOLE, 'app/router.tsx'), 'utf8');
  const withWords = [...router.matchAll(/withWords\(\(\) => import\('\.\.\/views\/(\w+)\//g)].map(
    ([, name]) => name,
  );
  expect([...new Set(withWords)].sort()).toEqual(LATER_VIEWS);
  const isLater = new RegExp(`generated|^views/(?:${LATER_VIEWS.join('|')})/(?!act/)`);
  const others = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !isLater.test(name),
  );
  expect(others.length).toBeGreaterThan(100);
  const asked = new RegExp(`['"\`](?:${LATER.join('|')})\\.\\w`);
  const early = others.filter((name) => asked.test(readFileSync(path.join(CONSOLE, name), 'utf8')));
  expect(early).toEqual([]);
});

test('no view writes words of its own', () => {
  const views = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  expect(views.length).toBeGreaterThan(40);
  // Text between tags that begins with a capital and has two words is a sentence.
  const written = views.flatMap((name) =>
    [...readFileSync(path.join(CONSOLE, name), 'utf8').matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}=]*)</g)].map(
      ([, text]) => `${name}: ${text}`,
    ),
  );
  expect(written).toEqual([]);
});
