// What a person is called, reads and may do.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangePersonDocument, type Role } from '../../../../operations/graphql.generated.ts';
import { TextField } from '../../../../ui/field.tsx';
import { ActDialog, RunDialog } from '../../act/act-dialog.tsx';
import { differing, listed, orNull } from '../../act/lists.ts';
import { changingList, type OfPerson } from '../people-query.ts';
import { RoleChoice } from '../role-choice.tsx';

export const DetailsDialog = ({ person, isSelf, close }: OfPerson & { isSelf: boolean }): JSX.Element => {
  const { t } = useTranslation();
  const { personId, written } = person;
  const former = written.slice(written.indexOf('/') + 1);
  const [name, setName] = useState(person.name);
  const [handle, setHandle] = useState(former);
  const [languages, setLanguages] = useState(person.languages.join(', '));
  const [timeZone, setTimeZone] = useState(person.timeZone ?? '');
  return (
    <ActDialog
      title={t('people.act.details')}
      sentence={t('people.willChange', { name: person.name })}
      button={t('admin.save')}
      isReady={name.trim() !== ''}
      document={ChangePersonDocument}
      input={{
        person: personId,
        ...differing({ name: name.trim(), languages: listed(languages), timeZone: orNull(timeZone) }, person),
        ...(handle.trim() === former ? {} : { handle: handle.trim() }),
      }}
      close={close}
    >
      <TextField label={t('people.name')} value={name} set={setName} max={200} isRequired />
      {!isSelf && (
        <TextField label={t('people.handle')} hint={t('people.handleHint')} value={handle} set={setHandle} />
      )}
      <TextField
        label={t('people.languages')}
        hint={t('people.languagesHint')}
        value={languages}
        set={setLanguages}
      />
      <TextField
        label={t('people.timeZone')}
        hint={t('people.timeZoneHint')}
        value={timeZone}
        set={setTimeZone}
      />
    </ActDialog>
  );
};

export const RolesDialog = ({ person: shown, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  // As it was when it was opened: what is chosen is a change of that.
  const [person] = useState(shown);
  const [chosen, setChosen] = useState<Role[]>([...person.roles]);
  return (
    <RunDialog
      title={t('people.act.roles')}
      sentence={t('people.willChangeRoles', { name: person.name })}
      button={t('admin.save')}
      isReady={chosen.length > 0}
      run={changingList(person, 'roles', chosen)}
      close={close}
    >
      <RoleChoice had={person.roles} chosen={chosen} choose={setChosen} />
    </RunDialog>
  );
};
