// What waits for the hand of whoever is signed in, beside warnings to answer: requests for help that nobody has taken, and proposals
// that it may decide. Asked for by the frame, so that every view says how many there are.
import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  CasesToTakeDocument,
  type CasesToTakeQuery,
  ProposalsToDecideDocument,
  type ProposalsToDecideQuery,
} from '../../operations/graphql.generated.ts';
import { ask } from '../ask.ts';
import { useMe } from '../me.ts';

const AGAIN_MS = 30_000;
// A tab that nobody looks at says in its title how many there are.
const AGAIN = { refetchInterval: AGAIN_MS, refetchIntervalInBackground: true } as const;

type OpenCase = CasesToTakeQuery['cases']['edges'][number]['node'];
type OpenProposal = ProposalsToDecideQuery['proposals']['edges'][number]['node'];

export type Hand = {
  readonly id: string;
  /** Until when somebody should have taken or decided it, in milliseconds. */
  readonly due: number;
} & (
  | { readonly what: 'HELP'; readonly of: Pick<OpenCase, 'warning' | 'member' | 'organisation'> }
  | { readonly what: 'DECISION'; readonly isEssential: boolean }
);

type Page<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** The hub gives the newest first: what has waited longest is on the last page. */
const allOf = async <Node>(page: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> => {
  const found: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: Page<Node> = await page(after);
    found.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
};

/** Those of one's own organisation to take: who asks for help itself waits for another. */
export const toTake = (cases: readonly OpenCase[], member: string): Hand[] =>
  cases
    .filter(({ state, owner }) => state === 'OPEN' && owner?.slug === member)
    .map(({ caseId: id, dueAt, ...of }) => ({ what: 'HELP', id, due: Date.parse(dueAt), of }));

export const toDecide = (proposals: readonly OpenProposal[]): Hand[] =>
  proposals
    .filter(({ mayDecide }) => mayDecide)
    .map(({ id, expiresAt, kind }) => ({
      what: 'DECISION',
      id,
      due: Date.parse(expiresAt),
      isEssential: kind.endsWith('_ESSENTIAL'),
    }));

export const toTakeQuery = queryOptions({
  queryKey: ['cases', 'to-take'],
  queryFn: ({ signal }) =>
    allOf(async (after) => (await ask(CasesToTakeDocument, { after }, { signal })).cases),
  ...AGAIN,
});

export const toDecideQuery = queryOptions({
  queryKey: ['approvals', 'to-decide'],
  queryFn: ({ signal }) =>
    allOf(async (after) => (await ask(ProposalsToDecideDocument, { after }, { signal })).proposals),
  ...AGAIN,
});

export type Hands = {
  readonly help: readonly Hand[];
  readonly decisions: readonly Hand[];
  /** Both were answered, or cannot be. */
  readonly isSettled: boolean;
};

const NONE: Hands = { help: [], decisions: [], isSettled: false };

export const useHands = (): Hands => {
  const { data: me } = useMe();
  const cases = useQuery(toTakeQuery);
  const proposals = useQuery(toDecideQuery);
  if (me == null) return NONE;
  return {
    help: toTake(cases.data ?? [], me.member.slug),
    decisions: toDecide(proposals.data ?? []),
    isSettled: !cases.isPending && !proposals.isPending,
  };
};

/** What should have been done longest first. */
export const inHand = ({ help, decisions }: Hands): Hand[] =>
  [...help, ...decisions].sort((one, other) => one.due - other.due);
