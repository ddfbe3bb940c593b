// The dialogs of the acts on an application, each with one sentence that says what will happen.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AdmitApplicationDocument,
  ObjectToApplicationDocument,
  ProposeDocument,
  RefuseApplicationDocument,
  SetAsideObjectionDocument,
  SponsorApplicationDocument,
  VerifyApplicationDocument,
  WithdrawObjectionDocument,
} from '../../../../operations/graphql.generated.ts';
import { TextField } from '../../../../ui/field.tsx';
import { ActDialog, acting, type Outcome, type Run, RunDialog } from '../../act/act-dialog.tsx';
import { CheckField } from '../../act/check-field.tsx';
import { NamesAreClear } from '../dialogs/change-dialogs.tsx';
import type { Application } from '../members-query.ts';

type Plain = 'withdraw' | 'admit' | 'propose' | 'refuse';
export type OpenAct =
  | { readonly act: Plain | 'sponsor' | 'object' | 'verify' }
  | { readonly act: 'setAside'; readonly member: string };

type Props = { readonly application: Application; readonly close: () => void };

export const ApplicationDialog = ({ open, ...props }: Props & { open: OpenAct }): JSX.Element => {
  switch (open.act) {
    case 'sponsor':
      return <SponsorDialog {...props} />;
    case 'object':
      return <ObjectDialog {...props} />;
    case 'verify':
      return <VerifyDialog {...props} />;
    case 'setAside':
      return <SetAsideDialog {...props} member={open.member} />;
    default:
      return <PlainDialog {...props} act={open.act} />;
  }
};

const runOf = (act: Plain, id: string): Run<Outcome> => {
  if (act === 'withdraw') return acting(WithdrawObjectionDocument, { id });
  if (act === 'admit') return acting(AdmitApplicationDocument, { id });
  if (act === 'propose')
    return acting(ProposeDocument, { kind: 'ADMIT_MEMBER', payload: { application: id } });
  return acting(RefuseApplicationDocument, { id });
};

const PlainDialog = ({ application: { id, name }, close, act }: Props & { act: Plain }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <RunDialog
      title={t(`applications.act.${act}`)}
      sentence={t(`applications.will.${act}`, { name })}
      button={t(`applications.act.${act}`)}
      isDanger={act === 'refuse'}
      run={runOf(act, id)}
      close={close}
    />
  );
};

const SponsorDialog = ({ application: { id, name }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [agreesToBeNamed, agree] = useState(false);
  return (
    <ActDialog
      title={t('applications.act.sponsor')}
      sentence={t('applications.will.sponsor', { name })}
      button={t('applications.act.sponsor')}
      document={SponsorApplicationDocument}
      input={{ id, agreesToBeNamed }}
      close={close}
    >
      <CheckField
        label={t('applications.agree')}
        hint={t('applications.agreeHint')}
        value={agreesToBeNamed}
        set={agree}
      />
    </ActDialog>
  );
};

const ObjectDialog = ({ application: { id, name }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('applications.act.object')}
      sentence={t('applications.will.object', { name })}
      button={t('applications.act.object')}
      isDanger
      isReady={reason.trim() !== ''}
      document={ObjectToApplicationDocument}
      input={{ id, reason: reason.trim() }}
      close={close}
    >
      <TextField label={t('cancel.reason')} value={reason} set={setReason} rows={3} max={500} isRequired />
    </ActDialog>
  );
};

const VerifyDialog = ({ application, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { id, name, needsReview } = application;
  const [slug, setSlug] = useState(application.slug);
  const [namesAreClear, clear] = useState(false);
  const other = slug.trim() === application.slug ? {} : { slug: slug.trim() };
  return (
    <ActDialog
      title={t('applications.act.verify')}
      sentence={t('applications.will.verify', { name })}
      button={t('applications.act.verify')}
      isReady={slug.trim() !== ''}
      document={VerifyApplicationDocument}
      input={{ id, namesAreClear, ...other }}
      close={close}
    >
      <TextField label={t('members.slug')} hint={t('applications.slugHint')} value={slug} set={setSlug} />
      {needsReview && <NamesAreClear value={namesAreClear} set={clear} />}
    </ActDialog>
  );
};

const SetAsideDialog = ({ application: { id }, close, member }: Props & { member: string }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('applications.setAsideOf', { member })}
      sentence={t('applications.will.setAside', { member })}
      button={t('applications.act.setAside')}
      document={SetAsideObjectionDocument}
      input={{ id, member }}
      close={close}
    />
  );
};
