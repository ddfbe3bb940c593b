// Likely slips of a draft are said, each with its place; what is right is not.
import { describe, expect, test } from '@jest/globals';
import { draftCare } from '../../../../src/domain/care/draft-care.ts';
import type { Draft } from '../../../../src/domain/warning.ts';
import { draft } from '../../../support/hub.ts';

const NOW = new Date('2026-01-01T00:00:00.000Z');
const saidOf = (given: Draft, known: readonly string[] = ['XA']): string[] =>
  draftCare(given, new Set(known), NOW).map(({ code, path }) => `${code} ${path}`);
const two = [
  { text: 'Close them.', by: null },
  { text: 'Call us.', by: '2026-01-02T00:00:00Z' },
];
const pt = (...actions: string[]) => [{ language: 'pt', headline: 'H', summary: 'S', actions }];

test('a draft without slips is silent', () => {
  const references = [{ source: 'cve', id: 'CVE-2024-3400', url: null }];
  const given = draft({
    actions: two,
    validUntil: '2026-01-02T00:00:00Z',
    translations: pt('Fechem.', 'Liguem.'),
    externalReferences: references,
  });
  expect(saidOf(given)).toEqual([]);
});

describe('said', () => {
  test.each<readonly [string, Draft, string]>([
    [
      'a time that is over',
      draft({ actions: [{ text: 'A', by: '2020-01-01T00:00:00Z' }] }),
      'ACTION_BY_PAST $.actions[0].by',
    ],
    [
      'a time after the end of the warning',
      draft({ actions: two, validUntil: '2026-01-01T12:00:00Z' }),
      'ACTION_BY_AFTER_END $.actions[1].by',
    ],
    [
      'a State that is none',
      draft({ countriesConcerned: ['XA', 'QQ'] }),
      'COUNTRY_UNKNOWN $.countriesConcerned[1]',
    ],
    [
      'a State by another name',
      draft({ countriesConcerned: ['UK'] }),
      'COUNTRY_UNKNOWN $.countriesConcerned[0]',
    ],
    [
      'a State of an audience',
      draft({ audience: { alternatives: [{}, { countries: ['DE', 'QQ'] }], excludes: [] } }),
      'COUNTRY_UNKNOWN $.audience.alternatives[1].countries[1]',
    ],
    [
      'a CVE that is none',
      draft({ externalReferences: [{ source: 'CVE', id: 'CVE-24-1', url: null }] }),
      'CVE_MALFORMED $.externalReferences[0].id',
    ],
    [
      'a translation with fewer things to do',
      draft({ actions: two, translations: pt('Fechem.') }),
      'TRANSLATION_INCOMPLETE $.translations[0].actions',
    ],
    [
      'a translation with more',
      draft({ actions: [], translations: pt('Fechem.') }),
      'TRANSLATION_INCOMPLETE $.translations[0].actions',
    ],
  ])('%s', (_, given, said) => {
    expect(saidOf(given)).toEqual([said]);
  });
});
