// Authenticates a request: finds the bearer key by its id, compares in constant time, and adds its member's current
// facts. All live keys are in memory, so a guessed id costs no query and takes the time of a known one (I34).
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { hashOf, idInToken, isSameHash } from './token.ts';

/** Compared with in place of the hash of a key that is not there. */
const NO_HASH = '0'.repeat(64);
const MAX_HEADER = 256;

/**
 * The actor, or null. An unknown id, a wrong secret and a revoked key take the same code path, so that timing reveals
 * nothing.
 */
export const authenticate = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  authorization: string | undefined,
): Promise<Actor | null> => {
  if (authorization === undefined || authorization.length > MAX_HEADER) return null;
  const [scheme, token, ...rest] = authorization.trim().split(/ +/);
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return null;
  const id = idInToken(token);
  if (id === null) return null;
  const row = await hub.directory.key(id, hub.clock.now());
  const isRight = isSameHash(hashOf(token), row?.hash ?? NO_HASH);
  if (row === null || !isRight) return null;
  const directory = await hub.directory.current();
  const actor = actorOf(directory, { id: row._id, member: row.member, role: row.role, person: row.person });
  return actor?.member.isActive === true ? actor : null;
};
