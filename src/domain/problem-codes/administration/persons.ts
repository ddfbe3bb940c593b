// Codes about persons, their keys and one-time links.
import type { CodeEntry } from '../entry.ts';

export const PERSON_CODES = {
  PERSON_NAME_MISSING: {
    reportedAs: 'act',
    where: 'inviting and changing persons',
    wrong: 'the name is missing or too long',
    remedy: 'give the name as the person writes it',
  },
  PERSON_TAKEN: {
    reportedAs: 'act',
    where: 'inviting and changing persons',
    wrong: 'another person of the organisation is written so',
    remedy: 'choose another name, or change that person',
  },
  ROLES_MISSING: {
    reportedAs: 'act',
    where: 'inviting and changing persons',
    wrong: 'a person without a role could do nothing',
    remedy: 'give one or several, or deactivate the person',
  },
  ROLE_FOR_MACHINES: {
    reportedAs: 'act',
    where: 'inviting and changing persons',
    wrong: 'the role is for machines',
    remedy: 'make a key for the machine instead',
  },
  LINK_UNKNOWN: {
    reportedAs: 'act',
    where: 'joining, founding',
    wrong: 'not a link of this hub, or not copied whole',
    remedy: 'copy it whole; else ask for a new one',
  },
  LINK_USED: {
    reportedAs: 'act',
    where: 'joining, founding',
    wrong: 'the link was used already, and works once',
    remedy: 'sign in as you set it up then; if that was not you, tell your member-admin at once',
  },
  LINK_EXPIRED: {
    reportedAs: 'act',
    where: 'joining, founding',
    wrong: 'the link has expired, or another took its place',
    remedy: 'ask whoever gave it to you for a new one',
  },
} as const satisfies Record<string, CodeEntry>;
