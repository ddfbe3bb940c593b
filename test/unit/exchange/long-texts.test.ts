// A page takes time in proportion to its texts, whatever a producer writes, and shows the beginning of what is of many pages.
import { expect, test } from '@jest/globals';
import { sentencesOf } from '../../../src/domain/reading/former-texts.ts';
import type { Summary } from '../../../src/domain/warning.ts';
import { tidied } from '../../../src/exchange/csaf/tidied.ts';
import { readSectorNote } from '../../../src/exchange/csaf-note/sector-note.ts';
import type { IndicatorFacts } from '../../../src/exchange/indicator/indicator-facts.ts';
import { readKev } from '../../../src/exchange/kev.ts';
import { heldLines } from '../../../src/exchange/text/held-text.ts';
import { warningText } from '../../../src/exchange/text/warning-text.ts';
import { cutAt, wrap } from '../../../src/exchange/text/wrap.ts';

// Measured anew with each word, such a line would take hours.
test('a line may be as long as its text', () => {
  const text = 'вода '.repeat(100_000).trim();
  expect(wrap(text, 1_000_000)).toEqual([text]);
});

// With a pattern that tries each space of a run anew, each of these would take hours.
test('what is divided at a sign may have runs of white space around it', () => {
  const spaces = ' '.repeat(4_000_000);
  const reference = (url: string) => tidied({ references: [{ url }] }).value;
  const spoilt = `https://a.example${spaces}b`;
  expect(reference(spoilt)).toEqual({ references: [{ url: spoilt }] });
  expect(reference(`https://a.example${spaces}/${spaces}b?${spaces}c`)).toEqual({
    references: [{ url: 'https://a.example/b?c' }],
  });
  const notes = `https://a.example ;${spaces}x${spaces}y ; https://b.example`;
  const catalogue = { vulnerabilities: [{ cveID: 'CVE-2030-0001', dateAdded: '2030-01-01', notes }] };
  expect(readKev(JSON.stringify(catalogue)).byCve.get('CVE-2030-0001')?.addresses).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(readSectorNote(` all${spaces}.`).unmapped).toEqual([]);
  expect(readSectorNote(`all${spaces}x`).sectors).toEqual([]);
});

test('the sentences of long texts are compared at once', () => {
  const numbered = (word: string): string =>
    Array.from({ length: 20_000 }, (_, at) => `${word} ${at}.`).join('\n');
  const { gone, added } = sentencesOf(numbered('Was'), numbered('Is'));
  expect([gone.length, added.length]).toEqual([20_000, 20_000]);
});

test('a text that is cut has no half character', () => {
  expect(cutAt('ab😀', 4)).toBe('ab😀');
  expect(cutAt('ab😀', 3)).toBe('ab…');
});

const RULE = `evil.example ${'detects '.repeat(10_000)}`;

test('of what a reader had, only what is shown is looked at', () => {
  const gone = Array.from({ length: 20 }, () => RULE);
  Object.defineProperty(gone, 10, {
    get: () => {
      throw new Error('looked at');
    },
  });
  const lines = heldLines(
    {
      version: 1,
      now: 'They stop.',
      headline: null,
      summary: null,
      actionsGone: [],
      actionsNew: [],
      indicators: { gone, added: [], hasMore: false },
    },
    1_000_000,
  );
  expect(lines).toHaveLength(12);
  expect(lines[1]).toMatch(/^- No longer an indicator: evil\[\.\]example detects .*…$/);
  expect(lines[1]?.length).toBeLessThan(1_100);
  expect(lines[11]).toBe('- No longer an indicator: 10 more');
});

const SUMMARY = {
  id: 'warning--1',
  version: 1,
  kind: 'WARNING',
  messageType: 'ALERT',
  publisher: { name: 'Desk', slug: 'desk', country: 'XA' },
  exercise: null,
  updatedAt: '2030-01-01T00:00:00.000Z',
  headline: 'Pumps stop',
  summary: 'They stop.',
  language: 'en',
  translations: [],
  actions: [],
  contacts: [],
  urgency: 'EXPECTED',
  severity: 'MODERATE',
  certainty: 'LIKELY',
  validUntil: null,
  sectorsConcerned: [],
  countriesConcerned: [],
  tlp: 'GREEN',
  cves: [],
  externalReferences: [],
  statements: [],
  practice: null,
} as unknown as Summary;

const INDICATOR: IndicatorFacts = {
  id: 'indicator--1',
  name: `A ${'long '.repeat(1_000)}name`,
  pattern: RULE,
  patternType: 'sigma',
  values: [],
  indicates: [],
  validFrom: null,
  validUntil: null,
  isRevoked: false,
  markings: [],
  warningLists: [],
};

test('of a rule in another language a page shows the beginning', () => {
  const url = `https://evil.example/${'a'.repeat(15_000)}`;
  const text = warningText(
    {
      summary: SUMMARY,
      reason: { kind: 'DELIVERED', rule: 'all' } as never,
      state: 'ACTIVE',
      now: new Date('2030-01-01T00:00:00Z'),
      indicators: {
        listed: [INDICATOR, { ...INDICATOR, name: null, values: [{ kind: 'url', value: url }] }],
        hasMore: false,
      },
    },
    { width: 1_000_000 },
  );
  const [rule, value] = text.split('\n').filter((line) => line.includes('evil[.]example'));
  expect(rule).toMatch(/^ {3}sigma: evil\[\.\]example detects .*… \(A long .*…\)$/);
  expect(value).toMatch(/^ {3}url hxxps:\/\/evil\[\.\]example\/a*…$/);
  for (const line of [rule, value]) expect(line?.length).toBeLessThan(1_300);
});
