// Adds and removes a person's ways to sign in. The person carries how many it has, so that everybody who needs to know
// whether it can sign in finds that in the directory.
import type { Credential, PasskeyRecord, Provider, Subject } from '../../domain/access/credential.ts';
import type { Actor } from '../../domain/member.ts';
import { maySignIn, type Person } from '../../domain/person.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { type Act, recordAct } from '../audit/record-act.ts';
import { endSessions } from '../session/end-sessions.ts';
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

type Adding = {
  readonly person: Person;
  readonly way: NewWayIn;
  readonly label: string;
  readonly by: Act['by'];
  /** Of an account that becomes a person by signing in. */
  readonly admittedBy?: Provider['admits'];
};

/** Within `members.change`; `person` as it is to be kept. Null when somebody has this way in already. */
export const addWayIn = async (
  hub: CredentialDeps,
  add: Adding,
  session: Session,
): Promise<string | null> => {
  const { person, way, label, by, admittedBy } = add;
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
    admittedBy: admittedBy ?? null,
    ...(admittedBy === undefined ? {} : { givenRoles: person.roles }),
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
  const outcome = await hub.members.change(async (session): Promise<Outcome<string>> => {
    const person = await hub.persons.byId(id, session);
    if (person === null || !maySignIn(person)) return notFound();
    if ((await hub.credentials.ofPerson(id, session)).length >= MOST_WAYS) return refused(tooMany());
    const added = await addWayIn(hub, { person, way, label, by: actor }, session);
    return added === null ? refused(isTaken()) : accepted(added);
  });
  hub.directory.forget();
  return outcome;
};

const tooMany = () =>
  problem(
    'TOO_MANY',
    '$.credentials',
    `A person has at most ${MOST_WAYS} ways to sign in.`,
    'Remove one that you no longer use.',
  );

export const isTaken = () =>
  problem(
    'CREDENTIAL_TAKEN',
    '$.credential',
    'This way to sign in is registered already.',
    'Use another passkey or account, or remove it where it is registered.',
  );

/**
 * A person removes one of its own; sessions that it began end, but for the one that removes it. The last one stays: it would
 * lock the person out.
 */
export const removeOwnWayIn = async (
  hub: CredentialDeps & Pick<Hub, 'sessions'>,
  actor: Actor,
  credential: string,
): Promise<Outcome<string>> => {
  const { person: id } = actor;
  if (id === null) return notFound();
  const outcome = await hub.members.narrow(async (session): Promise<Outcome<string>> => {
    const person = await hub.persons.byId(id, session);
    const own = await hub.credentials.ofPerson(id, session);
    if (person === null || !own.some((each) => each.id === credential)) return notFound();
    if (own.length === 1) return refused(isLast());
    await hub.credentials.end(credential, hub.clock.now(), session);
    await endSessions(hub, { person: id, credential, except: actor.key, by: actor }, session);
    await hub.persons.save({ ...person, credentials: Math.max(0, person.credentials - 1) }, session);
    const act = { by: actor, members: [person.member], person: id, subject: credential };
    await recordAct(hub, { ...act, event: 'credential.removed' }, session);
    return accepted(credential);
  });
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

const isLast = () =>
  problem(
    'CREDENTIAL_LAST',
    '$.credential',
    'This is your only way to sign in.',
    'Add another passkey first, then remove this one.',
  );
