// Ends, for a time or for good, that a member takes part: it is suspended or leaves, and returns. What was addressed to it
// meanwhile stays addressed, and is decided anew when it returns (reinstated.ts). Each of these acts is in effect on every
// hub before it is answered.
import type { Actor, Member } from '../../domain/member.ts';
import { FIRST_POLICY, probationEnd } from '../../domain/partnership/admission.ts';
import { decidedAnewFrom, isActiveIn, type Standing } from '../../domain/partnership/standing.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import type { ActEvent } from '../../domain/record/act-events.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { type CloseDeps, closeEndpoints } from '../endpoint/close-endpoints.ts';
import type { ChangedMember } from './change-member.ts';
import { type TellingDeps, tellEmptied } from './tell-emptied.ts';

type Deps = CloseDeps & TellingDeps & Pick<Hub, 'directory' | 'keys' | 'credentials' | 'drafts'>;

const MAX_REASON = 500;

/** `reason` is for the administrators of the hub and of the member. */
export const suspendMember = async (
  hub: Deps,
  actor: Actor,
  slug: string,
  reason: string,
): Promise<Outcome<ChangedMember>> => {
  const broken = reasonProblem(reason);
  if (broken !== null) return refused(broken);
  return moved(hub, actor, slug, {
    event: 'member.suspended',
    facts: (member, at) => {
      if (!member.isActive) return refused(alreadyOut(member));
      return accepted({ standing: 'SUSPENDED', absence: { from: member.standing, since: at, reason } });
    },
  });
};

export const reinstateMember = async (
  hub: Deps,
  actor: Actor,
  slug: string,
): Promise<Outcome<ChangedMember>> =>
  moved(hub, actor, slug, {
    event: 'member.reinstated',
    facts: (member, at) => {
      if (member.isActive) {
        return refused(
          problem(
            'STANDING_WRONG',
            '$.member',
            `${member.slug} takes part already.`,
            'There is nothing to do.',
          ),
        );
      }
      const { absence } = member;
      // Whoever left is on probation again; a suspension changes nothing of what a member was.
      const from = member.standing === 'LEFT' ? 'PROBATION' : (absence?.from ?? 'MEMBER');
      const since = absence?.since ?? at;
      return accepted({
        standing: isActiveIn(from) ? from : 'PROBATION',
        absence: null,
        ...decidedAnewFrom(member, since, at),
        ...(from === 'PROBATION' && member.standing === 'LEFT' ? probationFrom(at) : {}),
      });
    },
  });

/** One operator reinstates, so that it is as long as the policy that every hub begins with says. */
const probationFrom = (at: Date): Pick<Member, 'probationSince' | 'probationEndsAt'> => ({
  probationSince: at,
  probationEndsAt: probationEnd(at, FIRST_POLICY, false),
});

/** `slug` null: one's own member leaves. */
export const endMembership = async (
  hub: Deps,
  actor: Actor,
  slug: string | null,
): Promise<Outcome<ChangedMember>> =>
  moved(hub, actor, slug, {
    event: 'member.left',
    facts: (member, at) => {
      if (member.standing === 'LEFT') return refused(alreadyOut(member));
      const from = isActiveIn(member.standing) ? member.standing : (member.absence?.from ?? 'MEMBER');
      return accepted({
        standing: 'LEFT',
        absence: { from, since: member.absence?.since ?? at, reason: null, leftAt: at },
      });
    },
  });

type Moved = Partial<Member> & { readonly standing: Standing };
type Move = {
  readonly event: Extract<ActEvent, 'member.suspended' | 'member.reinstated' | 'member.left'>;
  readonly facts: (member: Member, at: Date) => Outcome<Moved>;
};

