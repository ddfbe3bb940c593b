// Pairs that may be one: side by side, with what differs marked. A ruling can be undone.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSignedIn } from '../../app/me.ts';
import { useMayPublish } from '../../app/rights.ts';
import { ProposalsDocument, type ProposalsQuery } from '../../operations/graphql.generated.ts';
import { ExerciseField } from '../../ui/exercise-field.tsx';
import { ExerciseBanner } from '../../ui/marks.tsx';
import { useListKeys } from '../../ui/row/row-keys.ts';
import { Nothing, Unlisted, Waiting } from '../../ui/states.tsx';
import { ObjectPairs } from './object-pairs.tsx';
import { WarningPair } from './warning-pair.tsx';
import './duplicates.css';
import { More } from '../../ui/more.tsx';

export const Duplicates = (): JSX.Element => {
  const { t } = useTranslation();
  const { of = 'warnings', exercise } = useSearch({ from: '/duplicates' });
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
              onClick={() => void navigate({ search: { of: each, exercise }, replace: true })}
            >
              {t(`duplicates.${each}`)}
            </button>
          ))}
        </div>
        <ExerciseField
          exercise={exercise}
          look={(id) => void navigate({ search: { of, exercise: id }, replace: true })}
        />
      </div>
      {exercise !== undefined && <ExerciseBanner exercise={exercise} />}
      {!mayReview.isAllowed ? (
        <Nothing title={t('rights.review')} />
      ) : of === 'objects' ? (
        <ObjectPairs exercise={exercise} />
      ) : (
        <WarningPairs exercise={exercise} />
      )}
    </div>
  );
};

/** A page can be empty and still have a next one: most pairs are not for this person to see. */
const MOST_EMPTY_PAGES = 20;

type Asked = { readonly exercise: string | undefined; readonly signal: AbortSignal };

const proposalsAfter = async (after: string | null, { exercise, signal }: Asked) => {
  let place = after;
  for (let page = 0; ; page += 1) {
    const variables = { after: place, ...(exercise === undefined ? {} : { exercise }) };
    const { duplicateProposals }: ProposalsQuery = await ask(ProposalsDocument, variables, { signal });
    const { edges, pageInfo } = duplicateProposals;
    if (edges.length > 0 || !pageInfo.hasNextPage || page >= MOST_EMPTY_PAGES) return duplicateProposals;
    place = pageInfo.endCursor;
  }
};

type Props = { readonly exercise: string | undefined };

const WarningPairs = ({ exercise }: Props): JSX.Element => {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['proposals', exercise],
    queryFn: ({ pageParam, signal }) => proposalsAfter(pageParam, { exercise, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const pairs = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  const box = useRef<HTMLDivElement>(null);
  const { slug } = useSignedIn().member;
  // Of the two the one whose link has the focus.
  const itemOf = (key: string) => {
    const warnings = pairs.find(({ id }) => id === key)?.warnings ?? [];
    const path = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.pathname : '';
    const warning = warnings.find(({ id }) => path.endsWith(id)) ?? warnings[0];
    return warning && { id: warning.id, isOwn: warning.publisher.slug === slug };
  };
  useListKeys({ box, itemOf });
  if (data === undefined) return error === null ? <Waiting /> : <Unlisted of={query} />;
  return (
    <div className="stack" ref={box}>
      {pairs.length === 0 && !hasNextPage && (
        <Nothing title={t('duplicates.noneTitle')}>
          <p>{t('duplicates.noneNext')}</p>
        </Nothing>
      )}
      {pairs.map((pair) => (
        <WarningPair key={pair.id} pair={pair} />
      ))}
      <Unlisted of={query} />
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </div>
  );
};
