// Codes that only the command line meets.
import type { CodeEntry } from './entry.ts';

export const COMMAND_CODES = {
  ROLE_UNKNOWN: {
    asserted: 'command',
    where: '`key create`',
    wrong: 'no such role',
    remedy: 'the message names them',
  },
  PERSON_MALFORMED: {
    asserted: 'command',
    where: '`key create`',
    wrong: 'names no person',
    remedy: '`<member slug>/<name>`',
  },
  PERSON_OF_OTHER_MEMBER: {
    asserted: 'command',
    where: '`key create`',
    wrong: 'the person is of another member than the key',
    remedy: "begin with the member's slug",
  },
  KEY_UNKNOWN: {
    asserted: 'command',
    where: '`key revoke`',
    wrong: 'no key has this id',
    remedy: 'look it up with `tocsin key list`',
  },
  SLUG_MALFORMED: {
    asserted: 'command',
    where: 'admitting a member',
    wrong: 'no slug',
    remedy: 'at most 64 of a-z, 0-9 and hyphens',
  },
  SHARE_OUT_OF_RANGE: {
    asserted: 'command',
    where: 'declaring a dependency',
    wrong: 'strength and redundancy are shares from 0 to 1, a buffer no negative time',
    remedy: 'give 0.8 for four fifths',
  },
  FILE_UNREADABLE: {
    asserted: 'command',
    where: '`import csaf`',
    wrong: 'the file cannot be read',
    remedy: 'check the file',
  },
  EMPTY: {
    asserted: 'command',
    where: '`stix validate`',
    wrong: 'the file is empty',
    remedy: 'give a STIX object, a list of them or a bundle',
  },
  NOT_UTF_8: {
    asserted: 'command',
    where: '`stix validate`',
    wrong: 'the file is UTF-16, or holds bytes that belong to no character',
    remedy: 'save it as UTF-8',
  },
  BYTE_ORDER_MARK: {
    asserted: 'command',
    where: '`stix validate`',
    wrong: 'the file begins with a byte order mark, at which others stop',
    remedy: 'save it without',
  },
  CSAF_NOT_JSON: {
    asserted: 'command',
    where: '`import csaf`',
    wrong: 'not JSON',
    remedy: 'the document as it was published',
  },
  CSAF_TOO_LARGE: {
    asserted: 'command',
    where: '`import csaf`',
    wrong: 'longer than 20 million characters',
    remedy: 'split the advisory',
  },
  CSAF_TOO_DEEP: {
    asserted: 'command',
    where: '`import csaf`',
    wrong: 'nested too deep',
    remedy: 'flatten the product tree',
  },
  CSAF_INVALID: {
    asserted: 'command',
    where: '`import csaf`',
    wrong: 'does not fit CSAF 2.0',
    remedy: 'check it against the schema',
  },
  CSAF_TEST_FAILED: {
    asserted: 'command',
    where: '`import csaf`',
    wrong: 'fails a mandatory test of CSAF 2.0, which the message names',
    remedy: 'ask the issuing party',
  },
  SET_UNKNOWN: {
    asserted: 'command',
    where: '`refresh`',
    wrong: 'no reference set of this name',
    remedy: 'the message names them',
  },
  SET_UNREADABLE: {
    asserted: 'command',
    where: '`refresh`',
    wrong: 'not this set, or empty; what was there stays',
    remedy: 'the file as its source publishes it',
  },
  JOB_UNKNOWN: {
    asserted: 'command',
    where: '`job show`, `job retry`, `job discard`',
    wrong: 'no job with this id waits, fails or is given up',
    remedy: 'look it up with `tocsin job list --all`',
  },
  JOB_NOT_GIVEN_UP: {
    asserted: 'command',
    where: '`job retry`, `job discard`',
    wrong: 'the job waits, is under way, or is tried again by itself',
    remedy: 'wait; `tocsin job show` says how often it failed',
  },
} as const satisfies Record<string, CodeEntry>;
