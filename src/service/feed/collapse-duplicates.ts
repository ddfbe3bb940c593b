// Collapses the assertions of one advisory into one item: the earliest in sequence that this reader may see and its
// filter lets through is shown, and the others are its sources. A duplicate that the reader may not see, that is of
// another exercise, or that a reviewer found distinct collapses nothing (I6, I10).
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { FeedRow } from '../../store/feed.ts';
import { type Distinct, NONE_DISTINCT } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import type { CheckedFilter } from '../item/item.ts';
import type { FeedReader } from './feed-reader.ts';
import { matches } from './matches.ts';

type Duplicate = FeedRow & { readonly parsed: Content };

type Assertion = Pick<FeedRow, 'warning' | 'thing' | 'firstSequence' | 'hasTwin'>;

/** The assertions of some entities, in sequence, and which of them are distinct. */
export type Duplicates = {
  readonly byEntity: ReadonlyMap<string, readonly Duplicate[]>;
  readonly distinct: Distinct;
};

const NONE: Duplicates = { byEntity: new Map(), distinct: NONE_DISTINCT };

const numberOf = ({ firstSequence }: Assertion): number => firstSequence ?? Number.MAX_SAFE_INTEGER;

/** A row collapses into the earliest; more are needed only where reviewers found the earlier ones distinct. */
const EACH_CLASS = 100;

/**
 * Loads the assertions of the entities in these rows that are not cancelled, for one reader those that it may read; no
 * query when no row has a duplicate.
 */
export const loadDuplicates = async (
  hub: Pick<Hub, 'feed' | 'pairs'>,
  rows: readonly Assertion[],
  reader?: FeedReader,
): Promise<Duplicates> => {
  const entities = new Set(
    rows.flatMap((row) => (row.hasTwin === true && row.thing !== null ? [row.thing] : [])),
  );
  if (entities.size === 0) return NONE;
  const keys = await hub.feed.duplicates([...entities], EACH_CLASS, reader?.tokens);
  const open = await reader?.readable(keys.map(({ access }) => access));
  const ids = keys.filter(({ access }) => open === undefined || open.has(access)).map(({ id }) => id);
  const found = (await hub.feed.byIds(ids)).sort((a, b) => numberOf(a) - numberOf(b));
  const duplicates = found.map((row) => ({ ...row, parsed: contentOf(row.content) }));
  return {
    byEntity: Map.groupBy(duplicates, ({ thing: entity }) => entity ?? ''),
    distinct: await hub.pairs.distinctAmong(duplicates.map(({ warning }) => warning)),
  };
};

/**
 * Whether an earlier assertion of the same entity is shown to this reader, so that this one collapses into it. `filterOf`: what it is
 * shown by.
 */
export const isCollapsed = (
  row: Assertion,
  { byEntity, distinct }: Duplicates,
  actor: Actor,
  filterOf: (duplicate: FeedRow) => CheckedFilter,
  nowMs: number,
): boolean => {
  if (row.hasTwin !== true || row.thing === null) return false;
  // A collapsed assertion takes in no others: one that is distinct from the assertion shown would then appear
  // nowhere.
  const shown: string[] = [];
  const collapsesInto = (warning: string): boolean => shown.some((each) => !distinct(each, warning));
  for (const duplicate of byEntity.get(row.thing) ?? []) {
    if (numberOf(duplicate) >= numberOf(row)) break;
    if (duplicate.warning === row.warning || duplicate.isCancelled || collapsesInto(duplicate.warning))
      continue;
    if (matches(duplicate, filterOf(duplicate)) && decide(actor, duplicate.parsed.access, nowMs).allowed)
      shown.push(duplicate.warning);
  }
  return collapsesInto(row.warning);
};
