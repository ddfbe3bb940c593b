// Over which version an act of the board is: the one that its form was opened over, though the board is read again beneath it. Once the
// hub has said that there is another, and somebody has been told so, it is that one.
import { useState } from 'react';
import { queries } from '../../app/queries.ts';
import type { WhyRefusedFragment } from '../../operations/graphql.generated.ts';
import { boardQuery } from './board-query.ts';

type Item = { readonly id: string; readonly version: number };

export const useSeenVersion = ({ id, version }: Item) => {
  const [seen, setSeen] = useState(version);
  const learn = async (refusals: readonly WhyRefusedFragment[]): Promise<void> => {
    if (!refusals.some(({ code }) => code === 'VERSION_CONFLICT')) return;
    const { queryKey } = boardQuery(id);
    await queries.invalidateQueries({ queryKey, exact: true });
    const now = queries.getQueryData(queryKey)?.version;
    if (now !== undefined) setSeen(now);
  };
  return { seen, learn };
};
