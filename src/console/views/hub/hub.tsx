// How this hub is: whether it is ready, its contract, and how fresh what it knows is.
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/live.ts';
import type { HubFactsQuery } from '../../operations/graphql.generated.ts';
import { Instant } from '../../ui/instant.tsx';
import { HubText } from '../../ui/producer-text.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';
import { hubNow } from '../../ui/time/hub-clock.ts';
import { spoken } from '../../words/words.ts';
import { hubFactsQuery } from './facts-query.ts';
import { Jobs } from './jobs.tsx';

const REFRESH_MS = 15_000;

export const HubView = (): JSX.Element => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(hubFactsQuery);
  return (
    <div className="stack">
      <h1>{t('view.hub')}</h1>
      <Health />
      <Jobs />
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Versions facts={data} />}
      {data !== undefined && <Sets sets={data.enrichmentSources} />}
    </div>
  );
};

const Health = (): JSX.Element => {
  const { t } = useTranslation();
  const { isUp, heardAt } = useLive();
  const { data, error } = useQuery({
    queryKey: ['ready'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/readyz', { signal, cache: 'no-store', credentials: 'omit' });
      return response.ok
        ? ''
        : (((await response.json()) as { detail?: string }).detail ?? response.statusText);
    },
    refetchInterval: REFRESH_MS,
    retry: false,
  });
  return (
    <section className="panel stack tight" aria-labelledby="health">
      <h2 id="health">{t('hub.health')}</h2>
      <dl className="facts">
        <dt>{t('hub.ready')}</dt>
        <dd className="strong">
          {error !== null ? (
            t('hub.away')
          ) : data === undefined ? (
            '…'
          ) : data === '' ? (
            t('hub.yes')
          ) : (
            <HubText text={data} />
          )}
        </dd>
        <dt>{t('hub.stream')}</dt>
        <dd>
          {isUp ? t('live.up') : heardAt === null ? t('live.connecting') : t('live.staleSince')}{' '}
          {heardAt !== null && <Instant at={new Date(heardAt).toISOString()} />}
        </dd>
      </dl>
    </section>
  );
};

/** The contract for everybody who may open this view, the releases for operators of the hub. */
const Versions = ({ facts: { contract, hubVersions } }: { facts: HubFactsQuery }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <section className="panel stack tight" aria-labelledby="versions">
      <h2 id="versions">{t('hub.versions')}</h2>
      <dl className="facts">
        {hubVersions !== null && <Release name="Tocsin" version={hubVersions.hub} />}
        <dt>{t('hub.contract')}</dt>
        <dd>
          <bdi>{contract.version}</bdi>
        </dd>
        {hubVersions !== null && (
          <>
            <Release name="Node" version={hubVersions.node} />
            <Release name="MongoDB" version={hubVersions.mongodb} />
            <Release name="Redis" version={hubVersions.redis} />
          </>
        )}
      </dl>
      {hubVersions === null && <p className="small quiet">{t('hub.versionsFor')}</p>}
    </section>
  );
};

const Release = ({ name, version }: { name: string; version: string | null }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{version === null ? t('hub.away') : <bdi>{version}</bdi>}</dd>
    </>
  );
};

const DAY_MS = 86_400_000;

type Age = Pick<HubFactsQuery['enrichmentSources'][number], 'loadedAt' | 'isStale' | 'freshForDays'>;

/** What was loaded lately may be of long ago: then its version says of when. */
const freshness = ({ loadedAt, isStale, freshForDays }: Age, t: TFunction): string => {
  if (loadedAt === null) return '–';
  if (!isStale) return t('hub.isFresh');
  const isLate = hubNow() - Date.parse(loadedAt) > (freshForDays ?? 0) * DAY_MS;
  return isLate ? t('hub.stale') : t('hub.oldData');
};

const Sets = ({ sets }: { sets: HubFactsQuery['enrichmentSources'] }): JSX.Element => {
  const { t } = useTranslation();
  const days = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return (
    <section className="panel stack tight" aria-labelledby="sets">
      <h2 id="sets">{t('hub.sets')}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('hub.set')}</th>
              <th scope="col">{t('hub.version')}</th>
              <th scope="col">{t('hub.loaded')}</th>
              <th scope="col">{t('hub.fresh')}</th>
              <th scope="col">{t('hub.licence')}</th>
            </tr>
          </thead>
          <tbody>
            {sets.map(({ name, version, loadedAt, isStale, freshForDays, licence }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{version ?? '–'}</td>
                <td>{loadedAt === null ? t('hub.never') : <Instant at={loadedAt} />}</td>
                <td className={isStale ? 'fault' : ''}>
                  {freshness({ loadedAt, isStale, freshForDays }, t)}
                  {freshForDays !== null && <small className="quiet"> ({days.format(freshForDays)})</small>}
                </td>
                <td>
                  <small>
                    <HubText text={licence} />
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
