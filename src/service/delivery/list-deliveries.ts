// Shows the publisher who has a warning, by which channel and in which state, as far as it may know (I32), and each member
// its own delivery.
import type { AcknowledgementAnswer, Delivery } from '../../domain/delivery.ts';
import { pageSizeProblem } from '../../domain/limit/page-size.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { unlistedTo } from '../../policy/naming.ts';
import { cursorProblem, openCursor, sealCursor } from '../cursor.ts';
import { deliveredVersion, ownRows } from '../item/delivered-version.ts';
import type { Item } from '../item/item.ts';
import { ownDelivery, publishersDelivery } from './delivery-of.ts';
import { settleListing } from './settle-listing.ts';

export type DeliveryPage = {
  readonly deliveries: readonly { readonly cursor: string; readonly delivery: Delivery }[];
  readonly hasNextPage: boolean;
};

type Deps = Pick<Hub, 'warnings' | 'deliveries' | 'directory' | 'clock' | 'config' | 'cursorKey'>;

type Request = {
  readonly first: number;
  readonly after: string | null;
  /** A former version; when null the current one, or the one that stands for it where it came silently. */
  readonly version?: number | null | undefined;
  /** Leaves out those whose answer this is. */
  readonly unless?: AcknowledgementAnswer;
};

/** Null when the actor may not see the deliveries of this warning. A version that it never had has none. */
export const listDeliveries = async (
  hub: Deps,
  actor: Actor,
  item: Item,
  request: Request,
): Promise<Outcome<DeliveryPage> | null> => {
  if (!mayAct(actor, 'delivery.list', item.access).allowed) return null;
  const wrongSize = pageSizeProblem(request.first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const { id: warning } = item.summary;
  const version = request.version ?? (await deliveredVersion(hub, item));
  const { unless } = request;
  const binding = `deliveries:${warning}.${version}${unless === undefined ? '' : `!${unless}`}`;
  let from = 0;
  if (request.after !== null) {
    const position = openCursor(hub.cursorKey, binding, request.after);
    if (position === null) return refused(cursorProblem(hub.cursorKey, binding, request.after));
    from = position;
  }
  await settleListing(hub, { warning, version, access: item.access });
  const directory = await hub.directory.current();
  const absent = unlistedTo(directory, item.access.publisher);
  const rows = await hub.deliveries.listed({ warning, version, absent, unless }, request.first + 1, from);
  const page = rows.slice(0, request.first).flatMap(({ row, next }) => {
    const delivery = publishersDelivery(directory, item.access, row);
    return delivery === null ? [] : [{ cursor: sealCursor(hub.cursorKey, binding, next), delivery }];
  });
  return accepted({ deliveries: page, hasNextPage: rows.length > request.first });
};

/** The reader's own delivery of each item's current version, or of the one that stands for it, by warning id. */
export const myDeliveries = async (
  hub: Pick<Hub, 'warnings' | 'deliveries'>,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, Delivery>> => {
  const rows = await ownRows(hub, actor.member.id, items);
  return new Map([...rows].map(([warning, row]) => [warning, ownDelivery(row, actor.member)]));
};
