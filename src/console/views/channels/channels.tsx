// Where one is reached outside the hub: mail and webhooks, each proved, tested, changed and looked into.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../app/me.ts';
import type { OwnEndpointFragment } from '../../operations/graphql.generated.ts';
import { Nothing, Unread } from '../../ui/states.tsx';
import { AddMail } from './add-mail.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { endpointsQuery } from './channels-query.ts';
import { EndpointCard } from './endpoint-card.tsx';
import { Log } from './log.tsx';
import './channels.css';

export const Channels = (): JSX.Element => {
  const { t } = useTranslation();
  const { log } = useSearch({ from: '/channels' });
  const query = useQuery(endpointsQuery);
  const { data } = query;
  if (data === undefined) return <Unread of={[query]} />;
  const logged = data.find(({ endpointId }) => endpointId === log);
  if (logged !== undefined) return <Log endpoint={logged} />;
  return (
    <div className="stack">
      <h1>{t('view.channels')}</h1>
      <p className="quiet">{t('channels.what')}</p>
      <Reached endpoints={data} />
      <Adding />
      {data.length === 0 ? (
        <Nothing title={t('channels.noneTitle')}>
          <p>{t('channels.noneNext')}</p>
        </Nothing>
      ) : (
        <div className="stack">
          {data.map((each) => (
            <EndpointCard key={each.endpointId} endpoint={each} />
          ))}
        </div>
      )}
    </div>
  );
};

/** Whether anything outside the hub reaches this person or member at all. */
const Reached = ({ endpoints }: { endpoints: readonly OwnEndpointFragment[] }): JSX.Element | null => {
  const { t } = useTranslation();
  if (endpoints.every(({ verifiedAt }) => verifiedAt === null)) return null;
  const alive = endpoints.filter(({ isAlive, state }) => isAlive && state === 'ACTIVE').length;
  return (
    <p className={alive === 0 ? 'notice bad' : 'notice good'} role="status">
      {alive === 0 ? t('channels.noneAlive') : t('channels.alive', { alive, all: endpoints.length })}
    </p>
  );
};

const Adding = (): JSX.Element => {
  const { t } = useTranslation();
  const { add } = useSearch({ from: '/channels' });
  const navigate = useNavigate({ from: '/channels' });
  const { roles, person } = useSignedIn();
  const isAdmin = roles.includes('MEMBER_ADMIN');
  const open = (what: 'mail' | 'webhook' | undefined): void =>
    void navigate({ search: { add: what }, replace: true });
  const close = (): void => open(undefined);
  return (
    <>
      <div className="row">
        <button
          type="button"
          aria-expanded={add === 'mail'}
          disabled={person === null && !isAdmin}
          aria-describedby={person === null && !isAdmin ? 'mail-reason' : undefined}
          onClick={() => open(add === 'mail' ? undefined : 'mail')}
        >
          {t('channels.addMail')}
        </button>
        <button
          type="button"
          aria-expanded={add === 'webhook'}
          disabled={!isAdmin}
          aria-describedby={isAdmin ? undefined : 'webhook-reason'}
          onClick={() => open(add === 'webhook' ? undefined : 'webhook')}
        >
          {t('channels.addWebhook')}
        </button>
        {person === null && !isAdmin && (
          <span className="small quiet" id="mail-reason">
            {t('channels.personOnly')}
          </span>
        )}
        {!isAdmin && (
          <span className="small quiet" id="webhook-reason">
            {t('channels.adminOnly')}
          </span>
        )}
      </div>
      {add === 'mail' && (person !== null || isAdmin) && (
        <AddMail close={close} mayOwn={person !== null} mayShare={isAdmin} />
      )}
      {add === 'webhook' && isAdmin && <AddWebhook close={close} />}
    </>
  );
};
