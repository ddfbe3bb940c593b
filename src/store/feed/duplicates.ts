// Warnings of some advisories, for readers of which each sees one of them.
import type { Collection } from '../connect.ts';
import { oneOfTexts } from '../driver/of-partial-index.ts';
import { EVERY_SECTOR, type FeedRow } from './row.ts';

/** A warning of an advisory: its row, and what decides who may read it. */
export type DuplicateKey = { readonly id: string; readonly access: string | null };

type Advisories = { readonly entities: readonly string[]; readonly tokens: readonly string[] | undefined };

export const duplicatesIn = async (
  rows: Collection<FeedRow>,
  { entities, tokens }: Advisories,
  each: number,
): Promise<DuplicateKey[]> => {
  const found = await rows
    .aggregate<{ _id: { access?: string }; ids: string[] }>([
      {
        $match: {
          sector: EVERY_SECTOR,
          thing: oneOfTexts(entities),
          sequence: { $gt: 0 },
          isCancelled: false,
          ...(tokens === undefined ? {} : { tokens: { $in: [...tokens] } }),
        },
      },
      { $project: { thing: 1, access: 1, firstSequence: 1 } },
      { $sort: { firstSequence: 1 } },
      {
        $group: {
          _id: { thing: '$thing', access: '$access' },
          ids: { $firstN: { n: each, input: '$_id' } },
        },
      },
    ])
    .toArray();
  return found.flatMap(({ _id, ids }) => ids.map((id) => ({ id, access: _id.access ?? null })));
};
