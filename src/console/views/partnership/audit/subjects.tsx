// What lines of the audit trail are about, where an id says nothing to anybody: proposals, applications, communities and holds, and
// who and what is told by its id, as far as the reader may know them.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { ask } from '../../../app/ask.ts';
import { SubjectsDocument, type SubjectsQuery } from '../../../operations/graphql.generated.ts';
import { ProducerText } from '../../../ui/producer-text.tsx';
import { Sentence } from '../approvals/in-words.tsx';
import { useKeyName } from '../keys/key-names.ts';
import { useMemberName } from '../members/member-names.ts';
import { usePersonName } from '../people/person-names.ts';
import type { Line } from './audit-query.ts';

type Node = NonNullable<SubjectsQuery['nodes'][number]>;
export type Subject = Extract<Node, { readonly id: string }>;
type Subjects = ReadonlyMap<string, Subject>;

/** How lines call what they tell by an id. */
export type Names = {
  readonly subjects: Subjects;
  readonly ofPerson: (id: string) => string;
  readonly ofKey: (id: string) => string;
  readonly ofMember: (id: string) => string | null;
};

const TOLD = /^(?:approval|application|community|hold)--/;
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
    return nodes.flatMap((node) => (node !== null && 'id' in node ? [node] : []));
  },
});

/** The ids that a line tells: of what it is about, and in what changed. */
const idsIn = ({ subject, facts }: Line): string[] =>
  [subject, ...Object.values((facts ?? {}) as object).flat()].filter(
    (each): each is string => typeof each === 'string' && TOLD.test(each),
  );

/** By id; those that the reader has no part in are not there. */
const useSubjects = (lines: readonly Line[]): Subjects => {
  const ids = lines.flatMap(idsIn);
  const answers = useQueries({ queries: inParts([...new Set(ids)]).map(subjectsQuery) });
  return new Map(answers.flatMap(({ data = [] }) => data.map((each) => [each.id, each] as const)));
};

export const useNames = (lines: readonly Line[]): Names => ({
  subjects: useSubjects(lines),
  ofPerson: usePersonName(),
  ofKey: useKeyName(),
  ofMember: useMemberName(),
});

export const SubjectName = ({ of: subject }: { of: Subject }): JSX.Element => {
  if ('kind' in subject)
    return (
      <Link to="/proposals" search={{ id: subject.id }}>
        <Sentence proposal={subject} />
      </Link>
    );
  return <ProducerText text={'name' in subject ? subject.name : subject.reason} />;
};
