// Machines that prove themselves without a key: by a token of their member's identity provider (RFC 9068), or by a client
// certificate. Both are registered beforehand, by subject and by key; nothing else of the token or certificate counts. The
// first call names its registration, which is thereby proved: before, anybody may have registered it.
import { createRemoteJWKSet, customFetch, decodeJwt, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { isPending, type Provider, type StoredCredential } from '../../domain/access/credential.ts';
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { recordAct } from '../audit/record-act.ts';
import {
  ALGORITHMS,
  configurationOf,
  isLoopbackHttp,
  type ProviderDeps,
  TOLERANCE_SECONDS,
} from './open-providers.ts';
import { certificateId, subjectId } from './subject-id.ts';

export type MachineDeps = ProviderDeps &
  Pick<Hub, 'credentials' | 'providers' | 'directory' | 'clock' | 'members' | 'acts' | 'entries' | 'entropy'>;

/** To know a machine again that has proved itself. */
type AgainDeps = ProviderDeps & Pick<Hub, 'credentials' | 'providers' | 'directory' | 'clock'>;

/** What a machine says beside its proof. */
type Said = {
  /** The network that it comes from. */
  readonly range: string | null;
  /** The registration that its first call proves; null for any other call. */
  readonly registration: string | null;
};

const DAY_MS = 24 * 3_600_000;
const MAX_TOKEN = 8_192;
/** A token that lives longer is a password. */
const MOST_SECONDS = 24 * 3_600;

const JWT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** Whether a bearer token has the form of a JWT; keys of the hub have another. */
export const isJwt = (token: string): boolean => token.length <= MAX_TOKEN && JWT.test(token);

/** Null for every token that is not one of a registered machine, valid now. */
export const authenticateByJwt = async (
  hub: MachineDeps,
  token: string,
  said: Said,
): Promise<Actor | null> => {
  const claimed = unverified(token);
  if (claimed === null) return null;
  const now = hub.clock.now();
  const credential = await registeredAs(hub, subjectId('JWT', claimed), said);
  const provider = credential === null ? null : await hub.providers.ofMember(credential.member);
  if (credential === null || provider?.issuer !== claimed.issuer) return null;
  const keys = await keysOf(hub, provider).catch(() => null);
  if (keys === null) return null;
  const verified = await jwtVerify(token, keys, {
    issuer: provider.issuer,
    subject: claimed.subject,
    audience: hub.origin,
    algorithms: ALGORITHMS,
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
    currentDate: now,
  }).catch(() => null);
  if (verified === null) return null;
  const { exp = 0, iat = 0, aud } = verified.payload;
  if (exp - iat > MOST_SECONDS || (Array.isArray(aud) && aud.length > 1)) return null;
  if (iat > now.getTime() / 1_000 + TOLERANCE_SECONDS) return null;
  return provedActor(hub, credential, 'JWT', said);
};

/** The machine that this is, or, of one that nobody has proved to be yet, the registration that the call names. */
const registeredAs = async (
  { credentials, directory, clock }: MachineDeps,
  identity: string,
  { registration }: Said,
): Promise<StoredCredential | null> => {
  if (!(await directory.knowsMachine(identity))) return null;
  const known = await credentials.machineBy(identity, clock.now());
  if (known !== null || registration === null) return known;
  const named = await credentials.live(registration, clock.now());
  return named?.identity === identity ? named : null;
};

const provedActor = async (
  hub: MachineDeps,
  credential: StoredCredential,
  way: 'JWT' | 'CERTIFICATE',
  { range }: Said,
): Promise<Actor | null> => {
  const actor = await machineActor(hub, credential, way, range);
  if (actor === null || !isPending(credential)) return actor;
  const { id, member, identity } = credential;
  const isProved = await hub.members.change(async (session) => {
    const now = hub.clock.now();
    // Of two that are proved at once, one is the machine.
    if ((await hub.credentials.machineBy(identity ?? '', now, session)) !== null) return false;
    if (!(await hub.credentials.activate(id, now, session))) return false;
    const facts = { kind: way, state: 'PROVED' };
    const act = { by: actor, members: [member], subject: id, facts };
    await recordAct(hub, { ...act, event: 'credential.added' }, session);
    return true;
  });
  return isProved ? actor : null;
};

const unverified = (token: string): { issuer: string; subject: string } | null => {
  try {
    const { iss, sub } = decodeJwt(token);
    return typeof iss === 'string' && typeof sub === 'string' && iss !== '' && sub.trim() !== ''
      ? { issuer: iss, subject: sub }
      : null;
  } catch {
    return null;
  }
};

const keySets = new WeakMap<object, LRUCache<string, JWTVerifyGetKey>>();
const MOST_SETS = 1_000;

/** The keys that the provider's own metadata points to; a token names no place to fetch one from. */
const keysOf = async (hub: MachineDeps, provider: Provider): Promise<JWTVerifyGetKey> => {
  const sets = keySets.get(hub.guardedFetch) ?? new LRUCache<string, JWTVerifyGetKey>({ max: MOST_SETS });
  keySets.set(hub.guardedFetch, sets);
  const { jwks_uri: address } = (await configurationOf(hub, provider)).serverMetadata();
  if (address === undefined) throw new Error('The provider publishes no keys.');
  const { protocol } = new URL(address);
  if (protocol !== 'https:' && !isLoopbackHttp(address))
    throw new Error('The keys of a provider come by TLS.');
  const kept = sets.get(address);
  if (kept !== undefined) return kept;
  const fetched = createRemoteJWKSet(new URL(address), {
    timeoutDuration: 5_000,
    [customFetch]: (url, options) => hub.guardedFetch(url, options as never) as never,
  });
  sets.set(address, fetched);
  return fetched;
};

/** `spkiHash`: SHA-256 of the public key of a certificate whose private key the client has proved to hold. */
export const authenticateByCertificate = async (
  hub: MachineDeps,
  spkiHash: string,
  said: Said,
): Promise<Actor | null> => {
  const credential = await registeredAs(hub, certificateId(spkiHash), said);
  return credential === null ? null : provedActor(hub, credential, 'CERTIFICATE', said);
};

const machineActor = async (
  hub: AgainDeps,
  credential: StoredCredential,
  way: 'JWT' | 'CERTIFICATE',
  range: string | null,
): Promise<Actor | null> => {
  const { id, kind, member, person, roles, lastUsedAt } = credential;
  if (kind !== way || person !== null) return null;
  const actor = actorOf(await hub.directory.current(), {
    id,
    member,
    person: null,
    roles,
    via: { way, range },
  });
  if (actor?.member.isActive !== true) return null;
  if (isPending(credential)) return actor;
  const now = hub.clock.now();
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > DAY_MS)
    await hub.credentials.used(id, now);
  return actor;
};

/** The same machine with its current rights; null when its registration or its provider has gone. For what stays open. */
export const machineAsOfNow = async (hub: AgainDeps, actor: Actor): Promise<Actor | null> => {
  const credential = await hub.credentials.live(actor.key, hub.clock.now());
  const way = actor.via?.way;
  if (credential === null || isPending(credential) || (way !== 'JWT' && way !== 'CERTIFICATE')) return null;
  if (way === 'JWT' && (await hub.providers.ofMember(credential.member))?.issuer !== credential.issuer)
    return null;
  return machineActor(hub, credential, way, actor.via?.range ?? null);
};
