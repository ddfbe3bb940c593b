// Who comes into a community and who goes out.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AcceptIntoCommunityDocument,
  InviteToCommunityDocument,
  JoinCommunityDocument,
  LeaveCommunityDocument,
  RemoveFromCommunityDocument,
} from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { visible } from '../../../../ui/producer-text.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { Secret } from '../../act/secret.tsx';
import type { Whole } from '../communities-query.ts';

type Props = { readonly community: Whole; readonly close: () => void };

export const JoinDialog = ({ community, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { slug, name, membership, rule, joining, opensHistory } = community;
  const asks = membership !== 'INVITED' && rule === null && joining === 'REQUEST';
  const title = asks ? t('communities.act.request') : t('communities.act.join');
  return (
    <ActDialog
      title={title}
      sentence={t(asks ? 'communities.will.request' : 'communities.will.join', { name })}
      button={title}
      document={JoinCommunityDocument}
      input={{ community: slug }}
      close={close}
    >
      <p className="small quiet">
        {opensHistory ? t('communities.historyOpen') : t('communities.historyClosed')}
      </p>
    </ActDialog>
  );
};

/** `<slug>.<secret>`: a code says of which community it is. */
export const CodeDialog = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [slug = ''] = code.trim().split('.');
  return (
    <ActDialog
      title={t('communities.act.code')}
      sentence={t('communities.will.code')}
      button={t('communities.act.join')}
      isReady={code.trim() !== ''}
      document={JoinCommunityDocument}
      input={{ community: slug, code: code.trim() }}
      close={close}
    >
      <TextField label={t('communities.code')} value={code} set={setCode} isRequired />
    </ActDialog>
  );
};

export const LeaveDialog = ({ community: { slug, name, membership }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const isJoined = membership === 'JOINED';
  const title = isJoined ? t('communities.act.leave') : t('communities.act.takeBack');
  return (
    <ActDialog
      title={title}
      sentence={t(isJoined ? 'communities.will.leave' : 'communities.will.takeBack', { name })}
      button={title}
      isDanger={isJoined}
      document={LeaveCommunityDocument}
      input={{ community: slug }}
      close={close}
    />
  );
};

export const InviteDialog = ({ community: { slug, name }, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [member, setMember] = useState('');
  const whom = member.trim() === '' ? {} : { member: member.trim() };
  return (
    <ActDialog
      title={t('communities.act.invite')}
      sentence={t('communities.will.invite', { name })}
      button={t('communities.act.invite')}
      document={InviteToCommunityDocument}
      input={{ community: slug, ...whom }}
      shown={({ code, expiresAt }) => (
        <Secret text={code ?? ''} until={expiresAt} note={t('communities.giveCode')} />
      )}
      close={close}
    >
      <TextField
        label={t('communities.invitee')}
        hint={t('communities.inviteeHint')}
        value={member}
        set={setMember}
      />
    </ActDialog>
  );
};

export const AcceptDialog = ({ community, member, close }: Props & { member: string }): JSX.Element => {
  const { t } = useTranslation();
  const { slug, name } = community;
  return (
    <ActDialog
      title={t('communities.act.accept')}
      sentence={t('communities.will.accept', { name, member })}
      button={t('communities.act.accept')}
      document={AcceptIntoCommunityDocument}
      input={{ community: slug, member }}
      close={close}
    />
  );
};

export const RemoveDialog = ({ community, member, close }: Props & { member: string }): JSX.Element => {
  const { t } = useTranslation();
  const { slug, name } = community;
  return (
    <ActDialog
      title={t('communities.act.refuse')}
      sentence={t('communities.will.refuse', { name, member })}
      button={t('communities.act.refuse')}
      isDanger
      document={RemoveFromCommunityDocument}
      input={{ community: slug, member }}
      close={close}
    />
  );
};

export const RemoveOneDialog = ({ community, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { slug, name, members } = community;
  const [member, setMember] = useState('');
  return (
    <ActDialog
      title={t('communities.act.removeOne')}
      sentence={t('communities.will.removeOne', { name })}
      button={t('communities.act.removeOne')}
      isDanger
      isReady={member !== ''}
      document={RemoveFromCommunityDocument}
      input={{ community: slug, member }}
      close={close}
    >
      <ChoiceField
        label={t('communities.members')}
        value={member}
        set={setMember}
        options={(members ?? []).map((each) => [each.slug, visible(each.name)] as const)}
        none={t('publish.choose')}
        isRequired
      />
    </ActDialog>
  );
};
