// What an account at an identity provider lets somebody do: sign in as the person it belongs to, or become a person of the
// member, where its administrator allowed that. Where several members share an issuer, only a registered group says whose
// somebody is.
import type { Provider, StoredCredential } from '../../domain/access/credential.ts';
import type { Role } from '../../domain/member.ts';
import { withBringers } from '../../domain/person.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { namesProblems, newPerson } from '../access/new-person.ts';
import { recordAct } from '../audit/record-act.ts';
import { type SessionDeps, type Started, startSession, type Visitor } from '../session/start-session.ts';
import { addWayIn } from './add-credential.ts';
import { followGroups } from './follow-groups.ts';
import { type Arrival, handleFor } from './openid-connect.ts';
import { begin, notSignedIn, personWhoMay } from './sign-in.ts';
import { subjectId } from './subject-id.ts';

type ProviderSignInDeps = SessionDeps & Pick<Hub, 'credentials' | 'persons' | 'providers' | 'keys'>;

export const signInAtProvider = async (
  hub: ProviderSignInDeps,
  arrived: Arrival,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const { account, provider } = arrived;
  const id = subjectId('OPENID_CONNECT', account);
  const credential = await hub.credentials.live(id, hub.clock.now());
  if (credential === null) return joinAtProvider(hub, arrived, visitor);
  // An account lets its person in only by the provider of the person's own member.
  if (credential.member !== provider.member) return refused(notSignedIn());
  const granted = await grantedNow(hub, credential, arrived);
  if (granted !== null) await followGroups(hub, credential, { granted, arrived, visitor });
  const person = await personWhoMay(hub, credential.person);
  // Who came in by a group needs one at each sign-in: leaving it at the provider is how an organisation ends an access.
  if (person === null || granted?.length === 0) return refused(notSignedIn());
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

/**
 * What the provider gives the account of somebody who became a person by signing in; empty for whom it no longer admits. Null for
 * anybody else, and where it says nothing of accounts of now: those stay what they are.
 */
const grantedNow = async (
  { providers }: Pick<Hub, 'providers'>,
  { admittedBy }: Pick<StoredCredential, 'admittedBy'>,
  { provider, groups }: Arrival,
): Promise<readonly Role[] | null> => {
  if (admittedBy == null || admittedBy === 'INVITED' || provider.admits === 'INVITED') return null;
  const sharing = await providers.byIssuer(provider.issuer);
  const granted = rolesOnArrival(provider, groups, sharing.length > 1);
  return granted ?? (provider.admits === 'GROUPS' && admittedBy === 'GROUPS' ? [] : null);
};

/** As the provider says it, where that can be the name of a person here. */
const nameOf = (claimed: string | null, handle: string): string => {
  const name = claimed?.trim() ?? '';
  return namesProblems({ handle, name }).length === 0 ? name : handle;
};

const joinAtProvider = async (
  hub: ProviderSignInDeps,
  { provider, account, groups, name }: Arrival,
  visitor: Visitor,
): Promise<Outcome<Started>> => {
  const sharing = await hub.providers.byIssuer(provider.issuer);
  const roles = rolesOnArrival(provider, groups, sharing.length > 1);
  const { members } = await hub.directory.current();
  const member = members.get(provider.member);
  if (roles === null || member?.isActive !== true) return refused(notSignedIn());
  const handle = handleFor(account);
  const fresh = newPerson(hub, { member, handle, name: nameOf(name, handle), roles, state: 'ACTIVE' });
  const person = withBringers(fresh, provider.setBy ?? [provider.id]);
  const by = { way: 'LINK' as const, range: visitor.range };
  const started = await hub.members.change(async (session) => {
    const way = { kind: 'OPENID_CONNECT' as const, account };
    // The account of somebody who was taken out, or who removed it, makes nobody new: an invitation or /account takes it again.
    const former = await hub.credentials.everBy(subjectId(way.kind, account), session);
    const isTaken = (await hub.persons.byHandle(member.id, handle, session)) !== null;
    if (former !== null || isTaken) return null;
    const add = { person, way, label: provider.name, by, admittedBy: provider.admits };
    const credential = await addWayIn(hub, add, session);
    if (credential === null) return null;
    const act = { by, members: [member.id], person: person.id };
    const facts = { provider: provider.id, roles };
    await recordAct(hub, { ...act, event: 'person.joined', facts }, session);
    return startSession(hub, { person, way: 'OPENID_CONNECT', credential, visitor }, session);
  });
  hub.directory.forget();
  return started === null ? refused(notSignedIn()) : accepted(started);
};
