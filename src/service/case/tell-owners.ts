// Tells whoever owes help that a case waits, and again when its time is over and nobody has taken it: by the endpoints of the member
// and of its persons who follow up. The notice names the case alone.
import type { Case } from '../../domain/case/case.ts';
import type { Hub } from '../../hub.ts';
import { mayRole } from '../../policy/grants.ts';
import { noticeRows } from '../channel/notices-to.ts';
import { tryEach } from '../job/try-each.ts';
import { askedForExercise } from '../subscription/asked-for-exercise.ts';

const AT_ONCE = 200;

/** Returns how many cases were told of. */
export const tellOwners = async (hub: Hub): Promise<number> => {
  const now = hub.clock.now();
  const untold = await hub.cases.untold(now, AT_ONCE);
  const pieces = untold.map((about) => {
    const { warning, version, delivery, exercise } = about;
    const subject = { warning, version, delivery };
    return { about: about.id, subject, exercise, act: () => tellOwner(hub, about, now) };
  });
  return (await tryEach(hub, 'tell-of-case', pieces)).filter((isTold) => isTold).length;
};

const tellOwner = async (hub: Hub, found: Case, now: Date): Promise<boolean> => {
  const { id, owner, exercise } = found;
  const told = found.dueAt <= now ? 'OVERDUE' : 'OPENED';
  const all = await hub.endpoints.ofMembers([owner], ['ACTIVE', 'PAUSED']);
  const followUp = new Set(
    (await hub.persons.ofMember(owner))
      .filter(({ roles, state }) => state === 'ACTIVE' && mayRole(roles, 'delivery.list'))
      .map((person) => person.id),
  );
  const theirs = all.filter(({ person }) => person === null || followUp.has(person));
  const endpoints = await askedForExercise(hub, exercise, theirs);
  const details = {
    what: 'CASE',
    case: id,
    isOverdue: told === 'OVERDUE',
    isExercise: exercise !== null,
  };
  const messages = noticeRows(
    endpoints,
    // Each time anew: one that was handed over and given back is its owner's again. What is told twice is not written twice.
    { key: `case ${id} ${told} ${now.toISOString()}`, details, isUrgent: true },
    now,
  );
  return hub.database.transaction(async (session) => {
    if (!(await hub.cases.tell(found, told, session))) return false;
    await hub.channelDeliveries.ensure(messages, session);
    return true;
  });
};
