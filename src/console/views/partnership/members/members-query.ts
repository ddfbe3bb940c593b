// Members, as far as the reader is told of them, their facts, who applies, and what the hub asks of applicants.
import { ask } from '../../../app/ask.ts';
import {
  AdmissionDocument,
  type AdmissionQuery,
  ApplicationsDocument,
  FactsDocument,
  type ListedMemberFragment,
  type MemberKind,
  MembersDocument,
  type ShownApplicationFragment,
  type ShownFactsFragment,
} from '../../../operations/graphql.generated.ts';

export type Listed = ListedMemberFragment;
export type Facts = ShownFactsFragment;
export type Application = ShownApplicationFragment;
export type Policy = AdmissionQuery['admissionPolicies'][number];

type Signal = { readonly signal: AbortSignal };

export const membersQuery = {
  queryKey: ['members'],
  queryFn: async ({ signal }: Signal): Promise<readonly Listed[]> =>
    (await ask(MembersDocument, {}, { signal })).members,
};

/** Null where they are not the reader's to see. */
export const factsQuery = (slug: string) => ({
  queryKey: ['facts', slug],
  queryFn: async ({ signal }: Signal): Promise<Facts | null> =>
    (await ask(FactsDocument, { slug }, { signal })).memberFacts,
});

export const applicationsQuery = {
  queryKey: ['applications'],
  queryFn: async ({ signal }: Signal): Promise<readonly Application[]> =>
    (await ask(ApplicationsDocument, {}, { signal })).applications,
};

/** Newest first. */
export const admissionQuery = {
  queryKey: ['admission'],
  queryFn: async ({ signal }: Signal): Promise<readonly Policy[]> =>
    (await ask(AdmissionDocument, {}, { signal })).admissionPolicies,
};

/** Kinds that a member can have from now on. */
export const KINDS = [
  'AGENCY',
  'NATIONAL_CSIRT',
  'SECTOR_CSIRT',
  'OPERATOR',
  'SHARING_CENTRE',
  'TECHNICAL_PARTNER',
  'REGULATOR',
  'LAW_ENFORCEMENT',
  'RESEARCH',
  'CIVIL_SOCIETY',
  'STATE_CONTACT',
] as const satisfies MemberKind[];

const CLOSED: readonly string[] = ['ADMITTED', 'REFUSED', 'WITHDRAWN'];
export const isOpen = ({ stage }: Pick<Application, 'stage'>): boolean => !CLOSED.includes(stage);
