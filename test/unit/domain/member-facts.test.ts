// The facts of a member: what is taken, and what is refused with code and path.
import { expect, test } from '@jest/globals';
import { factProblems, type GivenFacts, slugProblem } from '../../../src/domain/partnership/member-facts.ts';

const problemsOf = (facts: GivenFacts): string[] =>
  factProblems(facts).map(({ code, path }) => `${code} ${path}`);

test('facts of every script and register are taken', () => {
  expect(
    problemsOf({
      name: 'Ελληνικό Δίκτυο Ύδρευσης',
      latinName: 'Ellinikó Díktyo Ýdrefsis',
      country: 'XA',
      countries: ['XB'],
      sectors: ['drinking-water'],
      identifiers: [
        { type: 'LEI', value: '5493001KJTIIGC8Y1R12' },
        { type: 'DUNS', value: '150483782' },
        { type: 'REGISTRATION', value: 'HRB 12345/b' },
      ],
      website: 'https://water.example',
      languages: ['el', 'en-GB'],
      timeZone: 'Europe/Athens',
    }),
  ).toEqual([]);
  expect(problemsOf({ latinName: null, website: null, timeZone: null })).toEqual([]);
});

test.each<[string, GivenFacts]>([
  ['TEXT_EMPTY $.name', { name: ' ' }],
  ['TEXT_EMPTY $.name', { name: '\u3164' }],
  ['TEXT_EMPTY $.name', { name: '\u200b\u2060' }],
  ['TEXT_TOO_LONG $.name', { name: 'n'.repeat(201) }],
  ['NAME_MALFORMED $.name', { name: 'North\u202eGrid' }],
  ['NAME_MALFORMED $.name', { name: 'North\u200bGrid' }],
  ['NAME_MALFORMED $.name', { name: 'North Grid ' }],
  ['NAME_MALFORMED $.latinName', { latinName: 'Северная сеть' }],
  ['COUNTRY_MALFORMED $.country', { country: 'xa' }],
  ['COUNTRY_MALFORMED $.country', { country: 'UK' }],
  ['COUNTRY_MALFORMED $.countries[1]', { countries: ['XA', 'XAB'] }],
  ['TOO_MANY $.countries', { countries: Array.from({ length: 61 }, () => 'XA') }],
  ['SECTOR_UNKNOWN $.sectors[0]', { sectors: ['magic'] }],
  [
    'IDENTIFIER_MALFORMED $.identifiers[0].value',
    { identifiers: [{ type: 'LEI', value: '5493001KJTIIGC8Y1R13' }] },
  ],
  ['IDENTIFIER_MALFORMED $.identifiers[0].value', { identifiers: [{ type: 'DUNS', value: '12345678' }] }],
  ['IDENTIFIER_MALFORMED $.identifiers[0].value', { identifiers: [{ type: 'REGISTRATION', value: '=1+1' }] }],
  ['WEBSITE_MALFORMED $.website', { website: 'javascript:alert(1)' }],
  ['WEBSITE_MALFORMED $.website', { website: 'https://user:pass@water.example' }],
  ['LANGUAGE_MALFORMED $.languages[1]', { languages: ['en', 'not a tag'] }],
  ['TIME_ZONE_UNKNOWN $.timeZone', { timeZone: 'Mars/Olympus' }],
])('%s', (expected, facts) => {
  expect(problemsOf(facts)).toEqual([expected]);
});

test('a slug never stands for a withheld publisher', () => {
  expect(slugProblem('north-grid')).toBeNull();
  for (const slug of ['withheld', 'North', 'a--b', '-a', 'a'.repeat(65)])
    expect(slugProblem(slug)?.code).toBe('SLUG_MALFORMED');
});
