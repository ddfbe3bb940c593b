// Who may have it and who is to receive it: what cannot be changed after publication.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../app/sector-names.ts';
import type { MemberKind, Tlp } from '../../../operations/graphql.generated.ts';
import { Faults } from '../../../ui/act/hub-said.tsx';
import type { Fault } from '../../../ui/act/sentences.ts';
import { Fields, TextField } from '../../../ui/field.tsx';
import { Marking } from '../../../ui/marks.tsx';
import { PickMany } from '../../../ui/pick-many.tsx';
import { PickCommunities, PickCountries, PickMembers } from '../audience/pick-listed.tsx';
import type { Edit } from '../edit.ts';
import { type Alternative, EMPTY_ALTERNATIVE, MOST_VALUES } from '../form.ts';

const LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const satisfies Tlp[];
const KINDS = [
  'AGENCY',
  'NATIONAL_CSIRT',
  'SECTOR_CSIRT',
  'OPERATOR',
  'SHARING_CENTRE',
  'TECHNICAL_PARTNER',
  'REGULATOR',
  'LAW_ENFORCEMENT',
  'RESEARCH',
  'CIVIL_SOCIETY',
  'STATE_CONTACT',
] as const satisfies MemberKind[];
const MOST = 8;

export const ScopeFields = ({ edit }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const { form, set, faults } = edit;
  const within = ['$.audience.excludes', '$.audience.alternatives'].flatMap(faults);
  return (
    <Fields title={t('publish.scope')}>
      <MarkingChoice edit={edit} />
      {form.alternatives.map((alternative, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an alternative is its place
        <div className="stack tight" key={index}>
          {index > 0 && <h3>{t('publish.or')}</h3>}
          <AlternativeFields
            alternative={alternative}
            change={(changes) =>
              set({
                alternatives: form.alternatives.map((each, at) =>
                  at === index ? { ...each, ...changes } : each,
                ),
              })
            }
            faults={(field) => faults(`$.audience.alternatives[${index}]${field}`)}
          />
        </div>
      ))}
      <div className="row">
        {form.alternatives.length < MOST && (
          <button
            type="button"
            className="small"
            onClick={() => set({ alternatives: [...form.alternatives, EMPTY_ALTERNATIVE] })}
          >
            {t('publish.addOr')}
          </button>
        )}
        {form.alternatives.length > 1 && (
          <button
            type="button"
            className="small"
            onClick={() => set({ alternatives: form.alternatives.slice(0, -1) })}
          >
            {t('publish.dropOr')}
          </button>
        )}
      </div>
      <Faults of={faults('$.audience').filter((fault) => !within.includes(fault))} />
      <PickMembers
        label={t('publish.excludes')}
        hint={t('publish.typeHint')}
        value={form.excludes}
        set={(excludes) => set({ excludes })}
        faults={faults('$.audience.excludes')}
        most={MOST_VALUES}
      />
    </Fields>
  );
};

const MarkingChoice = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <fieldset className="markings stack tight">
      <legend className="strong">{t('publish.marking')}</legend>
      <div className="row">
        {LABELS.map((label) => (
          <label key={label} className="choice">
            <input
              type="radio"
              name="marking"
              value={label}
              checked={form.marking === label}
              onChange={() => set({ marking: label })}
            />
            <Marking tlp={label} isName />
          </label>
        ))}
      </div>
      {form.marking !== '' && <p className="notice">{t(`marked.forbids.${form.marking}`)}</p>}
      <Faults of={faults('$.marking')} />
    </fieldset>
  );
};

const FIELDS = ['sectors', 'kinds', 'countries', 'communities', 'members', 'persons'] as const;
type Typed = Exclude<(typeof FIELDS)[number], 'sectors' | 'kinds'>;

type AlternativeProps = {
  readonly alternative: Alternative;
  readonly change: (changes: Partial<Alternative>) => void;
  /** At one of its fields, such as `.members`; with nothing, anywhere in it. */
  readonly faults?: (field: string) => readonly Fault[];
};

const none = (): readonly Fault[] => [];

export const AlternativeFields = ({ alternative, change, faults = none }: AlternativeProps): JSX.Element => {
  const { t } = useTranslation();
  const sectors = useSectors();
  const atFields = FIELDS.flatMap((name) => faults(`.${name}`));
  const typed = (name: Typed) => ({
    label: t(`publish.to.${name}`),
    value: alternative[name],
    set: (value: string) => change({ [name]: value }),
    faults: faults(`.${name}`),
  });
  const picked = (name: Typed) => ({ ...typed(name), most: MOST_VALUES });
  return (
    <>
      <div className="pair">
        <PickMany
          label={t('publish.toSectors')}
          from={sectors}
          chosen={alternative.sectors}
          choose={(chosen) => change({ sectors: chosen })}
          faults={faults('.sectors')}
        />
        <PickMany
          label={t('publish.toKinds')}
          from={KINDS.map((id) => ({ id, name: t(`memberKind.${id}`) }))}
          chosen={alternative.kinds}
          choose={(chosen) => change({ kinds: chosen as MemberKind[] })}
          faults={faults('.kinds')}
        />
        <PickCountries {...picked('countries')} />
        <PickCommunities {...picked('communities')} />
        <PickMembers {...picked('members')} />
        <TextField {...typed('persons')} hint={t('publish.personsHint')} />
      </div>
      <p className="hint quiet">{t('publish.andHint')}</p>
      <Faults of={faults('').filter((fault) => !atFields.includes(fault))} />
    </>
  );
};
