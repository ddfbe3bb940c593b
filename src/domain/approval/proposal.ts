// What needs two persons: one proposes, another approves. Nothing of it is done before.

export const PROPOSAL_STATES = ['OPEN', 'DONE', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Whose persons approve: those of the proposer's member, or the operators of the hub. */
export const APPROVER_CIRCLES = ['MEMBER', 'HUB'] as const;
export type ApproverCircle = (typeof APPROVER_CIRCLES)[number];

export type Proposal = {
  readonly id: string;
  /** A row of the table of what needs two persons. */
  readonly kind: string;
  /** As the kind reads it: ids, states and numbers. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Why, as the proposer says it. */
  readonly note: string | null;
  readonly circle: ApproverCircle;
  /** Id of the proposer's member. */
  readonly member: string;
  /** Id of the proposer. */
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly state: ProposalState;
  /** Who approved, refused or withdrew it; null while it is open, and when it expired. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Whether the founder acted alone, before three members were admitted. */
  readonly isAlone: boolean;
  /** Id of what came of it, such as a hold; null while nothing did. */
  readonly result: string | null;
};

export const APPROVAL_DAYS = 7;

/** An open proposal whose time is over cannot be approved, whether or not the hub has recorded that already. */
export const stateAt = ({ state, expiresAt }: Proposal, now: Date): ProposalState =>
  state === 'OPEN' && expiresAt <= now ? 'EXPIRED' : state;
