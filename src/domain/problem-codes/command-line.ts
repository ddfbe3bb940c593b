// Codes that only the command line reports.
import type { CodeEntry } from './entry.ts';

export const COMMAND_CODES = {
  FIELD_MISSING: {
    reportedAs: 'command',
    where: '`warning publish`, `preview` and `update`',
    wrong: 'the file lacks a field that must be given',
    remedy: 'add it; `tocsin warning new` shows every field',
  },
  FIELD_UNKNOWN: {
    reportedAs: 'command',
    where: '`warning publish`, `preview` and `update`',
    wrong: 'the file has a field that does not exist',
    remedy: 'use the name that the message suggests, or leave it out',
  },
  VALUE_UNKNOWN: {
    reportedAs: 'command',
    where: '`warning publish`, `preview` and `update`',
    wrong: 'not one of the words that the field takes',
    remedy: 'use one that the message lists',
  },
  VALUE_OF_WRONG_TYPE: {
    reportedAs: 'command',
    where: '`warning publish`, `preview` and `update`',
    wrong: 'a text, list, number or truth value where another is needed',
    remedy: 'write it as the message says; numbers that are texts go in quotes',
  },
  ROLE_UNKNOWN: {
    reportedAs: 'command',
    where: '`key create`',
    wrong: 'not a role',
    remedy: 'use one that the message lists',
  },
  PERSON_MALFORMED: {
    reportedAs: 'command',
    where: '`key create`',
    wrong: 'not the name of a person',
    remedy: 'write `<member slug>/<name>`',
  },
  PERSON_OF_OTHER_MEMBER: {
    reportedAs: 'command',
    where: '`key create`',
    wrong: 'the person belongs to a different member from the key',
    remedy: "begin with the member's slug",
  },
  KEY_UNKNOWN: {
    reportedAs: 'command',
    where: '`key revoke`',
    wrong: 'no key has this id',
    remedy: 'look it up with `tocsin key list`',
  },
  SLUG_MALFORMED: {
    reportedAs: 'command',
    where: 'admitting a member',
    wrong: 'not a slug',
    remedy: 'use at most 64 characters of a-z, 0-9 and hyphen',
  },
  SHARE_OUT_OF_RANGE: {
    reportedAs: 'command',
    where: 'declaring a dependency',
    wrong: 'strength or redundancy is not between 0 and 1, or a buffer is negative',
    remedy: 'write four fifths as 0.8',
  },
  FILE_UNREADABLE: {
    reportedAs: 'command',
    where: '`import csaf`',
    wrong: 'the file cannot be read',
    remedy: 'check the file',
  },
  EMPTY: {
    reportedAs: 'command',
    where: '`stix validate`',
    wrong: 'the file is empty',
    remedy: 'give a STIX object, a list of them or a bundle',
  },
  NOT_UTF_8: {
    reportedAs: 'command',
    where: '`stix validate`',
    wrong: 'the file is UTF-16, or has bytes that are not UTF-8',
    remedy: 'save it as UTF-8',
  },
  BYTE_ORDER_MARK: {
    reportedAs: 'command',
    where: '`stix validate`',
    wrong: 'the file begins with a byte order mark, which other tools reject',
    remedy: 'save it without one',
  },
  CSAF_NOT_JSON: {
    reportedAs: 'command',
    where: '`import csaf`',
    wrong: 'not JSON',
    remedy: 'use the document as it was published',
  },
  CSAF_TOO_LARGE: {
    reportedAs: 'command',
    where: '`import csaf`',
    wrong: 'longer than 20 million characters',
    remedy: 'split the advisory',
  },
  CSAF_TOO_DEEP: {
    reportedAs: 'command',
    where: '`import csaf`',
    wrong: 'nested too deep',
    remedy: 'flatten the product tree',
  },
  CSAF_INVALID: {
    reportedAs: 'command',
    where: '`import csaf`',
    wrong: 'not valid against the schema of CSAF 2.0',
    remedy: 'check it against the schema',
  },
  CSAF_TEST_FAILED: {
    reportedAs: 'command',
    where: '`import csaf`',
    wrong: 'fails a mandatory test of CSAF 2.0, which the message names',
    remedy: 'ask the issuing party',
  },
  SET_UNKNOWN: {
    reportedAs: 'command',
    where: '`refresh`',
    wrong: 'no reference set of this name',
    remedy: 'use one that the message lists',
  },
  SET_UNREADABLE: {
    reportedAs: 'command',
    where: '`refresh`',
    wrong: 'the file is not this set, or is empty; the loaded set stays',
    remedy: 'use the file as its source publishes it',
  },
  SET_INTERRUPTED: {
    reportedAs: 'command',
    where: '`refresh`',
    wrong: 'another refresh of the set began, or the process was told to end, before it was whole',
    remedy: 'run it again if its text is the newer one: it writes what is missing',
  },
  JOB_UNKNOWN: {
    reportedAs: 'command',
    where: '`job show`, `job retry`, `job discard`',
    wrong: 'no job with this id is waiting, failing or given up',
    remedy: 'look it up with `tocsin job list --all`',
  },
  JOB_NOT_GIVEN_UP: {
    reportedAs: 'command',
    where: '`job retry`, `job discard`',
    wrong: 'the job is waiting, running, or will be retried',
    remedy: 'wait; `tocsin job show` says how often it failed',
  },
} as const satisfies Record<string, CodeEntry>;
