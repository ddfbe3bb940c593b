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
} as const satisfies Record<string, CodeEntry>;
