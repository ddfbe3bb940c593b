// Lines of the audit trail in the order of their ids, for the journal of rights.
import type { ActLine } from '../../domain/record/act-line.ts';
import { ACTS } from '../acts.ts';
import type { Database } from '../connect.ts';

/** The first lines whose id is greater; ids sort by time. */
export const actsAfter = async (database: Database, id: string, limit: number): Promise<ActLine[]> =>
  (
    await database
      .collection(ACTS)
      .find({ _id: { $gt: id } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()
  ).map(({ _id, ...act }) => ({ id: _id, ...act }));
