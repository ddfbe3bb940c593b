// The acts on an application: the hub verifies and reviews it, members answer for it or object, and it ends in a member or not.
import type { Actor, Member } from '../../../domain/member.ts';
import {
  type Application,
  type AsOf,
  isCircle,
  isLowered,
  isReady,
  isStillSponsored,
  probationEnd,
  standingObjections,
  withoutSponsor,
} from '../../../domain/partnership/admission.ts';
import { lookAlikeIn } from '../../../domain/partnership/look-alike.ts';
import { newMemberProblems } from '../../../domain/partnership/member-facts.ts';
import { accepted, type Outcome, problem, refused } from '../../../domain/problem.ts';
import { isBlank } from '../../../domain/reading/seen-text.ts';
import { valueInWords } from '../../../domain/reading/value-in-words.ts';
import { identifierFor } from '../../../exchange/identifier-for.ts';
import { mayAct } from '../../../policy/decide.ts';
import type { Session } from '../../../store/connect.ts';
import { type Act, recordAct } from '../../audit/record-act.ts';
import { memberId } from '../admit-member.ts';
import { type AdmissionDeps, changeApplication, done, isFullMember } from './application.ts';

const MAX_REASON = 500;

/** The hub has verified identity, legal basis and names. `slug` replaces one that is taken; it also ends a review of its names. */
export const verifyApplication = (
  hub: AdmissionDeps,
  actor: Actor,
  {
    id,
    slug,
    namesAreClear,
  }: { readonly id: string; readonly slug?: string; readonly namesAreClear?: boolean },
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.administer', null);
    if (!permission.allowed) return refused(permission.problem);
    const facts = { ...application.facts, ...(slug === undefined ? {} : { slug }) };
    const isOther = facts.slug !== application.facts.slug;
    const broken = isOther ? newMemberProblems(facts) : [];
    if (broken.length > 0) return refused(...broken);
    const clash = await clashOf(hub, { id, facts }, session);
    if (clash.isTaken && (namesAreClear === true || isOther)) return refused(slugTaken(facts.slug));
    // A slug that nobody has looked at yet is not clear because the names before it were.
    const isClear = namesAreClear === true && !(isOther && clash.isSlugAlike);
    const needsReview = !isClear && (isOther ? clash.isAlike : application.needsReview);
    // While its names are looked at it waits like one that nobody has verified: whose names they resemble may be unlisted.
    const verifiedAt = application.verifiedAt ?? (needsReview ? null : hub.clock.now());
    const next = { ...application, facts, needsReview, verifiedAt };
    return done(hub, next, { event: 'member.advanced', by: actor, facts: { needsReview } }, session);
  });

const slugTaken = (slug: string) =>
  problem('SLUG_TAKEN', '$.slug', `"${slug}" is taken.`, 'Agree on another with the applicant, and give it.');

type Clash = { readonly isTaken: boolean; readonly isAlike: boolean; readonly isSlugAlike: boolean };

/** Of what an applicant is called, with members and other applicants, as they are in this transaction. */
const clashOf = async (
  hub: AdmissionDeps,
  { id, facts }: Pick<Application, 'id' | 'facts'>,
  session: Session,
): Promise<Clash> => {
  const applicants = (await hub.applications.open(session)).filter((each) => each.id !== id);
  const others = [...(await hub.members.all(session)), ...applicants.map((each) => each.facts)];
  const { slug } = facts;
  const isHeld = others.some((each) => each.slug === slug);
  return {
    isTaken: (await takenBy(hub, { facts }, session)) !== null,
    isAlike: isHeld || lookAlikeIn(facts, others) !== null,
    isSlugAlike: isHeld || lookAlikeIn({ slug, name: slug }, others) !== null,
  };
};

/** `agreesToBeNamed`: an unlisted member is named as a sponsor to all administrators. */
export const sponsorApplication = (
  hub: AdmissionDeps,
  actor: Actor,
  { id, agreesToBeNamed }: { readonly id: string; readonly agreesToBeNamed: boolean },
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.change', null);
    if (!permission.allowed) return refused(permission.problem);
    const { member } = actor;
    const fault = await sponsorFault(hub, application, member, agreesToBeNamed);
    if (fault !== null) return refused(fault);
    const sponsors = [
      ...application.sponsors,
      { member: member.id, person: actor.person, at: hub.clock.now(), isNamed: agreesToBeNamed },
    ];
    return done(
      hub,
      { ...application, sponsors },
      { event: 'member.sponsored', by: actor, members: [member.id] },
      session,
    );
  });

