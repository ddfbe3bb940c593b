// Decides what a stream's reader gets of a row, and renews the readers' rights (I8).
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { wayOfKey } from '../access/way-in.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import { type Item, itemOf } from '../item/item.ts';
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

/** With the current facts of its member; null when its key or member is gone. */
export const asOfNow = async (
  { directory, clock }: Pick<BrokerDeps, 'directory' | 'clock'>,
  { key: id, via }: Actor,
): Promise<Actor | null> => {
  const key = await directory.key(id, clock.now());
  const actor =
    key === null
      ? null
      : actorOf(await directory.current(), { ...wayOfKey(key), ...(via === undefined ? {} : { via }) });
  return actor?.member.isActive === true ? actor : null;
};
