// Codes for acts that the actor is not allowed to perform.
import type { CodeEntry } from './entry.ts';

export const AUTHORITY_CODES = {
  ROLE_MAY_NOT: {
    reportedAs: 'act',
    where: 'every act',
    wrong: 'the role of your key does not allow this',
    remedy: 'use a key with another role, or ask a member-admin of your organisation for one',
  },
  SCOPE_MISSING: {
    reportedAs: 'act',
    where: 'every act with a key that has scopes',
    wrong: 'the scopes of your key do not cover this',
    remedy: 'use a key with the scope that the message names, or make one',
  },
  ROLE_NOT_YOURS_TO_GRANT: {
    reportedAs: 'act',
    where: 'inviting and changing persons, making keys',
    wrong: 'none of your roles may grant this role',
    remedy: 'docs/roles.generated.md says which role grants which',
  },
  NOT_YOUR_MEMBER: {
    reportedAs: 'act',
    where: 'inviting and changing persons',
    wrong: 'the person belongs to an organisation that has its own administrator, or where one is invited',
    remedy:
      'ask a member-admin of that organisation; who is invited as the first gets a new link from an operator of the hub',
  },
  PERSON_MORE_PRIVILEGED: {
    reportedAs: 'act',
    where: 'changing, deactivating and restoring persons',
    wrong: 'the person has a role that you may not grant',
    remedy: 'ask somebody who may grant each role of that person',
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
