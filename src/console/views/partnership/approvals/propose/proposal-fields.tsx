// The fields of one kind of proposal: choices where the hub knows what there is to choose from.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldScope, Tlp } from '../../../../operations/graphql.generated.ts';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { HANDLING_RULES, type HandlingRule, RULES } from '../../../../ui/handling/rules.ts';
import { tlpLabel } from '../../../../ui/print/strictest.ts';
import { MomentField } from '../../../../ui/time/moment-field.tsx';
import { wordsFor } from '../../../../words/enum-words.ts';
import { AlternativeFields } from '../../../publish/fields/scope-fields.tsx';
import '../../../publish/publish.css';
import { useMay } from '../../act/may.ts';
import { openApplicationsQuery } from '../../members/members-query.ts';
import { keepingQuery, useHoldName } from '../../retention/keeping-query.ts';
import { type FieldName, fieldsOf, OPTIONAL, type Said, WITHOUT_END } from './forms.ts';

type Props = { readonly kind: string; readonly said: Said; readonly set: (said: Said) => void };

const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'] as const satisfies Tlp[];
const SCOPES = ['WARNING', 'MEMBER', 'PERSON', 'CLASS', 'EVERYTHING'] as const satisfies HoldScope[];
const LONG: readonly FieldName[] = ['sectors', 'reason'];

export const ProposalFields = ({ kind, said, set }: Props): JSX.Element => (
  <>
    {(fieldsOf(kind, said) ?? []).map((name) =>
      name === 'audience' ? (
        <AlternativeFields
          key={name}
          alternative={said.audience}
          change={(changes) => set({ ...said, audience: { ...said.audience, ...changes } })}
        />
      ) : (
        <OneField
          key={name}
          name={name}
          value={said.texts[name] ?? ''}
          set={(text) => set({ ...said, texts: { ...said.texts, [name]: text } })}
        />
      ),
    )}
  </>
);

type OneProps = {
  readonly name: Exclude<FieldName, 'audience'>;
  readonly value: string;
  readonly set: (text: string) => void;
};

const OneField = ({ name, value, set }: OneProps): JSX.Element => {
  const { t } = useTranslation();
  const options = useOptions(name);
  const label = isRule(name) ? t(`handling.rule.${name}`) : t(`propose.field.${name}`);
  if (options !== null)
    return (
      <ChoiceField
        label={label}
        value={value}
        set={set}
        none={t(isRule(name) || name === 'end' ? 'handling.asBefore' : 'publish.choose')}
        options={options}
      />
    );
  if (name === 'until')
    return <MomentField label={label} value={value} set={set} isRequired={!OPTIONAL.includes(name)} />;
  return (
    <TextField
      label={label}
      value={value}
      set={set}
      {...(LONG.includes(name) ? { rows: 4 } : {})}
      {...(name === 'sectors' ? { hint: t('propose.hint.sectors') } : {})}
      isRequired={!OPTIONAL.includes(name)}
    />
  );
};

const isRule = (name: string): name is HandlingRule => (RULES as string[]).includes(name);

/** Null where it is typed. */
const useOptions = (name: FieldName): readonly (readonly [string, string])[] | null => {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const isApplication = name === 'application' && may('HUB').isAllowed;
  const applications = useQuery({ ...openApplicationsQuery, enabled: isApplication }).data ?? [];
  const keeping = useQuery({ ...keepingQuery, enabled: name === 'class' || name === 'hold' }).data;
  const holdName = useHoldName();
  if (isRule(name))
    return HANDLING_RULES[name].map((word) => [word, wordsFor(i18n, [`handling.${name}`], word) ?? word]);
  switch (name) {
    case 'application':
      return applications.map(({ id, name: called }) => [id, called]);
    case 'marking':
      return MARKINGS.map((each) => [each, tlpLabel(each)]);
    case 'end':
      return [[WITHOUT_END, t('handling.withoutEnd')]];
    case 'part':
      return (['MEMBERS', 'PERSONS'] as const).map((each) => [each, t(`audit.value.${each}`)]);
    case 'scope':
      return SCOPES.map((each) => [each, t(`retention.scope.${each}`)]);
    case 'class':
      return (keeping?.retentionClasses ?? []).map(({ name: each, about }) => [
        each,
        wordsFor(i18n, ['retention.class'], each) ?? about,
      ]);
    case 'hold':
      return (keeping?.holds ?? [])
        .filter(({ liftedAt }) => liftedAt === null)
        .map((each) => [each.id, `${holdName(each)} – ${each.reason.slice(0, 60)}`]);
    default:
      return null;
  }
};
