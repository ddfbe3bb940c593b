// Registers a mail address, one's own or the member's; a code goes there, which proves it.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { AddMailAddressDocument } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
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
  return (
    <form
      className="panel stack tight narrow"
      onSubmit={(event) => {
        event.preventDefault();
        adding.run({ address, label, isOwn, certificate, ...goes });
      }}
    >
      <h2>{t('channels.addMail')}</h2>
      <TextField label={t('channels.mail')} value={address} set={setAddress} isRequired max={254} />
      <TextField
        label={t('channels.label')}
        hint={t('channels.labelHint')}
        value={label}
        set={setLabel}
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
        rows={3}
      />
      <ActOutcome of={adding} />
      <div className="row">
        <button type="submit" className="primary" disabled={adding.isBusy}>
          {t('channels.register')}
        </button>
        <button type="button" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
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
