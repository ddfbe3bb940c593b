// Codes of the acts by which members are administered.
import type { CodeEntry } from './entry.ts';

export const PARTNERSHIP_CODES = {
  NAME_MALFORMED: {
    reportedAs: 'act',
    where: 'members',
    wrong: 'the name has characters that cannot be seen, or its Latin form has letters of another script',
    remedy: 'write it with letters, digits, single spaces and punctuation',
  },
  IDENTIFIER_MALFORMED: {
    reportedAs: 'act',
    where: 'members',
    wrong: 'not an identifier of that type; an LEI and a DUNS number have a fixed form',
    remedy: 'copy it from the register; the message says the form',
  },
  WEBSITE_MALFORMED: {
    reportedAs: 'act',
    where: 'members',
    wrong: 'not the address of a web site',
    remedy: 'write it like https://example.org',
  },
  TIME_ZONE_UNKNOWN: {
    reportedAs: 'act',
    where: 'members',
    wrong: 'not a time zone of the IANA database',
    remedy: 'write it like Europe/Helsinki',
  },
  STANDING_WRONG: {
    reportedAs: 'act',
    where: 'suspending, reinstating, leaving',
    wrong:
      'the member does not stand where this act begins: it is suspended, has left, or takes part already',
    remedy: 'look at its standing',
  },
  LAST_ADMINISTRATOR: {
    reportedAs: 'act',
    where: 'suspending, leaving',
    wrong: 'it is the hub itself, or has the only persons who run it',
    remedy: 'invite a hub operator of another member first',
  },
} as const satisfies Record<string, CodeEntry>;
