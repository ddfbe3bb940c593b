// What lines of the audit trail are about, where an id says nothing to anybody: proposals and applications, as far as the reader
// may know them.
import { useQueries } from '@tanstack/react-query';
import { ask } from '../../../app/ask.ts';
import { type ShownProposalFragment, SubjectsDocument } from '../../../operations/graphql.generated.ts';
import type { Line } from './audit-query.ts';

export type Subject = ShownProposalFragment | { readonly id: string; readonly name: string };

const TOLD = /^(?:approval|application)--/;
/** The hub answers at most so many at once. */
const AT_ONCE = 100;

const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) =>
    ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );

export const subjectsQuery = (ids: string[]) => ({
  queryKey: ['subjects', ids],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<readonly Subject[]> => {
    const { nodes } = await ask(SubjectsDocument, { ids }, { signal });
    return nodes.flatMap((node): Subject[] =>
      node?.__typename === 'Proposal' || node?.__typename === 'Application' ? [node] : [],
    );
  },
});

/** By id; those that the reader has no part in are not there. */
export const useSubjects = (lines: readonly Line[]): ReadonlyMap<string, Subject> => {
  const ids = lines.flatMap(({ subject }) => (subject !== null && TOLD.test(subject) ? [subject] : []));
  const answers = useQueries({ queries: inParts([...new Set(ids)]).map(subjectsQuery) });
  return new Map(answers.flatMap(({ data = [] }) => data.map((each) => [each.id, each] as const)));
};
