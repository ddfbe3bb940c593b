// The facts of a member: those that its administrators change, and those that decide who may read, which the hub changes.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../../app/sector-names.ts';
import {
  ChangeMemberDocument,
  type IdentifierType,
  type MemberKind,
} from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { PickMany } from '../../../../ui/pick-many.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import { CheckField } from '../../act/check-field.tsx';
import { differing, listed, orNull } from '../../act/lists.ts';
import { type Facts, KINDS } from '../members-query.ts';
import { shownEmptied } from './emptied.tsx';

type Props = { readonly facts: Facts; readonly close: () => void };

/** One in a line: `LEI 5299…`. */
const identifiersIn = (text: string): { type: IdentifierType; value: string }[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [type = '', ...rest] = line.split(/\s+/);
      return { type: type.toUpperCase() as IdentifierType, value: rest.join(' ') };
    });

const isIdentifier = (line: string): boolean => /^\s*(?:(?:REGISTRATION|LEI|DUNS)\s+\S.*)?$/i.test(line);

export const ChangeDialog = ({ facts, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [texts, setTexts] = useState(() => ({
    website: facts.website ?? '',
    languages: facts.languages.join(', '),
    timeZone: facts.timeZone ?? '',
    identifiers: facts.identifiers.map(({ type, value }) => `${type} ${value}`).join('\n'),
  }));
  const field = (key: keyof typeof texts) => ({
    value: texts[key],
    set: (value: string) => setTexts({ ...texts, [key]: value }),
  });
  const areRight = texts.identifiers.split('\n').every(isIdentifier);
  return (
    <ActDialog
      title={t('members.act.change')}
      sentence={t('members.will.change', { name: facts.member.name })}
      button={t('admin.save')}
      isReady={areRight}
      document={ChangeMemberDocument}
      input={differing(
        {
          website: orNull(texts.website),
          languages: listed(texts.languages),
          timeZone: orNull(texts.timeZone),
          identifiers: identifiersIn(texts.identifiers),
        },
        { ...facts, identifiers: facts.identifiers.map(({ type, value }) => ({ type, value })) },
      )}
      close={close}
    >
      <TextField label={t('members.website')} {...field('website')} />
      <TextField label={t('people.languages')} hint={t('people.languagesHint')} {...field('languages')} />
      <TextField label={t('people.timeZone')} hint={t('people.timeZoneHint')} {...field('timeZone')} />
      <TextField
        label={t('members.identifiers')}
        hint={t('members.identifiersHint')}
        faults={areRight ? [] : [t('members.identifiersHint')]}
        {...field('identifiers')}
        rows={2}
      />
    </ActDialog>
  );
};

/** Of names that look like another's, once somebody has looked. */
export const NamesAreClear = ({
  value,
  set,
}: {
  value: boolean;
  set: (value: boolean) => void;
}): JSX.Element => {
  const { t } = useTranslation();
  return (
    <CheckField label={t('applications.clear')} hint={t('applications.clearHint')} value={value} set={set} />
  );
};

type HubFields = {
  readonly name: string;
  readonly latinName: string;
  readonly kind: MemberKind;
  readonly country: string;
  readonly countries: string;
  readonly sectors: string[];
  readonly mayPublish: boolean;
};

const hubChanges = (facts: Facts, { name, latinName, country, countries, ...chosen }: HubFields) =>
  differing(
    {
      ...chosen,
      name: name.trim(),
      latinName: orNull(latinName),
      country: country.trim().toUpperCase(),
      countries: listed(countries.toUpperCase()),
    },
    { ...facts, ...facts.member },
  );

/** What the hub alone changes. */
export const HubChangeDialog = ({ facts, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const known = useSectors();
  const [name, setName] = useState(facts.member.name);
  const [latinName, setLatinName] = useState(facts.latinName ?? '');
  const [kind, setKind] = useState<MemberKind>(facts.member.kind);
  const [country, setCountry] = useState(facts.member.country);
  const [countries, setCountries] = useState(facts.countries.join(', '));
  const [sectors, setSectors] = useState<string[]>([...facts.sectors]);
  const [mayPublish, setMayPublish] = useState(facts.mayPublish);
  const [namesAreClear, clear] = useState(false);
  const isRenamed = name.trim() !== facts.member.name || orNull(latinName) !== facts.latinName;
  return (
    <ActDialog
      title={t('members.act.hubChange')}
      sentence={t('members.will.hubChange', { name: facts.member.name })}
      button={t('admin.save')}
      isReady={country.trim() !== '' && name.trim() !== ''}
      document={ChangeMemberDocument}
      input={{
        member: facts.member.slug,
        ...hubChanges(facts, { name, latinName, kind, country, countries, sectors, mayPublish }),
        ...(isRenamed && namesAreClear ? { namesAreClear } : {}),
      }}
      shown={shownEmptied}
      close={close}
    >
      <TextField label={t('members.name')} value={name} set={setName} max={300} isRequired />
      <TextField label={t('members.latinName')} value={latinName} set={setLatinName} />
      {isRenamed && <NamesAreClear value={namesAreClear} set={clear} />}
      <ChoiceField
        label={t('members.kindTitle')}
        value={kind}
        set={(next) => setKind(next as MemberKind)}
        options={KINDS.map((each) => [each, t(`members.kind.${each}`)] as const)}
      />
      <TextField
        label={t('members.country')}
        hint={t('members.countryHint')}
        value={country}
        set={setCountry}
        isRequired
      />
      <TextField
        label={t('members.countries')}
        hint={t('publish.countriesHint')}
        value={countries}
        set={setCountries}
      />
      <PickMany label={t('members.sectors')} from={known} chosen={sectors} choose={setSectors} />
      <CheckField label={t('members.mayPublish')} value={mayPublish} set={setMayPublish} />
    </ActDialog>
  );
};
