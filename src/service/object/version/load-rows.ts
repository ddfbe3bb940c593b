// Loads what offered objects are judged against: which rows of others the publisher may read, and the texts of those
// that count. The queries are the same whatever is hidden, and no body of a hidden row is loaded (I6).

import type { Partition } from '../../../domain/exercise/partition.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import { type ObjectKey, textOf } from '../../../store/objects.ts';
import { type Seen, seenRows } from '../seen-rows.ts';
import {
  isOfAnother,
  type Known,
  knownOf,
  NO_ROWS,
  type Offered,
  ownHistory,
  rowsThatMatter,
} from './select-rows.ts';

/** An offered object for which rows exist, and the rows of others that may be readable. */
type Matched = { readonly offered: Offered; readonly others: readonly ObjectKey[] };

export type JudgingDeps = Pick<Hub, 'objects' | 'warnings' | 'clock' | 'directory'>;

export type LoadedRows = {
  /** Objects that match no row need no judging. */
  readonly met: readonly Matched[];
  /** Whether the publisher may read a row of another source. */
  readonly isRead: (row: ObjectKey) => boolean;
  /** The text of a row that counts; empty for any other. */
  readonly textOf: (row: ObjectKey) => string;
};

export const loadRows = async (
  hub: JudgingDeps,
  actor: Actor,
  offered: readonly Offered[],
  partition: Partition,
): Promise<LoadedRows> => {
  const asked = offered.map((each) => rowsThatMatter(each, actor));
  const lists = new Set(asked);
  const rows = [...new Set([...lists].flat())];
  const seen = await seenRows(hub, actor, rows, partition);
  const seenOf = (row: ObjectKey): Seen | undefined => {
    const found = seen.get(row._id.toHexString());
    return found?.isCopy === true ? undefined : found;
  };
  // Objects of one id share one list. Skip ids with no visible rows, so that timing does not reveal how many of a
  // bundle's objects match hidden rows.
  const visible = new Map([...lists].map((list) => [list, list.filter((row) => seenOf(row))]));
  const met = offered.flatMap((each, index) => {
    const others = visible.get(asked[index] ?? NO_ROWS) ?? NO_ROWS;
    const isMet = others.length > 0 || isOfAnother(each, actor) || ownHistory(each, actor) !== undefined;
    return isMet ? [{ offered: each, others }] : [];
  });
  const unsure = rows.filter((row) => seenOf(row)?.isSure === false);
  const texts = await loadTexts(hub, [...textsFor(met, actor, seenOf), ...unsure]);
  const textOfRow = ({ _id }: ObjectKey): string => texts.get(_id.toHexString()) ?? '';
  return {
    met,
    isRead: (row) => {
      const found = seenOf(row);
      return found !== undefined && (found.isSure || found.isSeen(() => textOfRow(row)));
    },
    textOf: textOfRow,
  };
};

/** A superset of the rows that count, whatever their texts say. */
const textsFor = (
  met: readonly Matched[],
  actor: Actor,
  seenOf: (row: ObjectKey) => Seen | undefined,
): readonly ObjectKey[] =>
  met.flatMap(({ offered, others }) => {
    const sure = others.filter((row) => seenOf(row)?.isSure === true);
    return countingIn(knownOf(offered, actor, sure));
  });

const countingIn = ({ same, neighbour }: Known): readonly ObjectKey[] =>
  neighbour === undefined ? same : [neighbour];

const loadTexts = async (
  hub: Pick<Hub, 'objects'>,
  rows: readonly ObjectKey[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Map(rows.map(({ _id }) => [_id.toHexString(), _id])).values()];
  return new Map((await hub.objects.byIds(ids)).map((row) => [row._id.toHexString(), textOf(row)]));
};
