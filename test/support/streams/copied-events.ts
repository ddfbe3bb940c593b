// Many events of one size: copies of a published row, inserted into the feed, each as a warning of its own.
import type { Hub } from '../../../src/hub.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import type { FeedRow } from '../../../src/store/feed.ts';
import { draft, type TestHub } from '../hub.ts';

/** What a stream asks for, so that an event has about 10 kB. */
export const QUERY =
  'subscription { warningReceived { cursor node { headline summary translations { summary } } } }';

/** Publishes what is copied. */
export const plantTemplate = async (world: TestHub): Promise<FeedRow> => {
  const long = (letter: string): string => letter.repeat(3_300);
  const translation = (language: string, letter: string) => ({
    language,
    headline: 'H',
    summary: long(letter),
    actions: [],
  });
  const translations = [translation('de', 'd'), translation('fr', 'f')];
  const template = draft({ headline: 'Template', summary: long('s'), translations });
  const published = await publishWarning(world.hub, await world.actor('cyberAgency'), template);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  await world.drain();
  const row = await world.hub.feed.rows.findOne({ sector: '*', warning: published.value.warning });
  if (row === null) throw new Error('nothing was published');
  return row;
};

/**
 * Events `from` to `from + count - 1`, numbered. The counter wakes the hubs, so it moves when the rows are there: the other way
 * about they find none, and look again at their next poll, a second later.
 */
export const injectCopies = async (
  hub: Hub,
  template: FeedRow,
  from: number,
  count: number,
): Promise<void> => {
  const first = (await hub.counters.current('sequence')) + 1;
  const rows = Array.from({ length: count }, (_, index): FeedRow => {
    const number = String(from + index).padStart(12, '0');
    const warning = `warning--00000000-0000-4000-8000-${number}`;
    const content = template.content
      .replaceAll(template.warning, warning)
      .replaceAll('Template', `Event ${from + index}`);
    const sequence = first + index;
    return { ...template, _id: `copy-${number}`, warning, content, sequence, firstSequence: sequence };
  });
  await hub.feed.rows.insertMany(rows);
  await hub.counters.next('sequence', count);
};
