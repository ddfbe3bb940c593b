// What a subscription asks for: each field that is filled in must fit, by any of its values.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { CERTAINTIES, SEVERITIES, URGENCIES } from '../../app/feed/grades.ts';
import { useSignedIn } from '../../app/me.ts';
import { useSectors } from '../../app/sector-names.ts';
import type { ItemKind } from '../../operations/graphql.generated.ts';
import { Fields, TextField } from '../../ui/field.tsx';
import { PickMany } from '../../ui/pick-many.tsx';
import { PickCountries, PickMembers } from '../publish/audience/pick-listed.tsx';
import { ProductFields } from './product-fields.tsx';
import type { EditForm } from './subscription-form.ts';

const KINDS = ['WARNING', 'PRACTICE'] as const satisfies ItemKind[];

type Props = { readonly edit: EditForm };

export const FilterFields = ({ edit }: Props): JSX.Element => {
  const { t } = useTranslation();
  const sectors = useSectors();
  const { form, set } = edit;
  return (
    <Fields title={t('subs.which')}>
      <p className="hint">{t('subs.whichHint')}</p>
      <PickMany
        label={t('subs.sectors')}
        hint={t('subs.sectorsHint')}
        from={sectors}
        chosen={form.sectors}
        choose={(chosen) => set({ sectors: chosen })}
      />
      <GradeFields edit={edit} />
      <label className="choice">
        <input
          type="checkbox"
          checked={form.directOnly}
          onChange={({ target }) => set({ directOnly: target.checked })}
        />
        {t('subs.only')}: {t('subs.directOnly')}
      </label>
      <WordFields edit={edit} />
      <ProductFields edit={edit} />
      <TextField
        label={t('publish.exerciseId')}
        hint={t('subs.exerciseHint')}
        value={form.exercise}
        set={(exercise) => set({ exercise })}
        faults={edit.faults('$.filter.exercise')}
      />
    </Fields>
  );
};

const GradeFields = ({ edit: { form, set } }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <TickMany
        label={t('floor.severity')}
        chosen={form.severities}
        options={SEVERITIES.map((each) => [each, t(`severity.${each}`)])}
        choose={(severities) => set({ severities })}
      />
      <TickMany
        label={t('floor.urgency')}
        chosen={form.urgencies}
        options={URGENCIES.map((each) => [each, t(`urgency.${each}`)])}
        choose={(urgencies) => set({ urgencies })}
      />
      <TickMany
        label={t('publish.certainty')}
        chosen={form.certainties}
        options={CERTAINTIES.map((each) => [each, t(`certainty.${each}`)])}
        choose={(certainties) => set({ certainties })}
      />
      <TickMany
        label={t('floor.kind')}
        chosen={form.kinds}
        options={KINDS.map((each) => [each, t(`kind.${each}`)])}
        choose={(kinds) => set({ kinds })}
      />
    </>
  );
};

const WordFields = ({ edit: { form, set, faults } }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { communities } = useSignedIn();
  return (
    <>
      <TextField
        label={t('subs.text')}
        hint={t('subs.textHint')}
        value={form.text}
        set={(text) => set({ text })}
        faults={faults('$.filter.text')}
        max={256}
      />
      <PickCountries
        label={t('subs.countries')}
        value={form.countries}
        set={(countries) => set({ countries })}
        faults={faults('$.filter.countries')}
        most={60}
      />
      {communities.length > 0 && (
        <PickMany
          label={t('subs.communities')}
          from={communities.map((each) => ({ id: each, name: each }))}
          chosen={form.communities}
          choose={(chosen) => set({ communities: chosen })}
        />
      )}
      <PickMembers
        label={t('subs.publishers')}
        hint={t('publish.typeHint')}
        value={form.publishers}
        set={(publishers) => set({ publishers })}
        faults={faults('$.filter.publishers')}
        most={60}
      />
    </>
  );
};

type TickProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly chosen: readonly Value[];
  readonly choose: (values: Value[]) => void;
};

const TickMany = <Value extends string>({
  label,
  options,
  chosen,
  choose,
}: TickProps<Value>): JSX.Element => (
  <fieldset className="ticks">
    <legend>{label}</legend>
    <div className="row">
      {options.map(([value, words]) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
          {words}
        </label>
      ))}
    </div>
  </fieldset>
);
