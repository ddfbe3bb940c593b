// Ends all that lets a person in: its keys, links, sessions and ways to sign in. Its drafts end with them: whoever lets it in again
// could come in its place, and a draft is read by its writer alone.
import type { Person } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';

export type WaysInDeps = Pick<Hub, 'keys' | 'accessLinks' | 'sessions' | 'credentials' | 'drafts' | 'clock'>;

/** How many of each end with it. */
export type WaysIn = { readonly keys: number; readonly sessions: number; readonly credentials: number };

export const NO_WAYS: WaysIn = { keys: 0, sessions: 0, credentials: 0 };

type Named = Pick<Person, 'id' | 'formerName'>;

const namesOf = ({ id, formerName }: Named): string[] => [id, ...(formerName === null ? [] : [formerName])];

export const waysIn = async (hub: WaysInDeps, person: Named): Promise<WaysIn> => {
  const keys = await hub.keys.ofPerson(namesOf(person));
  const sessions = await hub.sessions.ofPerson(person.id, hub.clock.now());
  const credentials = await hub.credentials.ofPerson(person.id);
  return { keys: keys.length, sessions: sessions.length, credentials: credentials.length };
};

/** Within `members.change`; who saves the person says that it has no credentials. */
export const endWaysIn = async (hub: WaysInDeps, person: Named, session: Session): Promise<WaysIn> => {
  const at = hub.clock.now();
  const keys = await hub.keys.ofPerson(namesOf(person), session);
  for (const { _id } of keys) await hub.keys.revoke(_id, at, session);
  await hub.accessLinks.revokeOf(person.id, at, session);
  await hub.drafts.removeOf([person.id], session);
  const sessions = await hub.sessions.end({ person: person.id }, at, session);
  const credentials = await hub.credentials.endAllOf(person.id, at, session);
  return { keys: keys.length, sessions: sessions.length, credentials: credentials.length };
};
