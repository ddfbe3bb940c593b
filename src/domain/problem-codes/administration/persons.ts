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
  LAST_ADMINISTRATOR: {
    reportedAs: 'act',
    where: 'changing and deactivating persons, leaving',
    wrong: 'the organisation would have no administrator',
    remedy: 'make somebody else member-admin first',
  },
  PERSON_ACTIVE: {
    reportedAs: 'act',
    where: 'inviting again',
    wrong: 'the person is active, and needs no link',
    remedy: 'if it cannot sign in any more, recover its access instead',
  },
  ANOTHER_ADMINISTRATOR_NEEDED: {
    reportedAs: 'act',
    where: 'confirming a person',
    wrong: 'another administrator than who restored the access confirms it, and never the person itself',
    remedy: 'ask another member-admin, who makes sure of the person by voice or in sight',
  },
  CONTACT_MALFORMED: {
    reportedAs: 'act',
    where: 'details of persons',
    wrong: 'a contact detail lacks its kind, its value or who may see it',
    remedy: 'give all three; the message lists the kinds',
  },
  TELEPHONE_MALFORMED: {
    reportedAs: 'act',
    where: 'details of persons',
    wrong: 'a telephone, mobile or satellite telephone is not a number that can be dialled',
    remedy:
      'write 3 to 20 digits, with the country code behind a plus sign; blanks, hyphens, brackets and an extension (`ext. 12`) are taken',
  },
  LABEL_MISSING: {
    reportedAs: 'act',
    where: 'making keys',
    wrong: 'the label is missing or too long',
    remedy: 'say what the key is for',
  },
  SCOPE_UNKNOWN: {
    reportedAs: 'act',
    where: 'making keys',
    wrong: 'no such scope',
    remedy: 'use some of those that the message lists',
  },
  RANGE_MALFORMED: {
    reportedAs: 'act',
    where: 'making keys',
    wrong: 'not a network',
    remedy: 'write it as CIDR, such as 203.0.113.0/24 or 2001:db8::/48',
  },
  ADDRESSES_UNKNOWN: {
    reportedAs: 'act',
    where: 'making keys, `$.ranges`',
    wrong: 'the hub does not know the addresses of its callers, so the key would work nowhere',
    remedy:
      'leave the networks out, or set `TOCSIN_PROXIES` (`127.0.0.1` where nothing is in front of the hub)',
  },
  EXPIRY_OUT_OF_RANGE: {
    reportedAs: 'act',
    where: 'making and rotating keys',
    wrong: 'not a time that a key may have',
    remedy: 'give whole days or hours within what the message names',
  },
  TOO_MANY_KEYS: {
    reportedAs: 'act',
    where: 'making keys',
    wrong: 'as many keys as are allowed',
    remedy: 'revoke those that are no longer used',
  },
  KEY_LIMITED: {
    reportedAs: 'act',
    where: 'making keys',
    wrong: 'a key with scopes makes no keys',
    remedy: 'sign in, or use a key without scopes',
  },
  SCREEN_ONLY_READS: {
    reportedAs: 'act',
    where: 'making keys',
    wrong: 'a screen has the role reader alone',
    remedy: 'leave the roles out',
  },
  KEY_OF_ANOTHER_PERSON: {
    reportedAs: 'act',
    where: 'rotating keys',
    wrong: 'only the person itself makes its keys',
    remedy: 'revoke it; the person makes another',
  },
  KEY_NOT_ACTIVE: {
    reportedAs: 'act',
    where: 'rotating keys',
    wrong: 'the key has ended, or another has taken its place',
    remedy: 'make a new key',
  },
} as const satisfies Record<string, CodeEntry>;
