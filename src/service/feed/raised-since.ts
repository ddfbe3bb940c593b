// What was raised since an instant: a refresh that raises the grade of a warning makes no version of it, so by its number it is
// as old as it was. Whoever asks what came since gets it all the same: newest first, where people look; a cursor that only
// moves on has passed it. Which notices count is decided as everything is, and hidden ones count for nothing (I31).
import type { Hub } from '../../hub.ts';
import type { Raise } from '../../store/feed/notices.ts';
import { EVERY_SECTOR, type FeedRow } from '../../store/feed.ts';
import type { CheckedFilter } from '../item/item.ts';
import type { FeedReader } from './feed-reader.ts';
import { rowsAmong } from './find-rare.ts';
import { type Batch, type BatchesDeps, inSlices, readBatches, type Search } from './read-batches.ts';

/** Ids of the rows of the versions, with sector `*`. */
export type Raised = ReadonlySet<string>;

const AT_ONCE = 500;
/** A refresh raises tens of what a reader has; of more than this the latest are looked at. */
const MOST = 2_000;
/** Hidden ones that are passed over, each of another class; those of a class that is known to be refused are never read. */
const PATIENCE = 20_000;

export const NONE_RAISED: Raised = new Set();

const rowOf = ({ warning, version }: Pick<Raise, 'warning' | 'version'>): string =>
  `${warning}.${version}.${EVERY_SECTOR}`;

/** A grade that was lowered again since is raised no more. */
export const wasRaised = (
  raised: Raised,
  row: Pick<FeedRow, 'warning' | 'version' | 'raisedBecause'>,
): boolean => row.raisedBecause !== undefined && raised.has(rowOf(row));

type Deps = Pick<Hub, 'feed' | 'entries' | 'config'>;

/** Of these rows. */
export const raisedAmong = async (
  hub: Pick<Deps, 'feed' | 'entries'>,
  rows: readonly Pick<FeedRow, 'warning' | 'version' | 'raisedBecause'>[],
  { since }: CheckedFilter,
): Promise<Raised> => {
  const ids = rows.filter(({ raisedBecause }) => raisedBecause !== undefined).map(rowOf);
  if (since === undefined || ids.length === 0) return NONE_RAISED;
  return toldSince(hub, await hub.feed.raisesOf(ids), since);
};

/** `floor` is the number up to which everything is older than the filter's instant. */
const raisedSince = async (
  hub: Deps,
  reader: FeedReader,
  { exercise, since }: CheckedFilter,
  floor: number,
): Promise<Raised> => {
  if (since === undefined) return NONE_RAISED;
  const found: Raise[] = [];
  let hidden = 0;
  for (let before = Number.MAX_SAFE_INTEGER; found.length < MOST && hidden < PATIENCE; ) {
    const range = { exercise, tokens: reader.tokens, without: reader.refused(), after: floor, before };
    const raises = await hub.feed.raisesIn(range, AT_ONCE, hub.config.limits.operationMs);
    const open = await reader.readable(raises.map(({ access }) => access ?? null));
    const readable = raises.filter(({ access }) => open.has(access ?? null));
    found.push(...readable);
    hidden += raises.length - readable.length;
    if (raises.length < AT_ONCE) break;
    before = raises.at(-1)?.sequence ?? 0;
  }
  return toldSince(hub, found, since);
};

const toldSince = async (
  hub: Pick<Deps, 'entries'>,
  raises: readonly Raise[],
  since: string,
): Promise<Raised> => {
  if (raises.length === 0) return NONE_RAISED;
  const entries = await hub.entries.targetedIn(raises.map(({ entry }) => entry.toHexString()));
  return new Set(entries.filter(({ at }) => at.toISOString() >= since).map(rowOf));
};

type Reading = Search & { readonly floor: number };

/** The batches of a list newest first down to the floor, then what was raised below it, which is looked for only there. */
export async function* newestAndRaised(
  hub: BatchesDeps & Deps,
  { floor, ...search }: Reading,
): AsyncGenerator<Batch> {
  for await (const batch of readBatches(hub, search)) {
    if (batch.isLast || batch.end > floor) {
      yield batch;
      continue;
    }
    const raised = await raisedSince(hub, search.reader, search.filter, floor);
    const below = await rowsAmong(hub, search.filter, [...raised], { before: batch.end });
    yield { ...batch, isLast: below.length === 0 };
    if (below.length > 0) yield* inSlices(hub, search, below, batch.end);
    return;
  }
}
