// The dialog of an act about a person.
import type { JSX } from 'react';
import type { Person } from '../people-query.ts';
import type { PersonAct } from '../person-acts.ts';
import { ConfirmDialog, LinkDialog, RecoverDialog } from './access-dialogs.tsx';
import { ContactsDialog } from './contacts-dialog.tsx';
import { DetailsDialog, RolesDialog } from './details-dialogs.tsx';
import { DeactivateDialog, EraseDialog, HeldDialog } from './end-dialogs.tsx';

type Props = {
  readonly act: PersonAct;
  readonly person: Person;
  readonly isSelf: boolean;
  readonly close: () => void;
};

export const PersonDialog = ({ act, person, isSelf, close }: Props): JSX.Element => {
  switch (act) {
    case 'details':
      return <DetailsDialog person={person} isSelf={isSelf} close={close} />;
    case 'contacts':
      return <ContactsDialog person={person} close={close} />;
    case 'roles':
      return <RolesDialog person={person} close={close} />;
    case 'link':
      return <LinkDialog person={person} close={close} />;
    case 'recover':
      return <RecoverDialog person={person} close={close} />;
    case 'confirm':
      return <ConfirmDialog person={person} close={close} />;
    case 'deactivate':
      return <DeactivateDialog person={person} close={close} />;
    case 'erase':
      return <EraseDialog person={person} close={close} />;
    case 'held':
      return <HeldDialog person={person} close={close} />;
  }
};
