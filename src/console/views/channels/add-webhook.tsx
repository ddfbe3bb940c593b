// Registers a web address. The hub posts a challenge there at once, and shows the secret once.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { AddWebhookDocument, type SignatureKind } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { faultsAt } from '../../ui/act/sentences.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { Buttons, useFieldName } from './channel-form.tsx';
import { askChannelsAgain } from './channels-query.ts';
import { Secret } from './secret.tsx';
import { type WhatGoes, WhatGoesFields } from './what-goes.tsx';

type Wanted = WhatGoes & {
  readonly address: string;
  readonly label: string;
  readonly signature: SignatureKind;
};

export const AddWebhook = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Wanted>({
    address: '',
    label: '',
    form: 'THIN',
    ceiling: 'GREEN',
    signature: 'HMAC',
  });
  const change = (part: Partial<Wanted>): void => setWanted({ ...wanted, ...part });
  const adding = useAct(
    async (input: Wanted, options) => (await ask(AddWebhookDocument, { input }, options)).result,
    askChannelsAgain,
  );
  const nameOf = useFieldName();
  const secret = adding.done?.secret ?? null;
  if (secret !== null) return <Secret secret={secret} close={close} />;
  return (
    <CheckedForm
      className="panel stack tight narrow"
      isReady={wanted.address.trim() !== '' && wanted.label.trim() !== ''}
      isBusy={adding.isBusy}
      send={() => adding.run({ ...wanted, address: wanted.address.trim(), label: wanted.label.trim() })}
      buttons={<Buttons label={t('channels.register')} isBusy={adding.isBusy} close={close} />}
    >
      <h2>{t('channels.addWebhook')}</h2>
      <TextField
        label={t('channels.address')}
        hint={t('channels.addressHint')}
        value={wanted.address}
        set={(address) => change({ address })}
        faults={faultsAt(adding.refusals, '$.address')}
        isRequired
        max={2_000}
      />
      <TextField
        label={t('channels.label')}
        hint={t('channels.labelHint')}
        value={wanted.label}
        set={(label) => change({ label })}
        faults={faultsAt(adding.refusals, '$.label')}
        isRequired
        max={80}
      />
      <WhatGoesFields value={wanted} set={change} isMail={false} />
      <SignatureField value={wanted.signature} set={(signature) => change({ signature })} />
      <ActOutcome of={adding} nameOf={nameOf} />
    </CheckedForm>
  );
};

type SignatureProps = { readonly value: SignatureKind; readonly set: (value: SignatureKind) => void };

export const SignatureField = ({ value, set }: SignatureProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('channels.signature')}
      value={value}
      set={(kind) => set(kind as SignatureKind)}
      options={(['HMAC', 'ED25519'] as const).map((kind) => [kind, t(`channels.signatures.${kind}`)])}
    />
  );
};
