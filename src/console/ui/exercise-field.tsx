// Exercises are apart from real traffic: one is looked at by its id, which the address holds.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly exercise: string | undefined;
  /** Undefined for real traffic. */
  readonly look: (exercise: string | undefined) => void;
};

export const ExerciseField = ({ exercise, look }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <form
      className="row no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const id = String(new FormData(event.currentTarget).get('exercise') ?? '').trim();
        look(id === '' ? undefined : id);
      }}
    >
      <input
        name="exercise"
        key={exercise}
        defaultValue={exercise ?? ''}
        maxLength={64}
        size={16}
        placeholder={t('floor.exercise')}
        aria-label={t('floor.exercise')}
      />
      <button type="submit" className="small">
        {t('floor.lookAt')}
      </button>
    </form>
  );
};
