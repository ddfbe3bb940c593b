// Warns persons who did nothing for long, by whatever endpoint they or their administrators have, and then makes them dormant:
// their keys let nobody in until an administrator invites them again, and nothing goes to their endpoints. Runs once a day, as the
// hub itself; a repeat changes nothing, and one that fails holds up no other.
import type { Person } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { noticesToPerson } from '../channel/notices-to.ts';
import { type CloseDeps, closeEndpoints } from '../endpoint/close-endpoints.ts';
import { tryEach } from '../job/try-each.ts';
import { isLastOperator } from './find-person.ts';
import { DORMANT_AFTER_DAYS, WARNED_AFTER_DAYS, WARNING_DAYS } from './list-persons.ts';

type Deps = CloseDeps & Pick<Hub, 'persons' | 'directory' | 'endpoints' | 'channelDeliveries' | 'log'>;

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 200;
const BY_HUB = { way: 'HUB' } as const;

export const retirePersons = async (
  hub: Deps,
): Promise<{ readonly warned: number; readonly dormant: number }> => {
  const now = hub.clock.now();
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const idle = await hub.persons.idleSince(before(WARNED_AFTER_DAYS), before(WARNING_DAYS), AT_ONCE);
  const pieces = idle.map((each) => ({
    about: each.id,
    subject: { members: [each.member] },
    exercise: null,
    act: () => retire(hub, each, { now, dormantBefore: before(DORMANT_AFTER_DAYS) }),
  }));
  const became = await tryEach(hub, 'retire-person', pieces);
  const of = (event: Next['event']): number => became.filter((each) => each === event).length;
  const [warned, dormant] = [of('person.warned'), of('person.dormant')];
  if (dormant > 0) await confirmEverywhere(hub);
  return { warned, dormant };
};

type Times = { readonly now: Date; readonly dormantBefore: Date };

const retire = async (
  hub: Deps,
  { id, member }: Pick<Person, 'id' | 'member'>,
  { now, dormantBefore }: Times,
): Promise<Next['event'] | null> => {
  const dormantAt = new Date(now.getTime() + WARNING_DAYS * DAY_MS).toISOString();
  const notice = {
    key: `dormant ${id} ${dormantAt}`,
    details: { what: 'DORMANT', person: id, dormantAt },
  };
  const told = await noticesToPerson(hub, { id, member }, notice, now);
  // It takes rights, so that a full disk does not keep them.
  return hub.members.narrow(async (session) => {
    // Read again: it may have been seen, or another worker was faster.
    const person = await hub.persons.byId(id, session);
    const next = person === null ? null : nextOf(person, now, dormantBefore);
    if (next === null) return null;
    // A hub that nobody runs could never be changed again.
    if (next.event === 'person.dormant' && (await isLastOperator(hub, id, session))) return null;
    await hub.persons.save(next.person, session);
    // Once: what it says is written with the mark that it was warned.
    if (next.event === 'person.warned') await hub.channelDeliveries.ensure(told, session);
    else await closeEndpoints(hub, { person: id }, session);
    const about = { members: [next.person.member], person: id };
    await recordAct(hub, { event: next.event, by: BY_HUB, ...about }, session);
    return next.event;
  });
};

type Next = { readonly person: Person; readonly event: 'person.warned' | 'person.dormant' };

const nextOf = (person: Person, now: Date, dormantBefore: Date): Next | null => {
  if (person.state !== 'ACTIVE') return null;
  if (person.warnedAt === null) return { person: { ...person, warnedAt: now }, event: 'person.warned' };
  const isDue = now.getTime() - person.warnedAt.getTime() >= WARNING_DAYS * DAY_MS;
  const isIdle = (person.lastSeenAt ?? person.createdAt) < dormantBefore;
  return isDue && isIdle ? { person: { ...person, state: 'DORMANT' }, event: 'person.dormant' } : null;
};
