// What needs two persons, on one page. A row says who may propose it, who approves, what it is in words, and how it is
// done (approvable.ts). A new one is one row here.
import { type AnyApprovable, rowOf } from './approvable.ts';
import { addSectorDefinition, addState } from './kinds/add-definition.ts';
import { admitMember } from './kinds/admit-member.ts';
import { allowRange, withdrawRange } from './kinds/allow-range.ts';
import { correctEssential, publishEssential } from './kinds/essential-action.ts';
import { exportRegister } from './kinds/export-register.ts';
import { liftHold, placeHold } from './kinds/holds.ts';
import { recoverLastAdmin } from './kinds/recover-last-admin.ts';
import { shortenRetention } from './kinds/shorten-retention.ts';
import { widenAudience, widenMarking } from './kinds/widen-warning.ts';

export const APPROVABLES = {
  ADMIT_MEMBER: rowOf(admitMember),
  WIDEN_MARKING: rowOf(widenMarking),
  WIDEN_AUDIENCE: rowOf(widenAudience),
  PUBLISH_ESSENTIAL: rowOf(publishEssential),
  CORRECT_ESSENTIAL: rowOf(correctEssential),
  ADD_SECTOR_DEFINITION: rowOf(addSectorDefinition),
  ADD_STATE: rowOf(addState),
  EXPORT_REGISTER: rowOf(exportRegister),
  RECOVER_LAST_ADMIN: rowOf(recoverLastAdmin),
  PLACE_HOLD: rowOf(placeHold),
  LIFT_HOLD: rowOf(liftHold),
  SHORTEN_RETENTION: rowOf(shortenRetention),
  ALLOW_RANGE: rowOf(allowRange),
  WITHDRAW_RANGE: rowOf(withdrawRange),
} as const satisfies Readonly<Record<string, AnyApprovable>>;

export type ApprovalKind = keyof typeof APPROVABLES;

export const approvableOf = (kind: string): AnyApprovable | null =>
  Object.hasOwn(APPROVABLES, kind) ? APPROVABLES[kind as ApprovalKind] : null;
