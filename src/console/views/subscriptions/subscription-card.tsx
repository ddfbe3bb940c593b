// One subscription in words: what it asks for, where and when it tells, and its pauses and end.
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { useSectorName } from '../../app/sector-names.ts';
import {
  EndSubscriptionDocument,
  type OwnEndpointFragment,
  type OwnSubscriptionFragment,
  PauseSubscriptionDocument,
  type PauseSubscriptionInput,
  ResumeSubscriptionDocument,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { SureButton } from '../../ui/act/sure-button.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { Instant } from '../../ui/instant.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { hubNow } from '../../ui/time/hub-clock.ts';
import { inList } from '../../words/in-list.ts';
import { onward, spoken } from '../../words/words.ts';
import { dayName } from './rhythm-fields.tsx';
import { askSubscriptionsAgain } from './subscriptions-query.ts';

type Props = {
  readonly subscription: OwnSubscriptionFragment;
  readonly endpoints: readonly OwnEndpointFragment[];
};

export const SubscriptionCard = ({ subscription, endpoints }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { id, name, state, endpoint, isOfMember, pausedUntil, nextDigestAt, expiresAt } = subscription;
  const to = endpoints.find(({ endpointId }) => endpointId === endpoint);
  const isOver = state === 'ENDED' || state === 'EXPIRED';
  return (
    <article className="panel stack tight subscription" data-state={state} aria-labelledby={`of-${id}`}>
      <div className="row apart">
        <h2 id={`of-${id}`}>
          <ProducerText text={name} />
        </h2>
        <span className="row">
          {isOfMember && <span className="tag">{t('channels.ofMember')}</span>}
          <span className="tag">{t(`subs.state.${state}`)}</span>
        </span>
      </div>
      <FilterWords subscription={subscription} />
      <p className="small quiet">
        <Rhythm subscription={subscription} />{' '}
        {to !== undefined && <ProducerText text={`${to.label} (${to.address})`} />}
        {nextDigestAt !== null && (
          <>
            {' · '}
            {t('subs.next')} <Instant at={nextDigestAt} />
          </>
        )}
        {pausedUntil !== null && (
          <>
            {' · '}
            {t('subs.pausedUntil')} <Instant at={pausedUntil} />
          </>
        )}
        {expiresAt !== null && (
          <>
            {' · '}
            {t('subs.expires')} <Instant at={expiresAt} />
          </>
        )}
      </p>
      {(state === 'PAUSED' || state === 'UNSUBSCRIBED') && (
        <p className="notice">{t(`subs.means.${state}`)}</p>
      )}
      {!isOver && <Acts subscription={subscription} />}
    </article>
  );
};

const Rhythm = ({ subscription }: Pick<Props, 'subscription'>): JSX.Element => {
  const { t } = useTranslation();
  const { cadence, hour, weekday, timeZone, quietFrom, quietUntil } = subscription;
  const at = `${String(hour).padStart(2, '0')}:00`;
  return (
    <>
      {cadence === 'AT_ONCE' && t('subs.cadence.AT_ONCE')}
      {cadence === 'DAILY' && t('subs.dailyAt', { at, zone: timeZone })}
      {cadence === 'WEEKLY' && t('subs.weeklyAt', { day: dayName(weekday, spoken()), at, zone: timeZone })}
      {quietFrom !== null && quietUntil !== null && (
        <> · {t('subs.quietFromUntil', { from: quietFrom, until: quietUntil })}</>
      )}
      {` ${onward()}`}
    </>
  );
};

/** Each part that it asks for; the parts must all fit. */
const FilterWords = ({ subscription: { filter } }: Pick<Props, 'subscription'>): JSX.Element => {
  const { t } = useTranslation();
  const nameOf = useSectorName();
  const parts: [string, string][] = [
    [t('subs.sectors'), inList(filter.sectors.map(nameOf))],
    [t('floor.kind'), inList(filter.kinds.map((each) => t(`kind.${each}`)))],
    [t('floor.severity'), inList(filter.severities.map((each) => t(`severity.${each}`)))],
    [t('floor.urgency'), inList(filter.urgencies.map((each) => t(`urgency.${each}`)))],
    [t('publish.certainty'), inList(filter.certainties.map((each) => t(`certainty.${each}`)))],
    [t('subs.countries'), inList(filter.countries)],
    [t('subs.communities'), inList(filter.communities)],
    [t('subs.publishers'), inList(filter.publishers)],
    [
      t('subs.products'),
      inList(
        filter.products.map(({ vendor, product, cpe }) => [vendor, product, cpe].filter(Boolean).join(' ')),
      ),
    ],
    [t('subs.text'), filter.text ?? ''],
    [t('floor.exercise'), filter.exercise ?? ''],
  ];
  const said = parts.filter(([, value]) => value !== '');
  if (said.length === 0 && !filter.directOnly) return <p>{t('subs.everything')}</p>;
  return (
    <dl className="facts">
      {said.map(([label, value]) => (
        <div className="fact" key={label}>
          <dt>{label}</dt>
          <dd>
            <ProducerText text={value} />
          </dd>
        </div>
      ))}
      {filter.directOnly && (
        <div className="fact">
          <dt>{t('subs.only')}</dt>
          <dd>{t('subs.directOnly')}</dd>
        </div>
      )}
    </dl>
  );
};

const DAY_MS = 86_400_000;

const Acts = ({ subscription }: Pick<Props, 'subscription'>): JSX.Element => {
  const { t } = useTranslation();
  const { id, state } = subscription;
  const resuming = useAct(
    async (input: { id: string }, options) =>
      (await ask(ResumeSubscriptionDocument, { input }, options)).result,
    askSubscriptionsAgain,
  );
  const ending = useAct(
    async (input: { id: string }, options) => (await ask(EndSubscriptionDocument, { input }, options)).result,
    askSubscriptionsAgain,
  );
  return (
    <>
      <div className="row no-print">
        <Link className="button small" to="/subscriptions" search={{ edit: id }}>
          {t('act.change')}
        </Link>
        {state === 'ACTIVE' ? (
          <Pause id={id} />
        ) : (
          <button
            type="button"
            className="small"
            disabled={resuming.isBusy}
            onClick={() => resuming.run({ id })}
          >
            {t('subs.resume')}
          </button>
        )}
        <SureButton
          label={t('subs.end')}
          what={t('subs.endSure')}
          isBusy={ending.isBusy}
          act={() => ending.run({ id })}
        />
      </div>
      <ActOutcome of={resuming} />
      <ActOutcome of={ending} />
    </>
  );
};

const Pause = ({ id }: { id: string }): JSX.Element => {
  const { t } = useTranslation();
  const [forDays, setForDays] = useState('1');
  const pausing = useAct(
    async (input: PauseSubscriptionInput, options) =>
      (await ask(PauseSubscriptionDocument, { input }, options)).result,
    askSubscriptionsAgain,
  );
  const pause = (): void =>
    pausing.run(
      forDays === '' ? { id } : { id, until: new Date(hubNow() + Number(forDays) * DAY_MS).toISOString() },
    );
  const days = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return (
    <>
      <button type="button" className="small" disabled={pausing.isBusy} onClick={pause}>
        {t('subs.pause')}
      </button>
      <select
        aria-label={t('subs.pauseFor')}
        value={forDays}
        onChange={({ target }) => setForDays(target.value)}
      >
        {[1, 7, 30].map((each) => (
          <option key={each} value={each}>
            {days.format(each)}
          </option>
        ))}
        <option value="">{t('subs.untilResumed')}</option>
      </select>
      <ActOutcome of={pausing} />
    </>
  );
};
