// Seals what is stored by the newest key: what an earlier release stored as it was, and all of it when the key is replaced.
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { keyIdIn } from '../../outside/secrets.ts';
import { type Act, recordAct } from '../audit/record-act.ts';
import { resealDrafts } from './reseal-drafts.ts';
import { KEY_SETTING, keyIsAway, type SealDeps } from './seal-secret.ts';
import { SEALED_KINDS, type SealedKind, type SealedKindDeps, type StoredSecret } from './sealed-kinds.ts';

export type ResealOutcome = {
  /** How many were sealed anew. */
  readonly sealed: number;
  /** How many no key of this hub opens: their members give them again, or make new ones. */
  readonly lost: number;
  /** How many stay as they are, since a process that runs could not open them. */
  readonly waiting: number;
};

/** `lostDrafts`: of those that are lost, the drafts, which end by themselves. */
type Resealed = ResealOutcome & { readonly lostDrafts: number };

type ResealDeps = SealDeps &
  SealedKindDeps &
  Pick<Hub, 'hubLeases' | 'members' | 'drafts' | 'acts' | 'entries' | 'clock' | 'entropy' | 'directory'>;

type Held = StoredSecret & { readonly kind: SealedKind };

const storedSecrets = async (hub: SealedKindDeps): Promise<Held[]> => {
  const each = await Promise.all(
    SEALED_KINDS.map(async (kind) => (await kind.stored(hub)).map((secret) => ({ ...secret, kind }))),
  );
  return each.flat();
};

/**
 * Every secret by the newest key, those too that an earlier hub stored as they were. Doing it twice changes nothing. A hub that
 * has not the key of this database does nothing, unless it `isToldTo`: then its own key is that of the database from now on.
 * As long as a process runs that could not open them, of an earlier release or without the key, they stay as they are.
 */
const resealSecrets = async (hub: ResealDeps, how: How): Promise<Resealed> => {
  const outcome = { ...(await resealFew(hub, how)), lostDrafts: 0 };
  const known = await hub.counters.findSetting(KEY_SETTING);
  // Drafts are never stored unsealed, and follow once the key of the database is the one that seals here. Asked before a key is made.
  if (known === null || !(await hub.secrets.has(known))) return outcome;
  if ((await hub.secrets.current()) !== known) return outcome;
  const drafts = await resealDrafts(hub, known);
  return {
    ...outcome,
    sealed: outcome.sealed + drafts.sealed,
    lost: outcome.lost + drafts.lost,
    lostDrafts: drafts.lost,
  };
};

type How = { readonly by: Act['by']; readonly isToldTo: boolean };

const resealFew = async (hub: ResealDeps, { by, isToldTo }: How): Promise<ResealOutcome> => {
  const stored = await storedSecrets(hub);
  const known = await hub.counters.findSetting(KEY_SETTING);
  if (stored.length === 0 && known === null) return { sealed: 0, lost: 0, waiting: 0 };
  const isEmpty = stored.length === 0 && !(await hub.drafts.areThere());
  const mayDecide = isToldTo || isEmpty || known === null || (await hub.secrets.has(known));
  const keyId = mayDecide ? await hub.secrets.current() : null;
  if (keyId === null) return { sealed: 0, lost: stored.length, waiting: 0 };
  const { fresh, lost } = await anew(hub, stored, keyId);
  if (fresh.length === 0 && known === keyId) return { sealed: 0, lost, waiting: 0 };
  if (!isToldTo && !(await hub.hubLeases.allOpen(keyId))) return { sealed: 0, lost, waiting: fresh.length };
  // Little is written, in the place of what was there: it is done on a full disk too.
  const sealed = await hub.members.narrow(async (session) => {
    let count = 0;
    for (const { kind, ...each } of fresh) count += (await kind.reseal(hub, each, session)) ? 1 : 0;
    await hub.counters.keepSetting(KEY_SETTING, keyId, session);
    const facts = { secretsKey: keyId, sealed: count };
    await recordAct(hub, { event: 'hub.configured', by, members: [], facts }, session);
    return count;
  });
  return { sealed, lost, waiting: 0 };
};

type Fresh = {
  readonly kind: SealedKind;
  readonly id: string;
  readonly from: string;
  readonly to: string;
};

const anew = async (
  { secrets }: Pick<Hub, 'secrets'>,
  stored: readonly Held[],
  keyId: string,
): Promise<{ readonly fresh: readonly Fresh[]; readonly lost: number }> => {
  const fresh: Fresh[] = [];
  let lost = 0;
  for (const { kind, id, text: from, about } of stored) {
    if (keyIdIn(from) === keyId) continue;
    const text = await secrets.open(from, about);
    const to = text === null ? null : await secrets.seal(text, about);
    if (to === null) lost += 1;
    else fresh.push({ kind, id, from, to });
  }
  return { fresh, lost };
};

/** When a hub starts, and once a minute in a worker. */
export const sealStored = async (hub: ResealDeps): Promise<ResealOutcome> => {
  const { sealed, lost, waiting } = await resealSecrets(hub, { by: { way: 'HUB' }, isToldTo: false });
  return { sealed, lost, waiting };
};

/** Says what came of it; `before` is what was said last. */
export const logSealed = (
  { log }: Pick<Hub, 'log'>,
  { sealed, lost, waiting }: ResealOutcome,
  before: ResealOutcome | null = null,
): void => {
  if (sealed > 0) log.info({ count: sealed }, 'secrets were sealed anew');
  if (lost > 0 && lost !== before?.lost) log.warn({ count: lost }, 'no key of this hub opens some secrets');
  if (waiting > 0 && waiting !== before?.waiting)
    log.warn({ count: waiting }, 'secrets are not sealed yet: a process that runs has not the key');
};

/** `isNew`: whether a key was made; one that the environment gives is replaced there. */
export type Rotated = Omit<ResealOutcome, 'waiting'> & { readonly isNew: boolean };

/**
 * A new key in the file, every secret sealed by it, and the former keys gone. Hubs that read the same file go on: each reads it
 * again for a key that it does not know.
 */
export const rotateSecretsKey = async (hub: ResealDeps): Promise<Outcome<Rotated>> => {
  const isNew = (await hub.secrets.addKey()) !== null;
  if ((await hub.secrets.current()) === null) return refused(keyIsAway('$'));
  const { sealed, lost, lostDrafts } = await resealSecrets(hub, { by: { way: 'HOST' }, isToldTo: true });
  // A secret that could not be opened may still be, once its key is back. Drafts end by themselves: none of the keys here opens these.
  if (isNew && lost === lostDrafts) await hub.secrets.dropFormer();
  return accepted({ sealed, lost, isNew });
};
