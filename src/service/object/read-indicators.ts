// The first indicators of a warning that a reader may see, for its page. Hidden ones take no place among them (I31).
import type { StixObject } from 'stix2-ts/stix-object';
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { ObjectId } from '../../store/connect.ts';
import type { Item } from '../item/item.ts';
import { doesBetrayHere, type ObjectDeps, readableOf } from './read-objects.ts';
import { atTheirNewest } from './version/newest.ts';

const BATCH = 100;

/**
 * At most `most` of them, in the order of their STIX ids, each at its newest version that is marked no more strictly than the
 * warning: a page is passed on.
 */
export const readIndicators = async (
  hub: ObjectDeps,
  actor: Actor,
  item: Item,
  most: number,
): Promise<StixObject[]> => {
  const { id, version, tlp } = item.summary;
  const found: StixObject[] = [];
  const ceiling = strictest(item.access.tlp, tlp);
  let after: ObjectId | undefined;
  for (;;) {
    const rows = await hub.objects.ofType('indicator', { warning: id, version }, BATCH, after);
    const held = await readableOf(hub, actor, rows, item);
    for (const { object } of await atTheirNewest(hub, actor, held, { item, ceiling })) {
      if (!isAtMost(object.tlp ?? 'CLEAR', ceiling)) continue;
      if (doesBetrayHere(actor, item, () => JSON.stringify(object.object))) continue;
      found.push(object.object);
      if (found.length === most) return found;
    }
    if (rows.length < BATCH) return found;
    after = rows.at(-1)?._id;
  }
};
