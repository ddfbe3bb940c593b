// Who is in a community: invited or asking, joining, leaving. A member joins and leaves for itself; managers invite, accept and
// remove. What a rule decides nobody decides by hand, but whoever leaves stays out.
import { createHash } from 'node:crypto';
import { directorySeenBy } from '../../domain/directory.ts';
import { type Actor, isAuthority, type Member } from '../../domain/member.ts';
import {
  type Community,
  fitsRule,
  isRemoved,
  type Membership,
  type MembershipState,
} from '../../domain/partnership/community.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { ActEvent } from '../../domain/record/act-events.ts';
import type { Hub } from '../../hub.ts';
import { doesManage } from '../../policy/communities.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { notManager } from './keep-community.ts';
import { communityUnknown, visibleCommunity } from './visible-community.ts';

export type MembershipDeps = Pick<
  Hub,
  'members' | 'communities' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

const INVITATION_DAYS = 14;
const DAY_MS = 24 * 3_600_000;
const CODE_BYTES = 16;

const hashOf = (code: string): string => createHash('sha256').update(code.trim()).digest('hex');

/** The community as it stands: what is stored counts, also for one that only members name. */
export type Standing = { readonly community: Community; readonly state: MembershipState | null };

export type CommunityInvitation = {
  readonly community: Community;
  /** Shown once; good once. */
  readonly code: string;
  readonly expiresAt: Date;
};

/** The slugs of communities that the actor's member is invited to, and has not joined. */
export const invitedTo = async (
  hub: Pick<Hub, 'communities'>,
  { member }: Actor,
): Promise<ReadonlySet<string>> =>
  new Set(
    (await hub.communities.memberships({ member: member.id, state: 'INVITED' })).map(
      ({ community }) => community,
    ),
  );

/** `member` is a slug; null for whoever is given the code, such as a member that is unlisted to the manager. */
export const inviteToCommunity = async (
  hub: MembershipDeps,
  actor: Actor,
  { community: slug, member: named }: { readonly community: string; readonly member: string | null },
): Promise<Outcome<CommunityInvitation>> => {
  const directory = await hub.directory.current();
  const community = visibleCommunity(directory, actor, slug);
  if (community === null) return refused(communityUnknown(slug));
  if (!doesManage(actor, community)) return refused(notManager());
  const known = directory.bySlug.get(named ?? '');
  const before = known === undefined ? null : await hub.communities.membership(slug, known.id);
  // Whom the managers removed they may let in again, also where a rule decides, and also one that is unlisted to them.
  if (community.rule !== null && !isRemoved(before)) return refused(byRule());
  const seen = isRemoved(before) ? directory : directorySeenBy(directory, actor.member.id);
  const member = named === null ? null : seen.bySlug.get(named);
  if (member === undefined) return refused(memberUnknown(named ?? ''));
  const wrong = member === null ? null : invitationProblem(community, member);
  if (wrong !== null) return refused(wrong);
  const code = `${slug}.${hub.entropy.bytes(CODE_BYTES).toString('base64url')}`;
  const at = hub.clock.now();
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * DAY_MS);
  await hub.members.change(async (session) => {
    const row = { _id: hashOf(code), community: slug, member: member?.id ?? null, expiresAt, usedAt: null };
    await hub.communities.saveInvitation(row, session);
    if (member !== null) {
      const membership = { community: slug, member: member.id, state: 'INVITED', since: at } as const;
      await hub.communities.saveMembership(membership, session);
    }
    await record(hub, actor, { community, event: 'community.changed', member, act: 'INVITED' }, session);
  });
  return accepted({ community, code, expiresAt });
};

const invitationProblem = (community: Community, member: Member): Problem | null => {
  if (member.communities.includes(community.slug)) return alreadyIn();
  return isAuthority(member) && !community.admitsAuthorities ? notAdmitted() : null;
};

/**
 * Joins the actor's member: with the code of an invitation, by an invitation to it by name, or (`REQUEST`) as a request that a
 * manager accepts. A member that left a community whose rule it fits comes back by itself.
 */
