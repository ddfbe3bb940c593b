// The rows against which a publisher's objects are judged, bounded: an id published ten thousand times, visibly or not, must
// not slow down other publishers. If there are few rows, one query reads them all. Otherwise it reads all of the
// publisher's own rows, and the last of each other source per id, so that a flood displaces only rows of its own source.
import type { Collection } from '../connect.ts';
import { KEYS_ONLY, type ObjectKey, type ObjectRow, ROWS_AT_ONCE } from './row.ts';

/** Always this many rows, plus `FEW_PER_ID` for each id. */
const FEW = 1_000;
const FEW_PER_ID = 30;
const LAST_OF_SOURCE = 20;
const AT_ONCE = 10;

const ORDER = { stixId: 1, source: 1, ordinal: 1 } as const;

export const keysBeside = async (
  rows: Collection<ObjectRow>,
  source: string,
  stixIds: readonly string[],
): Promise<ObjectKey[]> => {
  const ids = [...new Set(stixIds)];
  const limit = FEW + FEW_PER_ID * ids.length;
  const found = (await rows
    // The texts were valid UTF-8 when written; checking again would be a fourth of the work.
    .find({ stixId: { $in: ids } }, { projection: KEYS_ONLY, enableUtf8Validation: false })
    .sort(ORDER)
    .limit(limit)
    .batchSize(ROWS_AT_ONCE)
    .toArray()) as ObjectKey[];
  const last = found.at(-1);
  if (found.length < limit || last === undefined) return found;
  // Rows come in index order, so all ids before the last one are complete.
  const whole = found.filter(({ stixId }) => stixId < last.stixId);
  const rest = ids.filter((id) => id >= last.stixId);
  for (let from = 0; from < rest.length; from += AT_ONCE) {
    const several = rest.slice(from, from + AT_ONCE);
    whole.push(...(await Promise.all(several.map((id) => ofOneId(rows, source, id)))).flat());
  }
  return whole;
};

const ofOneId = async (rows: Collection<ObjectRow>, own: string, stixId: string): Promise<ObjectKey[]> => {
  const sources = await rows.distinct('source', { stixId });
  const lists = await Promise.all(
    sources.map(
      (source) =>
        rows
          .find({ stixId, source }, { projection: KEYS_ONLY })
          .sort({ ordinal: -1 })
          .limit(source === own ? 0 : LAST_OF_SOURCE)
          .toArray() as Promise<ObjectKey[]>,
    ),
  );
  return lists.flat();
};
