// Once a year a member's administrator attests that its facts are right. Overdue, the member holds nothing above TLP:GREEN.
import type { Actor, Member } from '../../domain/member.ts';
import {
  attestationDueMs,
  decidedAnewFrom,
  isAttestationOverdue,
} from '../../domain/partnership/standing.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { recordAct } from '../audit/record-act.ts';

type Deps = Pick<Hub, 'members' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'>;

export const attestMember = async (
  hub: Deps,
  actor: Actor,
  areFactsRight: boolean,
): Promise<Outcome<Member>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  if (!areFactsRight) return refused(NOT_RIGHT);
  const outcome = await hub.members.change(async (session): Promise<Outcome<Member>> => {
    const before = await hub.members.byId(actor.member.id, session);
    if (before === null) return notFound('$.member');
    const now = hub.clock.now();
    const wasOverdue = isAttestationOverdue(before, now.getTime());
    // What was kept from it meanwhile is decided anew.
    const after: Member = {
      ...before,
      attestedAt: now,
      remindedDays: null,
      ...(wasOverdue ? decidedAnewFrom(before, dueAt(before), now) : {}),
    };
    await hub.members.put(after, session);
    const facts = { wasOverdue };
    await recordAct(hub, { event: 'member.attested', by: actor, members: [after.id], facts }, session);
    return accepted(after);
  });
  hub.directory.forget();
  return outcome;
};

const NOT_RIGHT = problem(
  'STANDING_WRONG',
  '$.areFactsRight',
  'Facts that are not right cannot be attested.',
  'Change them first, or ask an operator of the hub to.',
);

const dueAt = (member: Member): Date => new Date(attestationDueMs(member) ?? 0);
