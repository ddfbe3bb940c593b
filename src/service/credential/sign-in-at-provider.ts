// What an account at an identity provider lets somebody do: sign in as the person it belongs to, or become a person of the
// member, where its administrator allowed that. Where several members share an issuer, only a registered group says whose
// somebody is.
import type { Provider } from '../../domain/access/credential.ts';
import type { Role } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
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
  const { account, provider } = arrived;
  const id = subjectId('OPENID_CONNECT', account);
  const credential = await hub.credentials.live(id, hub.clock.now());
  if (credential === null) return joinAtProvider(hub, arrived, visitor);
  // An account lets its person in only by the provider of the person's own member.
  const person = credential.member === provider.member ? await personWhoMay(hub, credential.person) : null;
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
  const person: Person = newPerson(hub, { member, handle, name: name ?? handle, roles, state: 'ACTIVE' });
  const by = { way: 'LINK' as const, range: visitor.range };
  const started = await hub.members.change(async (session) => {
    const way = { kind: 'OPENID_CONNECT' as const, account };
    const credential = await addWayIn(hub, { person, way, label: provider.name, by }, session);
    if (credential === null) return null;
    const act = { by, members: [member.id], person: person.id };
    const facts = { provider: provider.id, roles };
    await recordAct(hub, { ...act, event: 'person.joined', facts }, session);
    return startSession(hub, { person, way: 'OPENID_CONNECT', credential, visitor }, session);
  });
  hub.directory.forget();
  return started === null ? refused(notSignedIn()) : accepted(started);
};
