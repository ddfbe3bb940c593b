// The keys that somebody may see and end: a person its own, a member's administrator those of its machines and screens, and
// whose keys its persons have. Secrets are never shown again.
import { personIdOf } from '../../domain/access/former-name.ts';
import type { Scope } from '../../domain/access/scopes.ts';
import type { Actor, Role } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { mayAct, mayActByKey } from '../../policy/decide.ts';
import { mayManage } from '../../policy/grants.ts';
import { type KeyRow, rolesOfKey } from '../../store/access/keys.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';
import { confirmEverywhere } from './confirm-everywhere.ts';
import { type KeyDeps, limitedFields, type MadeKey } from './make-key.ts';
import { revokeKey } from './revoke-key.ts';
import { type FreshToken, newToken } from './token.ts';

export type ShownKey = {
  readonly id: string;
  /** Id of its person; null for a machine. */
  readonly personId: string | null;
  readonly label: string;
  /** Null: all that its person has. */
  readonly roles: readonly Role[] | null;
  readonly scopes: readonly Scope[];
  readonly ranges: readonly string[];
  readonly state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly replacedBy: string | null;
};

const MOST_SHOWN = 1_000;

export const shownKey = (key: KeyRow, now: Date): ShownKey => ({
  id: key._id,
  personId: key.person === null ? null : personIdOf(key.person),
  label: key.label,
  roles: rolesOfKey(key),
  scopes: key.scopes ?? [],
  ranges: key.ranges ?? [],
  state: stateOf(key, now),
  createdAt: key.createdAt,
  expiresAt: key.expiresAt,
  lastUsedAt: key.lastUsedAt ?? null,
  replacedBy: key.replacedBy ?? null,
});

const stateOf = ({ revokedAt, expiresAt }: KeyRow, now: Date): ShownKey['state'] => {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt !== null && expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
};

/** Under which its keys are kept. */
const namesOf = ({ person, formerName }: Actor): string[] =>
  [person, formerName ?? null].filter((name) => name !== null);

const isOwn = (actor: Actor, key: KeyRow): boolean =>
  actor.person !== null && key.person !== null && personIdOf(key.person) === actor.person;

/** A key with limits sees and ends itself, so that whoever finds it can do so too; other keys need the whole right. */
const isWithinLimits = (actor: Actor, id: string): boolean =>
  id === actor.key || mayActByKey(actor, 'key.list').allowed;

/** Newest first. OWN: of the person who asks. MEMBER: of the machines and persons of its member, for an administrator. */
export const shownKeys = async (
  hub: KeyDeps,
  actor: Actor,
  whose: 'OWN' | 'MEMBER',
): Promise<Outcome<readonly ShownKey[]>> => {
  if (whose === 'MEMBER') {
    const permission = mayAct(actor, 'key.list', null);
    if (!permission.allowed) return refused(permission.problem);
  }
  const keys =
    whose === 'MEMBER'
      ? await hub.keys.ofMember(actor.member.id, MOST_SHOWN)
      : await hub.keys.newestOf(namesOf(actor), MOST_SHOWN);
  const now = hub.clock.now();
  return accepted(
    keys
      .filter((key) => whose === 'MEMBER' || (isOwn(actor, key) && isWithinLimits(actor, key._id)))
      .map((key) => shownKey(key, now)),
  );
};

/** The key, where the actor may end or rotate it; absent and forbidden look the same. */
const managedKey = async (
  hub: KeyDeps,
  actor: Actor,
  id: string,
  session?: Session,
): Promise<Outcome<KeyRow>> => {
  const key = await hub.keys.byId(id, session);
  const isAdmin = mayAct(actor, 'key.revoke', null).allowed;
  if (key === null || key.member !== actor.member.id || !(isOwn(actor, key) || isAdmin))
    return refused(unknownKey());
  if (isOwn(actor, key)) return accepted(key);
  const holder = key.person === null ? null : await hub.persons.byId(personIdOf(key.person), session);
  // Nobody touches the keys of somebody more privileged (I13).
  const roles = holder?.roles ?? rolesOfKey(key) ?? [];
  return mayManage(actor.roles, roles) ? accepted(key) : refused(morePrivileged());
};

