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
  SLUG_TAKEN: {
    reportedAs: 'act',
    where: 'admission',
    wrong: 'a member has this slug',
    remedy: 'agree on another with the applicant',
  },
  SPONSORS_NEEDED: {
    reportedAs: 'act',
    where: 'admission',
    wrong: 'the hub has three members or more, so it admits only whom members answer for',
    remedy: 'apply for the organisation; members then sponsor it',
  },
  SPONSOR_ITSELF: {
    reportedAs: 'act',
    where: 'sponsoring',
    wrong: 'nobody sponsors itself',
    remedy: 'ask other members',
  },
  SPONSOR_ALREADY: {
    reportedAs: 'act',
    where: 'sponsoring',
    wrong: 'your organisation sponsors it already',
    remedy: 'ask another member',
  },
  SPONSOR_UNKNOWN: {
    reportedAs: 'act',
    where: 'withdrawing a sponsorship',
    wrong: 'your organisation does not answer for the applicant',
    remedy: 'look at the application again for who does',
  },
  SPONSOR_CIRCLE: {
    reportedAs: 'act',
    where: 'sponsoring',
    wrong: 'the applicant itself once answered for your organisation, or for one that did',
    remedy: 'ask a member that it did not bring',
  },
  OBJECTION_UNKNOWN: {
    reportedAs: 'act',
    where: 'withdrawing and setting aside an objection',
    wrong: 'that member does not object to the applicant',
    remedy: 'look at the application again for who does',
  },
  SPONSOR_UNSUITABLE: {
    reportedAs: 'act',
    where: 'sponsoring, inviting applicants, objecting',
    wrong: 'only a full member answers for others, or objects',
    remedy: 'wait until your probation is over',
  },
  SPONSOR_UNNAMED: {
    reportedAs: 'act',
    where: 'sponsoring',
    wrong: 'your organisation is unlisted, and sponsors are named to all administrators',
    remedy: 'set `agreesToBeNamed`, or leave it to others',
  },
  APPLICATION_CLOSED: {
    reportedAs: 'act',
    where: 'applications',
    wrong: 'it was admitted, refused or withdrawn already',
    remedy: 'look at it again',
  },
  APPLICATION_NOT_READY: {
    reportedAs: 'act',
    where: 'admitting',
    wrong:
      'a member objects, or the admission policy asks for more: sponsors, a review, the time for objections',
    remedy: 'look at the application',
  },
  POLICY_OUT_OF_RANGE: {
    reportedAs: 'act',
    where: 'the admission policy',
    wrong: 'not a whole number in the range that the message names',
    remedy: '0 switches a part off',
  },
  STANDING_WRONG: {
    reportedAs: 'act',
    where: 'suspending, reinstating, leaving',
    wrong:
      'the member does not stand where this act begins: it is suspended, has left, or takes part already',
    remedy: 'look at its standing',
  },
} as const satisfies Record<string, CodeEntry>;
