// Secrets of identity providers: sealed before they are stored, opened only where the provider is asked. All hubs of a
// database seal by the same key; one that has another could write what the others cannot read, and refuses.
import type { Provider } from '../../domain/access/credential.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { keyIdIn } from '../../outside/secrets.ts';
import { type Act, recordAct } from '../audit/record-act.ts';

export type SecretDeps = Pick<Hub, 'secrets' | 'counters'>;

/** Id of the key by which the secrets of this database are sealed. */
const SETTING = 'secretsKeyId';

const aboutOf = ({ id }: Pick<Provider, 'id'>): string => `client secret of ${id}`;

export const sealSecret = async (
  { secrets, counters }: SecretDeps,
  provider: Pick<Provider, 'id'>,
  text: string,
): Promise<Outcome<string>> => {
  const known = await counters.findSetting(SETTING);
  // Asked before a key is made.
  if (known !== null && !(await secrets.has(known))) return refused(isAway());
  const sealed = await secrets.seal(text, aboutOf(provider));
  if (sealed === null) return refused(isAway());
  const agreed = await counters.setting(SETTING, keyIdIn(sealed) ?? '');
  return (await secrets.has(agreed)) ? accepted(sealed) : refused(isAway());
};

/** Null where the key is away or the stored text was changed. */
export const openSecret = (
  { secrets }: Pick<Hub, 'secrets'>,
  { id, clientSecret }: Pick<Provider, 'id' | 'clientSecret'>,
): Promise<string | null> =>
  clientSecret === null ? Promise.resolve(null) : secrets.open(clientSecret, aboutOf({ id }));

const isAway = (path = '$.clientSecret'): Problem =>
  problem(
    'SECRETS_KEY_MISSING',
    path,
    'This hub has not the key that seals the secrets of this database.',
    'Give it TOCSIN_SECRETS_KEY, or the file TOCSIN_SECRETS_KEY_FILE; or register the hub as a public client.',
  );

export type Resealed = {
  /** How many were sealed anew. */
  readonly sealed: number;
  /** How many no key of this hub opens: their members give them again. */
  readonly lost: number;
};

type ResealDeps = SecretDeps &
  Pick<Hub, 'providers' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy' | 'directory'>;

/**
 * Every secret by the newest key, those too that an earlier hub stored as they were. Doing it twice changes nothing. A hub that
 * has not the key of this database does nothing, unless it `isToldTo`: then its own key is that of the database from now on.
 */
const resealSecrets = async (
  hub: ResealDeps,
  { by, isToldTo }: { readonly by: Act['by']; readonly isToldTo: boolean },
): Promise<Resealed> => {
  const stored = (await hub.providers.all()).filter(({ clientSecret }) => clientSecret !== null);
  const known = await hub.counters.findSetting(SETTING);
  if (stored.length === 0 && known === null) return { sealed: 0, lost: 0 };
  const mayDecide = isToldTo || stored.length === 0 || known === null || (await hub.secrets.has(known));
  const keyId = mayDecide ? await hub.secrets.current() : null;
  if (keyId === null) return { sealed: 0, lost: stored.length };
  const { fresh, lost } = await anew(hub, stored, keyId);
  if (fresh.length === 0 && known === keyId) return { sealed: 0, lost };
  // Little is written, in the place of what was there: it is done on a full disk too.
  const sealed = await hub.members.narrow(async (session) => {
    let count = 0;
    for (const each of fresh) count += (await hub.providers.reseal(each, session)) ? 1 : 0;
    await hub.counters.keepSetting(SETTING, keyId, session);
    const facts = { secretsKey: keyId, sealed: count };
    await recordAct(hub, { event: 'hub.configured', by, members: [], facts }, session);
    return count;
  });
  return { sealed, lost };
};

type Fresh = { readonly id: string; readonly from: string; readonly to: string };

const anew = async (
  hub: SecretDeps,
  stored: readonly Provider[],
  keyId: string,
): Promise<{ readonly fresh: readonly Fresh[]; readonly lost: number }> => {
  const fresh: Fresh[] = [];
  let lost = 0;
  for (const provider of stored) {
    const { id, clientSecret } = provider;
    if (clientSecret === null || keyIdIn(clientSecret) === keyId) continue;
    const text = await openSecret(hub, provider);
    const to = text === null ? null : await hub.secrets.seal(text, aboutOf(provider));
    if (to === null) lost += 1;
    else fresh.push({ id, from: clientSecret, to });
  }
  return { fresh, lost };
};

/** When a hub starts. */
export const sealStored = async (hub: ResealDeps & Pick<Hub, 'log'>): Promise<void> => {
  const { sealed, lost } = await resealSecrets(hub, { by: { way: 'HUB' }, isToldTo: false });
  if (sealed > 0) hub.log.info({ count: sealed }, 'secrets of identity providers were sealed anew');
  if (lost > 0) hub.log.warn({ count: lost }, 'no key of this hub opens some secrets of identity providers');
};

/** `isNew`: whether a key was made; one that the environment gives is replaced there. */
export type Rotated = Resealed & { readonly isNew: boolean };

/**
 * A new key in the file, every secret sealed by it, and the former keys gone. Hubs that read the same file go on: each reads it
 * again for a key that it does not know.
 */
export const rotateSecretsKey = async (hub: ResealDeps): Promise<Outcome<Rotated>> => {
  const isNew = (await hub.secrets.addKey()) !== null;
  if ((await hub.secrets.current()) === null) return refused(isAway('$'));
  const resealed = await resealSecrets(hub, { by: { way: 'HOST' }, isToldTo: true });
  // A secret that could not be opened may still be, once its key is back.
  if (isNew && resealed.lost === 0) await hub.secrets.dropFormer();
  return accepted({ ...resealed, isNew });
};
