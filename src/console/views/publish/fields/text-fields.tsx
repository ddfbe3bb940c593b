// What it says: headline, summary, what to do, who to call; and what it is about.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../app/sector-names.ts';
import { Fields, TextField } from '../../../ui/field.tsx';
import { PickMany } from '../../../ui/pick-many.tsx';
import { MomentField } from '../../../ui/time/moment-field.tsx';
import { PickCountries } from '../audience/pick-listed.tsx';
import type { Edit } from '../edit.ts';
import { isWritten, MOST_COUNTRIES } from '../form.ts';

const MOST_ACTIONS = 5;

export const TextFields = ({ edit }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const { form, set, faults } = edit;
  return (
    <Fields title={t('publish.what')}>
      <TextField
        label={t('publish.headline')}
        hint={t('publish.headlineHint')}
        value={form.headline}
        set={(headline) => set({ headline })}
        faults={faults('$.headline')}
        max={140}
        lang={form.language}
        isRequired
      />
      <TextField
        label={t('warning.summary')}
        hint={t('publish.summaryHint')}
        value={form.summary}
        set={(summary) => set({ summary })}
        faults={faults('$.summary')}
        rows={5}
        max={4000}
        lang={form.language}
        isRequired
      />
      {form.kind === 'WARNING' && <ActionFields edit={edit} />}
      {form.kind === 'WARNING' && <ContactFields edit={edit} />}
    </Fields>
  );
};

const ActionFields = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const { actions } = form;
  const change = (at: number, changes: Partial<(typeof actions)[number]>): void =>
    set({ actions: actions.map((each, index) => (index === at ? { ...each, ...changes } : each)) });
  return (
    <div className="stack tight">
      {actions.map(({ text, by }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action is its place
        <div className="action-row" key={index}>
          <TextField
            label={index === 0 ? t('warning.oneThing') : t('publish.action', { number: index + 1 })}
            value={text}
            set={(next) => change(index, { text: next })}
            faults={faults(`$.actions[${index}].text`)}
            max={500}
            rows={2}
            lang={form.language}
            isRequired={by !== ''}
          />
          <MomentField
            label={t('publish.by')}
            value={by}
            set={(next) => change(index, { by: next })}
            faults={faults(`$.actions[${index}].by`)}
          />
        </div>
      ))}
      <div className="row">
        {actions.length < MOST_ACTIONS && (
          <button
            type="button"
            className="small"
            onClick={() => set({ actions: [...actions, { text: '', by: '' }] })}
          >
            {t('publish.addAction')}
          </button>
        )}
        {actions.length > 1 && (
          <button type="button" className="small" onClick={() => set({ actions: actions.slice(0, -1) })}>
            {t('publish.dropAction')}
          </button>
        )}
      </div>
    </div>
  );
};

const ContactFields = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const { contacts } = form;
  const change = (at: number, changes: Partial<(typeof contacts)[number]>): void =>
    set({ contacts: contacts.map((each, index) => (index === at ? { ...each, ...changes } : each)) });
  return (
    <div className="stack tight">
      {contacts.map((contact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a contact is its place
        <div className="three" key={index}>
          {(['name', 'number', 'hours'] as const).map((part) => (
            <TextField
              key={part}
              label={t(`publish.contact.${part}`)}
              value={contact[part]}
              set={(next) => change(index, { [part]: next })}
              faults={faults(`$.contacts[${index}].${part}`)}
              max={120}
              {...(part === 'hours' ? { hint: t('publish.contact.hoursHint') } : {})}
              isRequired={isWritten(contact)}
            />
          ))}
        </div>
      ))}
      <div className="row">
        {contacts.length < 5 && (
          <button
            type="button"
            className="small"
            onClick={() => set({ contacts: [...contacts, { name: '', number: '', hours: '' }] })}
          >
            {t('publish.addContact')}
          </button>
        )}
      </div>
    </div>
  );
};

export const AboutFields = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const sectors = useSectors();
  return (
    <Fields title={t('publish.about')}>
      <PickMany
        label={t('publish.sectorsConcerned')}
        hint={t('publish.sectorsHint')}
        from={sectors}
        chosen={form.sectorsConcerned}
        choose={(sectorsConcerned) => set({ sectorsConcerned })}
        faults={faults('$.sectorsConcerned')}
      />
      <PickCountries
        label={t('publish.countriesConcerned')}
        value={form.countriesConcerned}
        set={(countriesConcerned) => set({ countriesConcerned })}
        faults={faults('$.countriesConcerned')}
        most={MOST_COUNTRIES}
      />
      <TextField
        label={t('publish.references')}
        hint={t('publish.referencesHint')}
        value={form.references}
        set={(references) => set({ references })}
        faults={faults('$.externalReferences')}
        rows={2}
      />
    </Fields>
  );
};
