// All proposals that a reviewer is asked about, page by page. A page may be empty and still have a next one.

import type { Partition } from '../../../src/domain/exercise/partition.ts';
import { MAX_PAGE_SIZE } from '../../../src/domain/limit/page-size.ts';
import type { Outcome } from '../../../src/domain/problem.ts';
import type { ReviewPage, ReviewRequest } from '../../../src/service/duplicate/review-page.ts';

/** Throws where the reviewer is refused, and on a page that leads nowhere. */
export const allProposals = async <Proposal>(
  read: (request: ReviewRequest) => Promise<Outcome<ReviewPage<Proposal>>>,
  partition: Partition = null,
): Promise<Proposal[]> => {
  const all: Proposal[] = [];
  for (let after: string | null = null; ; ) {
    const page = await read({ first: MAX_PAGE_SIZE, after, partition });
    if (!page.ok) throw new Error(JSON.stringify(page.problems));
    all.push(...page.value.proposals.map(({ proposal }) => proposal));
    if (!page.value.hasNextPage) return all;
    if (page.value.endCursor === null || page.value.endCursor === after)
      throw new Error('a page that leads nowhere');
    after = page.value.endCursor;
  }
};
