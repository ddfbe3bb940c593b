// What one's member needs of another.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DeclareDependencyDocument,
  WithdrawDependencyDocument,
} from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { visible } from '../../../../ui/producer-text.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { membersQuery } from '../members-query.ts';

const isPercent = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= 100;

export const DependencyDialog = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const { data = [] } = useQuery(membersQuery);
  const [provider, setProvider] = useState('');
  const [texts, setTexts] = useState({ service: '', strength: '100', redundancy: '0', buffer: '' });
  const field = (key: keyof typeof texts) => ({
    value: texts[key],
    set: (value: string) => setTexts({ ...texts, [key]: value }),
  });
  const { service, strength, redundancy, buffer } = texts;
  const percent = (text: string): string[] => (isPercent(text) ? [] : [t('field.number')]);
  const isReady =
    provider !== '' &&
    service.trim() !== '' &&
    isPercent(strength) &&
    isPercent(redundancy) &&
    !Number.isNaN(Number(buffer));
  return (
    <ActDialog
      title={t('members.act.dependency')}
      sentence={t('members.will.dependency')}
      button={t('admin.save')}
      isReady={isReady}
      document={DeclareDependencyDocument}
      input={{
        provider,
        service: service.trim(),
        strength: Number(strength) / 100,
        redundancy: Number(redundancy) / 100,
        bufferHours: buffer.trim() === '' ? null : Number(buffer),
      }}
      close={close}
    >
      <ChoiceField
        label={t('members.provider')}
        value={provider}
        set={setProvider}
        options={data.map(({ slug, name }) => [slug, visible(name)] as const)}
        none={t('publish.choose')}
        isRequired
      />
      <TextField label={t('members.service')} {...field('service')} max={200} isRequired />
      <TextField label={t('members.strengthPercent')} {...field('strength')} faults={percent(strength)} />
      <TextField
        label={t('members.redundancyPercent')}
        {...field('redundancy')}
        faults={percent(redundancy)}
      />
      <TextField
        label={t('members.buffer')}
        hint={t('members.bufferHint')}
        {...field('buffer')}
        faults={Number.isNaN(Number(buffer)) ? [t('field.number')] : []}
      />
    </ActDialog>
  );
};

type WithdrawProps = { readonly provider: string; readonly service: string; readonly close: () => void };

export const WithdrawDependencyDialog = ({ provider, service, close }: WithdrawProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('members.act.withdraw')}
      sentence={t('members.will.withdraw', { provider, service })}
      button={t('members.act.withdraw')}
      isDanger
      document={WithdrawDependencyDocument}
      input={{ provider, service }}
      close={close}
    />
  );
};
