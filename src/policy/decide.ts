// The one place that answers "may this actor read it, and why" and "may this actor do it" (docs/decisions/0002).
// Every row is decided here again before it leaves the hub (I2); what is not allowed looks absent (I1).

import type { AccessFacts, CascadeReach, Holders } from '../domain/access-facts.ts';
import { type Alternative, fits, fittingAlternative, memberOfPerson } from '../domain/audience.ts';
import { type EffectiveTlp, isInForce, strictest, type Validity, whileBoth } from '../domain/marking.ts';

import { type Actor, type Disclosure, isAuthority, type Member } from '../domain/member.ts';
import { hasJoinedBefore, inCommunitiesThen, isCapped, isUnderCap } from '../domain/partnership/standing.ts';

import { type Problem, problem } from '../domain/problem.ts';
import type { ProblemCode } from '../domain/problem-codes/catalogue.ts';
import type { Exclusion, Reason } from '../domain/reason.ts';
import {
  mayHold,
  mayKey,
  mayRole,
  needsOwnership,
  needsPublishingMember,
  scopeFor,
  VERB_WORDS,
  type Verb,
} from './grants.ts';
import { doesMarkingAllow } from './relation.ts';
import { doesBetrayPublisher } from './view.ts';
import {
  asDisclosed,
  becauseAddressed,
  becauseClient,
  becauseDependent,
  becauseHeld,
  becauseOwn,
} from './why.ts';

export type Allowed = { readonly allowed: true; readonly reason: Reason };
export type Denied = { readonly allowed: false; readonly because: Exclusion | 'NOT_ADDRESSED' };
export type Decision = Allowed | Denied;
export type ActDecision = { readonly allowed: true } | { readonly allowed: false; readonly problem: Problem };

/** What a member that is capped holds of others' content (domain/partnership/standing.ts). */
const isWithinCap = (member: Member, tlp: EffectiveTlp, nowMs: number): boolean =>
  isUnderCap(tlp) || !isCapped(member, nowMs);

/** The reader: a member, the members that declare it as a client, and which persons and markings it can act for. */
type Reader = {
  readonly member: Member;
  readonly providers: readonly Member[];
  readonly disclosure: Disclosure | undefined;
  readonly isNamed: (persons: readonly string[] | undefined) => boolean;
  readonly mayHold: (tlp: EffectiveTlp) => boolean;
};

export const decide = (actor: Actor, access: AccessFacts, nowMs: number): Decision =>
  decideFor(
    {
      member: actor.member,
      providers: actor.providers,
      disclosure: actor.disclosure,
      isNamed: (persons) => actor.person !== null && persons?.includes(actor.person) === true,
      mayHold: (tlp) => mayHold(actor, tlp),
    },
    asOf(access, nowMs),
    nowMs,
  );

/** A marking outside its bounds counts as one that is not understood (I3). */
const asOf = (access: AccessFacts, nowMs: number): AccessFacts =>
  isInForce(access.validity, nowMs) ? access : { ...access, tlp: 'UNKNOWN' };

/**
 * Equal for two actors of one look at the directory whom `decide` and `shownSummary` treat alike, unless a decision is
 * personal. What else they look at follows from the member.
 */
export const rightsClassOf = ({ member, roles, scopes, isRedClosed, person }: Actor): string =>
  JSON.stringify([member.id, roles, scopes ?? null, isRedClosed === true, person !== null]);

/** Whether the decision may depend on which person of the member reads: TLP:RED is addressed to persons, and recalled from them. */
export const isPersonal = ({ tlp, holders }: Pick<AccessFacts, 'tlp' | 'holders'>): boolean =>
  tlp === 'RED' || holders !== undefined;

/** A member that may be a recipient, with the members that declare it as a client. */
export type Candidate = {
  readonly member: Member;
  readonly providers: readonly Member[];
  /** Absent where nothing is hidden from anybody, or where nobody is told the reason. */
  readonly disclosure?: Disclosure;
  /**
   * RED is addressed to persons, not organisations: a member counts as a recipient when one of its named persons counts.
   * Unset (an outlet that serves the whole member), RED is addressed to its publisher alone.
   */
  readonly counts?: (person: string) => boolean;
};

/** Every person that is named counts, whether or not it can sign in. */
export const anyPerson = (): boolean => true;

