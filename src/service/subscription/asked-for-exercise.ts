// Traffic of an exercise goes where somebody asked for that exercise by its name (I10), whatever it is about: warnings, reminders of
// them, and cases.
import { isExpired } from '../../domain/subscription/subscription.ts';
import type { Hub } from '../../hub.ts';

/** All of them for real traffic. */
export const askedForExercise = async <Each extends { readonly id: string }>(
  { subscriptions, clock }: Pick<Hub, 'subscriptions' | 'clock'>,
  exercise: string | null,
  endpoints: readonly Each[],
): Promise<readonly Each[]> => {
  if (exercise === null || endpoints.length === 0) return endpoints;
  const now = clock.now();
  const found = await subscriptions.atEndpoints(endpoints.map(({ id }) => id));
  const asked = new Set(
    found
      .filter((each) => each.filter.exercise === exercise && each.state === 'ACTIVE' && !isExpired(each, now))
      .map(({ endpoint }) => endpoint),
  );
  return endpoints.filter(({ id }) => asked.has(id));
};
