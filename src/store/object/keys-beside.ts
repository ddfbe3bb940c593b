// The rows that a publisher's objects are judged by, bounded: who publishes an id ten thousand times, hidden from others or
// not, must not make their publications slow. While there are few rows one query reads them all. Where there are more, a
// publisher's own rows still come whole, and of each other source the last under each id: a flood takes the place of
// nobody's rows but those of the one who made it.
import type { Collection } from '../connect.ts';
import { KEYS_ONLY, type ObjectKey, type ObjectRow, ROWS_AT_ONCE } from './row.ts';

/** So many rows in any case, and so many more for each id. */
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
    // The texts were UTF-8 when they were written; looking at each again is a fourth of the work.
    .find({ stixId: { $in: ids } }, { projection: KEYS_ONLY, enableUtf8Validation: false })
    .sort(ORDER)
    .limit(limit)
    .batchSize(ROWS_AT_ONCE)
    .toArray()) as ObjectKey[];
  const last = found.at(-1);
  if (found.length < limit || last === undefined) return found;
  // Read in the order of the index, those before the last id are whole.
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
