// The identity provider of a member, set by its administrator. A provider that does not answer as its issuer is not kept.
import { ADMISSIONS, type Provider } from '../../domain/access/credential.ts';
import { type Actor, ROLES, type Role } from '../../domain/member.ts';
import { isPrintable, unprintable } from '../../domain/partnership/member-facts.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { isBlank } from '../../domain/reading/seen-text.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { mayGrant } from '../../policy/grants.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { bringersOf } from '../person/confirm-person.ts';
import type { SealDeps } from '../secret/seal-secret.ts';
import { endSessionsAtProvider } from '../session/end-sessions.ts';
import { sealClientSecret } from './client-secret.ts';
import { askedAnew, isLoopbackHttp, type ProviderDeps } from './open-providers.ts';

export type AdministerDeps = ProviderDeps &
  Pick<
    Hub,
    | 'counters'
    | 'providers'
    | 'persons'
    | 'sessions'
    | 'members'
    | 'directory'
    | 'acts'
    | 'entries'
    | 'clock'
    | 'entropy'
  >;

export type ProviderRequest = Pick<
  Provider,
  | 'name'
  | 'issuer'
  | 'clientId'
  | 'clientSecret'
  | 'isShown'
  | 'admits'
  | 'groupClaim'
  | 'groups'
  | 'rolesOfAll'
>;

const MAX_TEXT = 300;
const MAX_GROUPS = 50;
const MAX_ROLES = ROLES.length;
const MAX_SECRET = 1_000;

export const readProvider = async (hub: Pick<Hub, 'providers'>, actor: Actor): Promise<Provider | null> =>
  mayAct(actor, 'member.change', null).allowed ? hub.providers.ofMember(actor.member.id) : null;

/** Replaces the one before; its address of sign-in stays. */
export const setProvider = async (
  hub: AdministerDeps,
  actor: Actor,
  request: ProviderRequest,
): Promise<Outcome<Provider>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  const broken = problemsOf(hub, actor, request);
  if (broken.length > 0) return refused(...broken);
  const before = await hub.providers.ofMember(actor.member.id);
  const id = before?.id ?? hub.entropy.uuid();
  const secret = await secretOf(hub, { id, before }, request);
  if (!secret.ok) return secret;
  const provider: Provider = {
    ...request,
    clientSecret: secret.value,
    id,
    member: actor.member.id,
    createdAt: before?.createdAt ?? hub.clock.now(),
  };
  const found = await askedAnew(hub, provider).catch(() => null);
  if (found === null || found.serverMetadata().issuer !== provider.issuer) return refused(unavailable());
  const kept = await keptProvider(hub, actor, { before, provider });
  // Somebody else has set one meanwhile: two would have two addresses of sign-in.
  if (kept === null) return setProvider(hub, actor, request);
  if (!kept.ok) return kept;
  // Tokens of the issuer before let no machine in any more.
  await confirmEverywhere(hub);
  return kept;
};

type Keeping = { readonly before: Provider | null; readonly provider: Provider };

/** Null where the one before is not the one that was read. */
const keptProvider = (
  hub: AdministerDeps,
  actor: Actor,
  { before, provider }: Keeping,
): Promise<Outcome<Provider> | null> =>
  hub.members.change(async (session) => {
    const current = await hub.providers.ofMember(actor.member.id, session);
    if (JSON.stringify(current) !== JSON.stringify(before)) return null;
    const setBy = await bringersOf(hub, actor, session);
    await hub.providers.save({ ...provider, setBy }, session);
    if (before !== null && before.issuer !== provider.issuer)
      await endSessionsAtProvider(hub, { member: actor.member.id, by: actor }, session);
    const facts = { issuer: provider.issuer, admits: provider.admits, isShown: provider.isShown };
    const act = { by: actor, members: [actor.member.id], subject: provider.id, facts };
    await recordAct(hub, { ...act, event: 'member.changed' }, session);
    return accepted(provider);
  });

/** Sealed. Not given again: the one that is kept, but for another issuer or client, to which it was never told. */
const secretOf = async (
  hub: SealDeps,
  { id, before }: { readonly id: string; readonly before: Provider | null },
  { issuer, clientId, clientSecret }: ProviderRequest,
): Promise<Outcome<string | null>> => {
  if (clientSecret !== null) return sealClientSecret(hub, { id }, clientSecret);
  const isSame = before?.issuer === issuer && before.clientId === clientId;
  return accepted(isSame ? before.clientSecret : null);
};

