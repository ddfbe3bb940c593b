// Members, as far as the reader is told of them, their facts, who applies, and what the hub asks of applicants.
import { ask } from '../../../app/ask.ts';
import {
  AdmissionDocument,
  type AdmissionQuery,
  ApplicantDocument,
  ApplicantsDocument,
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
export type Applicant = Pick<Application, 'name' | 'slug' | 'kind' | 'country' | 'sponsors'>;
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

type Search = { readonly onlyOpen: boolean; readonly after: string | null };

const pageOf = async ({ onlyOpen, after }: Search, { signal }: Signal) => {
  const { edges, pageInfo } = (await ask(ApplicantsDocument, { onlyOpen, after }, { signal })).applicants;
  return {
    applications: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
};

/** Newest first, page by page. */
export const applicationsQuery = (onlyOpen: boolean) => ({
  queryKey: ['applications', onlyOpen],
  queryFn: ({ pageParam, signal }: Signal & { readonly pageParam: string | null }) =>
    pageOf({ onlyOpen, after: pageParam }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
});

/** Each that can still be admitted, to choose from. */
export const openApplicationsQuery = {
  queryKey: ['applications', 'open'],
  queryFn: async ({ signal }: Signal): Promise<readonly Application[]> => {
    const all: Application[] = [];
    for (let after: string | null = null, isMore = true; isMore; isMore = after !== null) {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf({ onlyOpen: true, after }, { signal });
      all.push(...page.applications);
      after = page.next;
    }
    return all;
  },
};

/** The one with which a member came, read no further than there; null for a member that was admitted without. */
export const cameWithQuery = (slug: string) => ({
  queryKey: ['applications', 'of', slug],
  queryFn: async ({ signal }: Signal): Promise<Application | null> => {
    for (let after: string | null = null, isMore = true; isMore; isMore = after !== null) {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf({ onlyOpen: false, after }, { signal });
      const came = page.applications.find((each) => each.slug === slug && each.stage === 'ADMITTED');
      if (came !== undefined) return came;
      after = page.next;
    }
    return null;
  },
});

/** Null where it is not the reader's to see. */
export const applicantQuery = (id: string) => ({
  queryKey: ['applications', 'one', id],
  queryFn: async ({ signal }: Signal): Promise<Applicant | null> => {
    const { node } = await ask(ApplicantDocument, { id }, { signal });
    return node !== null && 'sponsors' in node ? (node as Applicant) : null;
  },
});

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