/** Ends a key at once, for its person or an administrator. `isTrial`: says which it is, and writes nothing. */
export const endKey = async (
  hub: KeyDeps,
  actor: Actor,
  id: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Outcome<{ readonly key: ShownKey; readonly wasActive: boolean }>> => {
  const found = await managedKey(hub, actor, id);
  if (!found.ok) return found;
  if (!isWithinLimits(actor, id)) return refused(unknownKey());
  const now = hub.clock.now();
  if (isTrial)
    return accepted({ key: shownKey(found.value, now), wasActive: stateOf(found.value, now) === 'ACTIVE' });
  const ended = await revokeKey(hub, id, actor);
  if (!ended.ok) return ended;
  await confirmEverywhere(hub);
  const at = hub.clock.now();
  return accepted({ key: shownKey({ ...found.value, revokedAt: at }, at), wasActive: ended.value.wasActive });
};

const HOUR_MS = 3_600_000;
export const MAX_OVERLAP_HOURS = 168;

type Rotated = MadeKey & { readonly former: ShownKey };

/**
 * A key in place of another, with the same rights and the same time to live. The former one works for `overlapHours` more,
 * so that whoever uses it can change over.
 */
export const rotateKey = async (
  hub: KeyDeps,
  actor: Actor,
  { id, overlapHours }: { readonly id: string; readonly overlapHours: number },
): Promise<Outcome<Rotated>> => {
  if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > MAX_OVERLAP_HOURS)
    return refused(overlapOutOfRange());
  const fresh = newToken(hub.entropy, 'hub');
  // Read and written in one transaction: of two at once one is refused, and a key that is revoked meanwhile stays revoked.
  const outcome = await hub.members.change(async (session): Promise<Outcome<Rotated>> => {
    const found = await managedKey(hub, actor, id, session);
    if (!found.ok) return found;
    const former = found.value;
    const now = hub.clock.now();
    // A person's keys are made by that person only; a key with limits can be rotated by itself.
    if (former.person !== null && !isOwn(actor, former)) return refused(notOwn());
    if (actor.scopes !== undefined && id !== actor.key) return refused(unknownKey());
    if (stateOf(former, now) !== 'ACTIVE' || former.replacedBy) return refused(noLongerActive());
    const key = successorOf(former, fresh, now);
    const end = new Date(now.getTime() + overlapHours * HOUR_MS);
    const ending: KeyRow = {
      ...former,
      expiresAt: former.expiresAt !== null && former.expiresAt < end ? former.expiresAt : end,
      replacedBy: fresh.id,
    };
    await hub.keys.put(ending, session);
    await hub.keys.put(key, session);
    const facts = { replacedBy: fresh.id, overlapHours };
    const about = { members: [key.member], subject: id, made: fresh.id, facts };
    const person = key.person === null ? {} : { person: personIdOf(key.person) };
    await recordAct(hub, { event: 'key.rotated', by: actor, ...about, ...person }, session);
    return accepted({ key, token: fresh.token, former: shownKey(ending, now) });
  });
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

/** A key that was made before under the Idempotency-Key of this request: its token was shown then. */
export const keyMadeBefore = async (
  hub: KeyDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Omit<MadeKey, 'token'> & { readonly token: null }>> => {
  const found = await managedKey(hub, actor, id);
  return found.ok ? accepted({ key: found.value, token: null }) : found;
};

/** With the same rights and the same time to live. */
const successorOf = (former: KeyRow, fresh: FreshToken, now: Date): KeyRow => {
  const { scopes, ranges, createdAt, expiresAt } = former;
  const limits = { ...(scopes ? { scopes } : {}), ...(ranges ? { ranges } : {}) };
  return {
    ...former,
    ...limitedFields(fresh.hash, limits),
    _id: fresh.id,
    createdAt: now,
    expiresAt:
      expiresAt === null ? null : new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime()),
    lastUsedAt: null,
    replacedBy: null,
  };
};

/** The same for a key of somebody else. */
const unknownKey = (): Problem =>
  problem('NOT_FOUND', '$.id', 'You have no such key.', 'Look it up with `tocsin key mine`.');
const morePrivileged = (): Problem =>
  problem(
    'PERSON_MORE_PRIVILEGED',
    '$.id',
    'This key belongs to somebody with a role that you may not grant.',
    'Ask somebody who may grant each role of this person.',
  );
const notOwn = (): Problem =>
  problem(
    'KEY_OF_ANOTHER_PERSON',
    '$.id',
    'Only the person itself makes its keys, also in place of others.',
    'Revoke it; the person makes another.',
  );
const noLongerActive = (): Problem =>
  problem('KEY_NOT_ACTIVE', '$.id', 'This key has ended, or another has taken its place.', 'Make a new key.');
const overlapOutOfRange = (): Problem =>
  problem(
    'EXPIRY_OUT_OF_RANGE',
    '$.overlapHours',
    `The former key works for 0 to ${MAX_OVERLAP_HOURS} hours more.`,
    'Give whole hours.',
  );