/** Whether any person or key of the member would receive it, whatever its role: for targeting and preview. */
export const decideMember = (
  { member, providers, disclosure, counts }: Candidate,
  access: AccessFacts,
  nowMs: number,
): Decision =>
  decideFor(
    {
      member,
      providers,
      disclosure,
      isNamed: (persons) =>
        counts !== undefined &&
        persons?.some((person) => memberOfPerson(person) === member.slug && counts(person)) === true,
      mayHold: () => true,
    },
    asOf(access, nowMs),
    nowMs,
  );

/** What policy must know of an object: its own marking (null for none), when that is in force, and its text. */
export type ObjectToDecide = {
  readonly tlp: EffectiveTlp | null;
  readonly validity?: Validity;
  readonly text: () => string;
};

/**
 * An object is readable through a readable warning if the stricter of both markings allows the same relation and role,
 * and if its text does not give away an unnamed publisher.
 */
export const decideObject = (
  actor: Actor,
  access: AccessFacts,
  object: ObjectToDecide,
  nowMs: number,
): Decision => {
  const through = decide(actor, access, nowMs);
  if (!through.allowed) return through;
  if (access.holders !== undefined && through.reason.kind !== 'OWN') return deny('NOT_ADDRESSED');
  if (doesBetrayPublisher(actor, access, object.text)) return deny('MARKING_FORBIDS');
  const tlp = strictest(access.tlp, object.tlp ?? access.tlp);
  if (tlp === access.tlp && object.validity === undefined) return through;
  // A stricter marking allows a subset, strongest relation first: deciding again finds the same relation or none.
  const validity = whileBoth(access.validity, object.validity);
  return decide(actor, { ...access, tlp, ...(validity === undefined ? {} : { validity }) }, nowMs);
};

/** What its key leaves open to the actor, for what every role may do with what is its own. */
export const mayActByKey = (actor: Pick<Actor, 'scopes'>, verb: Verb): ActDecision =>
  mayKey(actor, verb)
    ? { allowed: true }
    : refuse(
        'SCOPE_MISSING',
        `This key has no scope ${scopeFor(verb)}.`,
        'Use a key with this scope, or make one.',
      );

/** For what the actor can see, or for acts without an object (`null`); answer `notFound()` for what it cannot see. */
export const mayAct = (
  actor: Actor,
  verb: Verb,
  access: Pick<AccessFacts, 'publisher'> | null,
): ActDecision => {
  if (!actor.member.isActive) {
    return refuse(
      'MEMBER_INACTIVE',
      'Your organisation is not active in this hub.',
      'Ask the hub to admit it.',
    );
  }
  if (!mayRole(actor.roles, verb)) {
    const named =
      actor.roles.length === 1 ? `The role ${actor.roles[0]}` : `The roles ${actor.roles.join(', ')}`;
    return refuse(
      'ROLE_MAY_NOT',
      `${named} may not ${VERB_WORDS[verb]}.`,
      'Use a key with another role, or ask a member-admin of your organisation for one.',
    );
  }
  const byKey = mayActByKey(actor, verb);
  if (!byKey.allowed) return byKey;
  if (needsPublishingMember(verb) && !actor.member.mayPublish) {
    return refuse(
      'MEMBER_MAY_NOT_PUBLISH',
      'Your organisation may read here, but not publish.',
      `Ask an operator of the hub for the right to publish: tocsin member change ${actor.member.slug} --may-publish yes`,
    );
  }
  if (needsOwnership(verb) && access?.publisher !== actor.member.id) {
    return refuse('NOT_THE_PUBLISHER', 'Only its publisher may do this.', 'Ask its publisher.', '$.id');
  }
  return { allowed: true };
};

const refuse = (code: ProblemCode, message: string, remedy: string, path = '$'): ActDecision => ({
  allowed: false,
  problem: problem(code, path, message, remedy),
});

const deny = (because: Denied['because']): Denied => ({ allowed: false, because });