export const joinCommunity = async (
  hub: MembershipDeps,
  actor: Actor,
  { community: slug, code }: { readonly community: string; readonly code: string | null },
): Promise<Outcome<Standing>> => {
  const permission = mayAct(actor, 'community.join', null);
  if (!permission.allowed) return refused(permission.problem);
  const directory = await hub.directory.current();
  const done = await hub.members.change(async (session): Promise<Outcome<Standing>> => {
    const member = await hub.members.byId(actor.member.id, session);
    const before = await hub.communities.membership(slug, actor.member.id, session);
    const isInvited = before?.state === 'INVITED';
    // Whoever has a code may know that the community exists.
    const byCode =
      code === null ? null : await codeProblem(hub, { slug, code, member: actor.member.id }, session);
    const known = (await hub.communities.bySlug(slug, session)) ?? directory.communities.get(slug) ?? null;
    const mayKnow = isInvited || (code !== null && byCode === null);
    const community = mayKnow ? known : visibleCommunity(directory, actor, slug);
    if (byCode !== null) return refused(byCode);
    if (community === null || member === null) return refused(communityUnknown(slug));
    if (member.communities.includes(slug)) return refused(alreadyIn());
    if (isAuthority(member) && !community.admitsAuthorities) return refused(notAdmitted());
    const fits = community.rule !== null && fitsRule(community.rule, member);
    if ((mayKnow || fits) && isRemoved(before)) return refused(isKeptOut());
    if (mayKnow || fits) {
      if (code !== null && !(await hub.communities.spendInvitation(hashOf(code), hub.clock.now(), session)))
        return refused(isUsed());
      return accepted(await enter(hub, actor, { community, member }, session));
    }
    if (community.rule !== null) return refused(byRule());
    if (community.joining !== 'REQUEST') return refused(byInvitation());
    const at = hub.clock.now();
    const asked = { community: slug, member: member.id, state: 'REQUESTED', since: at } as const;
    await hub.communities.saveMembership({ ...asked, ...removalOf(before) }, session);
    await record(hub, actor, { community, event: 'community.changed', member, act: 'REQUESTED' }, session);
    return accepted({ community, state: 'REQUESTED' });
  });
  hub.directory.forget();
  return done;
};

type Offered = { readonly slug: string; readonly code: string; readonly member: string };

/** An unknown code and one for somebody else look the same. */
const codeProblem = async (
  hub: MembershipDeps,
  { slug, code, member }: Offered,
  session: Session,
): Promise<Problem | null> => {
  const row = await hub.communities.invitation(hashOf(code), session);
  const isFor = row !== null && row.community === slug && (row.member === null || row.member === member);
  if (!isFor || row.expiresAt <= hub.clock.now()) {
    return problem(
      'COMMUNITY_INVITATION_INVALID',
      '$.code',
      'This invitation is not good here, or no longer.',
      'Ask the managers of the community for a new one.',
    );
  }
  if (row.usedAt === null) return null;
  return isUsed();
};

const isUsed = (): Problem =>
  problem(
    'COMMUNITY_INVITATION_USED',
    '$.code',
    'This invitation was used already; each is good once.',
    'Ask the managers of the community for a new one.',
  );

/** A manager accepts what a member asked for. */
export const acceptIntoCommunity = (
  hub: MembershipDeps,
  actor: Actor,
  of: Decided,
): Promise<Outcome<Standing>> =>
  manage(hub, hub.members.change, { actor, of }, async ({ community, member }, session) => {
    const asked = await hub.communities.membership(community.slug, member.id, session);
    if (asked?.state !== 'REQUESTED') return refused(notIn());
    if (isAuthority(member) && !community.admitsAuthorities) return refused(notAdmitted());
    return accepted(await enter(hub, actor, { community, member }, session));
  });

/** A manager removes a member, or refuses what it asked for. Every hub goes by it before it is answered. */
export const removeFromCommunity = (
  hub: MembershipDeps,
  actor: Actor,
  of: Decided,
): Promise<Outcome<Standing>> =>
  manage(hub, hub.members.narrow, { actor, of }, ({ community, member }, session) =>
    leave(hub, actor, { community, member }, session),
  );

/** At any time, by the member itself. Every hub goes by it before it is answered. */
export const leaveCommunity = async (
  hub: MembershipDeps,
  actor: Actor,
  slug: string,
): Promise<Outcome<Standing>> => {
  const permission = mayAct(actor, 'community.join', null);
  if (!permission.allowed) return refused(permission.problem);
  const directory = await hub.directory.current();
  const community = visibleCommunity(directory, actor, slug, await invitedTo(hub, actor));
  if (community === null) return refused(communityUnknown(slug));
  const done = await hub.members.narrow(async (session): Promise<Outcome<Standing>> => {
    const member = await hub.members.byId(actor.member.id, session);
    return member === null
      ? refused(communityUnknown(slug))
      : leave(hub, actor, { community, member }, session);
  });
  if (done.ok) await confirmEverywhere(hub);
  return done;
};

/** Both are slugs. */
export type Decided = { readonly community: string; readonly member: string };
type Decision = { readonly community: Community; readonly member: Member };

