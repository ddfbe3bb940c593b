// The persons of one's own member, for its administrators; and the contact details that somebody may see.
import type { Actor } from '../../domain/member.ts';
import { isListedTo } from '../../domain/partnership/disclosure.ts';
import type { ContactDetail, Person } from '../../domain/person.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { contactsFor } from '../../policy/contacts.ts';
import { mayAct, mayActByKey } from '../../policy/decide.ts';

type Deps = Pick<Hub, 'persons' | 'clock'>;

export type ShownPerson = Person & {
  /** When it becomes dormant unless it is seen; null where it is not active. */
  readonly dormantAt: Date | null;
};

const DAY_MS = 24 * 3_600_000;
export const WARNED_AFTER_DAYS = 150;
export const DORMANT_AFTER_DAYS = 180;
/** Nobody becomes dormant sooner after the warning. */
export const WARNING_DAYS = DORMANT_AFTER_DAYS - WARNED_AFTER_DAYS;

const after = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

export const shownPerson = (person: Person, now: Date): ShownPerson => {
  const { state, lastSeenAt, createdAt, warnedAt } = person;
  if (state !== 'ACTIVE') return { ...person, dormantAt: null };
  const idle = after(lastSeenAt ?? createdAt, DORMANT_AFTER_DAYS);
  const warned = after(warnedAt ?? now, WARNING_DAYS);
  return { ...person, dormantAt: idle > warned ? idle : warned };
};

/** Whoever left last; erased ones are not shown. By handle. */
export const listPersons = async (hub: Deps, actor: Actor): Promise<Outcome<readonly ShownPerson[]>> => {
  const permission = mayAct(actor, 'person.list', null);
  if (!permission.allowed) return refused(permission.problem);
  const persons = await hub.persons.ofMember(actor.member.id);
  const now = hub.clock.now();
  return accepted(
    persons.filter(({ state }) => state !== 'ERASED').map((person) => shownPerson(person, now)),
  );
};

/**
 * What somebody may know of itself; null for a machine, and by a key whose limits leave persons out. Not from the copy of the
 * directory, which is renewed when others change something: that its last act shows would say when they did.
 */
export const readOwnPerson = async ({ persons, clock }: Deps, actor: Actor): Promise<ShownPerson | null> => {
  if (!mayActByKey(actor, 'person.list').allowed || actor.person === null) return null;
  const person = await persons.byId(actor.person);
  return person === null ? null : shownPerson(person, clock.now());
};

export type ShownContact = Omit<ContactDetail, 'visibleTo'> & Pick<Person, 'name' | 'languages' | 'timeZone'>;

/** The contact details of a member's persons that the actor may see. A member that is unlisted to it has none. */
export const contactsOf = async (
  hub: Pick<Hub, 'directory' | 'deliveries' | 'warnings'>,
  actor: Actor,
  slug: string,
): Promise<readonly ShownContact[]> => {
  const directory = await hub.directory.current();
  const member = directory.bySlug.get(slug);
  const isSeen = member?.isActive === true && isListedTo(directory, member, actor.member.id);
  // One that is unlisted costs the same as one that is not there.
  if (!isSeen || !mayAct(actor, 'warning.read', null).allowed) return [];
  const isCounterpart = await hub.deliveries.hasAnswered(member.id, actor.member.id);
  return [...directory.persons.values()]
    .filter((person) => person.member === member.id)
    .flatMap((person) =>
      contactsFor(actor, person, isCounterpart).map(({ kind, value }) => {
        const { name, languages, timeZone } = person;
        return { kind, value, name, languages, timeZone };
      }),
    );
};
