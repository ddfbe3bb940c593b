// The first member of a hub: the organisation that founds it.
import type { Member, MemberKind } from '../../domain/member.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { isSector } from '../../domain/sector.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import { memberId } from '../member/admit-member.ts';

export type FirstMember = {
  readonly slug: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly country: string;
  readonly sectors: readonly string[];
  readonly mayPublish: boolean;
};

export const firstMember = (facts: FirstMember): Member => ({
  ...facts,
  id: memberId(facts.slug),
  identity: identifierFor('identity', facts.slug),
  countries: [],
  communities: [],
  clients: [],
  optsOutOfCascade: false,
  isActive: true,
});

const MAX_NAME = 200;

export const firstMemberProblems = ({ slug, name, country, sectors }: FirstMember): Problem[] => [
  ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 64
    ? []
    : [
        problem(
          'SLUG_MALFORMED',
          '$.slug',
          `"${slug}" is not a valid slug.`,
          'Use at most 64 of a-z, 0-9 and hyphens.',
        ),
      ]),
  ...(name.trim() !== '' && name.length <= MAX_NAME
    ? []
    : [
        problem(
          'PERSON_NAME_MISSING',
          '$.memberName',
          `A name has 1 to ${MAX_NAME} characters.`,
          'Give the name of the organisation.',
        ),
      ]),
  ...(/^[A-Z]{2}$/.test(country)
    ? []
    : [
        problem(
          'COUNTRY_MALFORMED',
          '$.country',
          `"${country}" is not a country code.`,
          'Use ISO 3166-1 alpha-2 in capitals.',
        ),
      ]),
  ...(sectors.every(isSector)
    ? []
    : [
        problem(
          'SECTOR_UNKNOWN',
          '$.sectors',
          'A sector is not in the scheme of this hub.',
          'Choose from the list.',
        ),
      ]),
];
