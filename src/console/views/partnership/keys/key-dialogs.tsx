// A key in place of another, and the end of one.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndKeyDocument, RotateKeyDocument } from '../../../operations/graphql.generated.ts';
import { TextField } from '../../../ui/field.tsx';
import { ActDialog } from '../act/act-dialog.tsx';
import { isNumber } from '../act/lists.ts';
import { Secret } from '../act/secret.tsx';
import type { Key } from './keys-query.ts';

type Props = { readonly accessKey: Key; readonly close: () => void };

export const RotateDialog = ({ accessKey: { keyId, label }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [hours, setHours] = useState('24');
  return (
    <ActDialog
      title={t('accessKeys.rotate')}
      sentence={t('accessKeys.willRotate', { label, hours })}
      button={t('accessKeys.rotate')}
      isReady={isNumber(hours)}
      document={RotateKeyDocument}
      input={{ id: keyId, overlapHours: Number(hours) }}
      shown={({ token, key }) => (
        <Secret text={token ?? ''} until={key?.expiresAt} note={t('accessKeys.keep')} />
      )}
      close={close}
    >
      <TextField
        label={t('accessKeys.overlap')}
        hint={t('accessKeys.overlapHint')}
        value={hours}
        set={setHours}
        faults={isNumber(hours) ? [] : [t('field.number')]}
      />
    </ActDialog>
  );
};

export const EndKeyDialog = ({ accessKey: { keyId, label }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('accessKeys.end')}
      sentence={t('accessKeys.willEnd', { label })}
      button={t('accessKeys.end')}
      isDanger
      document={EndKeyDocument}
      input={{ id: keyId }}
      close={close}
    />
  );
};
