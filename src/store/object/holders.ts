// The warnings that hold some rows, each at its newest version: those that brought the rows and those that link to them.
// Always one command, so that neither the number nor the kind of steps reveals hidden rows (I6).
import type { Collection, ObjectId } from '../connect.ts';
import { LINKS } from '../objects.ts';
import type { ObjectKey } from './row.ts';

export type Holder = {
  readonly warning: string;
  /** JSON of its newest version's `Content`. */
  readonly content: string;
  /** Rows that its versions link to, besides those that they brought. */
  readonly linked: readonly { readonly row: ObjectId; readonly version: number }[];
};

type Brought = { warning: string; content: string };
type Linking = {
  warning: string;
  links: { version: number; objects: ObjectId[] }[];
  head: { content: string }[];
};

/** `limit` bounds the links that are read. */
export const holdersOf = async (
  warnings: Collection<never>,
  rows: readonly Pick<ObjectKey, '_id' | 'warning'>[],
  limit: number,
): Promise<Holder[]> => {
  const ids = rows.map(({ _id }) => _id);
  const brought = [...new Set(rows.map(({ warning }) => warning))];
  const found = await warnings
    .aggregate<Brought | Linking>([
      { $match: { warning: { $in: brought }, isHead: true } },
      { $project: { _id: 0, warning: 1, content: 1 } },
      { $unionWith: { coll: LINKS.stored, pipeline: linkingTo(ids, limit) } },
    ])
    .toArray();
  return found.map((each) =>
    'head' in each
      ? { warning: each.warning, content: each.head[0]?.content ?? '', linked: each.links.flatMap(rowsOf) }
      : { ...each, linked: [] },
  );
};

const rowsOf = ({ version, objects }: Linking['links'][number]): Holder['linked'] =>
  objects.map((row) => ({ row, version }));

const linkingTo = (ids: readonly ObjectId[], limit: number) => [
  { $match: { objects: { $in: ids } } },
  { $limit: limit },
  {
    $group: {
      _id: '$warning',
      links: { $push: { version: '$version', objects: { $setIntersection: ['$objects', ids] } } },
    },
  },
  {
    $lookup: {
      from: 'warnings',
      localField: '_id',
      foreignField: 'warning',
      pipeline: [{ $match: { isHead: true } }, { $project: { _id: 0, content: 1 } }],
      as: 'head',
    },
  },
  { $project: { _id: 0, warning: '$_id', links: 1, head: 1 } },
];
