// One advisory told by several is one thing to a reader: the telling that was numbered first, among those this reader
// may see and that its filter lets through, is shown; the others are its sources. A twin that the reader may not see,
// or that is of another exercise, folds nothing (I6, I10), and neither does one that a reviewer has found apart.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { FeedRow } from '../../store/feed.ts';
import { type Distinct, NONE_DISTINCT } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import type { CheckedFilter } from '../item/item.ts';
import { matches } from './matches.ts';

type Duplicate = FeedRow & { readonly parsed: Content };

type Assertion = Pick<FeedRow, 'warning' | 'thing' | 'firstSequence' | 'hasTwin'>;

/** The tellings of some things, in the order in which they were numbered, and which of them are apart. */
export type Duplicates = {
  readonly byEntity: ReadonlyMap<string, readonly Duplicate[]>;
  readonly distinct: Distinct;
};

const NONE: Duplicates = { byEntity: new Map(), distinct: NONE_DISTINCT };

const numberOf = ({ firstSequence }: Assertion): number => firstSequence ?? Number.MAX_SAFE_INTEGER;

/** The tellings of the things in these rows (for one reader: those of its `tokens`); no query when no row has a twin. */
export const loadDuplicates = async (
  hub: Pick<Hub, 'feed' | 'pairs'>,
  rows: readonly Assertion[],
  tokens?: readonly string[],
): Promise<Duplicates> => {
  const entities = new Set(
    rows.flatMap((row) => (row.hasTwin === true && row.thing !== null ? [row.thing] : [])),
  );
  if (entities.size === 0) return NONE;
  const found = (await hub.feed.duplicates([...entities], tokens)).sort((a, b) => numberOf(a) - numberOf(b));
  const duplicates = found.map((row) => ({ ...row, parsed: contentOf(row.content) }));
  return {
    byEntity: Map.groupBy(duplicates, ({ thing: entity }) => entity ?? ''),
    distinct: await hub.pairs.distinctAmong(duplicates.map(({ warning }) => warning)),
  };
};

/** Whether an earlier telling of the same thing is shown to this reader, so that this one is folded into it. */
export const isCollapsed = (
  row: Assertion,
  { byEntity, distinct }: Duplicates,
  actor: Actor,
  filter: CheckedFilter,
  nowMs: number,
): boolean => {
  if (row.hasTwin !== true || row.thing === null) return false;
  // What is itself folded takes in nothing: a telling that is apart from the one shown would be shown nowhere.
  const shown: string[] = [];
  const collapsesInto = (warning: string): boolean => shown.some((each) => !distinct(each, warning));
  for (const duplicate of byEntity.get(row.thing) ?? []) {
    if (numberOf(duplicate) >= numberOf(row)) break;
    if (duplicate.warning === row.warning || duplicate.isCancelled || collapsesInto(duplicate.warning))
      continue;
    if (matches(duplicate, filter) && decide(actor, duplicate.parsed.access, nowMs).allowed)
      shown.push(duplicate.warning);
  }
  return collapsesInto(row.warning);
};
