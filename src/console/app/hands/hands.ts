// What waits for the hand of whoever is signed in, beside warnings to answer: requests for help that nobody has taken, and proposals
// that it may decide. Asked for by the frame, so that every view says how many there are.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { isLeading } from '../../live/leading.ts';
import {
  CasesToTakeDocument,
  type CasesToTakeQuery,
  ProposalsToDecideDocument,
  type ProposalsToDecideQuery,
} from '../../operations/graphql.generated.ts';
import { type Found, type Page, readPages } from '../../operations/pages.ts';
import { ask } from '../ask.ts';
import { useMe } from '../me.ts';

const AGAIN_MS = 30_000;
const SELDOM_MS = 5 * 60_000;

type Tab = { readonly isBeforeEyes: boolean; readonly isLeading: boolean };

/** A tab that nobody looks at says in its title how many there are; of several, one asks for it as often. */
export const againAfter = ({ isBeforeEyes, isLeading }: Tab): number =>
  isBeforeEyes || isLeading ? AGAIN_MS : SELDOM_MS;

const AGAIN = {
  refetchInterval: () =>
    againAfter({ isBeforeEyes: document.visibilityState === 'visible', isLeading: isLeading() }),
  refetchIntervalInBackground: true,
  // Whoever comes back to it does not look at what was there minutes ago.
  refetchOnWindowFocus: 'always',
} as const;

type OpenCase = CasesToTakeQuery['cases']['edges'][number]['node'];
type OpenProposal = ProposalsToDecideQuery['proposals']['edges'][number]['node'];

export type Hand = {
  readonly id: string;
  /** Until when somebody should have taken or decided it, in milliseconds. */
  readonly due: number;
} & (
  | { readonly what: 'HELP'; readonly of: Pick<OpenCase, 'warning' | 'member' | 'organisation'> }
  | { readonly what: 'DECISION' | 'PROPOSED'; readonly isEssential: boolean }
);

const MOST_PAGES = 10;

/** The hub gives the newest first: what has waited longest is on the last page. */
export const firstOf = <Node>(page: (after: string | null) => Promise<Page<Node>>): Promise<Found<Node>> =>
  readPages(page, MOST_PAGES);

/** Those of one's own organisation to take: who asks for help itself waits for another. */
export const toTake = (cases: readonly OpenCase[], member: string): Hand[] =>
  cases
    .filter(({ state, owner }) => state === 'OPEN' && owner?.slug === member)
    .map(({ caseId: id, dueAt, ...of }) => ({ what: 'HELP', id, due: Date.parse(dueAt), of }));

const ESSENTIAL = '_ESSENTIAL';

export const toDecide = (proposals: readonly OpenProposal[]): Hand[] =>
  proposals
    .filter(({ mayDecide }) => mayDecide)
    .map(({ id, expiresAt, kind }) => ({
      what: 'DECISION',
      id,
      due: Date.parse(expiresAt),
      isEssential: kind.endsWith(ESSENTIAL),
    }));

/**
 * Essential actions that whoever is signed in has proposed: nothing is out before a second person has decided. They wait for another's
 * hand, so they are not counted.
 */
export const proposedBy = (proposals: readonly OpenProposal[], person: string | null): Hand[] =>
  proposals
    .filter(({ by, mayDecide, kind }) => by === person && !mayDecide && kind.endsWith(ESSENTIAL))
    .map(({ id, expiresAt }) => ({
      what: 'PROPOSED' as const,
      id,
      due: Date.parse(expiresAt),
      isEssential: true,
    }))
    .sort((one, other) => one.due - other.due);

export const toTakeQuery = queryOptions({
  queryKey: ['cases', 'to-take'],
  queryFn: ({ signal }) =>
    firstOf(async (after) => (await ask(CasesToTakeDocument, { after }, { signal })).cases),
  ...AGAIN,
});

export const toDecideQuery = queryOptions({
  queryKey: ['approvals', 'to-decide'],
  queryFn: ({ signal }) =>
    firstOf(async (after) => (await ask(ProposalsToDecideDocument, { after }, { signal })).proposals),
  ...AGAIN,
});

export type Waiting = {
  readonly hands: readonly Hand[];
  /** Among those that were not read there may be more. */
  readonly hasMore: boolean;
};

export type Hands = {
  readonly help: Waiting;
  readonly decisions: Waiting;
  /** One's own, which wait for another. */
  readonly proposed: readonly Hand[];
  /** Both were answered, or cannot be. */
  readonly isSettled: boolean;
};

const NOTHING: Waiting = { hands: [], hasMore: false };
const NONE: Hands = { help: NOTHING, decisions: NOTHING, proposed: [], isSettled: false };

/** The key of a screen on the wall may read neither. */
export const useHands = ({ isAsked = true }: { readonly isAsked?: boolean } = {}): Hands => {
  const { data: me } = useMe();
  const cases = useQuery({ ...toTakeQuery, enabled: isAsked });
  const proposals = useQuery({ ...toDecideQuery, enabled: isAsked });
  if (me == null) return NONE;
  return {
    help: {
      hands: toTake(cases.data?.nodes ?? [], me.member.slug),
      hasMore: cases.data?.hasMore === true,
    },
    decisions: {
      hands: toDecide(proposals.data?.nodes ?? []),
      hasMore: proposals.data?.hasMore === true,
    },
    proposed: proposedBy(proposals.data?.nodes ?? [], me.personId),
    isSettled: !cases.isPending && !proposals.isPending,
  };
};

/** In few characters: where there may be more, that is not a number that one relies on. */
export const tallyOf = (count: number, hasMore: boolean): string => `${count}${hasMore ? '+' : ''}`;

/** What should have been done longest first. */
export const inHand = ({ help, decisions }: Pick<Hands, 'help' | 'decisions'>): Hand[] =>
  [...help.hands, ...decisions.hands].sort((one, other) => one.due - other.due);
