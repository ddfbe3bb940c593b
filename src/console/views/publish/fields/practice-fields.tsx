// What a best practice says beyond its headline and summary.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeKind } from '../../../operations/graphql.generated.ts';
import { ChoiceField, Fields, TextField } from '../../../ui/field.tsx';
import type { Edit } from '../edit.ts';

export const PRACTICE_KINDS = [
  'MEASURE',
  'PLAYBOOK',
  'GUIDELINE',
  'TEMPLATE',
  'LESSON',
  'POLICY_OR_LAW',
  'TRAINING',
] as const satisfies PracticeKind[];

export const PracticeFields = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Fields title={t('practice.title')}>
      <ChoiceField
        label={t('practice.kind')}
        value={form.practiceKind}
        set={(practiceKind) => set({ practiceKind: practiceKind as PracticeKind })}
        options={PRACTICE_KINDS.map((each) => [each, t(`practiceKind.${each}`)])}
        faults={faults('$.kind')}
      />
      <TextField
        label={t('practice.problem')}
        value={form.problem}
        set={(problem) => set({ problem })}
        faults={faults('$.problem')}
        rows={3}
        max={4000}
        isRequired
      />
      <TextField
        label={t('practice.steps')}
        hint={t('practice.stepsHint')}
        value={form.steps}
        set={(steps) => set({ steps })}
        faults={faults('$.steps')}
        rows={6}
        isRequired
      />
      {(['evidence', 'limits', 'licence'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`practice.${name}`)}
          value={form[name]}
          set={(value) => set({ [name]: value })}
          faults={faults(`$.${name}`)}
          {...(name === 'licence' ? {} : { rows: 2 })}
        />
      ))}
      <TextField
        label={t('practice.reviewDue')}
        type="date"
        value={form.reviewDue}
        set={(reviewDue) => set({ reviewDue })}
        faults={faults('$.reviewDue')}
      />
    </Fields>
  );
};
