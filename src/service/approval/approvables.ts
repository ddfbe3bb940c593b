// What needs two persons, on one page. A row says who may propose it, who approves, what it is in words, and how it is
// done (approvable.ts). A new one is one row here.
import { type AnyApprovable, rowOf } from './approvable.ts';
import { liftHold, placeHold } from './kinds/holds.ts';
import { shortenRetention } from './kinds/shorten-retention.ts';

export const APPROVABLES = {
  PLACE_HOLD: rowOf(placeHold),
  LIFT_HOLD: rowOf(liftHold),
  SHORTEN_RETENTION: rowOf(shortenRetention),
} as const satisfies Readonly<Record<string, AnyApprovable>>;

export type ApprovalKind = keyof typeof APPROVABLES;

export const approvableOf = (kind: string): AnyApprovable | null =>
  Object.hasOwn(APPROVABLES, kind) ? APPROVABLES[kind as ApprovalKind] : null;
