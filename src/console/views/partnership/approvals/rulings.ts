// What a reader is offered on a proposal: what the hub would take from it, and for others' also what it may not do, with the
// reason. Nobody refuses their own: they take it back. A founder who acts alone approves it too.
import type { ShownProposalFragment } from '../../../operations/graphql.generated.ts';

export type Ruling = 'approve' | 'refuse' | 'withdraw';

export type Rulings = {
  readonly offered: readonly Ruling[];
  /** Whether the reader may approve or refuse; taking back is always its proposer's. */
  readonly mayDecide: boolean;
};

export const rulingsOn = (
  {
    state,
    by,
    mayDecide,
    expiresAt,
  }: Pick<ShownProposalFragment, 'state' | 'by' | 'mayDecide' | 'expiresAt'>,
  reader: string | null,
  now: number,
): Rulings => {
  if (state !== 'OPEN' || Date.parse(expiresAt) <= now) return { offered: [], mayDecide };
  if (by !== reader) return { offered: ['approve', 'refuse'], mayDecide };
  return { offered: mayDecide ? ['approve', 'withdraw'] : ['withdraw'], mayDecide };
};