/** Its member answers for the applicant no more. */
export const withdrawSponsorship = (
  hub: AdmissionDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.change', null);
    if (!permission.allowed) return refused(permission.problem);
    const { member } = actor;
    if (!application.sponsors.some((each) => each.member === member.id)) return refused(NO_SPONSOR);
    const next = withoutSponsor(application, member.id, await asOfNow(hub, session));
    const facts = { act: 'WITHDRAWN' };
    const change = { event: 'member.sponsored', by: actor, members: [member.id], facts } as const;
    return done(hub, next, change, session);
  });

const NO_SPONSOR = problem(
  'SPONSOR_UNKNOWN',
  '$.id',
  'Your organisation does not answer for it.',
  'Look at the application again for who does; whoever knows something against it objects.',
);

/** As things stand, in this transaction where there is one. */
export const asOfNow = async (hub: AdmissionDeps, session?: Session): Promise<AsOf> => ({
  policy: await hub.applications.policy(session),
  members: new Map((await hub.members.all(session)).map((each) => [each.id, each])),
  now: hub.clock.now(),
});

export const sponsorFault = async (
  hub: Pick<AdmissionDeps, 'applications'>,
  application: Pick<Application, 'facts' | 'sponsors'>,
  member: Member,
  agreesToBeNamed: boolean,
) => {
  const applicant = memberId(application.facts.slug);
  if (member.id === applicant)
    return problem('SPONSOR_ITSELF', '$.id', 'Nobody sponsors itself.', 'Ask other members.');
  if (!isFullMember(member))
    return problem(
      'SPONSOR_UNSUITABLE',
      '$.id',
      'Only a full member answers for others.',
      'Wait for the end of the probation.',
    );
  if (application.sponsors.some((each) => each.member === member.id))
    return problem(
      'SPONSOR_ALREADY',
      '$.id',
      'Your organisation sponsors it already.',
      'Ask another member.',
    );
  if (member.isUnlisted === true && !agreesToBeNamed) {
    const wrong = 'Your organisation is unlisted, and sponsors are named to all administrators.';
    return problem(
      'SPONSOR_UNNAMED',
      '$.agreesToBeNamed',
      wrong,
      'Agree to be named, or leave it to others.',
    );
  }
  const cameWith = new Map<string, readonly string[]>();
  for (const open = [member.id]; open.length > 0; ) {
    const each = open.pop() ?? '';
    if (cameWith.has(each)) continue;
    const sponsors = (await hub.applications.ofMember(each))?.sponsors.map((one) => one.member) ?? [];
    cameWith.set(each, sponsors);
    open.push(...sponsors);
  }
  return isCircle(applicant, member.id, (each) => cameWith.get(each) ?? [])
    ? problem(
        'SPONSOR_CIRCLE',
        '$.id',
        'The applicant itself once answered for your organisation, or for one that did.',
        'Ask a member that it did not bring.',
      )
    : null;
};

/** By a full member, at most one of each: said again, it takes the place of the one before. */
export const objectToApplication = (
  hub: AdmissionDeps,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.change', null);
    if (!permission.allowed) return refused(permission.problem);
    if (!isFullMember(actor.member)) return refused(ON_PROBATION);
    if (isBlank(reason) || reason.length > MAX_REASON) {
      return refused(
        problem(
          'REASON_MISSING',
          '$.reason',
          `Give a reason of at most ${MAX_REASON} characters.`,
          'Say why.',
        ),
      );
    }
    const { member } = actor;
    const others = application.objections.filter((each) => each.member !== member.id);
    const objection = { member: member.id, person: actor.person, at: hub.clock.now(), reason };
    const next = { ...application, objections: [...others, objection] };
    return done(hub, next, { event: 'member.objected', by: actor, members: [member.id] }, session);
  });

const ON_PROBATION = problem(
  'SPONSOR_UNSUITABLE',
  '$.id',
  'Only a full member objects; yours is on probation.',
  'Tell an operator of the hub, or a full member, what you know.',
);

/** By an administrator of the member that objected. */
export const withdrawObjection = (
  hub: AdmissionDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.change', null);
    if (!permission.allowed) return refused(permission.problem);
    const { member } = actor;
    const objections = application.objections.filter((each) => each.member !== member.id);
    if (objections.length === application.objections.length) return refused(noObjection('$.id'));
    const facts = { act: 'WITHDRAWN' };
    const change = { event: 'member.objected', by: actor, members: [member.id], facts } as const;
    return done(hub, { ...application, objections }, change, session);
  });

