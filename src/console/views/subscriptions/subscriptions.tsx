// What one asks to be told, where and when: listed, made, changed, paused and ended.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnEndpointFragment, OwnSubscriptionFragment } from '../../operations/graphql.generated.ts';
import { Nothing, Unread } from '../../ui/states.tsx';
import { endpointsQuery } from '../channels/channels-query.ts';
import { SubscriptionCard } from './subscription-card.tsx';
import { Editor } from './subscription-editor.tsx';
import { emptyForm, formOf } from './subscription-form.ts';
import { subscriptionsQuery } from './subscriptions-query.ts';
import './subscriptions.css';

export const Subscriptions = (): JSX.Element => {
  const own = useQuery(subscriptionsQuery);
  const endpoints = useQuery(endpointsQuery);
  if (own.data === undefined || endpoints.data === undefined) return <Unread of={[own, endpoints]} />;
  return <Shown own={own.data} endpoints={endpoints.data} />;
};

type Props = {
  readonly own: readonly OwnSubscriptionFragment[];
  readonly endpoints: readonly OwnEndpointFragment[];
};

const Shown = ({ own, endpoints }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { edit } = useSearch({ from: '/subscriptions' });
  const usable = endpoints.filter(({ verifiedAt }) => verifiedAt !== null);
  const edited = own.find(({ id }) => id === edit);
  if (edit === 'new' && usable.length > 0)
    return <Editor key="new" endpoints={usable} first={emptyForm(usable[0]?.endpointId ?? '')} id={null} />;
  if (edited !== undefined)
    return <Editor key={edited.id} endpoints={usable} first={formOf(edited)} id={edited.id} />;
  const shown = own.filter(({ state }) => state !== 'ENDED' && state !== 'EXPIRED');
  const over = own.filter((each) => !shown.includes(each));
  return (
    <div className="stack">
      <div className="head">
        <h1>{t('view.subscriptions')}</h1>
        {usable.length > 0 && (
          <Link className="button primary" to="/subscriptions" search={{ edit: 'new' }}>
            {t('subs.make')}
          </Link>
        )}
      </div>
      <p className="quiet">{t('subs.what')}</p>
      {usable.length === 0 && (
        <Nothing title={t('subs.noEndpoint')}>
          <p>
            <Link to="/channels">{t('subs.toChannels')}</Link>
          </p>
        </Nothing>
      )}
      {usable.length > 0 && shown.length === 0 && (
        <Nothing title={t('subs.noneTitle')}>
          <p>
            <Link to="/subscriptions" search={{ edit: 'new' }}>
              {t('subs.noneNext')}
            </Link>
          </p>
        </Nothing>
      )}
      {shown.map((each) => (
        <SubscriptionCard key={each.id} subscription={each} endpoints={endpoints} />
      ))}
      {over.length > 0 && <Over own={over} endpoints={endpoints} />}
    </div>
  );
};

const Over = ({ own, endpoints }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('subs.over')}</summary>
      <div className="stack">
        {own.map((each) => (
          <SubscriptionCard key={each.id} subscription={each} endpoints={endpoints} />
        ))}
      </div>
    </details>
  );
};
