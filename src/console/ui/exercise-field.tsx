// Exercises are apart from real traffic: one is looked at by its id, which the address holds. Those that the reader is told of are a choice;
// the id of another, which its publisher gives to those who take part, is typed.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../app/ask.ts';
import { ExercisesDocument } from '../operations/graphql.generated.ts';
import { visible } from './producer-text.tsx';

type Props = {
  readonly exercise: string | undefined;
  /** Undefined for real traffic. */
  readonly look: (exercise: string | undefined) => void;
};

const exercisesQuery = {
  queryKey: ['exercises'],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly string[]> => {
    const { toAnswer, subscriptions } = await ask(ExercisesDocument, {}, { signal });
    const named = [
      ...toAnswer.map(({ exercise }) => exercise),
      ...subscriptions.map(({ filter }) => filter.exercise),
    ];
    return [...new Set(named.filter((each) => each !== null))].sort();
  },
  staleTime: 60_000,
};

const NONE: readonly string[] = [];
/** No exercise is called so: its id has no blank. */
const ANOTHER = ' ';

/** Given up: by a key, without another exercise. */
type Typing = 'IS' | 'NOT' | 'GIVEN_UP';

export const ExerciseField = ({ exercise, look }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [typing, setTyping] = useState<Typing>('NOT');
  const known = useQuery(exercisesQuery).data ?? NONE;
  const choices = [
    ...new Set([...known, ...(exercise === undefined || exercise === '' ? [] : [exercise])]),
  ].sort();
  if (typing === 'IS')
    return (
      <Typed
        look={(id) => {
          setTyping('NOT');
          look(id);
        }}
        leave={setTyping}
      />
    );
  // Whoever gave it up by the keyboard is where it began.
  const isBack = typing === 'GIVEN_UP';
  if (choices.length === 0)
    return (
      <button
        type="button"
        className="plain no-print"
        // biome-ignore lint/a11y/noAutofocus: the field that had it is gone
        autoFocus={isBack}
        onClick={() => setTyping('IS')}
      >
        {t('exercise.look')}
      </button>
    );
  return (
    <select
      className="no-print"
      // biome-ignore lint/a11y/noAutofocus: the field that had it is gone
      autoFocus={isBack}
      aria-label={t('exercise.which')}
      value={exercise ?? ''}
      onChange={({ target }) => {
        if (target.value === ANOTHER) setTyping('IS');
        else look(target.value === '' ? undefined : target.value);
      }}
    >
      <option value="">{t('exercise.none')}</option>
      {choices.map((each) => (
        <option key={each} value={each}>
          {`${t('exercise.tag')} ${visible(each)}`}
        </option>
      ))}
      <option value={ANOTHER}>{t('exercise.another')}</option>
    </select>
  );
};

type TypedProps = {
  readonly look: (exercise: string) => void;
  /** What is looked at stays. */
  readonly leave: (how: Exclude<Typing, 'IS'>) => void;
};

const Typed = ({ look, leave }: TypedProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <form
      className="row no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const id = String(new FormData(event.currentTarget).get('exercise') ?? '').trim();
        if (id === '') leave('GIVEN_UP');
        else look(id);
      }}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Escape' && !nativeEvent.isComposing) leave('GIVEN_UP');
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        // To another window, or with something typed, is not away from it.
        const isLeft = document.hasFocus() && !currentTarget.contains(relatedTarget);
        if (isLeft && new FormData(currentTarget).get('exercise') === '') leave('NOT');
      }}
    >
      <input
        name="exercise"
        // biome-ignore lint/a11y/noAutofocus: the choice that asked for it is gone
        autoFocus
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