/** Whoever signed in there is signed out, and has to use another way; their persons stay. Its machines' tokens let nobody in any more. */
export const removeProvider = async (
  hub: AdministerDeps,
  actor: Actor,
  issuer: string,
): Promise<Outcome<boolean>> => {
  const permission = mayAct(actor, 'member.change', null);
  if (!permission.allowed) return refused(permission.problem);
  const removed = await hub.members.narrow(async (session) => {
    const before = await hub.providers.ofMember(actor.member.id, session);
    if (before?.issuer !== issuer) return false;
    await hub.providers.remove(before.id, session);
    await endSessionsAtProvider(hub, { member: actor.member.id, by: actor }, session);
    const facts = { issuer: null };
    const act = { by: actor, members: [actor.member.id], subject: before.id, facts };
    await recordAct(hub, { ...act, event: 'member.changed' }, session);
    return true;
  });
  if (removed) await confirmEverywhere(hub);
  return removed ? accepted(true) : notFound('$.issuer');
};

const unavailable = (): Problem =>
  problem(
    'PROVIDER_UNAVAILABLE',
    '$.issuer',
    'No identity provider with this issuer answers.',
    'Give the issuer exactly as its metadata says it, at an address that the hub may reach.',
  );

const problemsOf = ({ origin }: ProviderDeps, actor: Actor, request: ProviderRequest): Problem[] => {
  const { name, issuer, clientId, clientSecret, admits, groupClaim, groups, rolesOfAll } = request;
  const isText = (text: string): boolean => !isBlank(text) && text.length <= MAX_TEXT;
  const roles = [...rolesOfAll, ...groups.flatMap((each) => each.roles)];
  const isGroup = admits !== 'GROUPS' || (groupClaim !== null && groups.length > 0);
  return [
    ...(isText(name) ? [] : [textMissing('$.name')]),
    ...(isPrintable(name) ? [] : [unprintable('$.name')]),
    ...(isText(clientId) ? [] : [textMissing('$.clientId')]),
    ...(isIssuer(origin, issuer) ? [] : [unavailable()]),
    ...((clientSecret?.length ?? 0) <= MAX_SECRET ? [] : [textMissing('$.clientSecret')]),
    ...(groupClaim === null || isText(groupClaim) ? [] : [textMissing('$.groupClaim')]),
    ...(groups.every((each) => isText(each.group) && each.roles.length <= MAX_ROLES)
      ? []
      : [textMissing('$.groups')]),
    ...(rolesOfAll.length <= MAX_ROLES ? [] : [textMissing('$.rolesOfAll')]),
    ...(ADMISSIONS.includes(admits) && isGroup && groups.length <= MAX_GROUPS
      ? []
      : [textMissing('$.groups')]),
    ...roles.flatMap((role) => roleProblems(actor, role)),
  ];
};

/** TLS, but on the hub's own machine. */
const isIssuer = (origin: string, issuer: string): boolean => {
  if (!URL.canParse(issuer) || issuer.length > MAX_TEXT) return false;
  const { protocol, search, hash, username } = new URL(issuer);
  const isLocal = isLoopbackHttp(issuer) && new URL(origin).hostname === 'localhost';
  return (protocol === 'https:' || isLocal) && search === '' && hash === '' && username === '';
};

const textMissing = (path: string): Problem =>
  problem(
    'TEXT_EMPTY',
    path,
    'It is missing or too long.',
    `Give 1 to ${MAX_TEXT} characters; for groups a claim and its groups.`,
  );

/** Whoever runs something is made so by a person, for each by name. */
const NOT_BY_SIGNING_IN: ReadonlySet<Role> = new Set(['member-admin', 'hub-operator', 'integrator']);

const roleProblems = (actor: Actor, role: Role): Problem[] =>
  mayGrant(actor.roles, role) && !NOT_BY_SIGNING_IN.has(role)
    ? []
    : [
        problem(
          'ROLE_NOT_YOURS_TO_GRANT',
          '$.groups',
          `The role ${role} is not given by signing in.`,
          'Give it to the person afterwards.',
        ),
      ];
