// Codes of what was sent with an act or a read.
import type { CodeEntry } from './entry.ts';

export const ACT_CODES = {
  TEXT_EMPTY: {
    told: 'act',
    where: 'drafts',
    wrong: 'the text is empty',
    remedy: 'write it, or leave the item out',
  },
  TEXT_TOO_LONG: {
    told: 'act',
    where: 'drafts, notes, the search',
    wrong: 'longer than its limit',
    remedy: 'shorten it',
  },
  TOO_MANY: {
    told: 'act',
    where: 'drafts, audience, filter',
    wrong: 'more items than the limit, which the message names',
    remedy: 'leave some out',
  },
  LANGUAGE_MALFORMED: {
    told: 'act',
    where: 'drafts',
    wrong: 'no BCP 47 language tag',
    remedy: 'write it like `en`, `pt-BR` or `ar`',
  },
  DATE_MALFORMED: {
    told: 'act',
    where: 'practices',
    wrong: 'no date',
    remedy: 'write it as YYYY-MM-DD',
  },
  VALID_UNTIL_PAST: {
    told: 'act',
    where: 'warnings',
    wrong: '`validUntil` lies in the past',
    remedy: 'an instant after now, or none',
  },
  REASON_MISSING: {
    told: 'act',
    where: 'cancel',
    wrong: 'no reason, or too long a one',
    remedy: 'say why in plain words',
  },
  AUDIENCE_MISSING: {
    told: 'act',
    where: 'audience',
    wrong: 'no alternative, so nobody is addressed',
    remedy: 'give one; `{}` is the whole partnership',
  },
  AUDIENCE_EMPTY_LIST: {
    told: 'act',
    where: 'audience',
    wrong: 'an empty list fits nobody',
    remedy: 'leave the field out to mean any, or name some',
  },
  AUDIENCE_EMPTY: {
    told: 'act',
    where: 'publish',
    wrong: 'nobody but you would receive it under this marking, or its exchange policy is not in force now',
    remedy: 'ask `audiencePreview` who is left out and why, or set `allowEmptyAudience`',
  },
  SECTOR_UNKNOWN: {
    told: 'act',
    where: 'audience, filter, `member` admission',
    wrong: "no sector of the hub's scheme",
    remedy: 'ask `sectors` for the scheme',
  },
  COUNTRY_MALFORMED: {
    told: 'act',
    where: 'audience, `member` admission',
    wrong: 'no country code',
    remedy: 'ISO 3166-1 alpha-2, in capitals',
  },
  KIND_UNKNOWN: {
    told: 'act',
    where: 'audience',
    wrong: 'no kind of member',
    remedy: 'the message names them',
  },
  MEMBER_UNKNOWN: {
    told: 'act',
    where: 'audience, keys, dependencies',
    wrong: 'no member has this slug',
    remedy: 'give the slug of a member',
  },
  PERSON_UNKNOWN: {
    told: 'act',
    where: 'audience',
    wrong: 'the person is of no member',
    remedy: 'write `<member slug>/<name>`',
  },
  RED_NEEDS_PERSONS: {
    told: 'act',
    where: 'audience',
    wrong: 'TLP:RED goes to named persons, and this alternative names none',
    remedy: 'name them, or mark it wider if you are its source',
  },
  VERSION_CONFLICT: {
    told: 'act',
    where: 'correct, cancel',
    wrong: 'there is a newer version than the one you have seen',
    remedy: 'read it again, and decide again',
  },
  ALREADY_CANCELLED: {
    told: 'act',
    where: 'correct, cancel, import',
    wrong: 'it was cancelled; that was its last version',
    remedy: 'publish a new one',
  },
  OBJECT_CONFLICT: {
    told: 'act',
    where: 'the bundle',
    wrong: 'an object that you may read has this id and `modified` with other content (STIX 2.1 §3.6)',
    remedy: 'a later `modified`, or a new id if you are not its creator',
  },
  NOT_THE_CREATOR: {
    told: 'act',
    where: 'the bundle',
    wrong:
      "another member's object, at no version that it published for you: only the creator makes versions or revokes",
    remedy: 'pass on its own version unchanged, or publish under a new id',
  },
  DUPLICATE_LINKED: {
    told: 'act',
    where: 'accepting or rejecting a duplicate',
    wrong: 'the two are linked, or shown as one, already',
    remedy: '`undoMerge`, of objects `undoObjectMerge`',
  },
  DUPLICATE_NOT_LINKED: {
    told: 'act',
    where: '`undoMerge`, `undoObjectMerge`',
    wrong: 'the two are proposed, not linked',
    remedy: '`rejectDuplicate`, of objects `rejectObjectDuplicate`',
  },
  DUPLICATE_UNRELATED: {
    told: 'act',
    where: 'a ruling on two objects',
    wrong: 'nothing that you may read gives them a name in common, or they are told apart by content',
    remedy: 'publish one with a name of the other among its aliases, if they are one',
  },
  BUSY: {
    told: 'act',
    where: 'publishing',
    wrong: 'others are writing the same objects at this moment',
    remedy: 'send the same request again',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    told: 'act',
    where: 'the header',
    wrong: 'empty, or more than 255 characters',
    remedy: 'send a UUID',
  },
  IDEMPOTENCY_KEY_REUSED: {
    told: 'act',
    where: 'the header',
    wrong: 'this key was used with another payload',
    remedy: 'a new key for a new act',
  },
  PAGE_TOO_LARGE: {
    told: 'act',
    where: 'reads with `first`',
    wrong: 'a page has 1 to 200 items',
    remedy: 'ask for fewer, and go on with `after`',
  },
} as const satisfies Record<string, CodeEntry>;
