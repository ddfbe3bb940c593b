// A second, naive answer to "may this reader have this", written from docs/decisions/0002-who-may-read.md and the
// practice of TLP 2.0 by an author who had not read src/policy: T1 compares every read path of the hub with it.
// It uses the types and the sector tree of the domain and nothing else, and prefers plain code to fast code.

import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import type { Alternative, Audience } from '../../../src/domain/audience.ts';
import type { EffectiveTlp } from '../../../src/domain/marking.ts';
import type { Actor, Member } from '../../../src/domain/member.ts';
import { sectorAndAncestors } from '../../../src/domain/sector.ts';

type Relation = 'OWN' | 'DIRECT' | 'CLIENT' | 'DEPENDENCY';

// The decision's table, row by row. RED of DIRECT is for named persons, see below.
const TABLE: Readonly<Record<Relation, readonly EffectiveTlp[]>> = {
  OWN: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED', 'UNKNOWN'],
  DIRECT: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'],
  CLIENT: ['CLEAR', 'GREEN', 'AMBER'],
  DEPENDENCY: ['CLEAR', 'GREEN'],
};

export const ORDER: readonly EffectiveTlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED', 'UNKNOWN'];

const stricter = (one: EffectiveTlp, other: EffectiveTlp): EffectiveTlp =>
  ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;

const overlap = (some: readonly string[], others: readonly string[]): boolean => {
  for (const one of some) {
    for (const other of others) if (one === other) return true;
  }
  return false;
};

// Each given property must match; an alternative without any is the whole partnership.
const fitsAlternative = (alternative: Alternative, member: Member): boolean => {
  const { sectors, countries, communities, kinds, members, persons } = alternative;
  const held = member.sectors.flatMap((sector) => [sector, ...sectorAndAncestors(sector)]);
  if (sectors !== undefined && !overlap(sectors, held)) return false;
  if (countries !== undefined && !overlap(countries, [member.country, ...member.countries])) return false;
  if (communities !== undefined && !overlap(communities, member.communities)) return false;
  // A CSIRT, as older audiences say it, is a national or a sector one.
  const kindsHeld = member.kind.endsWith('_CSIRT') ? [member.kind, 'CSIRT'] : [member.kind];
  if (kinds !== undefined && !overlap(kinds, kindsHeld)) return false;
  if (members !== undefined && !overlap(members, [member.id])) return false;
  if (persons !== undefined) {
    const organisations = persons.map((person) => person.split('/')[0] ?? '');
    if (!overlap(organisations, [member.slug])) return false;
  }
  // Regulators and law enforcement are reached only by kind, by name, or through a community.
  const isSpoken =
    kinds !== undefined || communities !== undefined || members !== undefined || persons !== undefined;
  return isSpoken || !isAuthority(member);
};

const isAuthority = ({ kind }: Member): boolean => kind === 'REGULATOR' || kind === 'LAW_ENFORCEMENT';

const isExcluded = (audience: Audience, member: Member): boolean => audience.excludes.includes(member.id);

const isDirect = (audience: Audience, member: Member): boolean =>
  !isExcluded(audience, member) &&
  audience.alternatives.some((alternative) => fitsAlternative(alternative, member));

// RED: the asking person is named in an alternative that matches the person's member.
const isNamed = (actor: Actor, access: AccessFacts): boolean =>
  actor.person !== null &&
  access.audience.alternatives.some(
    (alternative) =>
      fitsAlternative(alternative, asItWas(actor.member, access)) &&
      (alternative.persons ?? []).some(
        (person) => person === actor.person || personIdOf(person) === actor.person,
      ),
  );

// Decision 0021: of a community that keeps its history, a member has what was issued since it joined.
const asItWas = (member: Member, { issuedMs }: AccessFacts): Member => {
  const communities = member.communities.filter((slug) => {
    const since = member.communitiesSince?.[slug];
    return since === undefined || issuedMs === undefined || issuedMs >= since.getTime();
  });
  return { ...member, communities };
};

