// All ways to reach a person, each with who sees it.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactKind, ContactVisibility } from '../../../../operations/graphql.generated.ts';
import { useFocusAfter } from '../../../../ui/act/use-focus-after.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { RunDialog } from '../../act/act-dialog.tsx';
import { changingList, type OfPerson, type Person } from '../people-query.ts';

const KINDS = [
  'PHONE',
  'MOBILE',
  'EMAIL',
  'SATELLITE_PHONE',
  'POSTAL',
  'OTHER',
] as const satisfies ContactKind[];
const VISIBILITIES = ['MEMBER', 'COUNTERPARTS', 'PARTNERSHIP'] as const satisfies ContactVisibility[];
const MOST = 20;

/** The place keeps a row its own while another is removed. */
type Row = Person['contacts'][number] & { readonly place: number };

export const ContactsDialog = ({ person: shown, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  // As it was when it was opened: what is written is a change of that.
  const [person] = useState(shown);
  const [rows, setRows] = useState<Row[]>(() => person.contacts.map((each, place) => ({ ...each, place })));
  const [adding, leaveTo] = useFocusAfter<HTMLButtonElement>();
  const change = (place: number, changes: Partial<Row>): void =>
    setRows(rows.map((row) => (row.place === place ? { ...row, ...changes } : row)));
  const add = (): void => {
    const place = Math.max(-1, ...rows.map((row) => row.place)) + 1;
    setRows([...rows, { kind: 'PHONE', value: '', visibleTo: 'MEMBER', place }]);
  };
  return (
    <RunDialog
      title={t('people.act.contacts')}
      sentence={t('people.willContacts')}
      button={t('admin.save')}
      isReady={rows.every(({ value }) => value.trim() !== '')}
      run={changingList(
        person,
        'contacts',
        rows.map(({ kind, value, visibleTo }) => ({ kind, value: value.trim(), visibleTo })),
      )}
      close={close}
    >
      {rows.map((row) => (
        <ContactRow
          key={row.place}
          row={row}
          change={(changes) => change(row.place, changes)}
          drop={() => {
            setRows(rows.filter(({ place }) => place !== row.place));
            leaveTo();
          }}
        />
      ))}
      {rows.length < MOST && (
        <div>
          <button type="button" className="small" ref={adding} onClick={add}>
            {t('people.addContact')}
          </button>
        </div>
      )}
    </RunDialog>
  );
};

type RowProps = {
  readonly row: Row;
  readonly change: (changes: Partial<Row>) => void;
  readonly drop: () => void;
};

const ContactRow = ({ row: { kind, value, visibleTo }, change, drop }: RowProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="contact-row">
      <ChoiceField
        label={t('people.contactKindTitle')}
        value={kind}
        set={(next) => change({ kind: next as ContactKind })}
        options={KINDS.map((each) => [each, t(`people.contactKind.${each}`)] as const)}
      />
      <TextField
        label={t('people.contact')}
        value={value}
        set={(next) => change({ value: next })}
        max={300}
        isRequired
      />
      <ChoiceField
        label={t('people.whoSees')}
        value={visibleTo}
        set={(next) => change({ visibleTo: next as ContactVisibility })}
        options={VISIBILITIES.map((each) => [each, t(`people.visibleTo.${each}`)] as const)}
      />
      <button type="button" className="small" onClick={drop}>
        {t('people.dropContact')}
      </button>
    </div>
  );
};