const manage = async (
  hub: MembershipDeps,
  write: MembershipDeps['members']['change'],
  { actor, of: { community: slug, member: named } }: { readonly actor: Actor; readonly of: Decided },
  decide: (decision: Decision, session: Session) => Promise<Outcome<Standing>>,
): Promise<Outcome<Standing>> => {
  hub.directory.forget();
  const directory = await hub.directory.current();
  const community = visibleCommunity(directory, actor, slug);
  if (community === null) return refused(communityUnknown(slug));
  if (!doesManage(actor, community)) return refused(notManager());
  const done = await write(async (session): Promise<Outcome<Standing>> => {
    const known = directory.bySlug.get(named);
    const member = known === undefined ? null : await hub.members.byId(known.id, session);
    const asked = member === null ? null : await hub.communities.membership(slug, member.id, session);
    // A manager is told of who is in it or asks to be, and of nobody else that is unlisted.
    const isTold =
      asked !== null ||
      member?.communities.includes(slug) === true ||
      directorySeenBy(directory, actor.member.id).bySlug.has(named);
    return member === null || !isTold
      ? refused(memberUnknown(named))
      : decide({ community, member }, session);
  });
  if (done.ok) await confirmEverywhere(hub);
  return done;
};

const enter = async (
  hub: MembershipDeps,
  actor: Actor,
  { community, member }: Decision,
  session: Session,
): Promise<Standing> => {
  const { slug } = community;
  const at = hub.clock.now();
  const of = { community: slug, member: member.id };
  await hub.communities.saveMembership({ ...of, state: 'JOINED', since: at }, session);
  // It came in once: another code that it was given for that brings it back no second time.
  await hub.communities.spendInvitationsOf(of, at, session);
  const since = community.opensHistory
    ? {}
    : { communitiesSince: { ...member.communitiesSince, [slug]: at } };
  const joined = { ...member, communities: [...member.communities, slug].sort(), ...since };
  await hub.members.put(joined, session);
  await record(hub, actor, { community, event: 'community.joined', member, act: 'JOINED' }, session);
  return { community, state: 'JOINED' };
};

const leave = async (
  hub: MembershipDeps,
  actor: Actor,
  { community, member }: Decision,
  session: Session,
): Promise<Outcome<Standing>> => {
  const { slug } = community;
  const before = await hub.communities.membership(slug, member.id, session);
  const isPart = member.communities.includes(slug) || ['INVITED', 'REQUESTED'].includes(before?.state ?? '');
  if (!isPart) return refused(notIn());
  const at = hub.clock.now();
  const of = { community: slug, member: member.id };
  const isByOthers = actor.member.id !== member.id && member.communities.includes(slug);
  const removal = isByOthers ? { removedAt: at } : removalOf(before);
  await hub.communities.saveMembership({ ...of, state: 'LEFT', since: at, ...removal }, session);
  await hub.communities.spendInvitationsOf(of, at, session);
  const { [slug]: _, ...since } = member.communitiesSince ?? {};
  const communities = member.communities.filter((each) => each !== slug);
  await hub.members.put({ ...member, communities, communitiesSince: since }, session);
  await record(hub, actor, { community, event: 'community.left', member, act: 'LEFT' }, session);
  return accepted({ community, state: 'LEFT' });
};

/** Stays until a manager lifts it, whatever the member does. */
const removalOf = (before: Membership | null): Pick<Membership, 'removedAt'> =>
  isRemoved(before) ? { removedAt: before?.removedAt ?? null } : {};

type Recorded = {
  readonly community: Community;
  readonly event: ActEvent;
  readonly member: Member | null;
  readonly act: MembershipState;
};

/** The member's administrators and the managers see it. */
const record = async (
  hub: MembershipDeps,
  by: Actor,
  { community, event, member, act }: Recorded,
  session: Session,
): Promise<void> => {
  const members = [...new Set([...community.managers, ...(member === null ? [] : [member.id])])];
  await recordAct(hub, { event, by, members, subject: community.id, facts: { state: act } }, session);
};

const memberUnknown = (slug: string): Problem =>
  problem('MEMBER_UNKNOWN', '$.member', `There is no member "${slug}".`, 'Give the slug of a member.');

const alreadyIn = (): Problem =>
  problem('ALREADY_IN_COMMUNITY', '$', 'The member is in this community already.', 'Nothing is left to do.');

const notIn = (): Problem =>
  problem(
    'NOT_IN_COMMUNITY',
    '$',
    'The member is not in this community, and has not asked to be.',
    'Ask the community for its members.',
  );

const byRule = (): Problem =>
  problem(
    'COMMUNITY_BY_RULE',
    '$.community',
    'The members of this community follow from its rule.',
    'Change the rule, or the facts of the member.',
  );

const byInvitation = (): Problem =>
  problem(
    'BY_INVITATION_ONLY',
    '$.community',
    'One joins this community by invitation alone.',
    'Ask its managers for an invitation.',
  );

const isKeptOut = (): Problem =>
  problem(
    'BY_INVITATION_ONLY',
    '$.community',
    'Its managers removed your organisation, and only they let it in again, by name.',
    'Ask them for an invitation to your organisation.',
  );

const notAdmitted = (): Problem =>
  problem(
    'AUTHORITY_NOT_ADMITTED',
    '$.community',
    'This community does not admit regulators and law enforcement.',
    'Ask its managers whether they allow it; every member of the community sees it then.',
  );
