// One endpoint: what goes there, how it is, and what one can do with it.
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  ChallengeEndpointDocument,
  ChangeEndpointDocument,
  type OwnEndpointFragment,
  RemoveEndpointDocument,
  TestEndpointDocument,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { SureButton } from '../../ui/act/sure-button.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { Instant } from '../../ui/instant.tsx';
import { Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { ChangeEndpoint } from './change-endpoint.tsx';
import { askChannelsAgain } from './channels-query.ts';
import { Prove } from './prove.tsx';
import { Rotate } from './rotate.tsx';

type Props = { readonly endpoint: OwnEndpointFragment };

export const EndpointCard = ({ endpoint }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { endpointId, channel, label, address, state, person } = endpoint;
  return (
    <article className="panel stack tight endpoint" data-state={state} aria-labelledby={`of-${endpointId}`}>
      <div className="row apart">
        <h2 id={`of-${endpointId}`}>
          <ProducerText text={label} />
        </h2>
        <span className="row">
          <span className="tag">{t(`channels.channel.${channel}`)}</span>
          <span className="tag endpoint-state">{t(`channels.state.${state}`)}</span>
          <Marking tlp={endpoint.ceiling} isName />
        </span>
      </div>
      <p className="mono address">
        <ProducerText text={address} />
      </p>
      <p className="small quiet">
        {person === null ? t('channels.ofMember') : <bdi>{person}</bdi>} ·{' '}
        {t(`channels.forms.${endpoint.form}`)}
        {endpoint.isEncrypted && <> · {t('channels.encrypted')}</>}
        {endpoint.lastDeliveredAt !== null && (
          <>
            {' · '}
            {t('channels.last')} <Instant at={endpoint.lastDeliveredAt} />
          </>
        )}
        {endpoint.failures > 0 && <> · {t('channels.failures', { number: endpoint.failures })}</>}
        {endpoint.restsUntil !== null && (
          <>
            {' · '}
            {t('channels.rests')} <Instant at={endpoint.restsUntil} />
          </>
        )}
      </p>
      <Standing endpoint={endpoint} />
      <Acts endpoint={endpoint} />
    </article>
  );
};

/** What is missing before it gets anything, or why it gets nothing any more, and what to do. */
const Standing = ({ endpoint }: Props): JSX.Element | null => {
  const { t } = useTranslation();
  const { state, cause, isAlive } = endpoint;
  if (state === 'UNPROVED') return <Prove endpoint={endpoint} />;
  if (state === 'PAUSED') return <p className="notice">{t('channels.paused')}</p>;
  if (state === 'DISABLED')
    return (
      <div className="notice bad stack tight">
        <p className="strong">
          {cause === null ? t('channels.state.DISABLED') : t(`channels.cause.${cause}`)}
        </p>
        <p>{cause === null ? t('channels.remedy.FAILING') : t(`channels.remedy.${cause}`)}</p>
        {endpoint.channel === 'MAIL' && <Prove endpoint={endpoint} isAgain />}
      </div>
    );
  return isAlive ? null : <p className="notice caution">{t('channels.silent')}</p>;
};

type OneEndpoint = { readonly endpoint: string };

const useEndpointActs = () => ({
  testing: useAct(
    async (input: OneEndpoint, options) => (await ask(TestEndpointDocument, { input }, options)).result,
    askChannelsAgain,
  ),
  challenging: useAct(
    async (input: OneEndpoint, options) => (await ask(ChallengeEndpointDocument, { input }, options)).result,
    askChannelsAgain,
  ),
  pausing: useAct(
    async (input: OneEndpoint & { isPaused: boolean }, options) =>
      (await ask(ChangeEndpointDocument, { input }, options)).result,
    askChannelsAgain,
  ),
  removing: useAct(
    async (input: OneEndpoint, options) => (await ask(RemoveEndpointDocument, { input }, options)).result,
    askChannelsAgain,
  ),
});

const Acts = ({ endpoint }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'change' | 'rotate' | null>(null);
  const acts = useEndpointActs();
  const { testing, challenging, removing } = acts;
  const toggle = (what: typeof open): void => setOpen(open === what ? null : what);
  return (
    <>
      <div className="row no-print">
        <StateActs endpoint={endpoint} acts={acts} />
        <Link className="button small" to="/channels" search={{ log: endpoint.endpointId }}>
          {t('channels.log')}
        </Link>
        <button
          type="button"
          className="small"
          aria-expanded={open === 'change'}
          onClick={() => toggle('change')}
        >
          {t('channels.change')}
        </button>
        {endpoint.channel === 'WEBHOOK' && (
          <button
            type="button"
            className="small"
            aria-expanded={open === 'rotate'}
            onClick={() => toggle('rotate')}
          >
            {t('channels.rotate')}
          </button>
        )}
        <SureButton
          label={t('channels.remove')}
          what={t('channels.removeSure')}
          isBusy={removing.isBusy}
          act={() => removing.run({ endpoint: endpoint.endpointId })}
        />
      </div>
      {Object.entries(acts).map(([name, each]) => (
        <ActOutcome key={name} of={each} />
      ))}
      <p className="small" role="status">
        {testing.done !== undefined && t('channels.tested')}
        {challenging.done !== undefined && t('channels.challenged')}
      </p>
      {open === 'change' && <ChangeEndpoint endpoint={endpoint} close={() => setOpen(null)} />}
      {open === 'rotate' && <Rotate endpoint={endpoint} close={() => setOpen(null)} />}
    </>
  );
};

type StateActsProps = Props & { readonly acts: ReturnType<typeof useEndpointActs> };

/** What can be done depends on how it stands. */
const StateActs = ({
  endpoint: { endpointId, state, channel },
  acts: { testing, challenging, pausing },
}: StateActsProps): JSX.Element => {
  const { t } = useTranslation();
  const id = { endpoint: endpointId };
  return (
    <>
      {state === 'ACTIVE' && (
        <button type="button" className="small" disabled={testing.isBusy} onClick={() => testing.run(id)}>
          {t('channels.test')}
        </button>
      )}
      {(state === 'UNPROVED' || state === 'DISABLED') && (
        <button
          type="button"
          className="small"
          disabled={challenging.isBusy}
          onClick={() => challenging.run(id)}
        >
          {channel === 'MAIL' ? t('channels.newCode') : t('channels.newChallenge')}
        </button>
      )}
      {(state === 'ACTIVE' || state === 'PAUSED') && (
        <button
          type="button"
          className="small"
          disabled={pausing.isBusy}
          onClick={() => pausing.run({ ...id, isPaused: state === 'ACTIVE' })}
        >
          {state === 'ACTIVE' ? t('channels.pause') : t('channels.resume')}
        </button>
      )}
    </>
  );
};
