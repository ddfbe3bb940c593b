// What a reader of the version before is told of a new one, and the language in which either is read.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_HANDLING } from '../../../src/domain/handling.ts';
import { NOTHING_STATED } from '../../../src/domain/iep/stated-handling.ts';
import { searchWords, wordsFound, wordsOf } from '../../../src/domain/likeness/words.ts';
import { changesBetween, isNarrowing } from '../../../src/domain/reading/changes.ts';
import { formerTexts } from '../../../src/domain/reading/former-texts.ts';
import { pairedActions } from '../../../src/domain/reading/paired-actions.ts';
import { inLanguage, otherLanguages } from '../../../src/domain/reading/reading-language.ts';
import type { Summary } from '../../../src/domain/warning.ts';
import { changesBesideHeld, heldLines } from '../../../src/exchange/text/held-text.ts';

const BEFORE = {
  version: 1,
  kind: 'WARNING',
  headline: 'Pumps stop',
  summary: 'They stop.',
  language: 'en',
  translations: [{ language: 'pt', headline: 'As bombas param', summary: 'Param.', actions: ['Olhe'] }],
  actions: [
    { text: 'Look', by: '2030-01-31T18:00:00.000Z' },
    { text: 'Call us', by: null },
  ],
  contacts: [{ name: 'Desk', number: '112', hours: '24x7' }],
  urgency: 'EXPECTED',
  severity: 'MODERATE',
  certainty: 'LIKELY',
  validUntil: null,
  sectorsConcerned: ['health'],
  countriesConcerned: ['XA'],
  tlp: 'GREEN',
  cves: ['CVE-2026-1'],
  externalReferences: [{ source: 'cve', id: 'CVE-2026-1', url: 'https://cve.example.org/' }],
  statements: [],
  practice: null,
} as unknown as Summary;
const changes = (after: Partial<Summary>) => changesBetween(BEFORE, { ...BEFORE, ...after, version: 2 });

const NO_INDICATORS = { gone: [], added: [], hasMore: false };
const NOTHING = 'Nothing that is shown here: its STIX objects have changed.';
const NOT_SAID = Symbol('not said');

