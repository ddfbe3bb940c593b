// The one place that answers "may this actor read it, and why" and "may this actor do it" (docs/decisions/0002).
// Every row is decided here again before it leaves the hub (I2); whatever is not allowed looks absent (I1).
import { type Alternative, fits, fittingAlternative } from '../domain/audience.ts';
import type { Envelope } from '../domain/envelope.ts';
import { type EffectiveTlp, isInForce, strictest, type Validity, whileBoth } from '../domain/marking.ts';
import type { Actor, Member } from '../domain/member.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { ProblemCode } from '../domain/problem-codes/catalogue.ts';
import type { Exclusion, Reason } from '../domain/reason.ts';
import { mayRole, mayRoleHold, needsOwnership, needsPublishingMember, type Verb } from './grants.ts';
import { doesMarkingAllow } from './relation.ts';
import { doesBetrayPublisher } from './view.ts';
import { becauseAddressed, becauseClient, becauseDependent, becauseOwn } from './why.ts';

export type Allowed = { readonly allowed: true; readonly reason: Reason };
export type Denied = { readonly allowed: false; readonly because: Exclusion };
export type Decision = Allowed | Denied;
export type ActDecision = { readonly allowed: true } | { readonly allowed: false; readonly problem: Problem };

/** Who reads: a member, the members that declare it as client, and which persons and markings it can stand for. */
type Reader = {
  readonly member: Member;
  readonly providers: readonly Member[];
  readonly isNamed: (persons: readonly string[] | undefined) => boolean;
  readonly mayHold: (tlp: EffectiveTlp) => boolean;
};

export const decide = (actor: Actor, envelope: Envelope, nowMs: number): Decision =>
  decideFor(
    {
      member: actor.member,
      providers: actor.providers,
      isNamed: (persons) => actor.person !== null && persons?.includes(actor.person) === true,
      mayHold: (tlp) => mayRoleHold(actor.role, actor.person, tlp),
    },
    asOf(envelope, nowMs),
  );

/** A marking whose time has not come or is over says nothing any more: as one that is not understood (I3). */
const asOf = (envelope: Envelope, nowMs: number): Envelope =>
  isInForce(envelope.validity, nowMs) ? envelope : { ...envelope, tlp: 'UNKNOWN' };

/**
 * Whether some person or key of the member would be reached, whatever its role: for targeting and preview.
 * RED reaches no organisation, only persons: `personsCount` counts a member as reached when a person of it is named.
 * Without it (an outlet that serves the whole member) RED reaches its publisher alone.
 */
export const decideMember = (
  member: Member,
  providers: readonly Member[],
  envelope: Envelope,
  nowMs: number,
  options: { readonly personsCount?: true } = {},
): Decision =>
  decideFor(
    {
      member,
      providers,
      // An alternative with persons fits only members that have one among them.
      isNamed: (persons) => options.personsCount === true && persons !== undefined,
      mayHold: () => true,
    },
    asOf(envelope, nowMs),
  );

/** What policy must know of an object: its own marking (null for none), when that is in force, and its text. */
export type ObjectToDecide = {
  readonly tlp: EffectiveTlp | null;
  readonly validity?: Validity;
  readonly text: () => string;
};

/**
 * An object is readable through a warning that is, if the stricter of both markings allows the same relation and role,
 * and if it does not name a publisher that is not to be named.
 */
export const decideObject = (
  actor: Actor,
  envelope: Envelope,
  object: ObjectToDecide,
  nowMs: number,
): Decision => {
  const through = decide(actor, envelope, nowMs);
  if (!through.allowed) return through;
  if (doesBetrayPublisher(actor, envelope, object.text)) return deny('MARKING_FORBIDS');
  const tlp = strictest(envelope.tlp, object.tlp ?? envelope.tlp);
  if (tlp === envelope.tlp && object.validity === undefined) return through;
  // Each stricter marking allows a subset, strongest relation first: deciding anew finds the same relation or none.
  const validity = whileBoth(envelope.validity, object.validity);
  return decide(actor, { ...envelope, tlp, ...(validity === undefined ? {} : { validity }) }, nowMs);
};

