// A legal hold: what it covers is kept beyond its time, until two persons lift it.

import type { ApproverCircle } from '../approval/proposal.ts';

export const HOLD_SCOPES = ['WARNING', 'MEMBER', 'PERSON', 'CLASS', 'EVERYTHING'] as const;
export type HoldScope = (typeof HOLD_SCOPES)[number];

export type Hold = {
  readonly id: string;
  readonly scope: HoldScope;
  /** Id of the warning, member or person, or the name of the class; null for everything. */
  readonly target: string | null;
  /** Id of the member whose persons placed it. */
  readonly member: string;
  /**
   * Who decided it: persons of the member, who see and lift it beside the operators of the hub; or those operators, and then
   * nobody else. Absent counts as theirs.
   */
  readonly circle?: ApproverCircle;
  readonly reason: string;
  readonly placedAt: Date;
  /** The proposal by which it was placed. */
  readonly placedBy: string;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
};

/** What a row that is to be removed belongs to. */
export type Held = {
  readonly class: string;
  readonly warning?: string | null;
  readonly member?: string | null;
  readonly person?: string | null;
};

export const isHeld = (holds: readonly Pick<Hold, 'scope' | 'target' | 'liftedAt'>[], row: Held): boolean =>
  holds.some(({ scope, target, liftedAt }) => {
    if (liftedAt !== null) return false;
    if (scope === 'EVERYTHING') return true;
    if (target === null) return false;
    if (scope === 'CLASS') return row.class === target;
    if (scope === 'WARNING') return row.warning === target;
    return scope === 'MEMBER' ? row.member === target : row.person === target;
  });
