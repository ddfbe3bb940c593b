// Who sees which contact detail of a person: its own member all, others what the person shows to them.
import type { Actor } from '../domain/member.ts';
import type { ContactDetail, Person } from '../domain/person.ts';

/** `isCounterpart`: the person's member has answered a warning of the reader's member, in earnest and under its name (I10, I32). */
export const contactsFor = (
  reader: Pick<Actor, 'member'>,
  { member, state, contacts }: Pick<Person, 'member' | 'state' | 'contacts'>,
  isCounterpart: boolean,
): readonly ContactDetail[] => {
  if (state !== 'ACTIVE') return [];
  if (reader.member.id === member) return contacts;
  return contacts.filter(
    ({ visibleTo }) => visibleTo === 'PARTNERSHIP' || (visibleTo === 'COUNTERPARTS' && isCounterpart),
  );
};
