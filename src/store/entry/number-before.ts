// Finds by a time where in the record to begin reading. Numbers follow the stamps of mongod, so a few point reads by halves
// find it.
import type { Collection } from '../connect.ts';
import type { EntryRow } from './row.ts';

export type NumberBefore = {
  /**
   * The last number of an entry that was appended before this instant, by the clocks of both its hub and mongod; 0 when there
   * is none. A caller takes off what the clocks of hubs may differ by.
   */
  numberBefore(at: Date, maxTimeMs: number): Promise<number>;
};

type Dated = Pick<EntryRow, '_id' | 'at' | 'stamp' | 'sequence'>;

const NEEDED = { at: 1, stamp: 1, sequence: 1 } as const;

export const numberBefore = (rows: Collection<EntryRow>): NumberBefore => ({
  numberBefore: async (at, maxTimeMs) => {
    const limit = at.getTime();
    const options = { projection: NEEDED, maxTimeMS: maxTimeMs };
    const numbered = { sequence: { $exists: true } };
    const last = await rows.findOne<Dated>(numbered, { ...options, sort: { sequence: -1 } });
    let [low, high] = [0, last?.sequence ?? 0];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const row = await rows.findOne<Dated>({ sequence: middle }, options);
      if (row !== null && momentOf(row) < limit) low = middle;
      else high = middle - 1;
    }
    return low;
  },
});

/** The later of the two clocks, so that a hub whose clock was behind hides nothing. */
const momentOf = ({ _id, at, stamp }: Dated): number =>
  Math.max(at.getTime(), stamp === undefined ? _id.getTimestamp().getTime() : stamp.t * 1_000);
