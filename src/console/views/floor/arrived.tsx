// What has come since a list was read: how many, behind a button, so that nothing moves under the pointer.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { type Arrival, freshOf, type List } from '../../live/arrival.ts';
import { useLive } from '../../live/live.ts';
import { FeedDocument, type FeedFilter } from '../../operations/graphql.generated.ts';
import { useSettled } from '../../ui/act/use-settled.ts';

export const Arrived = ({ list }: { list: List }): JSX.Element => {
  const { t } = useTranslation();
  const { arrivals } = useLive();
  const fresh = useFound(freshOf(arrivals, list), list.filter);
  return (
    <div className="row apart list-head">
      <h2>{t('floor.all')}</h2>
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
      onClick={() => {
        void queries.invalidateQueries({ queryKey: ['feed'] });
        void queries.invalidateQueries({ queryKey: ['heat'] });
      }}
    >
      {t('floor.fresh', { count })}
    </button>
  );
};

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
