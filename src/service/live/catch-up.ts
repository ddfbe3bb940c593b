// Reads what a stream missed, oldest first, from the reader's cursor to the broker's position when the stream was
// opened, in batches. The broker's rows follow from there without a gap.
import type { Actor } from '../../domain/member.ts';
import { isCollapsed, loadDuplicates } from '../feed/collapse-duplicates.ts';
import { openFeedReader } from '../feed/feed-reader.ts';
import { doesConcern, hasGrade } from '../feed/matches.ts';
import { readBatches } from '../feed/read-batches.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import type { CheckedFilter } from '../item/item.ts';
import type { AsOf, BrokerDeps } from './live-row.ts';
import { toItem } from './match.ts';
import { isSilent, noticesFor } from './notices.ts';
import type { Waiting } from './stream.ts';

const BATCH = 100;

/** What is missing, and for whom. */
type Missed = {
  readonly actor: Actor;
  readonly filter: CheckedFilter;
  readonly after: number;
  readonly until: number;
  /** Whether nobody waits for it any more. */
  readonly isOver: () => boolean;
};

export async function* catchUp(
  hub: BrokerDeps,
  { actor, filter, after, until, isOver }: Missed,
): AsyncGenerator<readonly Waiting<ReadRow & AsOf>[]> {
  const reader = openFeedReader(hub, actor);
  const missed = readBatches(hub, {
    reader,
    filter,
    bounds: { after },
    wanted: BATCH,
    // A stream has no page to end: what it passed over here would never come again.
    budget: Number.POSITIVE_INFINITY,
    patience: Number.POSITIVE_INFINITY,
  });
  // A version that is read here has its raised grade already: its notice would tell it twice.
  const told = new Set<string>();
  let from = after;
  let asOf = hub.directory.freshVersion();
  for await (const { rows: versions, end, isLast } of missed) {
    if (isOver()) return;
    const last = isLast ? until : Math.min(end, until);
    const notices = await noticesFor(hub, reader, filter, { after: from, until: last });
    const rows = inOrder([...versions, ...notices]);
    from = last;
    const duplicates = await loadDuplicates(hub, rows, reader);
    const batch: Waiting<ReadRow & AsOf>[] = [];
    for (const row of rows) {
      if ((row.sequence ?? 0) > until) break;
      const nowMs = hub.clock.now().getTime();
      const isRecall = row.parsed.summary.recall !== undefined;
      if (isSilent(row) || told.has(row.warning)) continue;
      if (!isRecall && !doesConcern(row.parsed.summary, filter)) continue;
      if (isCollapsed(row, duplicates, actor, () => filter, nowMs)) continue;
      // It is decided again when it is sent.
      const item = toItem(hub, row, actor, '');
      if (item === null || !(isRecall || hasGrade(item.grade, filter))) continue;
      told.add(row.warning);
      batch.push({ row: { ...row, asOf }, load: loadOf(hub, row) });
    }
    yield batch;
    if (end >= until) return;
    asOf = hub.directory.freshVersion();
  }
}

const loadOf = ({ contents }: Pick<BrokerDeps, 'contents'>, { parsed }: ReadRow): Waiting['load'] => ({
  content: parsed,
  characters: contents.lengthOf(parsed),
});

const inOrder = (rows: readonly ReadRow[]): ReadRow[] =>
  rows.toSorted((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