/** Another value of each field; the type asks for new ones. */
const OTHER: { readonly [Field in keyof Required<Summary>]: Summary[Field] | typeof NOT_SAID } = {
  id: NOT_SAID,
  version: NOT_SAID,
  kind: NOT_SAID,
  messageType: NOT_SAID,
  headline: 'Pumps explode',
  summary: 'They explode.',
  language: 'fr',
  translations: [{ ...BEFORE.translations[0]!, headline: 'As bombas explodem' }],
  actions: [...BEFORE.actions].reverse(),
  contacts: [{ name: 'Desk', number: '113', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  validUntil: '2031-01-01T00:00:00.000Z',
  level: 'RECOMMENDATION',
  answerBy: '2030-02-01T12:00:00.000Z',
  sectorsConcerned: ['energy'],
  countriesConcerned: [],
  tlp: 'AMBER',
  statements: ['Ours'],
  handling: { ...NO_HANDLING, pap: 'AMBER' },
  statedHandling: { ...NOTHING_STATED, reference: 'https://policy.example.org/' },
  exercise: NOT_SAID,
  publisher: NOT_SAID,
  publishedAt: NOT_SAID,
  updatedAt: NOT_SAID,
  takenAt: NOT_SAID,
  sourceModified: NOT_SAID,
  issuer: NOT_SAID,
  cancelReason: NOT_SAID,
  recall: NOT_SAID,
  changes: NOT_SAID,
  isNarrowing: NOT_SAID,
  report: NOT_SAID,
  objectCount: NOT_SAID,
  cves: [],
  externalReferences: [{ source: 'cve', id: 'CVE-2026-1', url: 'https://other.example.org/' }],
  practice: NOT_SAID,
};

type Practice = NonNullable<Summary['practice']>;

const PRACTICE: Practice = {
  kind: 'MEASURE',
  problem: 'Keys are shared.',
  steps: ['Look', 'Call'],
  evidence: null,
  limits: null,
  licence: null,
  reviewDue: null,
};

const OTHER_PRACTICE: Practice = {
  kind: 'GUIDELINE',
  problem: 'Keys are lost.',
  steps: ['Call', 'Look'],
  evidence: 'Tried.',
  limits: 'Not at night.',
  licence: 'CC0-1.0',
  reviewDue: '2031-01-31',
};

describe('what has changed', () => {
  test('grades, deadlines, actions, CVEs, sectors, languages and the marking', () => {
    expect(
      changes({
        severity: 'SEVERE',
        headline: 'Pumps explode',
        summary: 'They explode.',
        actions: [
          { text: 'Look', by: '2030-01-30T18:00:00.000Z' },
          { text: 'Run', by: null },
        ],
        cves: ['CVE-2026-2'],
        sectorsConcerned: ['health', 'energy'],
        translations: [],
        tlp: 'AMBER',
        validUntil: '2031-01-01T00:00:00.000Z',
      }),
    ).toEqual([
      'The severity was MODERATE, is now SEVERE.',
      '“Look” was due by 2030-01-31 18:00 UTC, is now due by 2030-01-30 18:00 UTC.',
      'New to do: “Run”',
      'Taken out of what to do: number 2 of the version before.',
      'Valid until: was without end, is now 2031-01-01 00:00 UTC.',
      'The headline has changed.',
      'The text has changed.',
      'CVE: new CVE-2026-2; no longer CVE-2026-1.',
      'Concerns: new energy.',
      'Languages: no longer pt.',
      'The marking was TLP:GREEN, is now TLP:AMBER.',
    ]);
  });

  test('what a correction took out is not quoted', () => {
    const said = changes({ headline: 'Other', actions: [] }).join(' ');
    expect(said).not.toContain('Pumps stop');
    expect(said).not.toContain('Call us');
    expect(said).toContain('The headline has changed.');
  });

  const BLOCK = 'Block remote service sessions of the maker.';
  const actionsIn = (...texts: readonly string[]) => texts.map((text) => ({ text, by: null }));
  const between = (before: readonly string[], after: readonly string[]): string[] =>
    changesBetween(
      { ...BEFORE, actions: actionsIn(...before) },
      { ...BEFORE, actions: actionsIn(...after), version: 2 },
    );

  test('an action that is only reworded is neither new nor taken out', () => {
    const reworded = 'Block remote service sessions of the maker, and say so to your control room.';
    expect(between([BLOCK, 'Call us'], [reworded, 'Call us'])).toEqual([`Action 1 now reads: “${reworded}”`]);
    expect(between([BLOCK, 'Call us'], ['Call us', reworded])).toEqual([
      'Action 2 (was number 1) now reads: “Block remote service sessions of the maker, and say so to your control room.”',
      'The order of what to do has changed.',
    ]);
    expect(between([BLOCK, 'Call us'], [`Do not ${BLOCK}`])).toEqual([
      `Action 1 now reads: “Do not ${BLOCK}”`,
      'Taken out of what to do: number 2 of the version before.',
    ]);
    // A language that writes no blanks.
    expect(between(['立即封锁制造商的远程服务会话'], ['立即封锁制造商的远程服务会话并报告'])).toEqual([
      'Action 1 now reads: “立即封锁制造商的远程服务会话并报告”',
    ]);
    expect(between([BLOCK], ['Restart the pumps by hand.'])).toEqual([
      'New to do: “Restart the pumps by hand.”',
      'Taken out of what to do: number 1 of the version before.',
    ]);
  });

  test('a reworded action says its new deadline', () => {
    const [was, is] = ['2030-01-31T18:00:00.000Z', '2030-01-31T20:00:00.000Z'];
    const after = [{ text: `${BLOCK} Now.`, by: is }];
    expect(
      changesBetween({ ...BEFORE, actions: [{ text: BLOCK, by: was }] }, { ...BEFORE, actions: after }),
    ).toEqual([
      `Action 1 now reads: “${BLOCK} Now.”`,
      'Action 1 was due by 2030-01-31 18:00 UTC, is now due by 2030-01-31 20:00 UTC.',
    ]);
  });

  test('what one had and has not now is what really went, and is said once', () => {
    const before = { ...BEFORE, actions: actionsIn(BLOCK, 'Call us') };
    const now = { ...BEFORE, headline: 'Other', actions: actionsIn(`${BLOCK} Now.`), version: 2 };
    const texts = formerTexts(before, now);
    expect(texts).toMatchObject({ actionsGone: ['Call us'], actionsNew: [] });
    const said = changesBetween(before, now);
    const held = { ...texts, version: 1, now: now.summary, indicators: NO_INDICATORS };
    expect(changesBesideHeld(said, held)).toEqual([`Action 1 now reads: “${BLOCK} Now.”`]);
    expect(heldLines(held, 72)).toEqual([
      'Against version 1, which you had:',
      '- Headline before: Pumps stop',
      '- No longer to do: Call us',
    ]);
    expect(changesBesideHeld(said, undefined)).toEqual(said);
  });

  test('each action is one of the other version, or none', () => {
    const text = fc.constantFrom(BLOCK, `${BLOCK} Now.`, 'Call us', 'Call us now', 'Run', '关闭', '');
    fc.assert(
      fc.property(fc.array(text), fc.array(text), (before, now) => {
        const { kept, gone, added } = pairedActions(before, now);
        const places = (texts: readonly string[]) => texts.map((_, at) => at);
        const sorted = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other);
        expect(sorted([...kept.map(({ was }) => was), ...gone])).toEqual(places(before));
        expect(sorted([...kept.map(({ is }) => is), ...added])).toEqual(places(now));
        expect(pairedActions(before, before).gone).toEqual([]);
      }),
    );
  });

  test('nothing of the policy of a publisher that is not named', () => {
    const at = (reference: string, providerAttribution: 'MAY' | 'MUST_NOT') => ({
      handling: { ...NO_HANDLING, providerAttribution },
      statedHandling: { ...NOTHING_STATED, providerAttribution, reference },
    });
    const said = (providerAttribution: 'MAY' | 'MUST_NOT') =>
      changesBetween(
        { ...BEFORE, ...at('https://a.example/iep', providerAttribution) },
        { ...BEFORE, ...at('https://b.example/iep', providerAttribution), version: 2 },
      );
    expect(said('MAY')).toEqual(['Where its policy can be read has changed.']);
    expect(said('MUST_NOT')).toEqual([NOTHING]);
  });

  test('what is asked, and by when', () => {
    const by = '2030-02-01T12:00:00.000Z';
    const asking = { ...BEFORE, level: 'RECOMMENDATION', answerBy: by } as const;
    expect(changes({ level: 'RECOMMENDATION', answerBy: by })).toEqual([
      'The level was INFORMATION, is now RECOMMENDATION.',
      'An answer is now asked for by 2030-02-01 12:00 UTC.',
    ]);
    expect(changesBetween(asking, { ...asking, answerBy: '2030-02-01T09:00:00.000Z' })).toEqual([
      'An answer was asked for by 2030-02-01 12:00 UTC, is now asked for by 2030-02-01 09:00 UTC.',
    ]);
    expect(changesBetween(asking, BEFORE)).toEqual([
      'The level was RECOMMENDATION, is now INFORMATION.',
      'No answer is asked for any more.',
    ]);
    // Versions of older releases have no level.
    expect(changes({ level: 'INFORMATION' })).toEqual([NOTHING]);
  });

  test('each field that is shown says a sentence when it alone changes', () => {
    for (const [field, value] of Object.entries(OTHER)) {
      const said = changes({ [field]: value });
      expect([field, said]).toEqual([field, value === NOT_SAID ? [NOTHING] : [expect.any(String)]]);
      if (value !== NOT_SAID) expect([field, said]).not.toEqual([field, [NOTHING]]);
    }
  });

  test('each field of a practice says a sentence when it alone changes', () => {
    const before = { ...BEFORE, kind: 'PRACTICE', practice: PRACTICE } as const;
    for (const [field, value] of Object.entries(OTHER_PRACTICE)) {
      const said = changesBetween(before, { ...before, practice: { ...PRACTICE, [field]: value } });
      expect([field, said]).toEqual([field, [expect.any(String)]]);
      expect([field, said]).not.toEqual([field, [NOTHING]]);
    }
  });

  test('any change is said, and equal texts are not', () => {
    const field = fc.constantFrom(
      'severity',
      'urgency',
      'headline',
      'summary',
      'actions',
      'contacts',
      'cves',
      'translations',
    );
    fc.assert(
      fc.property(fc.uniqueArray(field, { minLength: 1 }), (fields) => {
        const after = Object.fromEntries(
          fields.map((each) => [each, Array.isArray(BEFORE[each as keyof Summary]) ? [] : 'OTHER']),
        );
        const said = changes(after as Partial<Summary>);
        expect(said.length).toBeGreaterThanOrEqual(fields.length);
      }),
    );
    expect(changes({})).toEqual([NOTHING]);
  });
});

describe('the language of the reader', () => {
  test('by look-up: exact, shorter, or more specific; the original otherwise', () => {
    for (const wanted of [['pt'], ['pt-BR'], ['PT-br'], ['de', 'pt'], ['pt-Latn-BR']]) {
      const read = inLanguage(BEFORE, wanted);
      expect([wanted, read.language, read.headline]).toEqual([wanted, 'pt', 'As bombas param']);
      // A deadline stays, and what is not translated is in the original.
      expect(read.actions).toEqual([{ text: 'Olhe', by: '2030-01-31T18:00:00.000Z' }, BEFORE.actions[1]]);
      expect(otherLanguages(read)).toEqual(['en']);
    }
    for (const wanted of [[], ['de'], ['*', 'pt'], ['en'], ['en-GB', 'pt'], ['p']]) {
      expect(inLanguage(BEFORE, wanted)).toBe(BEFORE);
    }
    expect(otherLanguages(BEFORE)).toEqual(['pt']);
    const brazilian = { ...BEFORE, translations: [{ ...BEFORE.translations[0]!, language: 'pt-BR' }] };
    expect(inLanguage(brazilian, ['pt']).language).toBe('pt-BR');
  });

  test('the steps of a practice are its actions', () => {
    const practice = {
      ...BEFORE,
      actions: [],
      practice: { steps: ['Look', 'Call'] } as unknown as Summary['practice'],
    };
    expect(inLanguage(practice, ['pt']).practice?.steps).toEqual(['Olhe', 'Call']);
  });
});

describe('what is searched for', () => {
  test('a value is found however it is defanged, whole or by its beginning', () => {
    const words = wordsFound(['A text'], ['198.51.100.7', 'http://evil.example.org/a', 'Pump Kill']);
    const isFound = (search: string) =>
      searchWords(search).every((word) => words.some((each) => each.startsWith(word)));
    for (const search of [
      '198.51.100.7',
      '198[.]51[.]100[.]7',
      '198.51',
      'hxxp://evil[.]example[.]org',
      'evil(dot)example.org',
      'pump kill',
      'text',
    ])
      expect([search, isFound(search)]).toEqual([search, true]);
    for (const search of ['51.100.7', '198.51.100.8', 'example', '***', '?', '--'])
      expect([search, isFound(search)]).toEqual([search, false]);
  });

  test('no text, and white space, asks for nothing', () => {
    expect([searchWords(''), searchWords('  ')]).toEqual([[], []]);
  });

  test('terms never push out words of the text', () => {
    const text = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    const words = wordsFound(
      [text],
      Array.from({ length: 5_000 }, (_, at) => `term${at}`),
    );
    expect(words).toHaveLength(4_000);
    expect(words).toEqual(expect.arrayContaining(wordsOf([text])));
  });
});

test('a version that was made by narrowing is known by what is stored of it, whatever its sentences say today', () => {
  expect(isNarrowing({ isNarrowing: true, changes: ['In other words.'] })).toBe(true);
  // As older hubs stored it: this text is in their databases.
  const stored = 'It is for fewer than before: pass it on no further than its marking says now.';
  expect(isNarrowing({ changes: [stored, 'The text has changed.'] })).toBe(true);
  expect(isNarrowing({ changes: ['The text has changed.', stored] })).toBe(false);
  expect(isNarrowing({})).toBe(false);
});
