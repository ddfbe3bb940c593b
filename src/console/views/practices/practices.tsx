// The library of best practices, by kind and sector.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { feedQuery, rowsOf } from '../../app/feed/feed-query.ts';
import { useMayPublish } from '../../app/rights.ts';
import { useSectors } from '../../app/sector-names.ts';
import { useNow } from '../../ui/instant.tsx';
import { ItemRow } from '../../ui/item-row.tsx';
import { More } from '../../ui/more.tsx';
import { keyRowOf, useListKeys } from '../../ui/row/row-keys.ts';
import { Nothing, Unlisted, Waiting } from '../../ui/states.tsx';

export const Practices = (): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const { sector } = useSearch({ from: '/practices' });
  const filter = { kind: 'PRACTICE' as const, ...(sector === undefined ? {} : { sectors: [sector] }) };
  const query = useInfiniteQuery(feedQuery(filter));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const rows = rowsOf(data);
  const box = useRef<HTMLDivElement>(null);
  useListKeys({ box, itemOf: (key) => rows.filter(({ id }) => id === key).map(keyRowOf)[0] });
  return (
    <div className="stack" ref={box}>
      <Head sector={sector} />
      <Unlisted of={query} />
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && rows.length === 0 && (
        <Nothing title={t('practice.noneTitle')}>
          <p>{t('practice.noneNext')}</p>
        </Nothing>
      )}
      {rows.length > 0 && (
        <div className="needs">
          {rows.map((item) => (
            <ItemRow key={item.id} item={item} now={now} />
          ))}
        </div>
      )}
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </div>
  );
};

const Head = ({ sector }: { sector: string | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/practices' });
  const sectors = useSectors();
  const mayPublish = useMayPublish();
  return (
    <div className="head">
      <h1>{t('view.practices')}</h1>
      <div className="row no-print">
        <select
          aria-label={t('floor.sector')}
          value={sector ?? ''}
          onChange={({ target }) =>
            void navigate({ search: { sector: target.value || undefined }, replace: true })
          }
        >
          <option value="">{t('floor.sector')}</option>
          {sectors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {mayPublish.isAllowed ? (
          <Link className="button primary" to="/publish" search={{ kind: 'practice' }}>
            {t('publish.title.PRACTICE')}
          </Link>
        ) : (
          <span className="small quiet">{mayPublish.reason}</span>
        )}
      </div>
    </div>
  );
};