/** Tries relations in order; the first that exists and that the marking allows is the reason, if the role may hold it. */
const decideFor = (reader: Reader, access: AccessFacts, nowMs: number): Decision => {
  const { member } = reader;
  if (!member.isActive) return deny('MEMBER_INACTIVE');
  if (access.publisher === member.id) return ifRoleMayHold(reader, access, becauseOwn);
  if (access.holders !== undefined) return decideHolder(reader, access, access.holders);
  if (access.audience.excludes.includes(member.id)) return deny('EXCLUDED_BY_NAME');
  const then = inCommunitiesThen(member, access);
  const others = decideOthers({ ...reader, member: then }, access, nowMs);
  // What keeps a member from content that it would have otherwise, and from nothing else.
  if (!others.allowed) {
    return then !== member && decideOthers(reader, access, nowMs).allowed ? deny('JOINED_LATER') : others;
  }
  if (!hasJoinedBefore(member, access)) return deny('JOINED_LATER');
  return isWithinCap(member, access.tlp, nowMs) ? others : deny('MEMBER_CAPPED');
};

/**
 * A recall reaches whoever holds a former version, also one that might not have it any more: there is nothing in it but that
 * it was recalled.
 */
const decideHolder = (reader: Reader, access: AccessFacts, { members, persons }: Holders): Decision => {
  if (!members.includes(reader.member.id)) return deny('NOT_ADDRESSED');
  const isForPersons = access.tlp === 'RED' || access.tlp === 'UNKNOWN';
  if (isForPersons && !reader.isNamed(persons)) return deny('MARKING_FORBIDS');
  return ifRoleMayHold(reader, access, () => becauseHeld(access, reader.member));
};

/** The relations to what others published. */
const decideOthers = (reader: Reader, access: AccessFacts, nowMs: number): Decision => {
  const { member } = reader;

  const isDirect = access.audience.alternatives.some((alternative) => fits(alternative, member));
  if (isDirect && doesMarkingAllow(access.tlp, 'DIRECT')) {
    const index = access.audience.alternatives.findIndex((alternative) =>
      isOpenTo(reader, alternative, access.tlp),
    );
    if (index >= 0) return ifRoleMayHold(reader, access, () => becauseAddressed(access, index, member));
  }

  const provider = providerFor(reader, access, nowMs);
  if (provider !== undefined && doesMarkingAllow(access.tlp, 'CLIENT')) {
    const isTold = reader.disclosure?.isToldOf(provider) !== false;
    return ifRoleMayHold(reader, access, () => becauseClient(access, provider, member, isTold));
  }

  const reach = reachTo(member, access);
  if (reach !== undefined && doesMarkingAllow(access.tlp, 'DEPENDENCY')) {
    if (member.optsOutOfCascade) return deny('OPTED_OUT_OF_CASCADE');
    return ifRoleMayHold(reader, access, () =>
      becauseDependent(access, {
        reach,
        member,
        providers: reader.providers.filter((each) => reader.disclosure?.isToldOf(each) !== false),
      }),
    );
  }

  if (!isDirect && provider === undefined && reach === undefined) return deny('NOT_ADDRESSED');
  return deny(access.tlp === 'UNKNOWN' ? 'MARKING_UNKNOWN' : 'MARKING_FORBIDS');
};

// Relations that members declared bring nothing to regulators and law enforcement: only the publisher reaches them.

/** A provider that left the partnership, or may not hold it, passes nothing on to its clients. */
const providerFor = (
  { member, providers }: Reader,
  access: AccessFacts,
  nowMs: number,
): Member | undefined =>
  isAuthority(member)
    ? undefined
    : providers.find(
        (each) =>
          each.isActive &&
          isWithinCap(each, access.tlp, nowMs) &&
          hasJoinedBefore(each, access) &&
          fittingAlternative(access.audience, inCommunitiesThen(each, access)) !== null,
      );

const reachTo = (member: Member, { cascade }: AccessFacts): CascadeReach | undefined =>
  cascade.find(({ to }) => fits(to, member) && !(isAuthority(member) && to.members !== undefined));

const isOpenTo = (reader: Reader, alternative: Alternative, tlp: EffectiveTlp): boolean =>
  fits(alternative, reader.member) && (tlp !== 'RED' || reader.isNamed(alternative.persons));

const ifRoleMayHold = (reader: Reader, access: AccessFacts, reason: () => Reason): Decision =>
  reader.mayHold(access.tlp)
    ? { allowed: true, reason: asDisclosed(reason(), access, reader.member, reader.disclosure) }
    : deny('ROLE_FORBIDS');
