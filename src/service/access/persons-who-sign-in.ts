// Which persons can sign in and read TLP:RED. A person is known here only by the keys that name it, so one without a key
// in force and one that does not exist are the same.

import { memberOfPerson } from '../../domain/audience.ts';
import type { Hub } from '../../hub.ts';
import { mayRoleHold } from '../../policy/grants.ts';

/** Those of these persons that have a key in force of their own, active member. */
export const personsWhoSignIn = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  persons: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (persons.length === 0) return new Set();
  const directory = await hub.directory.current();
  const keys = await hub.directory.keysOf(persons, hub.clock.now());
  const found = new Set<string>();
  for (const { person, member: id, role } of keys) {
    const member = directory.members.get(id);
    if (person === null || member?.isActive !== true || memberOfPerson(person) !== member.slug) continue;
    if (mayRoleHold(role, person, 'RED')) found.add(person);
  }
  return found;
};
