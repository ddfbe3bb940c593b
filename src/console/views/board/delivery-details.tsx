// What stands behind a row of the board: its endpoints, how its member was reminded, and what it answered before.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { GLYPHS } from '../channels/channels-query.ts';
import type { Delivery } from './board-query.ts';

type Props = { readonly delivery: Delivery };

export const Endpoints = ({ delivery: { channels, hasMoreChannels } }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  if (channels.length === 0) return null;
  return (
    <ul className="plain small">
      {channels.map(({ deliveryId, channel, state, failure }) => (
        <li key={deliveryId}>
          {t(`channels.channel.${channel}`)}: <span aria-hidden="true">{GLYPHS[state]}</span>{' '}
          {t(`channels.delivery.${state}`)}
          {failure !== null && <> ({t(`board.failure.${failure}`)})</>}
        </li>
      ))}
      {hasMoreChannels && <li>{t('board.moreEndpoints')}</li>}
    </ul>
  );
};

export const Reminders = ({ delivery: { reminders } }: Props): JSX.Element => {
  const { t } = useTranslation();
  if (reminders.length === 0) return <>–</>;
  return (
    <ol className="plain small">
      {reminders.map(({ step, at, outside, skipped }) => (
        <li key={`${step} ${at}`}>
          {t(`remind.step.${step}`)} <Instant at={at} />
          {outside !== null && (
            <>
              {' '}
              <ProducerText text={outside.name} />
            </>
          )}
          {skipped !== null && <> – {t(`remind.skipped.${skipped}`)}</>}
        </li>
      ))}
    </ol>
  );
};

export const Earlier = ({ delivery: { answers, answer } }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  // The one that stands is in the row already, unless it is the most serious of several sites.
  const [first, ...rest] = answers;
  const others = first?.site == null && first?.answer === answer ? rest : answers;
  if (others.length === 0) return null;
  return (
    <details className="small">
      <summary>{t('board.answers')}</summary>
      <ul className="plain">
        {others.map(({ version, answer: each, note, by, at, site }) => (
          <li key={`${version} ${at} ${site}`}>
            {site !== null && <ProducerText text={`${site}: `} />}
            {t(`answer.${each}`)} <Instant at={at} /> <span className="quiet">{by}</span>
            {note !== null && (
              <p>
                <ProducerText text={note} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};
