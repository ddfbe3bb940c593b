// Pairs that may be one: side by side, with what differs marked. A ruling can be undone.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useMayPublish } from '../../app/rights.ts';
import { ProposalsDocument, type ProposalsQuery } from '../../operations/graphql.generated.ts';
import { Failure, Nothing, Waiting } from '../../ui/states.tsx';
import { ObjectPairs } from './object-pairs.tsx';
import { WarningPair } from './warning-pair.tsx';
import './duplicates.css';
import { More } from '../../ui/more.tsx';

export const Duplicates = (): JSX.Element => {
  const { t } = useTranslation();
  const { of = 'warnings' } = useSearch({ from: '/duplicates' });
  const navigate = useNavigate({ from: '/duplicates' });
  const mayReview = useMayPublish();
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.duplicates')}</h1>
        <div className="row" role="group" aria-label={t('duplicates.what')}>
          {(['warnings', 'objects'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={of === each}
              onClick={() => void navigate({ search: { of: each }, replace: true })}
            >
              {t(`duplicates.${each}`)}
            </button>
          ))}
        </div>
      </div>
      {!mayReview.isAllowed ? (
        <Nothing title={t('rights.review')} />
      ) : of === 'objects' ? (
        <ObjectPairs />
      ) : (
        <WarningPairs />
      )}
    </div>
  );
};

/** A page can be empty and still have a next one: most pairs are not for this person to see. */
const MOST_EMPTY_PAGES = 20;

const proposalsAfter = async (after: string | null, signal: AbortSignal) => {
  let place = after;
  for (let page = 0; ; page += 1) {
    const { duplicateProposals }: ProposalsQuery = await ask(ProposalsDocument, { after: place }, { signal });
    const { edges, pageInfo } = duplicateProposals;
    if (edges.length > 0 || !pageInfo.hasNextPage || page >= MOST_EMPTY_PAGES) return duplicateProposals;
    place = pageInfo.endCursor;
  }
};

const WarningPairs = (): JSX.Element => {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['proposals'],
    queryFn: ({ pageParam, signal }) => proposalsAfter(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  if (error !== null && data === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const pairs = data.pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  return (
    <>
      {pairs.length === 0 && !hasNextPage && (
        <Nothing title={t('duplicates.noneTitle')}>
          <p>{t('duplicates.noneNext')}</p>
        </Nothing>
      )}
      {pairs.map((pair) => (
        <WarningPair key={pair.id} pair={pair} />
      ))}
      {error !== null && <Failure error={error} retry={() => void fetchNextPage()} />}
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </>
  );
};
