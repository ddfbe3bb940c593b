// The ids of the rows by which two versions of a warning differ: what both hold is read of neither.
import { type Collection, ObjectId } from '../connect.ts';
import { type ObjectRow, ROWS_AT_ONCE } from './row.ts';

export type HeldRow = Pick<ObjectRow, '_id' | 'stixId'>;

/** Rows that one of two versions holds and the other does not. */
export type HeldApart = { readonly before: readonly HeldRow[]; readonly after: readonly HeldRow[] };

type Version = Pick<ObjectRow, 'warning' | 'version'>;

export type ToCompare = {
  readonly warning: string;
  readonly before: number;
  readonly after: number;
  /** A row of the last STIX id that was seen; null to begin. */
  readonly seen: ObjectId | null;
};

/** In the order of STIX ids, those behind `seen`; null where that row is not there any more. */
export const heldApart = async (
  rows: Collection<ObjectRow>,
  linkedIn: (version: Version) => Promise<readonly ObjectId[]>,
  { warning, before, after, seen }: ToCompare,
): Promise<HeldApart | null> => {
  const last = seen === null ? null : await rows.findOne({ _id: seen }, { projection: { stixId: 1 } });
  if (seen !== null && last === null) return null;
  const behind = last === null ? {} : { stixId: { $gt: last.stixId } };
  const heldBy = async (version: number): Promise<Set<string>> => {
    const brought = await rows
      .find({ warning, version, ...behind }, { projection: { _id: 1 }, batchSize: ROWS_AT_ONCE })
      .toArray();
    const linked = await linkedIn({ warning, version });
    return new Set([...brought.map(({ _id }) => _id), ...linked].map((id) => id.toHexString()));
  };
  const [was, is] = [await heldBy(before), await heldBy(after)];
  const named = async (ids: ReadonlySet<string>): Promise<HeldRow[]> =>
    ids.size === 0
      ? []
      : rows
          .find(
            { _id: { $in: [...ids].map((id) => new ObjectId(id)) }, ...behind },
            { projection: { stixId: 1 }, batchSize: ROWS_AT_ONCE },
          )
          .toArray();
  return { before: await named(without(was, is)), after: await named(without(is, was)) };
};

const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...ids].filter((id) => !others.has(id)));
