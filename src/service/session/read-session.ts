// Who a session's cookie belongs to. It is read from the database for each request, so that a session that was ended
// anywhere is ended everywhere at once.
import type { BrowserSession } from '../../domain/access/session.ts';
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { hashOfSecret, isSecretOfOurs } from './start-session.ts';

export type SignedIn = { readonly session: BrowserSession; readonly actor: Actor };

/**
 * Null for what is no session, one that ran out or was ended, and a person or member that may not sign in now. `isUse`: whether it ends
 * later for it.
 */
export const readSession = async (
  hub: Pick<Hub, 'sessions' | 'directory' | 'clock' | 'signInKey'>,
  secret: string,
  { isUse = true }: { readonly isUse?: boolean } = {},
): Promise<SignedIn | null> => {
  if (!isSecretOfOurs(hub, secret)) return null;
  const now = hub.clock.now();
  const session = await hub.sessions.live(hashOfSecret(secret), now);
  if (session === null) return null;
  const actor = await actorOfSession(hub, session);
  if (actor === null) return null;
  if (isUse) await hub.sessions.seen(session, now);
  return { session, actor };
};

const actorOfSession = async (
  hub: Pick<Hub, 'directory'>,
  { id, member, person, way, range }: BrowserSession,
): Promise<Actor | null> => {
  const actor = actorOf(await hub.directory.current(), {
    id,
    member,
    person,
    roles: null,
    via: { way, range },
  });
  return actor?.member.isActive === true ? actor : null;
};

/** The same actor with its current rights; null when its session has ended. For what stays open. */
export const sessionAsOfNow = async (
  hub: Pick<Hub, 'sessions' | 'directory' | 'clock'>,
  actor: Actor,
): Promise<Actor | null> => {
  if (!(await hub.sessions.isLive(actor.key, hub.clock.now()))) return null;
  const way = { id: actor.key, member: actor.member.id, person: actor.person, roles: null };
  const now = actorOf(
    await hub.directory.current(),
    actor.via === undefined ? way : { ...way, via: actor.via },
  );
  return now?.member.isActive === true ? now : null;
};
