// Changes what goes to an endpoint and what it is called.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  ChangeEndpointDocument,
  type ChangeEndpointInput,
  type OwnEndpointFragment,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { faultsAt } from '../../ui/act/sentences.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { TextField } from '../../ui/field.tsx';
import { Buttons, useFieldName } from './channel-form.tsx';
import { askChannelsAgain } from './channels-query.ts';
import { type WhatGoes, WhatGoesFields } from './what-goes.tsx';

type Props = { readonly endpoint: OwnEndpointFragment; readonly close: () => void };

export const ChangeEndpoint = ({ endpoint, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [label, setLabel] = useState(endpoint.label);
  const [goes, setGoes] = useState<WhatGoes>({ form: endpoint.form, ceiling: endpoint.ceiling });
  const [certificate, setCertificate] = useState('');
  const changing = useAct(
    async (input: ChangeEndpointInput, options) =>
      (await ask(ChangeEndpointDocument, { input }, options)).result,
    () => {
      askChannelsAgain();
      close();
    },
  );
  const nameOf = useFieldName();
  return (
    <CheckedForm
      className="notice stack tight narrow"
      isReady={label.trim() !== ''}
      isBusy={changing.isBusy}
      send={() =>
        changing.run({
          endpoint: endpoint.endpointId,
          label: label.trim(),
          ...goes,
          ...(certificate.trim() === '' ? {} : { certificate: certificate.trim() }),
        })
      }
      buttons={<Buttons label={t('act.save')} isBusy={changing.isBusy} close={close} />}
    >
      <TextField
        label={t('channels.label')}
        value={label}
        set={setLabel}
        faults={faultsAt(changing.refusals, '$.label')}
        isRequired
        max={80}
      />
      <WhatGoesFields value={goes} set={setGoes} isMail={endpoint.channel === 'MAIL'} />
      {endpoint.channel === 'MAIL' && (
        <TextField
          label={t('channels.certificate')}
          hint={t('channels.certificateHint')}
          value={certificate}
          set={setCertificate}
          faults={faultsAt(changing.refusals, '$.certificate')}
          rows={3}
        />
      )}
      <ActOutcome of={changing} nameOf={nameOf} />
    </CheckedForm>
  );
};
