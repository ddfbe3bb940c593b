// Adds and removes a person's ways to sign in. The person carries how many it has, so that everybody who needs to know
// whether it can sign in finds that in the directory.
import type { Credential, PasskeyRecord, Subject } from '../../domain/access/credential.ts';
import type { Actor } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { type Act, recordAct } from '../audit/record-act.ts';
import { passkeyId } from './passkeys.ts';
import { subjectId } from './subject-id.ts';

type CredentialDeps = Pick<
  Hub,
  'credentials' | 'persons' | 'members' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

export type NewWayIn =
  | { readonly kind: 'PASSKEY'; readonly passkey: PasskeyRecord }
  | { readonly kind: 'OPENID_CONNECT'; readonly account: Subject };

const idOf = (way: NewWayIn): string =>
  way.kind === 'PASSKEY' ? passkeyId(way.passkey.credentialId) : subjectId(way.kind, way.account);

export const MAX_LABEL = 80;
/** More than anybody carries about. */
const MOST_WAYS = 20;

/** Within `members.change`; `person` as it is to be kept. Null when somebody has this way in already. */
export const addWayIn = async (
  hub: CredentialDeps,
  add: { readonly person: Person; readonly way: NewWayIn; readonly label: string; readonly by: Act['by'] },
  session: Session,
): Promise<string | null> => {
  const { person, way, label, by } = add;
  const credential: Credential = {
    id: idOf(way),
    kind: way.kind,
    member: person.member,
    person: person.id,
    roles: [],
    label: label.trim().slice(0, MAX_LABEL),
    createdAt: hub.clock.now(),
    expiresAt: null,
    lastUsedAt: null,
    endedAt: null,
  };
  const facts = way.kind === 'PASSKEY' ? way.passkey : way.account;
  if (!(await hub.credentials.add({ ...credential, ...facts }, session))) return null;
  await hub.persons.save({ ...person, credentials: person.credentials + 1 }, session);
  const act = { by, members: [person.member], person: person.id, subject: credential.id };
  await recordAct(hub, { ...act, event: 'credential.added', facts: { kind: way.kind } }, session);
  return credential.id;
};

/** A person adds a way in to its own. */
export const addOwnWayIn = async (
  hub: CredentialDeps,
  actor: Actor,
  way: NewWayIn,
  label: string,
): Promise<Outcome<string>> => {
  const { person: id } = actor;
  if (id === null) return notFound();
  if ((await hub.credentials.ofPerson(id)).length >= MOST_WAYS) {
    return refused(
      problem(
        'TOO_MANY',
        '$.credentials',
        `A person has at most ${MOST_WAYS} ways to sign in.`,
        'Remove one that you no longer use.',
      ),
    );
  }
  const added = await hub.members.change(async (session) => {
    const person = await hub.persons.byId(id, session);
    return person === null ? null : addWayIn(hub, { person, way, label, by: actor }, session);
  });
  hub.directory.forget();
  return added === null ? refused(isTaken()) : accepted(added);
};

export const isTaken = () =>
  problem(
    'CREDENTIAL_TAKEN',
    '$.credential',
    'This way to sign in is registered already.',
    'Use another passkey or account, or remove it where it is registered.',
  );

/** A person removes one of its own. The last one stays: it would lock the person out. */
export const removeOwnWayIn = async (
  hub: CredentialDeps,
  actor: Actor,
  credential: string,
): Promise<Outcome<string>> => {
  const { person: id } = actor;
  const own = id === null ? [] : await hub.credentials.ofPerson(id);
  if (id === null || !own.some((each) => each.id === credential)) return notFound();
  if (own.length === 1) {
    return refused(
      problem(
        'CREDENTIAL_LAST',
        '$.credential',
        'This is your only way to sign in.',
        'Add another passkey first, then remove this one.',
      ),
    );
  }
  await hub.members.narrow(async (session) => {
    const person = await hub.persons.byId(id, session);
    if (person === null || !(await hub.credentials.end(credential, hub.clock.now(), session))) return;
    await hub.persons.save({ ...person, credentials: Math.max(0, person.credentials - 1) }, session);
    const act = { by: actor, members: [person.member], person: id, subject: credential };
    await recordAct(hub, { ...act, event: 'credential.removed' }, session);
  });
  hub.directory.forget();
  return accepted(credential);
};
