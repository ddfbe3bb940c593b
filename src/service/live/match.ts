// Decides what a stream's reader gets of a row, and renews the readers' rights (I8).
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { wayOfKey } from '../access/way-in.ts';
import { machineAsOfNow } from '../credential/authenticate-machine.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import { type Item, itemOf } from '../item/item.ts';
import { sessionAsOfNow } from '../session/read-session.ts';
import type { BrokerDeps } from './live-row.ts';
import type { Stream } from './stream.ts';

export const toItem = (
  hub: BrokerDeps,
  row: ReadRow,
  actor: Actor,
  seal: (sequence: number) => string,
): Item | null => itemOf(row, actor, seal(row.sequence ?? 0), hub.clock.now().getTime());

export type Listening = { actor: Actor; readonly stream: Pick<Stream<Item>, 'fail'> };

/** Gives every open stream its reader's current rights, and closes those whose key or member is gone: false if any was. */
export const renew = async (hub: BrokerDeps, listeners: readonly Listening[]): Promise<boolean> => {
  let areAllOpen = true;
  for (const listener of listeners) {
    const actor = await asOfNow(hub, listener.actor);
    if (actor !== null) listener.actor = actor;
    else {
      listener.stream.fail('RIGHTS_CHANGED');
      areAllOpen = false;
    }
  }
  return areAllOpen;
};

type RightsDeps = Pick<
  Hub,
  'directory' | 'clock' | 'sessions' | 'credentials' | 'providers' | 'guardedFetch' | 'origin' | 'secrets'
>;

/** With the current facts of its member; null when its key, session or registration, or its member, is gone. */
export const asOfNow = async (hub: RightsDeps, actor: Actor): Promise<Actor | null> => {
  const way = actor.via?.way;
  if (way === 'PASSKEY' || way === 'OPENID_CONNECT' || way === 'RECOVERY_CODE')
    return sessionAsOfNow(hub, actor);
  if (way === 'JWT' || way === 'CERTIFICATE') return machineAsOfNow(hub, actor);
  const { key: id, via } = actor;
  const key = await hub.directory.key(id, hub.clock.now());
  if (key === null) return null;
  const now = actorOf(await hub.directory.current(), {
    ...wayOfKey(key),
    ...(via === undefined ? {} : { via }),
  });
  return now?.member.isActive === true ? now : null;
};
