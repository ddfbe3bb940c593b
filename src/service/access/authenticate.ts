// Who is asking: a bearer key, found by its id, compared in constant time, with its member's facts as of now.
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { hashOf, idInToken, isSameHash } from './token.ts';

const NO_HASH = '0'.repeat(64);
const MAX_HEADER = 256;

/** The actor, or null when the header lets nobody in. Unknown id, wrong secret and revoked key take the same road. */
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
