// Reads what a stream missed, oldest first, from the reader's cursor to the broker's position when the stream was
// opened, in batches. The broker's rows follow from there without a gap.
import type { Actor } from '../../domain/member.ts';
import { isCollapsed, loadDuplicates } from '../feed/collapse-duplicates.ts';
import { openFeedReader } from '../feed/feed-reader.ts';
import { doesConcern } from '../feed/matches.ts';
import { readBatches } from '../feed/read-batches.ts';
import type { CheckedFilter, Item } from '../item/item.ts';
import type { BrokerDeps } from './live-row.ts';
import { toItem } from './match.ts';
import type { Waiting } from './stream.ts';

const BATCH = 100;

export async function* catchUp(
  hub: BrokerDeps,
  listener: {
    readonly actor: Actor;
    readonly filter: CheckedFilter;
    readonly seal: (sequence: number) => string;
  },
  after: number,
  until: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Waiting<Item>[]> {
  if (after >= until) return;
  const { filter } = listener;
  const reader = openFeedReader(hub, listener.actor);
  const missed = readBatches(hub, {
    reader,
    filter,
    bounds: { after },
    wanted: BATCH,
    // A stream has no page to end: what it passed over here would never come again.
    budget: Number.POSITIVE_INFINITY,
    patience: Number.POSITIVE_INFINITY,
  });
  for await (const { rows, end } of missed) {
    if (signal.aborted) return;
    const duplicates = await loadDuplicates(hub, rows, reader);
    const batch: Waiting<Item>[] = [];
    for (const row of rows) {
      if ((row.sequence ?? 0) > until) break;
      const nowMs = hub.clock.now().getTime();
      if (row.isQuiet || !doesConcern(row.parsed.summary, filter)) continue;
      if (isCollapsed(row, duplicates, listener.actor, filter, nowMs)) continue;
      const item = toItem(hub, row, listener.actor, listener.seal);
      const load = { content: row.parsed, characters: hub.contents.lengthOf(row.parsed) };
      if (item !== null) batch.push({ value: item, load });
    }
    yield batch;
    if (end >= until) return;
  }
}
