// What an essential action says that waits for a second person. The hub has read it; here nothing is believed of its shape.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask.ts';
import { ProposedWarningDocument, type Severity, type Tlp } from '../../../operations/graphql.generated.ts';

export type ProposedWarning = {
  readonly headline: string;
  readonly severity: Severity | null;
  /** Null for a correction, which stays under the marking of what it corrects. */
  readonly marking: Tlp | null;
  readonly isExercise: boolean;
  /** The warning that is corrected; null for a new one. */
  readonly corrects: string | null;
};

/** Null where nothing of it is left, or it is not the reader's to see. */
export const proposedIn = (payload: unknown): ProposedWarning | null => {
  const given = (payload ?? {}) as Readonly<Record<string, unknown>>;
  const textOf = (name: string): string | null => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const headline = textOf('headline');
  if (headline === null) return null;
  return {
    headline,
    severity: textOf('severity') as Severity | null,
    marking: (textOf('marking')?.replace('+', '_') ?? null) as Tlp | null,
    isExercise: textOf('exercise') !== null,
    corrects: textOf('id'),
  };
};

export const proposedQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposed', id],
    queryFn: async ({ signal }) => {
      const { node } = await ask(ProposedWarningDocument, { id }, { signal });
      return node !== null && 'payload' in node ? proposedIn(node.payload) : null;
    },
  });
