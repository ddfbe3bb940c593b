// How somebody comes in: a new link, a recovery code, and that it is who it is said to be.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ConfirmPersonDocument,
  RecoverPersonDocument,
  ReinvitePersonDocument,
} from '../../../../operations/graphql.generated.ts';
import { ActDialog } from '../../act/act-dialog.tsx';
import { joinLink, Secret } from '../../act/secret.tsx';
import type { OfPerson } from '../people-query.ts';

export const LinkDialog = ({ person: { personId, name }, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('people.act.link')}
      sentence={t('people.willLink', { name })}
      button={t('people.makeLink')}
      document={ReinvitePersonDocument}
      input={{ person: personId }}
      shown={({ link, expiresAt }) => (
        <Secret text={joinLink(link ?? '')} until={expiresAt} note={t('people.giveLink')} />
      )}
      close={close}
    />
  );
};

export const RecoverDialog = ({ person: { personId, name }, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('people.act.recover')}
      sentence={t('people.willRecover', { name })}
      button={t('people.makeCode')}
      document={RecoverPersonDocument}
      input={{ person: personId }}
      shown={({ code, expiresAt }) => (
        <Secret text={code ?? ''} until={expiresAt} note={t('people.readCode')} />
      )}
      close={close}
    />
  );
};

export const ConfirmDialog = ({ person: { personId, name }, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('people.act.confirm')}
      sentence={t('people.willConfirm', { name })}
      button={t('people.act.confirm')}
      document={ConfirmPersonDocument}
      input={{ person: personId }}
      close={close}
    />
  );
};