/** All relations of the actor to it, whatever the marking, in the order of the decision. */
const relationsOf = (actor: Actor, access: AccessFacts): Relation[] => {
  const member = asItWas(actor.member, access);
  const found: Relation[] = [];
  if (access.publisher === member.id) found.push('OWN');
  if (isDirect(access.audience, member)) found.push('DIRECT');
  const hasDirectProvider = actor.providers.some(
    (provider) =>
      provider.isActive &&
      provider.clients.includes(member.id) &&
      isDirect(access.audience, asItWas(provider, access)),
  );
  if (!isExcluded(access.audience, member) && !isAuthority(member) && hasDirectProvider) found.push('CLIENT');
  // What a member declared names it in the cascade; the publisher did not.
  const isReached = access.cascade.some(
    (reach) => fitsAlternative(reach.to, member) && !(isAuthority(member) && reach.to.members !== undefined),
  );
  if (!isExcluded(access.audience, member) && !member.optsOutOfCascade && isReached) {
    found.push('DEPENDENCY');
  }
  return found;
};

const markingAllows = (actor: Actor, access: AccessFacts, tlp: EffectiveTlp, relation: Relation): boolean => {
  if (!TABLE[relation].includes(tlp)) return false;
  if (tlp === 'RED' && relation === 'DIRECT') return isNamed(actor, access);
  return true;
};

// An unknown marking counts as RED or stricter: what a machine may not have as RED it may not have as unknown.
const roleAllows = (actor: Actor, tlp: EffectiveTlp): boolean => {
  const roles = actor.roles.filter((role) => role !== 'hub-operator');
  if (roles.length === 0) return tlp === 'CLEAR';
  if (tlp !== 'RED' && tlp !== 'UNKNOWN') return true;
  const isSomebody = actor.person !== null && actor.isRedClosed !== true;
  return isSomebody && roles.some((role) => role !== 'integrator');
};

// Decision 0020: on probation, or with its attestation a year old, a member holds nothing of others above GREEN and passes
// nothing on; one that joined reads what was issued from then on.
const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

const isKeptFrom = (member: Member, access: AccessFacts, tlp: EffectiveTlp): boolean => {
  const joined = member.joinedAt?.getTime() ?? 0;
  if (access.issuedMs !== undefined && access.issuedMs < joined) return true;
  const isOld = member.attestedAt instanceof Date && Date.now() - member.attestedAt.getTime() >= YEAR_MS;
  return (member.standing === 'PROBATION' || isOld) && !['CLEAR', 'GREEN'].includes(tlp);
};

const relationThatReads = (
  actor: Actor,
  access: AccessFacts,
  tlp: EffectiveTlp = access.tlp,
): Relation | undefined => {
  if (!actor.member.isActive || !roleAllows(actor, access.tlp)) return undefined;
  // Decision 0029: a recall is for those who hold it, under TLP:RED for the persons that were named, whatever they are now.
  if (access.holders !== undefined) {
    if (access.publisher === actor.member.id) return 'OWN';
    const isHolder = access.holders.members.includes(actor.member.id);
    const isNamed = actor.person !== null && access.holders.persons?.includes(actor.person) === true;
    return isHolder && (access.tlp !== 'RED' || isNamed) ? 'DIRECT' : undefined;
  }
  const providers = actor.providers.filter((each) => !isKeptFrom(each, access, tlp));
  return relationsOf({ ...actor, providers }, access).find(
    (relation) =>
      markingAllows(actor, access, tlp, relation) &&
      (relation === 'OWN' || !isKeptFrom(actor.member, access, tlp)),
  );
};

/** Whether the actor may read the warning or practice with these access facts. */
export const mayRead = (actor: Actor, access: AccessFacts): boolean =>
  relationThatReads(actor, access) !== undefined;

/** Whether the actor may read, through the warning with these access facts, an object with this marking of its own. */
export const mayReadObject = (actor: Actor, access: AccessFacts, objectTlp: EffectiveTlp): boolean => {
  if (relationThatReads(actor, access) === undefined) return false;
  if (access.holders !== undefined && access.publisher !== actor.member.id) return false;
  const tlp = stricter(access.tlp, objectTlp);
  return roleAllows(actor, tlp) && relationThatReads(actor, access, tlp) !== undefined;
};
