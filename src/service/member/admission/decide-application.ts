// The acts on an application: the hub verifies and reviews it, members answer for it or object, and it ends in a member or not.
import type { Actor, Member } from '../../../domain/member.ts';
import {
  type AdmissionPolicy,
  type Application,
  isCircle,
  isLowered,
  isReady,
} from '../../../domain/partnership/admission.ts';
import { accepted, type Outcome, problem, refused } from '../../../domain/problem.ts';
import { identifierFor } from '../../../exchange/identifier-for.ts';
import { mayAct } from '../../../policy/decide.ts';
import type { Session } from '../../../store/connect.ts';
import { type Act, recordAct } from '../../audit/record-act.ts';
import { memberId } from '../admit-member.ts';
import { type AdmissionDeps, changeApplication, done, isFullMember } from './application.ts';

const MAX_REASON = 500;

/** The hub has verified identity and legal basis. `slug` replaces one that is taken; it also ends a review of its names. */
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
    const isTaken = (await hub.directory.current()).bySlug.has(facts.slug);
    if (isTaken && namesAreClear === true) {
      return refused(
        problem(
          'SLUG_TAKEN',
          '$.slug',
          `"${facts.slug}" is taken.`,
          'Agree on another with the applicant, and give it.',
        ),
      );
    }
    const needsReview = application.needsReview && namesAreClear !== true;
    const verifiedAt = application.verifiedAt ?? hub.clock.now();
    const next = { ...application, facts, needsReview, verifiedAt };
    return done(hub, next, { event: 'member.advanced', by: actor, facts: { needsReview } }, session);
  });

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
      { member: member.id, person: actor.person, at: hub.clock.now() },
    ];
    return done(
      hub,
      { ...application, sponsors },
      { event: 'member.sponsored', by: actor, members: [member.id] },
      session,
    );
  });

const sponsorFault = async (
  hub: AdmissionDeps,
  application: Application,
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

export const objectToApplication = (
  hub: AdmissionDeps,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.change', null);
    if (!permission.allowed) return refused(permission.problem);
    if (reason.trim() === '' || reason.length > MAX_REASON) {
      return refused(
        problem(
          'REASON_MISSING',
          '$.reason',
          `Give a reason of at most ${MAX_REASON} characters.`,
          'Say why.',
        ),
      );
    }
    const objection = { member: actor.member.id, person: actor.person, at: hub.clock.now(), reason };
    const next = { ...application, objections: [...application.objections, objection] };
    return done(hub, next, { event: 'member.objected', by: actor, members: [actor.member.id] }, session);
  });

/** Refuses or withdraws it: an operator of the hub, or a sponsor its own support; with its last sponsor it is withdrawn. */
export const refuseApplication = (
  hub: AdmissionDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Application>> =>
  changeApplication(hub, actor, id, async (application, session) => {
    const permission = mayAct(actor, 'member.administer', null);
    if (!permission.allowed) return refused(permission.problem);
    const next = { ...application, stage: 'REFUSED' as const, decidedAt: hub.clock.now() };
    return done(hub, next, { event: 'member.advanced', by: actor }, session);
  });

/** Why it cannot be admitted now by one person; null when it can. */
export const admissionFault = (application: Application, policy: AdmissionPolicy, now: Date) => {
  if (!isReady(application, now)) {
    const wrong =
      application.objections.length > 0
        ? 'A member objects to it.'
        : `It is ${application.stage.toLowerCase().replaceAll('_', ' ')}; the policy asks for more before it is admitted.`;
    return problem(
      'APPLICATION_NOT_READY',
      '$.id',
      wrong,
      'Look at its sponsors, its review and the time for objections.',
    );
  }
  return isLowered(policy)
    ? problem(
        'APPROVAL_NEEDED',
        '$.id',
        'Under a lowered policy two persons admit.',
        'Propose ADMIT_MEMBER; another operator approves it.',
      )
    : null;
};

/** An organisation that left returns by being reinstated; another one gets another slug. */
export const takenBy = async (
  { members }: Pick<AdmissionDeps, 'members'>,
  { facts: { slug } }: Application,
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
    const policy = await hub.applications.policy(session);
    const fault = admissionFault(application, policy, hub.clock.now());
    if (fault !== null) return refused(fault);
    const taken = await takenBy(hub, application, session);
    if (taken !== null) return refused(taken);
    await admitted(hub, application, actor, session);
    return accepted((await hub.applications.byId(id, session)) ?? application);
  });
  hub.directory.forget();
  return outcome;
};
