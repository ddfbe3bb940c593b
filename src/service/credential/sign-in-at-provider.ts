// What an account at an identity provider lets somebody do: sign in as the person it belongs to, or become a person of the
// member, where its administrator allowed that. Where several members share an issuer, only a registered group says whose
// somebody is. An account belongs to one person for good: once it was taken from that person, it makes nobody else.
import type { Provider, StoredCredential } from '../../domain/access/credential.ts';
import type { Role } from '../../domain/member.ts';
import { maySignIn, type Person } from '../../domain/person.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { newPerson } from '../access/new-person.ts';
import { recordAct } from '../audit/record-act.ts';
import { type SessionDeps, type Started, startSession, type Visitor } from '../session/start-session.ts';
import { addWayIn } from './add-credential.ts';
import { type Arrival, handleFor } from './openid-connect.ts';
import { begin, notSignedIn, personWhoMay } from './sign-in.ts';
import { subjectId } from './subject-id.ts';

type ProviderSignInDeps = SessionDeps & Pick<Hub, 'credentials' | 'persons' | 'providers'>;

export const signInAtProvider = async (
  hub: ProviderSignInDeps,
  arrived: Arrival,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const id = subjectId('OPENID_CONNECT', arrived.account);
  const credential = await hub.credentials.byId(id);
  if (credential === null) return joinAtProvider(hub, arrived, visitor);
  if (credential.endedAt !== null) return returnAtProvider(hub, { arrived, credential }, visitor);
  const person = await whoMay(hub, arrived, credential);
  if (person === null) return refused(notSignedIn());
  await hub.credentials.used(id, hub.clock.now());
  return accepted(await begin(hub, { person, way: 'OPENID_CONNECT', credential: id, visitor }));
};

/** The roles of somebody who may become a person by signing in; null for nobody. */
export const rolesOnArrival = (
  { admits, groups, rolesOfAll }: Pick<Provider, 'admits' | 'groups' | 'rolesOfAll'>,
  ofAccount: readonly string[],
  isShared: boolean,
): readonly Role[] | null => {
  if (admits === 'INVITED') return null;
  const granted = groups.filter(({ group }) => ofAccount.includes(group)).flatMap(({ roles }) => roles);
  if (granted.length > 0) return [...new Set(granted)];
  return admits === 'ALL' && !isShared && rolesOfAll.length > 0 ? rolesOfAll : null;
};

const rolesOf = async (
  hub: Pick<Hub, 'providers'>,
  { provider, groups }: Arrival,
): Promise<readonly Role[] | null> => {
  const sharing = await hub.providers.byIssuer(provider.issuer);
  return rolesOnArrival(provider, groups, sharing.length > 1);
};

/** The person of the account, where it still lets that person in. */
const whoMay = async (
  hub: ProviderSignInDeps,
  arrived: Arrival,
  credential: StoredCredential,
): Promise<Person | null> => {
  const { provider } = arrived;
  // An account lets its person in only by the provider of the person's own member.
  const person = credential.member === provider.member ? await personWhoMay(hub, credential.person) : null;
  if (person === null || provider.admits === 'INVITED') return person;
  // Whom nobody invited is in by what the provider says, and out once it says that no more.
  const isByProvider =
    (await hub.acts.lastAbout(person.id, 'person.joined'))?.facts['provider'] !== undefined;
  return isByProvider && (await rolesOf(hub, arrived)) === null ? null : person;
};

const joinAtProvider = async (
  hub: ProviderSignInDeps,
  arrived: Arrival,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const { provider, account, name } = arrived;
  const roles = await rolesOf(hub, arrived);
  const { members } = await hub.directory.current();
  const member = members.get(provider.member);
  if (roles === null || member?.isActive !== true) return refused(notSignedIn());
  const by = { way: 'LINK' as const, range: visitor.range };
  const started = await hub.members.change(async (session): Promise<Outcome<Started>> => {
    const handle = await freeHandle(hub, { member: member.id, handle: handleFor(account) }, session);
    const person = newPerson(hub, { member, handle, name: name ?? handle, roles, state: 'ACTIVE' });
    const way = { kind: 'OPENID_CONNECT' as const, account };
    const credential = await addWayIn(hub, { person, way, label: provider.name, by }, session);
    if (credential === null) return refused(notSignedIn());
    const act = { by, members: [member.id], person: person.id };
    const facts = { provider: provider.id, roles };
    await recordAct(hub, { ...act, event: 'person.joined', facts }, session);
    return accepted(await startSession(hub, { person, way: 'OPENID_CONNECT', credential, visitor }, session));
  });
  hub.directory.forget();
  return started;
};

/** An administrator may have given it to somebody else. */
const freeHandle = async (
  hub: Pick<Hub, 'persons' | 'entropy'>,
  { member, handle }: { readonly member: string; readonly handle: string },
  session: Session,
): Promise<string> =>
  (await hub.persons.byHandle(member, handle, session)) === null
    ? handle
    : `${handle}-${hub.entropy.uuid().slice(0, 8)}`;

type Return = { readonly arrived: Arrival; readonly credential: StoredCredential };

/**
 * An account that was taken from its person: it lets in nobody, unless it ended with a recovery, after which the person is
 * let in anew. Whoever removed it, or was deactivated, adds it again, or is invited.
 */
const returnAtProvider = async (
  hub: ProviderSignInDeps,
  { arrived, credential }: Return,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const may = await whoMay(hub, arrived, credential);
  if (may === null || !(await isRecoveredSince(hub, credential))) return refused(notSignedIn());
  const by = { way: 'LINK' as const, range: visitor.range };
  const started = await hub.members.change(async (session): Promise<Outcome<Started>> => {
    const person = await hub.persons.byId(may.id, session);
    if (person === null || !maySignIn(person)) return refused(notSignedIn());
    const way = { kind: 'OPENID_CONNECT' as const, account: arrived.account };
    const added = await addWayIn(hub, { person, way, label: arrived.provider.name, by }, session);
    if (added === null) return refused(notSignedIn());
    const start = { person, way: 'OPENID_CONNECT' as const, credential: added, visitor };
    return accepted(await startSession(hub, start, session));
  });
  hub.directory.forget();
  return started;
};

/** Of one transaction, whose lines are written one after the other. */
const TOGETHER_MS = 60_000;

/** Whether it was a code of recovery that ended the account, and nothing before. */
const isRecoveredSince = async (
  { acts }: Pick<Hub, 'acts'>,
  { person, endedAt }: StoredCredential,
): Promise<boolean> => {
  const line = person === null ? null : await acts.lastAbout(person, 'person.recovered');
  if (line?.facts['state'] !== 'USED' || endedAt === null) return false;
  return line.at >= endedAt && line.at.getTime() - endedAt.getTime() < TOGETHER_MS;
};
