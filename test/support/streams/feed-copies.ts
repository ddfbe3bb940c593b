// Thousands of events without publishing each: copies of one published warning, each a warning of its own, put into the feed as
// the sequencer numbers them.
import type { FeedRow } from '../../../src/store/feed.ts';
import type { TestEndpoint } from '../endpoint.ts';
import { publishAs } from '../live.ts';

export type FeedCopies = {
  /** Puts the next `count` events into the feed, and resolves when the broker has offered them. They are numbered from 1. */
  add(count: number): Promise<void>;
  /** So many there are. */
  count(): number;
};

const TEMPLATE = 'Template of events';

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
      const before = await hub.counters.current('sequence');
      const rows = Array.from({ length: count }, (_, index): FeedRow => {
        const number = added + index + 1;
        const id = String(number).padStart(12, '0');
        const warning = `warning--00000000-0000-4000-8000-${id}`;
        const content = template.content
          .replaceAll(template.warning, warning)
          .replaceAll(TEMPLATE, `Event ${number}`);
        const sequence = before + index + 1;
        return { ...template, _id: `copy-${id}`, warning, content, sequence, firstSequence: sequence };
      });
      added += count;
      await hub.feed.rows.insertMany(rows);
      await hub.counters.next('sequence', count);
      await broker.wake();
    },
  };
};
