// Registers a mail address, one's own or the member's; a code goes there, which proves it.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { AddMailAddressDocument } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../ui/act/checked-form.tsx';
import { faultsAt } from '../../ui/act/sentences.ts';
import { useAct } from '../../ui/act/use-act.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { Buttons, useFieldName } from './channel-form.tsx';
import { askChannelsAgain } from './channels-query.ts';
import { type WhatGoes, WhatGoesFields } from './what-goes.tsx';

type Props = { readonly close: () => void; readonly mayOwn: boolean; readonly mayShare: boolean };

export const AddMail = ({ close, mayOwn, mayShare }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [label, setLabel] = useState('');
  const [isOwn, setOwn] = useState(mayOwn);
  const [goes, setGoes] = useState<WhatGoes>({ form: 'FULL', ceiling: 'GREEN' });
  const [certificate, setCertificate] = useState('');
  const adding = useAct(
    async (input: Parameters<typeof inputOf>[0], options) =>
      (await ask(AddMailAddressDocument, { input: inputOf(input) }, options)).result,
    () => {
      askChannelsAgain();
      close();
    },
  );
  const nameOf = useFieldName('channels.mail');
  const faults = (path: string) => faultsAt(adding.refusals, path);
  return (
    <CheckedForm
      className="panel stack tight narrow"
      isReady={address.trim() !== '' && label.trim() !== ''}
      isBusy={adding.isBusy}
      send={() => adding.run({ address, label, isOwn, certificate, ...goes })}
      buttons={<Buttons label={t('channels.register')} isBusy={adding.isBusy} close={close} />}
    >
      <h2>{t('channels.addMail')}</h2>
      <TextField
        label={t('channels.mail')}
        value={address}
        set={setAddress}
        faults={faults('$.address')}
        isRequired
        max={254}
      />
      <TextField
        label={t('channels.label')}
        hint={t('channels.labelHint')}
        value={label}
        set={setLabel}
        faults={faults('$.label')}
        isRequired
        max={80}
      />
      {mayOwn && mayShare && <Whose isOwn={isOwn} set={setOwn} />}
      <WhatGoesFields value={goes} set={setGoes} isMail />
      <TextField
        label={t('channels.certificate')}
        hint={t('channels.certificateHint')}
        value={certificate}
        set={setCertificate}
        faults={faults('$.certificate')}
        rows={3}
      />
      <ActOutcome of={adding} nameOf={nameOf} />
    </CheckedForm>
  );
};

const Whose = ({ isOwn, set }: { isOwn: boolean; set: (isOwn: boolean) => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('channels.whose')}
      value={isOwn ? 'own' : 'member'}
      set={(whose) => set(whose === 'own')}
      options={[
        ['own', t('channels.ofYou')],
        ['member', t('channels.ofMember')],
      ]}
    />
  );
};

const inputOf = ({
  address,
  label,
  isOwn,
  certificate,
  form,
  ceiling,
}: WhatGoes & { address: string; label: string; isOwn: boolean; certificate: string }) => ({
  address: address.trim(),
  label: label.trim(),
  isOwn,
  form,
  ceiling,
  ...(certificate.trim() === '' ? {} : { certificate: certificate.trim() }),
});
