// Codes for acts that the actor is not allowed to perform.
import type { CodeEntry } from './entry.ts';

export const AUTHORITY_CODES = {
  ROLE_MAY_NOT: {
    reportedAs: 'act',
    where: 'every act',
    wrong: 'the role of your key does not allow this',
    remedy: 'use a key with another role, or ask a member-admin of your organisation for one',
  },
  MEMBER_MAY_NOT_PUBLISH: {
    reportedAs: 'act',
    where: 'publishing, preview, import',
    wrong: 'your organisation may read but not publish',
    remedy: 'ask the hub for the right to publish',
  },
  MEMBER_INACTIVE: {
    reportedAs: 'act',
    where: 'every act; preview, as a reason',
    wrong: 'the organisation is not active in this hub',
    remedy: 'ask the hub to admit it',
  },
  NOT_THE_PUBLISHER: {
    reportedAs: 'act',
    where: 'correct, cancel',
    wrong: 'only its publisher may do this',
    remedy: 'ask its publisher',
  },
} as const satisfies Record<string, CodeEntry>;
