// Invites a person; its link is shown once.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import { InvitePersonDocument, type Role } from '../../../operations/graphql.generated.ts';
import { TextField } from '../../../ui/field.tsx';
import { ActDialog } from '../act/act-dialog.tsx';
import { joinLink, Secret } from '../act/secret.tsx';
import { RoleChoice } from './role-choice.tsx';

/** `member`: slug of another one, whose first administrator is invited. */
export const InviteDialog = ({ member, close }: { member?: string; close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const me = useSignedIn();
  const [name, setName] = useState('');
  const [handle, setHandle] = useState('');
  const [chosen, setRoles] = useState<Role[]>(member === undefined ? [] : ['MEMBER_ADMIN']);
  const where = member ?? me.member.slug;
  return (
    <ActDialog
      title={t('people.invite')}
      sentence={t('people.willInvite', { member: where })}
      button={t('people.makeLink')}
      isReady={name.trim() !== '' && handle.trim() !== '' && chosen.length > 0}
      document={InvitePersonDocument}
      input={{
        name: name.trim(),
        handle: handle.trim(),
        roles: chosen,
        ...(member === undefined ? {} : { member }),
      }}
      shown={({ link, expiresAt }) => (
        <Secret text={joinLink(link ?? '')} until={expiresAt} note={t('people.giveLink')} />
      )}
      close={close}
    >
      <TextField label={t('people.name')} value={name} set={setName} max={200} isRequired />
      <TextField
        label={t('people.handle')}
        hint={t('people.handleHint')}
        value={handle}
        set={setHandle}
        max={64}
        isRequired
      />
      {member === undefined && <RoleChoice had={[]} chosen={chosen} choose={setRoles} />}
    </ActDialog>
  );
};
