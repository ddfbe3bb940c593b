// The rules of a draft: every refusal has a stable code and the path of the bad value, and every accepted draft can
// become STIX that a hub may serve.
import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../src/domain/warning.ts';
import { draftProblems } from '../../../src/domain/warning-rules.ts';
import { draft } from '../../support/hub.ts';

const NOW = new Date('2026-01-01T00:00:00.000Z');
const saidOf = (changed: Draft): string[] =>
  draftProblems(changed, NOW).map(({ code, path }) => `${code} ${path}`);
const reference = { source: 'producer', id: 'ADV-26-1', url: 'https://advisories.example/ADV-26-1' };
const { actions: _, contacts, urgency, severity, certainty, validUntil, kind, ...shared } = draft();
const practice: Draft = {
  ...shared,
  kind: 'PRACTICE',
  practiceKind: 'MEASURE',
  problem: 'Gateways face the internet.',
  steps: ['Take them off.'],
  evidence: null,
  limits: null,
  licence: null,
  reviewDue: null,
};

test('a valid draft breaks no rule', () => {
  expect(saidOf(draft({ externalReferences: [reference, { ...reference, id: null, url: null }] }))).toEqual(
    [],
  );
  expect(saidOf({ ...practice, evidence: 'Tried.', limits: 'Small sites.', licence: 'CC-BY-4.0' })).toEqual(
    [],
  );
});

describe('references become those of a STIX report', () => {
  test.each([
    ['an empty source', { ...reference, source: '' }, 'TEXT_EMPTY $.externalReferences[0].source'],
    ['an empty id', { ...reference, id: ' ' }, 'TEXT_EMPTY $.externalReferences[0].id'],
    ['an empty URL', { ...reference, url: '' }, 'TEXT_EMPTY $.externalReferences[0].url'],
    ['an invalid URL', { ...reference, url: 'not a url' }, 'URI_INVALID $.externalReferences[0].url'],
    ['a script', { ...reference, url: 'javascript:alert(1)' }, 'URI_INVALID $.externalReferences[0].url'],
    ['a file', { ...reference, url: 'FILE:///etc/passwd' }, 'URI_INVALID $.externalReferences[0].url'],
    ['no scheme', { ...reference, url: 'advisories.example' }, 'URI_INVALID $.externalReferences[0].url'],
    [
      'a long source',
      { ...reference, source: 'x'.repeat(501) },
      'TEXT_TOO_LONG $.externalReferences[0].source',
    ],
    [
      'a long URL',
      { ...reference, url: `https://${'x'.repeat(2_000)}` },
      'TEXT_TOO_LONG $.externalReferences[0].url',
    ],
  ])('%s is refused', (_what, given, said) => {
    expect(saidOf(draft({ externalReferences: [given] }))).toEqual([said]);
  });

  test('fifty are accepted, and no more', () => {
    const many = (count: number) =>
      draft({ externalReferences: Array.from({ length: count }, () => reference) });
    expect(saidOf(many(50))).toEqual([]);
    expect(saidOf(many(51))).toEqual(['TOO_MANY $.externalReferences']);
  });
});

test('a lone surrogate is refused in every text', () => {
  const half = 'Half \ud83d of it';
  const everywhere = draft({
    headline: half,
    summary: half,
    actions: [{ text: half, by: null }],
    contacts: [{ name: half, number: half, hours: half }],
    translations: [{ language: 'de', headline: half, summary: half, actions: [half] }],
    exercise: half,
    externalReferences: [{ source: half, id: half, url: half }],
  });
  const found = saidOf(everywhere);
  expect(found).toHaveLength(13);
  expect(found.every((said) => said.startsWith('TEXT_BROKEN $.'))).toBe(true);
  const written = { ...practice, problem: half, steps: [half], evidence: half, limits: half, licence: half };
  expect(saidOf(written)).toHaveLength(5);
  expect(saidOf(draft({ headline: 'A whole one: \u{1F6A8}' }))).toEqual([]);
});

/** Each shows nothing: blanks of every kind, marks without a width, fillers, a variation of nothing. */
const UNSEEN = [
  '',
  ' \t',
  '\u200b',
  '\u200d\u200c',
  '\ufeff',
  '\u2060',
  '\u00ad',
  '\u3164',
  '\u2800',
  '\ufe0f',
  '\u202e\u202c',
  '\u2028',
  '\u0007',
];

test.each(UNSEEN)('a text that is empty to the eye is missing: %j', (text) => {
  const everywhere = draft({
    headline: text,
    summary: text,
    actions: [{ text, by: null }],
    contacts: [{ name: text, number: text, hours: text }],
    translations: [{ language: 'de', headline: text, summary: text, actions: [text] }],
  });
  const found = saidOf(everywhere);
  expect(found).toHaveLength(9);
  expect(found.filter((said) => !said.startsWith('TEXT_EMPTY $.'))).toEqual([]);
  expect(saidOf({ ...practice, problem: text, steps: [text], evidence: text })).toEqual([
    'TEXT_EMPTY $.problem',
    'TEXT_EMPTY $.steps[0]',
    'TEXT_EMPTY $.evidence',
  ]);
});

