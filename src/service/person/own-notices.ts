// What an administrator of a member is to see to in time: the yearly attestation, and accesses that will be dormant.
import type { Actor } from '../../domain/member.ts';
import { attestationDueMs, REMINDED_DAYS } from '../../domain/partnership/standing.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { type ShownPerson, shownPerson } from './list-persons.ts';

export type OwnNotices = {
  /** When the facts of the member are due to be attested, from the first reminder on; null before. */
  readonly attestBy: Date | null;
  /** Persons that were warned. */
  readonly warned: readonly ShownPerson[];
};

const DAY_MS = 24 * 3_600_000;

/** Null for whoever does not administer the member. */
export const ownNotices = async (
  hub: Pick<Hub, 'persons' | 'clock'>,
  actor: Actor,
): Promise<OwnNotices | null> => {
  if (!mayAct(actor, 'person.list', null).allowed) return null;
  const now = hub.clock.now();
  const due = attestationDueMs(actor.member);
  const isNear = due !== null && due - now.getTime() <= REMINDED_DAYS[0] * DAY_MS;
  const persons = await hub.persons.ofMember(actor.member.id);
  return {
    attestBy: isNear ? new Date(due) : null,
    warned: persons
      .filter(({ state, warnedAt }) => state === 'ACTIVE' && warnedAt !== null)
      .map((each) => shownPerson(each, now)),
  };
};
