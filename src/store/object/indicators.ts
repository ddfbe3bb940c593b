// The indicators that versions of warnings hold, found by their own small indexes, so that a warning without any costs a seek
// and one with thousands of other objects costs no more.
import type { Collection, ObjectId } from '../connect.ts';
import type { LinkRow, ObjectRow } from './row.ts';

export type HeldIndicator = Pick<ObjectRow, '_id' | 'stixId'>;
type Holder = Pick<ObjectRow, 'warning' | 'version'>;

const BY_HOLDER = { type: 1, warning: 1, version: 1 } as const;
const BY_ID = { type: 1, _id: 1 } as const;
const INDICATORS_ONLY = { type: 'indicator' } as const;

/** By warning, without bodies, in the order of their STIX ids, which says nothing of when each was published (I1). */
export const indicatorsHeldBy = async (
  rows: Collection<ObjectRow>,
  links: Collection<LinkRow>,
  holders: readonly Holder[],
): Promise<Map<string, HeldIndicator[]>> => {
  const found = new Map<string, HeldIndicator[]>();
  if (holders.length === 0) return found;
  const either = holders.map(({ warning, version }) => ({ warning, version }));
  const [brought, linked] = await Promise.all([
    rows
      .find({ ...INDICATORS_ONLY, $or: either }, { projection: { stixId: 1, warning: 1 }, hint: BY_HOLDER })
      .toArray(),
    links.find({ $or: either }).toArray(),
  ]);
  const add = (warning: string, { _id, stixId }: HeldIndicator): void => {
    const known = found.get(warning) ?? [];
    known.push({ _id, stixId });
    found.set(warning, known);
  };
  for (const row of brought) add(row.warning, row);
  const byId = await indicatorsAmong(
    rows,
    linked.flatMap(({ objects }) => objects),
  );
  for (const { warning, objects } of linked)
    for (const id of objects) {
      const row = byId.get(id.toHexString());
      if (row !== undefined) add(warning, row);
    }
  for (const held of found.values()) held.sort(inOrder);
  return found;
};

const indicatorsAmong = async (
  rows: Collection<ObjectRow>,
  ids: readonly ObjectId[],
): Promise<Map<string, HeldIndicator>> => {
  if (ids.length === 0) return new Map();
  const found = await rows
    .find({ ...INDICATORS_ONLY, _id: { $in: [...ids] } }, { projection: { stixId: 1 }, hint: BY_ID })
    .toArray();
  return new Map(found.map((row) => [row._id.toHexString(), row]));
};

const inOrder = (one: HeldIndicator, other: HeldIndicator): number => {
  if (one.stixId !== other.stixId) return one.stixId < other.stixId ? -1 : 1;
  return one._id.toHexString() < other._id.toHexString() ? -1 : 1;
};
