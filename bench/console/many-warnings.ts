// A world of many warnings for one reader, written as rows (feed/large-feed.ts), of which the newest wait for an answer. The
// benchmark of the console and a test of it look at the same.
import type { Hub } from '../../src/hub.ts';
import { newDelivery } from '../../src/service/delivery/new-delivery.ts';
import { memberId } from '../../src/service/member/admit-member.ts';
import { EVERY_SECTOR } from '../../src/store/feed.ts';
import { fillFeed, openReader } from '../feed/large-feed.ts';

type Plan = {
  readonly seed: number;
  readonly count: number;
  /** How many of them, the newest, are to be answered. */
  readonly waiting: number;
};

/** The key of the reader. The members of `partnership.ts` are there before; `settle` waits until all is numbered. */
export const plantManyWarnings = async (
  hub: Hub,
  { seed, count, waiting }: Plan,
  settle: () => Promise<void>,
): Promise<string> => {
  const key = await openReader(hub);
  const plan = { seed, visible: count, hidden: 0, rareEvery: 10_000, sectorEvery: 10 };
  await fillFeed(hub, plan, settle);
  const newest = await hub.feed.rows
    .find({ sector: EVERY_SECTOR })
    .sort({ sequence: -1 })
    .limit(waiting)
    .toArray();
  const own = { kind: 'DIRECT', rule: 'By sector and State.', alternative: 0 } as const;
  const at = new Date();
  const rows = newest.map(({ warning, version }) => ({
    ...newDelivery(
      { warning, version, member: memberId('wide-operator'), exercise: null },
      { own, listed: own },
      at,
      { asking: null },
    ),
    state: 'RECEIVED' as const,
    sentAt: at,
    receivedAt: at,
  }));
  await hub.deliveries.rows.insertMany(rows, { ordered: false });
  return key;
};
