// Jobs of the worker, for operators of the hub: what waits, and what was given up, why, and again.
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSignedIn } from '../../app/me.ts';
import { queries } from '../../app/queries.ts';
import {
  DiscardJobDocument,
  JobsDocument,
  type JobsQuery,
  RetryJobDocument,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { SureButton } from '../../ui/act/sure-button.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { Instant } from '../../ui/instant.tsx';
import { OrderAnew } from '../../ui/order/order-anew.tsx';
import { useKeptOrder } from '../../ui/order/use-kept-order.ts';
import { HubText } from '../../ui/producer-text.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';

const REFRESH_MS = 15_000;

const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => (await ask(JobsDocument, {}, { signal })).jobs,
  refetchInterval: REFRESH_MS,
});

type Job = JobsQuery['jobs']['jobs'][number];

export const Jobs = (): JSX.Element | null => {
  const { t } = useTranslation();
  const isOperator = useSignedIn().roles.includes('HUB_OPERATOR');
  const { data, error, refetch } = useQuery({ ...jobsQuery, enabled: isOperator });
  if (!isOperator) return null;
  const count = (state: Job['state']): number =>
    data?.jobs.filter((each) => each.state === state).length ?? 0;
  const shown = data?.jobs.filter(({ state }) => state !== 'OPEN') ?? [];
  return (
    <section className="panel stack tight" aria-labelledby="jobs">
      <h2 id="jobs">{t('jobs.title')}</h2>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <dl className="facts">
          <dt>{t('jobs.state.OPEN')}</dt>
          <dd className="number">{count('OPEN')}</dd>
          <dt>{t('jobs.state.FAILING')}</dt>
          <dd className="number">{count('FAILING')}</dd>
          <dt>{t('jobs.state.DEAD')}</dt>
          <dd className={count('DEAD') > 0 ? 'number fault' : 'number'}>{count('DEAD')}</dd>
        </dl>
      )}
      {data?.isCut === true && <p className="small quiet">{t('jobs.more')}</p>}
      {shown.length > 0 && <Table jobs={shown} />}
    </section>
  );
};

const Table = ({ jobs }: { jobs: readonly Job[] }): JSX.Element => {
  const { t } = useTranslation();
  // Each has buttons, and they are read again under the pointer.
  const { rows, isStale, orderAnew } = useKeptOrder(jobs, ({ jobId }) => jobId);
  return (
    <>
      <OrderAnew isStale={isStale} order={orderAnew} />
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('jobs.job')}</th>
              <th scope="col">{t('jobs.how')}</th>
              <th scope="col">{t('jobs.since')}</th>
              <th scope="col">{t('jobs.failures')}</th>
              <th scope="col">{t('jobs.cause')}</th>
              <th scope="col">
                <span className="seen-by-ear">{t('jobs.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <Row key={each.jobId} job={each} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

const again = (): void => void queries.invalidateQueries({ queryKey: ['jobs'] });

const Row = ({ job }: { job: Job }): JSX.Element => {
  const { t } = useTranslation();
  const { jobId, name, state, event, causedAt, failures, cause, causeInWords } = job;
  const input = { job: jobId };
  const retrying = useAct(
    async (given: typeof input, options) => (await ask(RetryJobDocument, { input: given }, options)).result,
    again,
  );
  const discarding = useAct(
    async (given: typeof input, options) => (await ask(DiscardJobDocument, { input: given }, options)).result,
    again,
  );
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        <br />
        <small className="quiet mono">{event}</small>
      </th>
      <td className={state === 'DEAD' ? 'fault' : ''}>{t(`jobs.state.${state}`)}</td>
      <td>
        <Instant at={causedAt} />
      </td>
      <td className="number">{failures}</td>
      <td>
        {causeInWords !== null && <HubText text={causeInWords} />} {cause !== null && <code>{cause}</code>}
      </td>
      <td>
        {state === 'DEAD' && (
          <div className="row">
            <button
              type="button"
              className="small"
              disabled={retrying.isBusy}
              onClick={() => retrying.run(input)}
            >
              {t('jobs.retry')}
            </button>
            <SureButton
              label={t('jobs.discard')}
              what={t('jobs.discardSure')}
              isBusy={discarding.isBusy}
              act={() => discarding.run(input)}
            />
          </div>
        )}
        <ActOutcome of={retrying} />
        <ActOutcome of={discarding} />
      </td>
    </tr>
  );
};
