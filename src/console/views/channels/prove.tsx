// Proves an address: a mail with the code that went there, a webhook by giving its challenge back by itself.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { type OwnEndpointFragment, ProveEndpointDocument } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { faultsAt } from '../../ui/act/sentences.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { TextField } from '../../ui/field.tsx';
import { useFieldName } from './channel-form.tsx';
import { askChannelsAgain } from './channels-query.ts';

type Props = { readonly endpoint: OwnEndpointFragment; readonly isAgain?: boolean };

export const Prove = ({ endpoint, isAgain = false }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const proving = useAct(
    async (input: { endpoint: string; code: string }, options) =>
      (await ask(ProveEndpointDocument, { input }, options)).result,
    askChannelsAgain,
  );
  const nameOf = useFieldName();
  if (endpoint.channel === 'WEBHOOK')
    return (
      <div className="notice caution stack tight">
        <p className="strong">{t('channels.challengeWaits')}</p>
        <p>{t('channels.challengeHow')}</p>
      </div>
    );
  return (
    <CheckedForm
      className={isAgain ? 'stack tight narrow' : 'notice caution stack tight narrow'}
      isReady={code.trim() !== ''}
      isBusy={proving.isBusy}
      send={() => proving.run({ endpoint: endpoint.endpointId, code: code.trim() })}
      buttons={
        <button type="submit" className="primary" aria-disabled={proving.isBusy}>
          {t('channels.prove')}
        </button>
      }
    >
      {!isAgain && <p className="strong">{t('channels.codeWaits')}</p>}
      <TextField
        label={t('channels.code')}
        hint={t('channels.codeHint')}
        value={code}
        set={setCode}
        faults={faultsAt(proving.refusals, '$.code')}
        isRequired
      />
      <ActOutcome of={proving} nameOf={nameOf} />
    </CheckedForm>
  );
};