const moved = async (
  hub: Deps,
  actor: Actor,
  slug: string | null,
  { event, facts }: Move,
): Promise<Outcome<ChangedMember>> => {
  const directory = await hub.directory.current();
  const target = slug === null ? actor.member : directory.bySlug.get(slug);
  const isOwn = target?.id === actor.member.id && event === 'member.left';
  const permission = mayAct(actor, isOwn ? 'member.change' : 'member.administer', null);
  if (!permission.allowed) return refused(isOwn ? ownRefusal(actor, permission.problem) : permission.problem);
  if (target === undefined) return notFound('$.member');
  const write = event === 'member.reinstated' ? hub.members.change : hub.members.narrow;
  const outcome = await write(async (session): Promise<Outcome<ChangedMember>> => {
    const before = await hub.members.byId(target.id, session);
    if (before === null) return notFound('$.member');
    const kept = event === 'member.reinstated' ? null : await lastAdministrator(hub, before, session);
    if (kept !== null) return refused(kept);
    const change = facts(before, hub.clock.now());
    if (!change.ok) return change;
    const after = { ...before, ...change.value, isActive: isActiveIn(change.value.standing) };
    await hub.members.put(after, session);
    // A suspension holds back what waits, and it is decided anew; who leaves is reached nowhere any more.
    const states = { from: before.standing, to: after.standing };
    const machines = event === 'member.left' ? await ended(hub, after, session) : {};
    const said = { ...states, ...machines };
    await recordAct(hub, { event, by: actor, members: [after.id], facts: said }, session);
    return accepted({ ...after, emptied: await tellEmptied(hub, actor, before, session) });
  });
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

/** An operator ends the membership of others, and nothing of its own. */
const ownRefusal = (actor: Actor, permission: Problem): Problem =>
  mayAct(actor, 'member.administer', null).allowed
    ? problem(
        'ROLE_MAY_NOT',
        '$',
        'An operator of the hub ends the membership of other organisations; that of its own is ended by a member-admin of it.',
        'Ask a member-admin of your organisation.',
      )
    : permission;

/**
 * Its machines do not come back with it either: their keys and registrations end. Its persons are dormant in time; their drafts end
 * now.
 */
const ended = async (hub: Deps, { id }: Member, session: Session): Promise<{ readonly machines: number }> => {
  await closeEndpoints(hub, { member: id }, session);
  const persons = await hub.persons.ofMember(id, session);
  await hub.drafts.removeOf(
    persons.map((each) => each.id),
    session,
  );
  const now = hub.clock.now();
  let machines = await hub.keys.revokeOfMachines(id, now, session);
  for (const { id: registration } of await hub.credentials.ofMachines(id))
    if (await hub.credentials.end(registration, now, session)) machines += 1;
  return { machines };
};

/**
 * A hub that nobody runs could never be changed again, whatever kind of organisation runs it. In the transaction: two could be
 * ended at once.
 */
const lastAdministrator = async (
  hub: Pick<Deps, 'members' | 'persons'>,
  member: Member,
  session: Session,
): Promise<Problem | null> => {
  const active = new Set(
    (await hub.members.all(session)).filter(({ isActive }) => isActive).map(({ id }) => id),
  );
  const operators = (await hub.persons.operators(session)).filter((each) => active.has(each.member));
  const isLast = operators.length > 0 && operators.every(({ member: id }) => id === member.id);
  return isLast
    ? problem(
        'LAST_ADMINISTRATOR',
        '$.member',
        `Only persons of ${member.slug} run this hub; without them nobody could administer it.`,
        'Invite a hub operator of another member first.',
      )
    : null;
};

const alreadyOut = ({ slug, standing }: Member): Problem =>
  problem(
    'STANDING_WRONG',
    '$.member',
    standing === 'LEFT' ? `${slug} has left.` : `${slug} is suspended already.`,
    'There is nothing to do, or reinstate it.',
  );

const reasonProblem = (reason: string): Problem | null => {
  const isRight = !isBlank(reason) && reason.length <= MAX_REASON;
  return isRight
    ? null
    : problem('REASON_MISSING', '$.reason', `Give a reason of at most ${MAX_REASON} characters.`, 'Say why.');
};