/** For what one can already see, or for acts on nothing yet (`null`); of what one cannot see say `notFound()`. */
export const mayAct = (actor: Actor, verb: Verb, envelope: Envelope | null): ActDecision => {
  if (!actor.member.isActive) {
    return refuse(
      'MEMBER_INACTIVE',
      'Your organisation is not active in this hub.',
      'Ask the hub to admit it.',
    );
  }
  if (!mayRole(actor.role, verb)) {
    return refuse(
      'ROLE_MAY_NOT',
      `The role ${actor.role} may not do this (${verb}).`,
      'Use a key with another role, or ask a member-admin of your organisation for one.',
    );
  }
  if (needsPublishingMember(verb) && !actor.member.mayPublish) {
    return refuse(
      'MEMBER_MAY_NOT_PUBLISH',
      'Your organisation may read here, but not publish.',
      'Ask the hub for the right to publish.',
    );
  }
  if (needsOwnership(verb) && envelope?.publisher !== actor.member.id) {
    return refuse('NOT_THE_PUBLISHER', 'Only its publisher may do this.', 'Ask its publisher.', '$.id');
  }
  return { allowed: true };
};

const refuse = (code: ProblemCode, message: string, remedy: string, path = '$'): ActDecision => ({
  allowed: false,
  problem: problem(code, path, message, remedy),
});

const deny = (because: Exclusion): Denied => ({ allowed: false, because });

/** Relations in order; the first that exists and that the marking allows is the reason, if the role may hold it. */
const decideFor = (reader: Reader, envelope: Envelope): Decision => {
  const { member } = reader;
  if (!member.isActive) return deny('MEMBER_INACTIVE');
  if (envelope.publisher === member.id) return ifRoleMayHold(reader, envelope, becauseOwn);
  if (envelope.audience.excludes.includes(member.id)) return deny('EXCLUDED_BY_NAME');

  const isDirect = envelope.audience.alternatives.some((alternative) => fits(alternative, member));
  if (isDirect && doesMarkingAllow(envelope.tlp, 'DIRECT')) {
    const index = envelope.audience.alternatives.findIndex((alternative) =>
      isOpenTo(reader, alternative, envelope.tlp),
    );
    if (index >= 0) return ifRoleMayHold(reader, envelope, () => becauseAddressed(envelope, index, member));
  }

  // A provider that left the partnership holds nothing, so nothing goes on to its clients.
  const provider = reader.providers.find(
    (each) => each.isActive && fittingAlternative(envelope.audience, each) !== null,
  );
  if (provider !== undefined && doesMarkingAllow(envelope.tlp, 'CLIENT')) {
    return ifRoleMayHold(reader, envelope, () => becauseClient(provider));
  }

  const reach = envelope.cascade.find((each) => fits(each.to, member));
  if (reach !== undefined && doesMarkingAllow(envelope.tlp, 'DEPENDENCY')) {
    if (member.optsOutOfCascade) return deny('OPTED_OUT_OF_CASCADE');
    return ifRoleMayHold(reader, envelope, () => becauseDependent(reach, member, reader.providers));
  }

  if (!isDirect && provider === undefined && reach === undefined) return deny('NOT_ADDRESSED');
  return deny(envelope.tlp === 'UNKNOWN' ? 'MARKING_UNKNOWN' : 'MARKING_FORBIDS');
};

const isOpenTo = (reader: Reader, alternative: Alternative, tlp: EffectiveTlp): boolean =>
  fits(alternative, reader.member) && (tlp !== 'RED' || reader.isNamed(alternative.persons));

const ifRoleMayHold = (reader: Reader, envelope: Envelope, reason: () => Reason): Decision =>
  reader.mayHold(envelope.tlp) ? { allowed: true, reason: reason() } : deny('ROLE_FORBIDS');