describe('what is shown on one line', () => {
  test.each([
    ['a second line', 'Line one\nTLP:CLEAR a line of the hub', 'U+000A'],
    ['a line separator', 'Line one\u2028Line two', 'U+2028'],
    ['a line break at the end', 'Line one\r\n', 'U+000D'],
    ['a turned line', 'Pump \u202egnp.exe', 'U+202E'],
    ['an isolate', 'Pump \u2066gnp.exe\u2069', 'U+2066'],
    ['an escape sequence', 'Pump \u001b[2J', 'U+001B'],
    ['a control of C1', 'Pump \u009b31m', 'U+009B'],
  ])('has not %s', (_what, text, sign) => {
    const changed = draft({
      headline: text,
      contacts: [{ name: text, number: text, hours: text }],
      translations: [{ language: 'de', headline: text, summary: 'Zwei\nZeilen', actions: [] }],
      externalReferences: [{ ...reference, source: text }],
    });
    const found = draftProblems(changed, NOW);
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual(
      [
        '$.headline',
        '$.translations[0].headline',
        '$.contacts[0].name',
        '$.contacts[0].number',
        '$.contacts[0].hours',
        '$.externalReferences[0].source',
      ].map((path) => `TEXT_NOT_ONE_LINE ${path}`),
    );
    expect(found.every(({ message, remedy }) => message.includes(sign) && remedy !== '')).toBe(true);
    expect(saidOf({ ...practice, headline: text })).toEqual(['TEXT_NOT_ONE_LINE $.headline']);
  });

  test.each([
    'می‌خواهیم پمپ‌ها را خاموش کنیم',
    'المضخات تتوقف: Example 3.1',
    'Familie 👩‍👩‍👧‍👦 🏳️‍🌈 ⚠️',
    'Cafe\u0301 und Zu\u0308rich',
    'กรุงเทพ\u200bมหานคร',
    'क्‍ष',
    'Soft\u00adhyphen',
  ])('keeps what spells: %s', (text) => {
    expect(saidOf(draft({ headline: text, contacts: [{ name: text, number: text, hours: text }] }))).toEqual(
      [],
    );
  });

  test('more lines stay where there may be more', () => {
    const text = 'First this.\n\tThen that.';
    expect(saidOf(draft({ summary: text, actions: [{ text, by: null }] }))).toEqual([]);
  });
});

test('each language is given once, whatever its case', () => {
  const translatedInto = (...languages: string[]) =>
    draft({
      language: 'en',
      translations: languages.map((language) => ({ language, headline: 'K', summary: 'T', actions: [] })),
    });
  expect(saidOf(translatedInto('fr', 'de', 'FR', 'EN'))).toEqual([
    'TRANSLATION_REPEATED $.translations[2].language',
    'TRANSLATION_REPEATED $.translations[3].language',
  ]);
  expect(saidOf(translatedInto('en-GB', 'pt', 'pt-BR'))).toEqual([]);
});

test('a translation may be as long as its original', () => {
  const translated = (...actions: string[]) =>
    draft({ translations: [{ language: 'de', headline: 'Kopf', summary: 'Text', actions }] });
  expect(saidOf(translated('Abschalten'))).toEqual([]);
  expect(saidOf(translated('', 'x'.repeat(501)))).toEqual([
    'TEXT_EMPTY $.translations[0].actions[0]',
    'TEXT_TOO_LONG $.translations[0].actions[1]',
  ]);
  expect(saidOf(translated(...Array.from({ length: 6 }, () => 'Abschalten')))).toEqual([
    'TOO_MANY $.translations[0].actions',
  ]);
});

test('the further texts of a practice are bounded', () => {
  const long = {
    ...practice,
    evidence: 'x'.repeat(4_001),
    limits: 'x'.repeat(4_001),
    licence: 'x'.repeat(501),
  };
  expect(saidOf(long)).toEqual([
    'TEXT_TOO_LONG $.evidence',
    'TEXT_TOO_LONG $.limits',
    'TEXT_TOO_LONG $.licence',
  ]);
});

test('a word is no language, although the grammar of tags allows it', () => {
  expect(saidOf(draft({ language: 'english' }))).toEqual(['LANGUAGE_MALFORMED $.language']);
  expect(saidOf(draft({ language: 'gsw' }))).toEqual([]);
  expect(saidOf(draft({ language: 'x-whatever' }))).toEqual([]);
});

test('what has to be there is not to be left out', () => {
  const remedies = draftProblems(draft({ headline: '', actions: [{ text: ' ', by: null }] }), NOW).map(
    ({ remedy }) => remedy,
  );
  expect(remedies).toEqual(['Give a text.', 'Give a text, or leave the item out.']);
});
