// To whom one's member is listed, and who its clients are.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeListingDocument, ChangeMemberDocument } from '../../../../operations/graphql.generated.ts';
import { ActDialog } from '../../act/act-dialog.tsx';
import { CheckField } from '../../act/check-field.tsx';
import type { Facts } from '../members-query.ts';
import { PickMembers } from '../pick-members.tsx';

type Props = { readonly facts: Facts; readonly close: () => void };

export const ListingDialog = ({ facts, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [isUnlisted, setUnlisted] = useState(facts.isUnlisted === true);
  const [listedTo, setListedTo] = useState<string[]>([...(facts.listedTo ?? [])]);
  return (
    <ActDialog
      title={t('members.act.listing')}
      sentence={isUnlisted ? t('members.will.unlist') : t('members.will.list')}
      button={t('admin.save')}
      document={ChangeListingDocument}
      input={{ isUnlisted, listedTo: isUnlisted ? listedTo : [] }}
      close={close}
    >
      <CheckField label={t('members.beUnlisted')} value={isUnlisted} set={setUnlisted} />
      {isUnlisted && <PickMembers label={t('members.listedTo')} chosen={listedTo} choose={setListedTo} />}
    </ActDialog>
  );
};

export const ClientsDialog = ({ facts, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [clients, setClients] = useState<string[]>([...(facts.clients ?? [])]);
  const [optsOutOfCascade, optOut] = useState(facts.optsOutOfCascade === true);
  // An empty list would end those too that are not shown.
  const isSame = clients.join() === (facts.clients ?? []).join();
  return (
    <ActDialog
      title={t('members.act.clients')}
      sentence={t('members.will.clients')}
      button={t('admin.save')}
      document={ChangeMemberDocument}
      input={{ ...(isSame ? {} : { clients }), optsOutOfCascade }}
      close={close}
    >
      <PickMembers label={t('members.clients')} chosen={clients} choose={setClients} />
      <CheckField
        label={t('members.optOut')}
        hint={t('members.optOutHint')}
        value={optsOutOfCascade}
        set={optOut}
      />
    </ActDialog>
  );
};
