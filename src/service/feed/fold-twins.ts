// One advisory told by several is one thing to a reader: the telling that was numbered first, among those this reader
// may see and that its filter lets through, is shown; the others are its sources. A twin that the reader may not see,
// or that is of another exercise, folds nothing (I6, I10), and neither does one that a reviewer has found apart.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { FeedRow } from '../../store/feed.ts';
import { type Apart, NONE_APART } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import type { CheckedFilter } from '../item/item.ts';
import { matches } from './matches.ts';

type Twin = FeedRow & { readonly parsed: Content };

type Telling = Pick<FeedRow, 'warning' | 'thing' | 'firstSequence' | 'hasTwin'>;

/** The tellings of some things, in the order in which they were numbered, and which of them are apart. */
export type Twins = { readonly byThing: ReadonlyMap<string, readonly Twin[]>; readonly apart: Apart };

const NONE: Twins = { byThing: new Map(), apart: NONE_APART };

const numberOf = ({ firstSequence }: Telling): number => firstSequence ?? Number.MAX_SAFE_INTEGER;

/** The tellings of the things in these rows (for one reader: those of its `tokens`); no query when no row has a twin. */
export const loadTwins = async (
  hub: Pick<Hub, 'feed' | 'pairs'>,
  rows: readonly Telling[],
  tokens?: readonly string[],
): Promise<Twins> => {
  const things = new Set(
    rows.flatMap((row) => (row.hasTwin === true && row.thing !== null ? [row.thing] : [])),
  );
  if (things.size === 0) return NONE;
  const found = (await hub.feed.twins([...things], tokens)).sort((a, b) => numberOf(a) - numberOf(b));
  const twins = found.map((row) => ({ ...row, parsed: contentOf(row.content) }));
  return {
    byThing: Map.groupBy(twins, ({ thing }) => thing ?? ''),
    apart: await hub.pairs.apartAmong(twins.map(({ warning }) => warning)),
  };
};

/** Whether an earlier telling of the same thing is shown to this reader, so that this one is folded into it. */
export const isFolded = (
  row: Telling,
  { byThing, apart }: Twins,
  actor: Actor,
  filter: CheckedFilter,
  nowMs: number,
): boolean => {
  if (row.hasTwin !== true || row.thing === null) return false;
  // What is itself folded takes in nothing: a telling that is apart from the one shown would be shown nowhere.
  const shown: string[] = [];
  const foldsInto = (warning: string): boolean => shown.some((each) => !apart(each, warning));
  for (const twin of byThing.get(row.thing) ?? []) {
    if (numberOf(twin) >= numberOf(row)) break;
    if (twin.warning === row.warning || twin.isCancelled || foldsInto(twin.warning)) continue;
    if (matches(twin, filter) && decide(actor, twin.parsed.envelope, nowMs).allowed) shown.push(twin.warning);
  }
  return foldsInto(row.warning);
};
