// Whether it is real or an exercise: the first thing that is said, since it cannot be changed after publication.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Fields, TextField } from '../../../ui/field.tsx';
import type { Edit } from '../edit.ts';

export const ExerciseSwitch = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Fields title={t('publish.realOrExercise')}>
      <div className="row" role="group" aria-label={t('publish.realOrExercise')}>
        <button type="button" aria-pressed={!form.isExercise} onClick={() => set({ isExercise: false })}>
          {t('publish.real')}
        </button>
        <button type="button" aria-pressed={form.isExercise} onClick={() => set({ isExercise: true })}>
          {t('publish.exercise')}
        </button>
      </div>
      {form.isExercise && (
        <TextField
          label={t('publish.exerciseId')}
          hint={t('publish.exerciseHint')}
          value={form.exercise}
          set={(exercise) => set({ exercise })}
          faults={faults('$.exercise')}
          isRequired
        />
      )}
    </Fields>
  );
};
