// What the subscription in the form would have sent in the last 30 days, asked again a moment after the last change.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubscriptionPreviewQuery } from '../../operations/graphql.generated.ts';
import { useSettled } from '../../ui/act/use-settled.ts';
import { Instant } from '../../ui/instant.tsx';
import { Grade, Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { Refusals } from '../../ui/refusals.tsx';
import { Failure, Waiting } from '../../ui/states.tsx';
import { type Form, triedOf } from './subscription-form.ts';
import { useSubscriptionPreview } from './subscriptions-query.ts';

export const WouldHaveSent = ({ form }: { form: Form }): JSX.Element => {
  const { t } = useTranslation();
  const settled = useSettled(form);
  const { data, error, refetch, isPlaceholderData } = useSubscriptionPreview(triedOf(settled));
  // Those of the form before stand until the next are here, and are not said to be of this one.
  const isAsked = isPlaceholderData || JSON.stringify(triedOf(settled)) !== JSON.stringify(triedOf(form));
  return (
    <aside className="panel stack tight preview" aria-labelledby="would-have-sent" aria-live="polite">
      <h2 id="would-have-sent">{t('subs.preview')}</h2>
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Refusals refusals={data.refusals} isTrial />}
      {isAsked && data !== undefined && <Waiting />}
      {data?.preview != null && (
        <div className="stack tight" data-former={isAsked}>
          <Messages preview={data.preview} />
        </div>
      )}
    </aside>
  );
};

type Preview = NonNullable<SubscriptionPreviewQuery['subscriptionPreview']['preview']>;

const Messages = ({ preview: { messages, isPartial } }: { preview: Preview }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <p className="strong">
        {messages.length === 0 ? t('subs.wouldNone') : t('subs.would', { count: messages.length })}
        {isPartial && ` ${t('subs.wouldPartly')}`}
      </p>
      {messages.length > 40 && <p className="notice caution">{t('subs.many')}</p>}
      {messages.length === 0 && <p className="quiet">{t('subs.wouldNoneNext')}</p>}
      <ol className="plain stack tight messages">
        {messages.map(({ at, isDigest, warnings }) => (
          <li key={`${at} ${warnings[0]?.id}`}>
            <p className="small quiet">
              <Instant at={at} /> {isDigest && <span className="tag">{t('subs.digest')}</span>}
            </p>
            <ul className="plain">
              {warnings.map(({ id, headline, severity, marking, exercise }) => (
                <li key={id}>
                  <Grade severity={severity} />{' '}
                  <Link to="/warning/$id" params={{ id }}>
                    <ProducerText text={headline} />
                  </Link>{' '}
                  <Marking tlp={marking} />
                  {exercise !== null && <span className="tag exercise-tag">{t('exercise.tag')}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
};
