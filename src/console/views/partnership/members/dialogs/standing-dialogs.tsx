// What a member is in the partnership: attested, suspended, reinstated, ended.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AttestMemberDocument,
  EndMembershipDocument,
  ReinstateMemberDocument,
  SuspendMemberDocument,
} from '../../../../operations/graphql.generated.ts';
import { TextField } from '../../../../ui/field.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { CheckField } from '../../act/check-field.tsx';
import { TriedField } from '../../act/tried-field.tsx';
import type { Listed } from '../members-query.ts';
import { shownEmptied } from './emptied.tsx';

type Props = { readonly member: Listed; readonly close: () => void };

export const AttestDialog = ({ member: { name }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [areFactsRight, say] = useState(false);
  return (
    <ActDialog
      title={t('members.act.attest')}
      sentence={t('members.will.attest', { name })}
      button={t('members.act.attest')}
      isReady={areFactsRight}
      document={AttestMemberDocument}
      input={{ areFactsRight }}
      close={close}
    >
      <CheckField label={t('members.factsRight')} value={areFactsRight} set={say} isRequired />
    </ActDialog>
  );
};

export const SuspendDialog = ({ member: { slug, name }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('members.act.suspend')}
      sentence={t('members.will.suspend', { name })}
      button={t('members.act.suspend')}
      isDanger
      isReady={reason.trim() !== ''}
      document={SuspendMemberDocument}
      input={{ member: slug, reason: reason.trim() }}
      shown={shownEmptied}
      close={close}
    >
      <TextField label={t('cancel.reason')} value={reason} set={setReason} rows={3} max={500} isRequired />
    </ActDialog>
  );
};

export const ReinstateDialog = ({ member: { slug, name }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('members.act.reinstate')}
      sentence={t('members.will.reinstate', { name })}
      button={t('members.act.reinstate')}
      document={ReinstateMemberDocument}
      input={{ member: slug }}
      close={close}
    />
  );
};

export const EndDialog = ({ member, act, close }: Props & { act: 'end' | 'leave' }): JSX.Element => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { slug, name } = member;
  return (
    <ActDialog
      title={t(`members.act.${act}`)}
      sentence={t(`members.will.${act}`, { name })}
      button={t(`members.act.${act}`)}
      isDanger
      isReady={typed.trim() === slug}
      document={EndMembershipDocument}
      input={act === 'leave' ? {} : { member: slug }}
      shown={shownEmptied}
      close={close}
    >
      <TriedField
        label={t('members.typeSlug', { slug })}
        value={typed}
        set={setTyped}
        faults={slug.startsWith(typed.trim()) ? [] : [t('members.typeSlug', { slug })]}
        lack={typed.trim() === slug ? null : t('members.typeSlug', { slug })}
        isRequired
      />
    </ActDialog>
  );
};
