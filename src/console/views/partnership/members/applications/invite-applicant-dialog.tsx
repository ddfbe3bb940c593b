// A one-time link with which an organisation applies by itself.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InviteApplicantDocument } from '../../../../operations/graphql.generated.ts';
import { TextField } from '../../../../ui/field.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { isNumber } from '../../act/lists.ts';
import { joinLink, Secret } from '../../act/secret.tsx';

export const InviteApplicantDialog = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const [days, setDays] = useState('14');
  return (
    <ActDialog
      title={t('applications.invite')}
      sentence={t('applications.will.invite')}
      button={t('people.makeLink')}
      isReady={isNumber(days)}
      document={InviteApplicantDocument}
      input={{ hours: Number(days) * 24 }}
      shown={({ token, expiresAt }) => (
        <Secret text={joinLink(token ?? '')} until={expiresAt} note={t('applications.giveLink')} />
      )}
      close={close}
    >
      <TextField
        label={t('applications.days')}
        hint={t('applications.daysHint')}
        value={days}
        set={setDays}
        faults={isNumber(days) ? [] : [t('field.number')]}
      />
    </ActDialog>
  );
};