/** `member` is a slug. The hub has looked at what it says; two persons then admit the applicant, whatever the policy asks. */
export const setAsideObjection = (
  hub: AdmissionDeps,
  actor: Actor,
  { id, member: slug }: { readonly id: string; readonly member: string },
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.administer', null);
    if (!permission.allowed) return refused(permission.problem);
    const member = memberId(slug);
    const isOfIt = ({ member: by }: { readonly member: string }): boolean => by === member;
    if (!standingObjections(application).some(isOfIt)) return refused(noObjection('$.member'));
    const setAsideAt = hub.clock.now();
    const objections = application.objections.map((each) => (isOfIt(each) ? { ...each, setAsideAt } : each));
    const next = { ...application, objections, needsTwo: true };
    const facts = { act: 'REVIEWED' };
    return done(hub, next, { event: 'member.objected', by: actor, members: [member], facts }, session);
  });

const noObjection = (path: string) =>
  problem(
    'OBJECTION_UNKNOWN',
    path,
    'That member does not object to it.',
    'Look at the application again for who does.',
  );

/** An operator of the hub refuses it. `reason` is for those who answer for it, and for the hub. */
export const refuseApplication = (
  hub: AdmissionDeps,
  actor: Actor,
  id: string,
  reason: string | null = null,
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.administer', null);
    if (!permission.allowed) return refused(permission.problem);
    const refusal = reason?.trim() ?? '';
    if (refusal.length > MAX_REASON || !refusal.isWellFormed()) {
      const wrong = `Give a reason of at most ${MAX_REASON} characters.`;
      return refused(problem('REASON_MISSING', '$.reason', wrong, 'Shorten it, or leave it out.'));
    }
    const decided = { stage: 'REFUSED' as const, decidedAt: hub.clock.now() };
    const next = { ...application, ...decided, refusal: refusal === '' ? null : refusal };
    return done(hub, next, { event: 'member.advanced', by: actor }, session);
  });

/** Why it cannot be admitted now by one person; null when it can. */
export const admissionFault = (application: Application, asOf: AsOf) => {
  const { policy, members } = asOf;
  if (!isReady(application, asOf)) {
    const asked = `Its stage: ${valueInWords(application.stage)}. The policy asks for more before it is admitted.`;
    const left = isStillSponsored(application, policy, members)
      ? asked
      : 'A member that answered for it is no full member any more.';
    const wrong = standingObjections(application).length > 0 ? 'A member objects to it.' : left;
    return problem(
      'APPLICATION_NOT_READY',
      '$.id',
      wrong,
      'Look at its sponsors, its review and the time for objections.',
    );
  }
  return isLowered(policy) || application.needsTwo === true
    ? problem(
        'APPROVAL_NEEDED',
        '$.id',
        'It came on under a lowered policy, or past an objection, so two persons admit it.',
        'Propose ADMIT_MEMBER; another operator approves it.',
      )
    : null;
};

/** An organisation that left returns by being reinstated; another one gets another slug. */
export const takenBy = async (
  { members }: Pick<AdmissionDeps, 'members'>,
  { facts: { slug } }: Pick<Application, 'facts'>,
  session: Session,
) =>
  (await members.byId(memberId(slug), session)) === null
    ? null
    : problem('SLUG_TAKEN', '$.id', `"${slug}" is taken.`, 'Give it another slug, or reinstate the member.');

/** Within `members.change`. The member's ids are derived from its slug. */
export const admitted = async (
  hub: AdmissionDeps,
  application: Application,
  by: Act['by'],
  session: Session,
): Promise<Member> => {
  const now = hub.clock.now();
  const policy = await hub.applications.policy(session);
  const { slug, ...facts } = application.facts;
  const member: Member = {
    ...facts,
    slug,
    id: memberId(slug),
    identity: identifierFor('identity', slug),
    communities: [],
    clients: [],
    mayPublish: false,
    optsOutOfCascade: false,
    isActive: true,
    standing: policy.probationDays > 0 ? 'PROBATION' : 'MEMBER',
    probationSince: policy.probationDays > 0 ? now : null,
    probationEndsAt: policy.probationDays > 0 ? probationEnd(now, policy, true) : null,
    joinedAt: now,
    attestedAt: now,
  };
  await hub.members.put(member, session);
  await hub.applications.save(
    { ...application, stage: 'ADMITTED', decidedAt: now, member: member.id },
    session,
  );
  const facts_ = { to: member.standing, policy: policy.version, sponsors: application.sponsors.length };
  await recordAct(
    hub,
    { event: 'member.advanced', by, members: [member.id], subject: application.id, facts: facts_ },
    session,
  );
  return member;
};

export const admitApplication = async (
  hub: AdmissionDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Application>> => {
  const outcome = await changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.administer', null);
    if (!permission.allowed) return refused(permission.problem);
    const fault = admissionFault(application, await asOfNow(hub, session));
    if (fault !== null) return refused(fault);
    const taken = await takenBy(hub, application, session);
    if (taken !== null) return refused(taken);
    await admitted(hub, application, actor, session);
    return accepted((await hub.applications.byId(id, session)) ?? application);
  });
  hub.directory.forget();
  return outcome;
};
