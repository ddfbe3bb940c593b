// What has come since a list was read: how many, behind a button, so that nothing moves under the pointer.
import { type InfiniteData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { type Arrival, freshOf, type List } from '../../live/arrival.ts';
import { useLive } from '../../live/live.ts';
import { FeedDocument, type FeedFilter } from '../../operations/graphql.generated.ts';
import { useSettled } from '../../ui/act/use-settled.ts';

export const Arrived = ({ list, title }: { list: List; title: string }): JSX.Element => {
  const { arrivals } = useLive();
  const fresh = useFound(freshOf(arrivals, list), list.filter);
  return (
    <div className="row apart list-head">
      <h2 tabIndex={-1}>{title}</h2>
      <ShowNew count={fresh.length} />
    </div>
  );
};

export const ShowNew = ({ count }: { count: number }): JSX.Element | null => {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="primary no-print"
      onClick={({ currentTarget }) => {
        // The button goes with its press, and the keyboard would be nowhere.
        currentTarget.parentElement?.querySelector('h2')?.focus();
        firstPagesAlone();
        void queries.invalidateQueries({ queryKey: ['feed'] });
        void queries.invalidateQueries({ queryKey: ['heat'] });
      }}
    >
      {t('floor.fresh', { count })}
    </button>
  );
};

/** What is new is at the head of a list. Whoever has read a hundred pages of it does not wait until each is read again. */
const firstPagesAlone = (): void => {
  queries.setQueriesData<InfiniteData<unknown>>(
    { queryKey: ['feed'], predicate: ({ state: { data } }) => isInPages(data) },
    (before) => before && { pages: before.pages.slice(0, 1), pageParams: before.pageParams.slice(0, 1) },
  );
};

const isInPages = (data: unknown): boolean => typeof data === 'object' && data !== null && 'pages' in data;

const ASKED = 50;

/** Whether a word finds what arrived is for the hub to say; without a word all of it counts. */
const useFound = (fresh: readonly Arrival[], filter: FeedFilter): readonly Arrival[] => {
  const latest = useSettled(fresh[0]?.cursor ?? '');
  const isAsked = filter.text != null && latest !== '';
  const { data } = useQuery({
    queryKey: ['found', filter, latest],
    queryFn: ({ signal }) => ask(FeedDocument, { first: ASKED, filter }, { signal }),
    enabled: isAsked,
  });
  if (filter.text == null) return fresh;
  const found = new Set(data?.feed.edges.map(({ node }) => node.id));
  return fresh.filter(({ node }) => found.has(node.id));
};
