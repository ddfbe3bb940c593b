// Authenticates a request: finds the bearer key by its id, compares in constant time, and adds the current facts of its
// member and person. All live keys are in memory, so a guessed id costs no query and takes the time of a known one (I34).
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { LiveKey } from '../../store/access/keys.ts';
import { isWithin, networkOf } from './address-range.ts';
import { hashOf, idInToken, isSameHash } from './token.ts';
import { wayOfKey } from './way-in.ts';

/** Compared with in place of the hash of a key that is not there. */
const NO_HASH = '0'.repeat(64);
const MAX_HEADER = 256;

/**
 * The actor, or null. An unknown id, a wrong secret, a revoked key and one from elsewhere take the same code path, so that
 * timing reveals nothing. `address` is that of the client, null where the hub cannot know it: then a key that is limited to
 * networks is refused.
 */
export const authenticate = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  authorization: string | undefined,
  address: string | null = null,
): Promise<Actor | null> => {
  if (authorization === undefined || authorization.length > MAX_HEADER) return null;
  const [scheme, token, ...rest] = authorization.trim().split(/ +/);
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return null;
  const id = idInToken(token);
  if (id === null) return null;
  const row = await hub.directory.key(id, hub.clock.now());
  const isRight = isSameHash(hashOf(token), row?.hash ?? NO_HASH);
  if (row === null || !isRight || !isFromItsNetworks(row, address)) return null;
  const actor = actorOf(await hub.directory.current(), {
    ...wayOfKey(row),
    via: { way: 'KEY', range: address === null ? null : networkOf(address) },
  });
  return actor?.member.isActive === true ? actor : null;
};

/** Whether a key may be used from there; null for an address that nobody knows. */
export const isFromItsNetworks = ({ ranges }: LiveKey, address: string | null): boolean =>
  ranges === null || (address !== null && ranges.some((range) => isWithin(address, range)));
