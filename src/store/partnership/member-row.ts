// A member as stored: the declaration of its row, and the row of an older hub as it is read today.
import { MEMBER_KINDS, type Member, type MemberKind } from '../../domain/member.ts';
import { IDENTIFIER_TYPES } from '../../domain/partnership/member-facts.ts';
import { isActiveIn, STANDINGS, type Standing } from '../../domain/partnership/standing.ts';
import {
  any,
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  oneOf,
  text,
  truth,
} from '../collection/declare.ts';

/** The kinds that hubs of the release before know. */
const FORMER_KINDS = ['AGENCY', 'CSIRT', 'OPERATOR', 'SHARING_CENTRE', 'STATE_CONTACT', 'HUB'] as const;
type FormerKind = (typeof FORMER_KINDS)[number];

export type MemberRow = Omit<Member, 'id' | 'kind' | 'standing'> & {
  _id: string;
  kind: FormerKind;
  exactKind?: MemberKind | null;
  standing?: Standing | null;
};
export const MEMBERS = declareCollection<MemberRow>({
  stored: 'members',
  about: 'The organisations of the partnership.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the member.'),
    slug: text('Short name, as audiences and persons name it.'),
    name: text('Name of the organisation.'),
    kind: oneOf(
      FORMER_KINDS,
      'What it is, as hubs of the release before know it; HUB for a kind that they do not know.',
    ),
    exactKind: maybe(oneOf(MEMBER_KINDS, 'What it is.')),
    country: text('ISO 3166-1 alpha-2; user-assigned codes are allowed.'),
    countries: listOf(text('Further countries that it serves.')),
    sectors: listOf(text('Sectors of the scheme of the hub.')),
    communities: listOf(text('Sharing groups that it belongs to.')),
    communitiesSince: maybe(
      any('By slug: in this community it reads what was issued from here on; absent for everything.'),
    ),
    clients: listOf(text('Ids of members that are its clients in the sense of TLP:AMBER.')),
    hasNoClients: maybe(
      truth('Whether it said last that it has no clients; absent on rows of older releases.'),
    ),
    mayPublish: truth('Whether it may publish.'),
    optsOutOfCascade: truth('Whether it is left out of warnings that only a dependency would bring.'),
    isActive: truth('Whether it takes part; follows from its standing.'),
    standing: maybe(oneOf(STANDINGS, 'How far it is in its life in the partnership.')),
    joinedAt: maybe(instant('It reads what was issued from here on; null for everything.')),
    attestedAt: maybe(instant('When its facts were last attested; null where nobody is asked.')),
    remindedDays: maybe(count('The last reminder of its attestation, in days before it is due.')),
    absence: maybe(
      any('While it is suspended or has left: what it was before, since when, why, and when it left.', {
        personal: 'free text of who suspended it',
      }),
    ),
    probationSince: maybe(instant('When its probation began.')),
    probationEndsAt: maybe(instant('When it ends, by the policy with which it began.')),
    decideFrom: maybe(instant('What was issued since then is decided anew for it, by the workers.')),
    returnedAt: maybe(instant('When that was said last.')),
    cappedSince: maybe(
      instant(
        'What was issued since then was decided anew while it was capped, and is once more afterwards.',
      ),
    ),
    latinName: maybe(text('Its name in Latin letters, where its own script is another.')),
    identifiers: maybe(any(`A list of type (${IDENTIFIER_TYPES.join(', ')}) and value.`)),
    website: maybe(text('Address of its web site.')),
    languages: maybe(listOf(text('BCP 47, most wanted first.'))),
    timeZone: maybe(text('IANA.')),
    isUnlisted: maybe(truth('Whether other members are not told of it; absent means that they are.')),
    listedTo: maybe(listOf(text('Ids of members that are told of it although it is unlisted.'))),
    identity: text('STIX id of its identity.'),
  },
  indexes: [{ key: { slug: 1 }, unique: true }],
});

const FORMER_KIND_OF: Readonly<Partial<Record<MemberKind, FormerKind>>> = {
  NATIONAL_CSIRT: 'CSIRT',
  SECTOR_CSIRT: 'CSIRT',
  AGENCY: 'AGENCY',
  OPERATOR: 'OPERATOR',
  SHARING_CENTRE: 'SHARING_CENTRE',
  STATE_CONTACT: 'STATE_CONTACT',
};

export const rowOf = ({ id, kind, ...facts }: Member): MemberRow => ({
  ...facts,
  _id: id,
  kind: FORMER_KIND_OF[kind] ?? 'HUB',
  exactKind: kind,
});

/** Of a row, what only a later release declares: hubs of both run at the same time. */
export const undeclaredIn = (row: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !Object.hasOwn(MEMBERS.fields, name)));

const declaredIn = (row: MemberRow): MemberRow =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => Object.hasOwn(MEMBERS.fields, name)),
  ) as unknown as MemberRow;

/** A row of a hub of the release before has no standing, and says CSIRT, which is read as that of a State. */
export const memberOf = (row: MemberRow): Member => {
  const { _id, kind, exactKind, standing, ...facts } = declaredIn(row);
  return {
    ...facts,
    id: _id,
    kind: exactKind ?? (kind === 'CSIRT' ? 'NATIONAL_CSIRT' : kind),
    standing: standingOf(standing ?? null, facts.isActive),
  };
};

const standingOf = (standing: Standing | null, isActive: boolean): Standing => {
  if (standing !== null && isActiveIn(standing) === isActive) return standing;
  return isActive ? 'MEMBER' : 'LEFT';
};
