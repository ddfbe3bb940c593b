// The facts by which people know a member, and what is wrong with them.

import { mayNameLanguage } from '../language-tag.ts';
import { type Problem, problem } from '../problem.ts';
import { isBlank } from '../reading/seen-text.ts';
import { isSector } from '../sector.ts';
import { countryFault } from './state.ts';

/** REGISTRATION: the number in a State's register of companies or bodies. LEI: ISO 17442. DUNS: nine digits. */
export const IDENTIFIER_TYPES = ['REGISTRATION', 'LEI', 'DUNS'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

export type MemberIdentifier = { readonly type: IdentifierType; readonly value: string };

/** What may be given of a member; what is absent is not judged. */
export type GivenFacts = {
  readonly name?: string;
  readonly latinName?: string | null;
  readonly country?: string;
  readonly countries?: readonly string[];
  readonly sectors?: readonly string[];
  readonly identifiers?: readonly MemberIdentifier[];
  readonly website?: string | null;
  readonly languages?: readonly string[];
  readonly timeZone?: string | null;
};

export const MAX_NAME = 200;
const MAX_COUNTRIES = 60;
const MAX_SECTORS = 60;
const MAX_IDENTIFIERS = 10;
const MAX_LANGUAGES = 20;
const MAX_VALUE = 64;
const MAX_WEBSITE = 300;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG = 64;

/** `withheld` stands for a publisher who must not be named. */
export const slugProblem = (slug: string): Problem | null =>
  SLUG.test(slug) && slug.length <= MAX_SLUG && slug !== 'withheld'
    ? null
    : problem(
        'SLUG_MALFORMED',
        '$.slug',
        `"${slug.slice(0, MAX_SLUG)}" is not a valid slug.`,
        'Use at most 64 of a-z, 0-9 and hyphens.',
      );

/** Every problem of a member that is to be: of its slug and of its facts. */
export const newMemberProblems = ({ slug, ...facts }: GivenFacts & { readonly slug: string }): Problem[] => {
  const malformed = slugProblem(slug);
  return [...(malformed === null ? [] : [malformed]), ...factProblems(facts)];
};

/** Every problem of the facts that are given, in the order of the fields. */
export const factProblems = (facts: GivenFacts): Problem[] => [
  ...nameProblems('$.name', facts.name),
  ...(facts.latinName === null ? [] : nameProblems('$.latinName', facts.latinName)),
  ...latinProblems(facts.latinName),
  ...countryProblems(facts),
  ...sectorProblems(facts.sectors),
  ...tooMany('$.identifiers', facts.identifiers, MAX_IDENTIFIERS),
  ...(facts.identifiers ?? []).flatMap(identifierProblems),
  ...websiteProblems(facts.website),
  ...tooMany('$.languages', facts.languages, MAX_LANGUAGES),
  ...(facts.languages ?? []).flatMap(languageProblems),
  ...timeZoneProblems(facts.timeZone),
];

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Controls, invisible and direction-changing characters make two names look alike, or one look like something else. */
export const isPrintable = (name: string): boolean => !UNPRINTABLE.test(name);

const nameProblems = (path: string, name: string | undefined): Problem[] => {
  if (name === undefined) return [];
  if (isBlank(name))
    return [problem('TEXT_EMPTY', path, 'The name is empty.', 'Give the name of the organisation.')];
  if (name.length > MAX_NAME)
    return [problem('TEXT_TOO_LONG', path, `At most ${MAX_NAME} characters.`, 'Shorten it.')];
  return isPrintable(name) && name === name.trim() ? [] : [unprintable(path)];
};

export const unprintable = (path: string): Problem =>
  problem(
    'NAME_MALFORMED',
    path,
    'The name has characters that cannot be seen.',
    'Write it with letters, digits, single spaces and punctuation only.',
  );

const LATIN_ONLY = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

const latinProblems = (name: string | null | undefined): Problem[] =>
  name === null || name === undefined || LATIN_ONLY.test(name)
    ? []
    : [
        problem(
          'NAME_MALFORMED',
          '$.latinName',
          'This name is for Latin letters alone.',
          'Transliterate it; the name in its own script goes into `name`.',
        ),
      ];

const countryProblem = (path: string, code: string): Problem[] => {
  const fault = countryFault(code.slice(0, MAX_VALUE));
  return fault === null
    ? []
    : [problem('COUNTRY_MALFORMED', path, fault, 'Use ISO 3166-1 alpha-2 in capitals.')];
};

const countryProblems = ({ country, countries }: GivenFacts): Problem[] => [
  ...(country === undefined ? [] : countryProblem('$.country', country)),
  ...tooMany('$.countries', countries, MAX_COUNTRIES),
  ...(countries ?? []).flatMap((code, index) => countryProblem(`$.countries[${index}]`, code)),
];

const sectorProblems = (sectors: readonly string[] | undefined): Problem[] => [
  ...tooMany('$.sectors', sectors, MAX_SECTORS),
  ...(sectors ?? []).flatMap((sector, index) =>
    isSector(sector)
      ? []
      : [
          problem(
            'SECTOR_UNKNOWN',
            `$.sectors[${index}]`,
            `There is no sector "${sector.slice(0, MAX_VALUE)}" in the hub's scheme.`,
            'Ask `sectors` for the scheme.',
          ),
        ],
  ),
];

const tooMany = (path: string, values: readonly unknown[] | undefined, most: number): Problem[] =>
  (values?.length ?? 0) <= most ? [] : [problem('TOO_MANY', path, `At most ${most}.`, 'Leave some out.')];

/** ISO 17442: 18 letters and digits, and two check digits by ISO 7064 (mod 97-10). */
const isLei = (value: string): boolean => {
  if (!/^[A-Z0-9]{18}[0-9]{2}$/.test(value)) return false;
  let rest = 0;
  for (const each of value) {
    const digits = Number.parseInt(each, 36);
    rest = (rest * (digits > 9 ? 100 : 10) + digits) % 97;
  }
  return rest === 1;
};

const FORMS: Readonly<
  Record<IdentifierType, { readonly isRight: (value: string) => boolean; readonly form: string }>
> = {
  REGISTRATION: {
    isRight: (value) => /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,63}$/u.test(value),
    form: 'at most 64 letters, digits, spaces, dots, slashes and hyphens',
  },
  LEI: { isRight: isLei, form: '18 capital letters and digits, then two check digits (ISO 17442)' },
  DUNS: { isRight: (value) => /^[0-9]{9}$/.test(value), form: 'nine digits' },
};

