// Members that need help: who asks, who helps, and the clock. One opens with each answer that asks for help.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFactsFragment } from '../../operations/graphql.generated.ts';
import { More } from '../../ui/more.tsx';
import { OrderAnew } from '../../ui/order/order-anew.tsx';
import { useKeptOrder } from '../../ui/order/use-kept-order.ts';
import { useListKeys } from '../../ui/row/row-keys.ts';
import { Nothing, Unread } from '../../ui/states.tsx';
import { CaseCard } from './case-card.tsx';
import { casesQuery, hasLeft, latestCasesQuery } from './cases-query.ts';
import { headlineQuery } from './headline-query.ts';
import './cases.css';

/** Overdue first, then those that nobody has taken, by their clock. */
const RANK: Record<CaseFactsFragment['state'], number> = { OPEN: 0, TAKEN: 1, CLOSED: 2 };

const inOrder = (cases: readonly CaseFactsFragment[]): CaseFactsFragment[] =>
  [...cases].sort(
    (one, other) =>
      Number(other.isOverdue) - Number(one.isOverdue) ||
      RANK[one.state] - RANK[other.state] ||
      // What is closed has no clock: the newest first, as it comes.
      (one.state === 'CLOSED' ? 0 : one.dueAt.localeCompare(other.dueAt)),
  );

/** However many pages of closed ones there are, they change by what leaves the open ones. */
const useReadOnceClosed = (open: readonly CaseFactsFragment[] | undefined, read: () => void): void => {
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== undefined && open !== undefined && hasLeft(before.current, open)) read();
    before.current = open;
  });
};

export const Cases = (): JSX.Element => {
  const { of } = useSearch({ from: '/cases' });
  const open = useQuery(casesQuery);
  const latest = useInfiniteQuery(latestCasesQuery);
  useReadOnceClosed(open.data, () => void latest.refetch());
  if (open.data === undefined || latest.data === undefined) return <Unread of={[open, latest]} />;
  const closed = latest.data.pages
    .flatMap(({ edges }) => edges.map(({ node }) => node))
    .filter(({ state }) => state === 'CLOSED');
  const isOf = ({ warning }: CaseFactsFragment): boolean => of === undefined || warning === of;
  return (
    <Listed
      key={of}
      // What was closed between the two answers is in both, and is closed.
      cases={inOrder([
        ...new Map([...open.data, ...closed].map((each) => [each.caseId, each])).values(),
      ]).filter(isOf)}
      more={
        latest.hasNextPage ? (
          <More hasMore isLoading={latest.isFetchingNextPage} load={() => void latest.fetchNextPage()} />
        ) : null
      }
    />
  );
};

type ListedProps = {
  readonly cases: CaseFactsFragment[];
  /** Leads to those that were closed before. */
  readonly more: JSX.Element | null;
};

const Listed = ({ cases, more }: ListedProps): JSX.Element => {
  const { t } = useTranslation();
  // Each has buttons, and they are read again under the pointer.
  const { rows, isStale, orderAnew } = useKeptOrder(
    cases.filter(({ state }) => state !== 'CLOSED'),
    ({ caseId }) => caseId,
  );
  const closed = cases.filter(({ state }) => state === 'CLOSED');
  const box = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  // Whoever helps may be a sharing centre: the board is the publisher's, and the centre has a delivery of its own to answer.
  const isOwn = (warning: string): boolean =>
    queries.getQueryData(headlineQuery(warning).queryKey)?.whyMe.kind === 'OWN';
  const itemOf = (key: string) =>
    cases
      .filter(({ caseId }) => caseId === key)
      .map(({ warning }) => ({ id: warning, isOwn: isOwn(warning) }))[0];
  useListKeys({ box, itemOf });
  return (
    <div className="stack" ref={box}>
      <h1>{t('view.cases')}</h1>
      <p className="quiet">{t('cases.what')}</p>
      {rows.length === 0 && (
        <Nothing title={t('cases.noneTitle')}>
          <p>{t('cases.noneNext')}</p>
        </Nothing>
      )}
      <OrderAnew isStale={isStale} order={orderAnew} />
      {rows.map((each) => (
        <CaseCard key={each.caseId} of={each} />
      ))}
      {(closed.length > 0 || more !== null) && (
        <details>
          <summary>{t('cases.closed')}</summary>
          <div className="stack">
            {closed.map((each) => (
              <CaseCard key={each.caseId} of={each} />
            ))}
            {more}
          </div>
        </details>
      )}
    </div>
  );
};
