// Thousands of events without publishing each: copies of one published warning, each a warning of its own, put into the feed as
// the sequencer numbers them.
import type { TestEndpoint } from '../endpoint.ts';
import { publishAs } from '../live.ts';
import { injectCopies } from './copied-events.ts';

export type FeedCopies = {
  /** Puts the next `count` events into the feed, and resolves when the broker has offered them. They are numbered from 1. */
  add(count: number): Promise<void>;
  /** So many there are. */
  count(): number;
};

const TEMPLATE = 'Template';

/** The headline by which readers know an event. */
export const numberOf = (headline: string): number =>
  Number(/^Event (\d+)$/.exec(headline)?.[1] ?? Number.NaN);

export const openFeedCopies = async (endpoint: TestEndpoint, changes: object = {}): Promise<FeedCopies> => {
  const { hub, broker } = endpoint;
  await publishAs(endpoint, { ...changes, headline: TEMPLATE });
  const template = await hub.feed.rows.findOne(
    { sector: '*', _id: { $not: /^copy-/ } },
    { sort: { sequence: -1 } },
  );
  if (template === null) throw new Error('nothing was published');
  let added = 0;
  return {
    count: () => added,
    add: async (count) => {
      const from = added + 1;
      added += count;
      await injectCopies(hub, template, from, count);
      await broker.wake();
    },
  };
};
