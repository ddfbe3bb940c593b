// The filters of the floor. The address holds them, so that a colleague who opens it sees the same.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedSearch } from '../../app/feed/feed-search.ts';
import { SEVERITIES, URGENCIES } from '../../app/feed/grades.ts';
import { useSectors } from '../../app/sector-names.ts';
import { ExerciseField } from '../../ui/exercise-field.tsx';
import { useClear } from './nothing-here.tsx';

export const Filters = ({ word }: { word: string }): JSX.Element => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/' });
  const navigate = useNavigate();
  const sectors = useSectors();
  const clear = useClear();
  const set = (change: FeedSearch): void =>
    void navigate({ to: '/', search: (before) => ({ ...before, ...change }), replace: true });
  const isNarrow = useIsNarrow();
  const chosen = FOLDED.filter((name) => search[name] !== undefined).length;
  const isFiltered = word !== '' || Object.entries(search).some(([name, value]) => name !== 'wall' && value);
  const fields = (
    <div className="filters row no-print">
      <Choice label={t('floor.severity')} value={search.severity} set={(severity) => set({ severity })}>
        {SEVERITIES.map((each) => [each, t(`severity.${each}`)])}
      </Choice>
      <Choice label={t('floor.urgency')} value={search.urgency} set={(urgency) => set({ urgency })}>
        {URGENCIES.map((each) => [each, t(`urgency.${each}`)])}
      </Choice>
      <Choice label={t('floor.sector')} value={search.sector} set={(sector) => set({ sector })}>
        {sectors.map(({ id, name, parent }) => [id, parent === null ? name : `– ${name}`])}
      </Choice>
      <Choice label={t('floor.kind')} value={search.kind} set={(kind) => set({ kind })}>
        {(['WARNING', 'PRACTICE'] as const).map((each) => [each, t(`kind.${each}`)])}
      </Choice>
      <ExerciseField exercise={search.exercise} look={(exercise) => set({ exercise })} />
      {isFiltered && (
        <button type="button" className="plain" onClick={clear}>
          {t('floor.clear')}
        </button>
      )}
    </div>
  );
  // What is folded would hide that the list leaves something out.
  return isNarrow ? (
    <details className="filters-fold no-print">
      <summary>
        {t('floor.filters')} {chosen > 0 && <span className="count number">{chosen}</span>}
      </summary>
      {fields}
    </details>
  ) : (
    fields
  );
};

const FOLDED = ['severity', 'urgency', 'sector', 'kind', 'exercise', 'country'] as const;

const NARROW = matchMedia('(max-width: 48rem)');

const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      NARROW.addEventListener('change', listener);
      return () => NARROW.removeEventListener('change', listener);
    },
    () => NARROW.matches,
  );

type ChoiceProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
  readonly children: readonly (readonly [value: string, words: string])[];
};

const Choice = ({ label, value, set, children }: ChoiceProps): JSX.Element => (
  <select aria-label={label} value={value ?? ''} onChange={({ target }) => set(target.value || undefined)}>
    <option value="">{label}</option>
    {children.map(([each, words]) => (
      <option key={each} value={each}>
        {words}
      </option>
    ))}
  </select>
);
