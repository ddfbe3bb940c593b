// An organisation applies: by the form behind a one-time invitation, or a sponsor does so for it.
import type { Actor } from '../../../domain/member.ts';
import type { ApplicantFacts, Application, Sponsorship } from '../../../domain/partnership/admission.ts';
import { lookAlikeIn } from '../../../domain/partnership/look-alike.ts';
import { newMemberProblems } from '../../../domain/partnership/member-facts.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../../domain/problem.ts';
import { isBlank } from '../../../domain/reading/seen-text.ts';
import { mayAct } from '../../../policy/decide.ts';
import { type Act, recordAct } from '../../audit/record-act.ts';
import { type IssuedLink, issueLink, type LinkDeps } from '../../person/issue-link.ts';
import { readLink, redeemLink } from '../../person/redeem-link.ts';
import { type AdmissionDeps, isFullMember, written } from './application.ts';
import { sponsorFault } from './decide-application.ts';

export type Form = ApplicantFacts & { readonly contact: string };
/** `agreesToBeNamed`: an unlisted member is named as a sponsor to all administrators. */
type SponsoredForm = Form & { readonly agreesToBeNamed?: boolean | null | undefined };

const MAX_CONTACT = 500;

/** For an organisation that is to fill in the form itself. A member-admin of a full member, or the hub, gives it out. */
export const inviteApplicant = async (
  hub: LinkDeps,
  actor: Actor,
  hours = 14 * 24,
): Promise<Outcome<IssuedLink>> => {
  if (!Number.isInteger(hours) || hours < 1 || hours > 720) {
    return refused(
      problem('POLICY_OUT_OF_RANGE', '$.hours', 'Hours from 1 to 720.', 'Leave it out for two weeks.'),
    );
  }
  const asHub = mayAct(actor, 'member.administer', null);
  const permission = asHub.allowed ? asHub : mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  if (!asHub.allowed && !isFullMember(actor.member)) return refused(ON_PROBATION);
  const link = await hub.members.change(async (session) => {
    const issued = await issueLink(
      hub,
      { purpose: 'APPLICATION', by: actor, member: null, person: null, hours },
      session,
    );
    const line = {
      event: 'member.applied',
      by: actor,
      members: [actor.member.id],
      facts: { link: issued.id },
    } as const;
    await recordAct(hub, line, session);
    return issued;
  });
  return accepted(link);
};

/** By a sponsor: its member answers for the applicant from the start. */
export const applyFor = async (
  hub: AdmissionDeps,
  actor: Actor,
  { agreesToBeNamed, ...form }: SponsoredForm,
): Promise<Outcome<Application>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  if (!isFullMember(actor.member)) return refused(ON_PROBATION);
  const broken = formProblems(form);
  if (broken.length > 0) return refused(...broken);
  const standing = { facts: form, sponsors: [] };
  const fault = await sponsorFault(hub, standing, actor.member, agreesToBeNamed === true);
  if (fault !== null) return refused({ ...fault, path: fault.path === '$.id' ? '$.slug' : fault.path });
  const made = await applicationOf(hub, form, [
    {
      ...{ member: actor.member.id, person: actor.person, at: hub.clock.now() },
      isNamed: agreesToBeNamed === true,
    },
  ]);
  const change = { event: 'member.applied', by: actor, members: [actor.member.id] } as const;
  return accepted(await hub.members.change((session) => written(hub, made, change, session)));
};

/** By the bearer of an invitation, which is used up by it. */
export const applyByLink = async (
  hub: AdmissionDeps & LinkDeps,
  token: string,
  form: Form,
  by: Extract<Act['by'], { way: string }> = { way: 'LINK' },
): Promise<Outcome<Application>> => {
  const broken = formProblems(form);
  if (broken.length > 0) return refused(...broken);
  const made = await applicationOf(hub, form, []);
  return hub.members.change(async (session): Promise<Outcome<Application>> => {
    // Looked at before it is taken: a link that invites a person is not used up here.
    const read = await readLink(hub, token, session);
    if (read.ok && read.value.purpose !== 'APPLICATION') return refused(NOT_AN_APPLICATION);
    const link = await redeemLink(hub, token, session);
    if (!link.ok) return link;
    return accepted(await written(hub, made, { event: 'member.applied', by }, session));
  });
};

const ON_PROBATION = problem(
  'SPONSOR_UNSUITABLE',
  '$',
  'Only a full member answers for others; yours is on probation.',
  'Wait until the probation is over, or ask another member.',
);

const NOT_AN_APPLICATION = problem(
  'LINK_UNKNOWN',
  '$.link',
  'This link is not for an application.',
  'Ask whoever gave it to you for one.',
);

const formProblems = (form: Form): Problem[] => [
  ...newMemberProblems(form),
  ...contactProblems(form.contact),
];

const contactProblems = (contact: string): Problem[] => {
  if (isBlank(contact))
    return [problem('TEXT_EMPTY', '$.contact', 'Nobody to call is given.', 'Give a name and a number.')];
  return contact.length <= MAX_CONTACT
    ? []
    : [problem('TEXT_TOO_LONG', '$.contact', `At most ${MAX_CONTACT} characters.`, 'Shorten it.')];
};

/** A clash of names goes to review without a word: whose it clashes with may be unlisted to whoever asks. */
const applicationOf = async (
  hub: AdmissionDeps,
  { contact, ...facts }: Form,
  sponsors: readonly Sponsorship[],
): Promise<Application> => {
  const { members, bySlug } = await hub.directory.current();
  const others = (await hub.applications.open()).map((each) => each.facts);
  const isTaken = bySlug.has(facts.slug);
  return {
    id: `application--${hub.entropy.uuid()}`,
    facts,
    contact,
    stage: 'APPLICANT',
    needsReview: isTaken || lookAlikeIn(facts, [...members.values(), ...others]) !== null,
    sponsors,
    objections: [],
    madeAt: hub.clock.now(),
    verifiedAt: null,
    windowEndsAt: null,
    decidedAt: null,
    member: null,
  };
};
