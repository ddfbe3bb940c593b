// How soon, how bad, how sure, until when, and what is asked of those who get it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certainty, Level, Severity, Urgency } from '../../../operations/graphql.generated.ts';
import { ChoiceField, Fields } from '../../../ui/field.tsx';
import { MomentField } from '../../../ui/time/moment-field.tsx';
import type { Edit } from '../edit.ts';

const URGENCIES = ['IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'] as const;
const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'] as const;
const LEVELS = ['INFORMATION', 'RECOMMENDATION', 'ESSENTIAL_ACTION'] as const;
const CERTAINTIES = ['OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN'] as const;

export const GradeFields = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Fields title={t('publish.grade')}>
      <div className="three">
        <ChoiceField
          label={t('floor.severity')}
          value={form.severity}
          set={(severity) => set({ severity: severity as Severity })}
          options={SEVERITIES.map((each) => [each, t(`severity.${each}`)])}
          none={t('publish.choose')}
          faults={faults('$.severity')}
        />
        <ChoiceField
          label={t('floor.urgency')}
          value={form.urgency}
          set={(urgency) => set({ urgency: urgency as Urgency })}
          options={URGENCIES.map((each) => [each, t(`urgency.${each}`)])}
          none={t('publish.choose')}
          faults={faults('$.urgency')}
        />
        <ChoiceField
          label={t('publish.certainty')}
          value={form.certainty}
          set={(certainty) => set({ certainty: certainty as Certainty })}
          options={CERTAINTIES.map((each) => [each, t(`certainty.${each}`)])}
          none={t('publish.choose')}
          faults={faults('$.certainty')}
        />
      </div>
      <MomentField
        label={t('publish.validUntil')}
        value={form.validUntil}
        set={(validUntil) => set({ validUntil })}
        faults={faults('$.validUntil')}
      />
      <ChoiceField
        label={t('publish.level')}
        value={form.level}
        set={(level) => set({ level: level as Level })}
        options={LEVELS.map((each) => [
          each,
          t(each === 'ESSENTIAL_ACTION' ? 'publish.essential' : `level.${each}`),
        ])}
        faults={faults('$.level')}
      />
      {form.level !== 'INFORMATION' && (
        <MomentField
          label={t('publish.answerBy')}
          value={form.answerBy}
          set={(answerBy) => set({ answerBy })}
          faults={faults('$.answerBy')}
          isRequired
        />
      )}
    </Fields>
  );
};
