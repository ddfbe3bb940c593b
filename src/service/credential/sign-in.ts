// Signing in: what was proved becomes a session. Whatever does not prove a person of an active member gives the same
// refusal, and the page that asks makes both take the same time.
import type { SessionWay } from '../../domain/access/session.ts';
import { maySignIn, type Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { type SessionDeps, type Started, startSession, type Visitor } from '../session/start-session.ts';
import { checkPasskey, type PasskeyDeps } from './passkeys.ts';

type SignInDeps = SessionDeps & PasskeyDeps & Pick<Hub, 'persons'>;

export const notSignedIn = (): Problem =>
  problem(
    'SIGN_IN_REFUSED',
    '$',
    'You could not be signed in.',
    'Try again. If it fails again, ask the administrator of your organisation.',
  );

/** `answer` is what the browser gave for `passkeyToAsk`. */
export const signInByPasskey = async (
  hub: SignInDeps,
  answer: unknown,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const credential = await checkPasskey(hub, answer);
  const person = await personWhoMay(hub, credential?.person ?? null);
  if (credential === null || person === null) return refused(notSignedIn());
  return accepted(await begin(hub, { person, way: 'PASSKEY', credential: credential.id, visitor }));
};

/**
 * Starts the session of somebody who proved to be this person, in a transaction of its own. It asks for no room: who cannot sign in
 * can neither read, which always works, nor see to the disk.
 */
export const begin = async (
  hub: SessionDeps,
  start: {
    readonly person: Person;
    readonly way: SessionWay;
    readonly credential: string | null;
    readonly visitor: Visitor;
  },
): Promise<Started> => {
  const started = await hub.members.narrow((session) => startSession(hub, start, session));
  hub.directory.forget();
  return started;
};

/** Null for nobody, for whoever may not sign in, and for a person of a member that takes no part. */
export const personWhoMay = async (
  hub: Pick<Hub, 'directory'>,
  id: string | null,
): Promise<Person | null> => {
  const { persons, members } = await hub.directory.current();
  const person = id === null ? undefined : persons.get(id);
  // Without any role it could do nothing: groups at a provider gave it its roles, and ended.
  if (person === undefined || !maySignIn(person) || person.roles.length === 0) return null;
  return members.get(person.member)?.isActive === true ? person : null;
};
