// Whether a row fits a stream's filter, what of it the reader gets, and the readers' rights as of now (I8).
import { actorOf } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import { EVERY_SECTOR } from '../../store/feed.ts';
import { type CheckedFilter, type Item, itemOf } from '../feed/item.ts';
import type { BrokerRoom, LiveRow } from './live-row.ts';
import type { Stream } from './stream.ts';

/** The same conditions as the store's query, over one row. */
export const matches = (row: LiveRow, filter: CheckedFilter): boolean => {
  if (row.exercise !== filter.exercise) return false;
  if (filter.kind !== undefined && row.kind !== filter.kind) return false;
  if (filter.severities !== undefined && !filter.severities.includes(row.severity)) return false;
  if (filter.country !== undefined && !row.countries.includes(filter.country)) return false;
  if (!filter.words.every((word) => row.words.some((each) => each.startsWith(word)))) return false;
  if (filter.sectors.includes(EVERY_SECTOR)) return true;
  const sectors = row.parsed.card.sectors.flatMap(sectorAndAncestors);
  return filter.sectors.some((sector) => sectors.includes(sector));
};

export const toItem = (hub: BrokerRoom, row: LiveRow, actor: Actor, filter: CheckedFilter): Item | null =>
  itemOf(row, actor, { key: hub.cursorKey, binding: filter.binding }, hub.clock.now().getTime(), row.parsed);

type Listening = { actor: Actor; readonly stream: Pick<Stream<Item>, 'fail'> };

/** Every open stream goes on with its reader's rights as of now; one whose key or member is gone is closed. */
export const renew = async (hub: BrokerRoom, listeners: ReadonlySet<Listening>): Promise<void> => {
  if (listeners.size === 0) return;
  const now = hub.clock.now();
  const directory = await hub.directory.current();
  for (const listener of listeners) {
    const { key: id } = listener.actor;
    const key = await hub.directory.key(id, now);
    const actor = key === null ? null : actorOf(directory, { ...key, id: key._id });
    if (actor === null || !actor.member.isActive) listener.stream.fail('RIGHTS_CHANGED');
    else listener.actor = actor;
  }
};