const identifierProblems = ({ type, value }: MemberIdentifier, index: number): Problem[] => {
  const { isRight, form } = FORMS[type];
  if (isRight(value)) return [];
  return [
    problem(
      'IDENTIFIER_MALFORMED',
      `$.identifiers[${index}].value`,
      `"${value.slice(0, MAX_VALUE)}" is not a ${type === 'REGISTRATION' ? 'registration number' : type}.`,
      `Write it as ${form}.`,
    ),
  ];
};

const websiteProblems = (website: string | null | undefined): Problem[] => {
  if (website === null || website === undefined) return [];
  const isRight =
    website.length <= MAX_WEBSITE &&
    URL.canParse(website) &&
    /^https?:$/.test(new URL(website).protocol) &&
    new URL(website).username === '';
  return isRight
    ? []
    : [
        problem(
          'WEBSITE_MALFORMED',
          '$.website',
          'This is not the address of a web site.',
          `Write it like https://example.org, with at most ${MAX_WEBSITE} characters.`,
        ),
      ];
};

const languageProblems = (tag: string, index: number): Problem[] =>
  mayNameLanguage(tag)
    ? []
    : [
        problem(
          'LANGUAGE_MALFORMED',
          `$.languages[${index}]`,
          `"${tag.slice(0, MAX_VALUE)}" is not a BCP 47 language tag.`,
          'Write it like "en", "pt-BR" or "ar".',
        ),
      ];

const timeZoneProblems = (zone: string | null | undefined): Problem[] =>
  zone === null || zone === undefined || isTimeZone(zone)
    ? []
    : [
        problem(
          'TIME_ZONE_UNKNOWN',
          '$.timeZone',
          `"${zone.slice(0, MAX_VALUE)}" is not a time zone.`,
          'Use a name of the IANA database, such as Europe/Helsinki.',
        ),
      ];

const ZONES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

export const isTimeZone = (zone: string): boolean => ZONES.has(zone);
