// The log of an endpoint: what went there, what came of it, and again by hand or by a range of time.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ChannelDeliveryFilter,
  ChannelDeliveryState,
  OwnEndpointFragment,
} from '../../operations/graphql.generated.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Nothing, Unlisted, Waiting } from '../../ui/states.tsx';
import { MomentField } from '../../ui/time/moment-field.tsx';
import { logQuery, rangeIn, STATES } from './channels-query.ts';
import { LogTable } from './log-table.tsx';
import { NoRange, Replay } from './replay.tsx';

export const Log = ({ endpoint }: { endpoint: OwnEndpointFragment }): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/channels' });
  const range = rangeIn(search);
  const state = STATES.find((each) => each === search.state);
  return (
    <div className="stack">
      <div className="head">
        <h1>
          {t('channels.log')}: <ProducerText text={endpoint.label} />
        </h1>
        <Link className="button" to="/channels">
          {t('channels.back')}
        </Link>
      </div>
      <p className="mono address">
        <ProducerText text={endpoint.address} />
      </p>
      <Filters state={state} />
      {range === null ? (
        <NoRange />
      ) : (
        <Rows
          filter={{
            endpoint: endpoint.endpointId,
            ...(state === undefined ? {} : { states: [state] }),
            ...range,
          }}
        />
      )}
    </div>
  );
};

const Rows = ({ filter }: { filter: ChannelDeliveryFilter }): JSX.Element => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(logQuery(filter));
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const rows = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  return (
    <>
      <Replay filter={filter} />
      <Unlisted of={query} />
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && rows.length === 0 && (
        <Nothing title={t('channels.logNone')}>
          <p>{t('channels.logNext')}</p>
        </Nothing>
      )}
      {rows.length > 0 && <LogTable key={JSON.stringify(filter)} rows={rows} />}
      <More hasMore={hasNextPage} isLoading={isFetchingNextPage} load={() => void fetchNextPage()} />
    </>
  );
};

const Filters = ({ state }: { state: ChannelDeliveryState | undefined }): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/channels' });
  const navigate = useNavigate({ from: '/channels' });
  const set = (part: Partial<typeof search>): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <div className="row no-print filters">
      <ChoiceField
        label={t('channels.logState')}
        value={state ?? ''}
        none={t('channels.logAny')}
        set={(value) => set({ state: value || undefined })}
        options={STATES.map((each) => [each, t(`channels.delivery.${each}`)])}
      />
      <MomentField
        label={t('channels.logFrom')}
        value={search.from ?? ''}
        set={(value) => set({ from: value || undefined })}
      />
      <MomentField
        label={t('channels.logUntil')}
        value={search.until ?? ''}
        set={(value) => set({ until: value || undefined })}
      />
    </div>
  );
};
