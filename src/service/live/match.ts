// Decides what a stream's reader gets of a row, and what rights its actor has now (I8).
import { SESSION_WAYS } from '../../domain/access/session.ts';
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { wayOfKey } from '../access/way-in.ts';
import { machineAsOfNow } from '../credential/authenticate-machine.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import { type Item, itemOf } from '../item/item.ts';
import { sessionAsOfNow } from '../session/read-session.ts';
import type { BrokerDeps } from './live-row.ts';

export const toItem = (
  hub: Pick<BrokerDeps, 'clock'>,
  row: ReadRow,
  actor: Actor,
  cursor: string,
): Item | null => itemOf(row, actor, cursor, hub.clock.now().getTime());

type RightsDeps = Pick<
  Hub,
  'directory' | 'clock' | 'sessions' | 'credentials' | 'providers' | 'guardedFetch' | 'origin' | 'secrets'
>;

const isBySession = ({ via }: Actor): boolean => SESSION_WAYS.some((way) => way === via?.way);
const isByMachine = ({ via }: Actor): boolean => via?.way === 'JWT' || via?.way === 'CERTIFICATE';

/** Any other way in is looked up in the database, where it may run out without a change of the directory. */
export const isByKey = (actor: Actor): boolean => !isBySession(actor) && !isByMachine(actor);

/** With the current facts of its member; null when its key, session or registration, or its member, is gone. */
export const asOfNow = async (hub: RightsDeps, actor: Actor): Promise<Actor | null> => {
  if (isBySession(actor)) return sessionAsOfNow(hub, actor);
  if (isByMachine(actor)) return machineAsOfNow(hub, actor);
  const { key: id, via } = actor;
  const key = await hub.directory.key(id, hub.clock.now());
  if (key === null) return null;
  const now = actorOf(await hub.directory.current(), {
    ...wayOfKey(key),
    ...(via === undefined ? {} : { via }),
  });
  return now?.member.isActive === true ? now : null;
};
