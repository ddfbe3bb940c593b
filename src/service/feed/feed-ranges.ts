// The index ranges of the feed for a filter, and their rows or positions merged by sequence. There is one range per
// sector, kind and group of severities, as large as MongoDB can still merge for this reader's tokens.
import { ITEM_KINDS, SEVERITIES } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import type { FeedRange } from '../../store/feed/row.ts';
import type { FeedKeyRow, FeedPlace } from '../../store/feed.ts';
import type { CheckedFilter } from '../item/item.ts';

export type Bounds = Pick<FeedRange, 'before' | 'after' | 'until' | 'without'>;

type Deps = Pick<Hub, 'feed' | 'config'>;

/** With more scans MongoDB sorts the results instead of merging them. */
const MAX_SCANS = 200;

export const rangesOf = (filter: CheckedFilter, tokens: readonly string[], bounds: Bounds): FeedRange[] =>
  filter.sectors.flatMap((sector) =>
    kindsOf(filter, tokens.length).map((kinds) => ({
      sector,
      exercise: filter.exercise,
      tokens,
      ...kinds,
      ...bounds,
    })),
  );

/** Kind precedes severity in the index, so that a filter by severity alone queries each kind. */
const kindsOf = (
  { kind, severities = SEVERITIES }: CheckedFilter,
  tokenCount: number,
): Pick<FeedRange, 'kind' | 'severities'>[] => {
  const isEvery = SEVERITIES.every((each) => severities.includes(each));
  if (kind === undefined && isEvery) return [{}];
  const atOnce = Math.max(1, Math.floor(MAX_SCANS / Math.max(1, tokenCount)));
  return ITEM_KINDS.filter((each) => kind === undefined || each === kind).flatMap((each) => {
    // A practice has no severity.
    const possible = each === 'PRACTICE' ? severities.filter((one) => one === 'UNKNOWN') : severities;
    const groups = Math.ceil(possible.length / atOnce);
    return Array.from({ length: groups }, (_, group) => ({
      kind: each,
      severities: possible.slice(group * atOnce, (group + 1) * atOnce),
    }));
  });
};

/** Whether the ranges' index leaves some condition of the filter uncovered. */
export const isSelective = ({ country, words, urgencies, certainties }: CheckedFilter): boolean =>
  country !== undefined || words.length > 0 || urgencies !== undefined || certainties !== undefined;

type Asked = {
  readonly ranges: readonly FeedRange[];
  /** Only rows of these classes. */
  readonly access?: readonly (string | null)[];
  readonly limit: number;
};

/** The first rows of all ranges that match the whole filter. */
export const readRows = (
  { feed, config }: Deps,
  { country, words, urgencies, certainties }: CheckedFilter,
  { ranges, access, limit }: Asked,
): Promise<FeedKeyRow[]> => {
  const conditions = {
    words,
    ...(country === undefined ? {} : { country }),
    ...(urgencies === undefined ? {} : { urgencies }),
    ...(certainties === undefined ? {} : { certainties }),
    ...(access === undefined ? {} : { access }),
  };
  return merged(ranges, limit, (range) =>
    feed.page({ ...range, ...conditions }, limit, config.limits.operationMs),
  );
};

/** The first positions of all ranges, ignoring the filter's other conditions. */
export const readPlaces = (
  { feed, config }: Deps,
  ranges: readonly FeedRange[],
  limit: number,
): Promise<FeedPlace[]> =>
  merged(ranges, limit, (range) => feed.places(range, limit, config.limits.operationMs));

/** A version is in several ranges with one sequence. */
const merged = async <Row extends { readonly sequence?: number }>(
  ranges: readonly FeedRange[],
  limit: number,
  read: (range: FeedRange) => Promise<Row[]>,
): Promise<Row[]> => {
  const [range, ...others] = ranges;
  if (range === undefined) return [];
  if (others.length === 0) return read(range);
  const pages = await Promise.all(ranges.map(read));
  const bySequence = new Map(pages.flat().map((row) => [row.sequence ?? 0, row]));
  const direction = range.after === undefined ? -1 : 1;
  return [...bySequence.values()]
    .sort((one, other) => direction * ((one.sequence ?? 0) - (other.sequence ?? 0)))
    .slice(0, limit);
};
