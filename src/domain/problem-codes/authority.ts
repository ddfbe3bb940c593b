// Codes of acts that the actor may not do.
import type { CodeEntry } from './entry.ts';

export const AUTHORITY_CODES = {
  ROLE_MAY_NOT: {
    asserted: 'act',
    where: 'every act',
    wrong: 'the role of your key may not do this',
    remedy: 'use a key with another role, or ask a member-admin of your organisation for one',
  },
  MEMBER_MAY_NOT_PUBLISH: {
    asserted: 'act',
    where: 'publishing, preview, import',
    wrong: 'your organisation reads here, and does not publish',
    remedy: 'ask the hub for the right',
  },
  MEMBER_INACTIVE: {
    asserted: 'act',
    where: 'every act; preview, as a reason',
    wrong: 'the organisation is not active in this hub',
    remedy: 'ask the hub to admit it',
  },
  NOT_THE_PUBLISHER: {
    asserted: 'act',
    where: 'correct, cancel',
    wrong: 'only its publisher may, and you can see that it is not you',
    remedy: 'ask its publisher',
  },
} as const satisfies Record<string, CodeEntry>;
