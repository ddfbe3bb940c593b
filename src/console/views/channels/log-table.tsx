// The rows of the log; each opens to its attempts, with what was sent and answered.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelAttemptsQuery, LoggedDeliveryFragment } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { Instant } from '../../ui/instant.tsx';
import { OrderAnew } from '../../ui/order/order-anew.tsx';
import { useKeptOrder } from '../../ui/order/use-kept-order.ts';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Unread } from '../../ui/states.tsx';
import { spoken } from '../../words/words.ts';
import { attemptsQuery, GLYPHS } from './channels-query.ts';
import { useRetry } from './replay.tsx';

export const LogTable = ({ rows: read }: { rows: readonly LoggedDeliveryFragment[] }): JSX.Element => {
  const { t } = useTranslation();
  // Each has a button that sends it again, and they are read again under the pointer.
  const { rows, isStale, orderAnew } = useKeptOrder(read, ({ deliveryId }) => deliveryId);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <OrderAnew isStale={isStale} order={orderAnew} />
      <div className="scroll">
        <table className="panel board-table wide-table">
          <thead>
            <tr>
              <th scope="col">{t('channels.logWhen')}</th>
              <th scope="col">{t('channels.logWhat')}</th>
              <th scope="col">{t('channels.logState')}</th>
              <th scope="col">{t('channels.logTries')}</th>
              <th scope="col">{t('channels.logNextTry')}</th>
              <th scope="col">
                <span className="seen-by-ear">{t('channels.logActs')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.deliveryId}>
                <Row
                  row={row}
                  isOpen={open === row.deliveryId}
                  toggle={() => setOpen(open === row.deliveryId ? null : row.deliveryId)}
                />
                {open === row.deliveryId && (
                  <tr>
                    <td colSpan={6}>
                      <Attempts id={row.deliveryId} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

type RowProps = {
  readonly row: LoggedDeliveryFragment;
  readonly isOpen: boolean;
  readonly toggle: () => void;
};

const Row = ({ row, isOpen, toggle }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  const retrying = useRetry();
  const isEnded = row.nextAt === null;
  return (
    <tr>
      <td>
        <Instant at={row.sentAt ?? row.at} />
      </td>
      <td>
        {t(`channels.occasion.${row.occasion}`)}
        {row.warning !== null && (
          <>
            {' '}
            <Link to="/warning/$id" params={{ id: row.warning }}>
              {t('item.version', { number: row.version ?? 1 })}
            </Link>
          </>
        )}
        <br />
        <small className="quiet mono">{row.deliveryId}</small>
      </td>
      <td>
        <span className="delivery-state" data-state={row.state}>
          <span aria-hidden="true">{GLYPHS[row.state]}</span> {t(`channels.delivery.${row.state}`)}
        </span>
        {row.cause !== null && (
          <>
            <br />
            <code>{row.cause}</code>
          </>
        )}
      </td>
      <td className="number">{row.attemptCount}</td>
      <td>{row.nextAt === null ? '–' : <Instant at={row.nextAt} />}</td>
      <td>
        <div className="row">
          <button type="button" className="small" aria-expanded={isOpen} onClick={toggle}>
            {t('channels.logLook')}
          </button>
          {isEnded && (
            <button
              type="button"
              className="small"
              aria-disabled={retrying.isBusy}
              onClick={() => {
                if (!retrying.isBusy) retrying.run({ ids: [row.deliveryId], states: [row.state] });
              }}
            >
              {t('channels.redeliver')}
            </button>
          )}
        </div>
        <ActOutcome of={retrying} />
      </td>
    </tr>
  );
};

const Attempts = ({ id }: { id: string }): JSX.Element => {
  const { t } = useTranslation();
  const query = useQuery(attemptsQuery(id));
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  const attempts = data?.attempts ?? [];
  if (attempts.length === 0) return <p className="quiet">{t('channels.logNoTries')}</p>;
  return (
    <ol className="plain stack">
      {attempts.map((each) => (
        <li key={each.number}>
          <Attempt attempt={each} />
        </li>
      ))}
    </ol>
  );
};

type OneAttempt = NonNullable<ChannelAttemptsQuery['channelDelivery']>['attempts'][number];

const Attempt = ({ attempt }: { attempt: OneAttempt }): JSX.Element => {
  const { t } = useTranslation();
  const { number, at, tookMs, status, cause, request, answer } = attempt;
  const seconds = new Intl.NumberFormat(spoken(), {
    style: 'unit',
    unit: 'second',
    maximumFractionDigits: 2,
  });
  return (
    <div className="stack tight">
      <p className="row">
        <span className="strong">{t('channels.try', { number })}</span>
        <Instant at={at} />
        <span>{seconds.format(tookMs / 1_000)}</span>
        {status !== null && <span className="tag">{status}</span>}
        {cause !== null && <code>{cause}</code>}
      </p>
      <Written title={t('channels.request')} text={request} />
      <Written title={t('channels.answer')} text={answer} />
    </div>
  );
};

const Written = ({ title, text }: { title: string; text: string | null }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{title}</summary>
      {text === null ? (
        <p className="quiet">{t('channels.notShown')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
        <pre tabIndex={0} dir="ltr">
          <ProducerText text={text} />
        </pre>
      )}
    </details>
  );
};
