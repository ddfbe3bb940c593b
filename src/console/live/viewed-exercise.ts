// The exercise of what is being read. A stream carries real traffic or one exercise, never both: whoever reads a warning of an
// exercise is told by the stream of that exercise that it was corrected or recalled.
import { useEffect, useSyncExternalStore } from 'react';

let viewed: string | null = null;
const listeners = new Set<() => void>();
const view = (exercise: string | null): void => {
  viewed = exercise;
  for (const listener of listeners) listener();
};

/** For as long as the item is shown. */
export const useViewed = ({ exercise }: { readonly exercise: string | null }): void =>
  useEffect(() => {
    view(exercise);
    return () => view(null);
  }, [exercise]);

/** Null while nothing of an exercise is read. */
export const useViewedExercise = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => viewed,
  );
