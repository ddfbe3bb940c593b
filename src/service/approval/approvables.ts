// What needs two persons, on one page. A row says what it is in words, and how it is done (approvable.ts); who proposes and who
// approves it is in the table of roles (policy/grants.ts). A new one is one row in both.
import type { ApprovalKind } from '../../policy/grants.ts';
import { type AnyApprovable, rowOf } from './approvable.ts';
import { addSectorDefinition, addState } from './kinds/add-definition.ts';
import { admitMember } from './kinds/admit-member.ts';
import { allowRange, withdrawRange } from './kinds/allow-range.ts';
import { correctEssential, publishEssential } from './kinds/essential-action.ts';
import { exportRegister } from './kinds/export-register.ts';
import { liftHold, placeHold } from './kinds/holds.ts';
import { recoverLastAdmin } from './kinds/recover-last-admin.ts';
import { shortenRetention } from './kinds/shorten-retention.ts';
import { loosenHandling, widenAudience, widenMarking } from './kinds/widen-warning.ts';

export const APPROVABLES = {
  ADMIT_MEMBER: rowOf('ADMIT_MEMBER', admitMember),
  WIDEN_MARKING: rowOf('WIDEN_MARKING', widenMarking),
  WIDEN_AUDIENCE: rowOf('WIDEN_AUDIENCE', widenAudience),
  LOOSEN_HANDLING: rowOf('LOOSEN_HANDLING', loosenHandling),
  PUBLISH_ESSENTIAL: rowOf('PUBLISH_ESSENTIAL', publishEssential),
  CORRECT_ESSENTIAL: rowOf('CORRECT_ESSENTIAL', correctEssential),
  ADD_SECTOR_DEFINITION: rowOf('ADD_SECTOR_DEFINITION', addSectorDefinition),
  ADD_STATE: rowOf('ADD_STATE', addState),
  EXPORT_REGISTER: rowOf('EXPORT_REGISTER', exportRegister),
  RECOVER_LAST_ADMIN: rowOf('RECOVER_LAST_ADMIN', recoverLastAdmin),
  PLACE_HOLD: rowOf('PLACE_HOLD', placeHold),
  LIFT_HOLD: rowOf('LIFT_HOLD', liftHold),
  SHORTEN_RETENTION: rowOf('SHORTEN_RETENTION', shortenRetention),
  ALLOW_RANGE: rowOf('ALLOW_RANGE', allowRange),
  WITHDRAW_RANGE: rowOf('WITHDRAW_RANGE', withdrawRange),
} as const satisfies Readonly<Record<ApprovalKind, AnyApprovable>>;

export const approvableOf = (kind: string): AnyApprovable | null =>
  Object.hasOwn(APPROVABLES, kind) ? APPROVABLES[kind as ApprovalKind] : null;
