// Persons whose ids tests can compute from how they are written, and keys of theirs.
import { personIdOf } from '../../src/domain/access/former-name.ts';
import { memberOfPerson } from '../../src/domain/audience.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Hub } from '../../src/hub.ts';
import { type CreatedKey, createKey, type KeyRequest } from '../../src/service/access/create-key.ts';

/** A person with these facts, written `<member slug>/<handle>`. */
export const personWith = (written: string, member: string, facts: Partial<Person> = {}): Person => ({
  id: personIdOf(written),
  member,
  handle: written.slice(written.indexOf('/') + 1),
  formerName: null,
  name: written.slice(written.indexOf('/') + 1),
  roles: [],
  state: 'ACTIVE',
  languages: [],
  timeZone: null,
  contacts: [],
  credentials: 0,
  isRedClosed: false,
  createdAt: new Date(0),
  lastSeenAt: null,
  warnedAt: null,
  ...facts,
});

/** Makes those known that are not; who is known stays as it is. */
export const plantPersons = async (
  hub: Pick<Hub, 'members' | 'persons' | 'directory'>,
  written: readonly string[],
  facts: Partial<Person>,
): Promise<void> => {
  const { bySlug, byHandle } = await hub.directory.current();
  const missing = [...new Set(written)].flatMap((each) => {
    const member = bySlug.get(memberOfPerson(each));
    return member === undefined || byHandle.has(each) ? [] : [personWith(each, member.id, facts)];
  });
  if (missing.length === 0) return;
  await hub.members.change(async (session) => {
    for (const person of missing) await hub.persons.save(person, session);
  });
  hub.directory.forget();
};

/** A key that the operator of the hub makes; a refusal throws. */
export const keyFor = async (hub: Hub, request: KeyRequest): Promise<CreatedKey> => {
  const { person = null } = request;
  if (person !== null) await plantPersons(hub, [person], { roles: [request.role] });
  const created = await createKey(hub, request);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  return created.value;
};
