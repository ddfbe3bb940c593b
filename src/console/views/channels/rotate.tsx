// A new secret for a webhook; the former one signs beside it for some hours.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import {
  type OwnEndpointFragment,
  RotateEndpointSecretDocument,
  type RotateEndpointSecretInput,
  type SignatureKind,
} from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { spoken } from '../../words/words.ts';
import { SignatureField } from './add-webhook.tsx';
import { Buttons } from './channel-form.tsx';
import { askChannelsAgain } from './channels-query.ts';
import { Secret } from './secret.tsx';

const OVERLAPS = [0, 1, 24, 72, 168] as const;

type Props = { readonly endpoint: OwnEndpointFragment; readonly close: () => void };

export const Rotate = ({ endpoint, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [overlap, setOverlap] = useState('24');
  const [signature, setSignature] = useState<SignatureKind>('HMAC');
  const rotating = useAct(
    async (input: RotateEndpointSecretInput, options) =>
      (await ask(RotateEndpointSecretDocument, { input }, options)).result,
    askChannelsAgain,
  );
  const hours = new Intl.NumberFormat(spoken(), { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  const secret = rotating.done?.secret ?? null;
  if (secret !== null) return <Secret secret={secret} close={close} />;
  return (
    <CheckedForm
      className="notice stack tight narrow"
      isReady
      isBusy={rotating.isBusy}
      send={() => rotating.run({ endpoint: endpoint.endpointId, overlapHours: Number(overlap), signature })}
      buttons={<Buttons label={t('channels.rotate')} isBusy={rotating.isBusy} close={close} />}
    >
      <ChoiceField
        label={t('channels.overlap')}
        hint={t('channels.overlapHint')}
        value={overlap}
        set={setOverlap}
        options={OVERLAPS.map((each) => [String(each), hours.format(each)])}
      />
      <SignatureField value={signature} set={setSignature} />
      <ActOutcome of={rotating} />
    </CheckedForm>
  );
};
