// Which persons can sign in and read TLP:RED: those with a key in force, or with another way to sign in. One without and one
// that does not exist are the same.

import { memberOfPerson } from '../../domain/audience.ts';
import { actorOf } from '../../domain/directory.ts';
import type { Hub } from '../../hub.ts';
import { mayHold } from '../../policy/grants.ts';
import { wayOfKey } from './way-in.ts';

/** Those of these ids whose person can sign in at its own, active member. */
export const personsWhoSignIn = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  persons: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (persons.length === 0) return new Set();
  const directory = await hub.directory.current();
  const keys = await hub.directory.keysOf(persons, hub.clock.now());
  const ofKeys = keys.map(wayOfKey);
  const others = persons.flatMap((id) => {
    const person = directory.persons.get(id);
    return person === undefined || person.credentials === 0
      ? []
      : [{ id: '', member: person.member, roles: null, person: id }];
  });
  const found = new Set<string>();
  for (const way of [...ofKeys, ...others]) {
    const actor = actorOf(directory, way);
    if (way.person === null || actor?.member.isActive !== true) continue;
    if (memberOfPerson(way.person) === actor.member.slug && mayHold(actor, 'RED')) found.add(way.person);
  }
  return found;
};
