// Codes about the input of an act or a read.
import type { CodeEntry } from './entry.ts';

export const ACT_CODES = {
  TEXT_EMPTY: {
    reportedAs: 'act',
    where: 'drafts',
    wrong: 'the text is empty, or nothing of it can be seen',
    remedy: 'fill it in, or leave the item out',
  },
  TEXT_NOT_ONE_LINE: {
    reportedAs: 'act',
    where: 'drafts: headlines, contacts, the source of a reference',
    wrong: 'a line break, a control character or a mark of direction in a text that is shown on one line',
    remedy: 'write it on one line, without such characters; the message names the first',
  },
  TEXT_TOO_LONG: {
    reportedAs: 'act',
    where: 'drafts, notes, the search',
    wrong: 'longer than the limit, which the message names',
    remedy: 'shorten it',
  },
  TOO_MANY: {
    reportedAs: 'act',
    where: 'drafts, audience, filter',
    wrong: 'more items than the limit, which the message names',
    remedy: 'leave some out',
  },
  LANGUAGE_MALFORMED: {
    reportedAs: 'act',
    where: 'drafts',
    wrong: 'not a BCP 47 language tag, or one without a language of two or three letters',
    remedy: 'write it like `en`, `pt-BR` or `ar`',
  },
  DATE_MALFORMED: {
    reportedAs: 'act',
    where: 'practices',
    wrong: 'not a date',
    remedy: 'write it as YYYY-MM-DD',
  },
  VALID_UNTIL_PAST: {
    reportedAs: 'act',
    where: 'warnings',
    wrong: '`validUntil` is in the past',
    remedy: 'give a time in the future, or none',
  },
  TRANSLATION_DROPPED: {
    reportedAs: 'kept',
    where: 'corrections',
    wrong: 'the version before could be read in more languages',
    remedy: 'repeat its translations, unless they are wrong now',
  },
  ACTION_BY_PAST: {
    reportedAs: 'kept',
    where: 'drafts of warnings',
    wrong: 'the time by which something is to be done is over',
    remedy: 'give a time that is still to come, or none',
  },
  ACTION_BY_AFTER_END: {
    reportedAs: 'kept',
    where: 'drafts of warnings',
    wrong: 'the time by which something is to be done is after the end of the warning (`validUntil`)',
    remedy: 'give a time before its end, or let it be valid for longer',
  },
  COUNTRY_UNKNOWN: {
    reportedAs: 'kept',
    where: 'drafts',
    wrong: 'ISO 3166-1 has no such State, and no member that you may know of is of it',
    remedy: 'compare the code: `GB`, not `UK`',
  },
  CVE_MALFORMED: {
    reportedAs: 'kept',
    where: 'drafts, `externalReferences` of the source `cve`',
    wrong: 'the id is none of a CVE, so that nobody finds the warning by it',
    remedy: 'write it like `CVE-2024-3400`',
  },
  TRANSLATION_REPEATED: {
    reportedAs: 'act',
    where: 'drafts, `$.translations[n].language`',
    wrong: 'a second translation into the same language, or one into the language of the text itself',
    remedy: 'give one for each further language',
  },
  TRANSLATION_INCOMPLETE: {
    reportedAs: 'kept',
    where: 'drafts of warnings',
    wrong: 'a translation does not have one text for each thing to do, so that its readers get two languages',
    remedy: 'give one for each, in the same order',
  },
  PUBLISHED_BEFORE: {
    reportedAs: 'kept',
    where: 'a dry run',
    wrong: 'you published the same within the last ten minutes',
    remedy: 'repeat a lost request with its Idempotency-Key; publish it anew only if you mean two',
  },
  REASON_MISSING: {
    reportedAs: 'act',
    where: 'cancel',
    wrong: 'the reason is missing or too long',
    remedy: 'say why, in plain words',
  },
  AUDIENCE_MISSING: {
    reportedAs: 'act',
    where: 'audience',
    wrong: 'no alternatives, so nobody is addressed',
    remedy: 'give one; `{}` addresses the whole partnership',
  },
  AUDIENCE_EMPTY_LIST: {
    reportedAs: 'act',
    where: 'audience',
    wrong: 'an empty list matches nobody',
    remedy: 'leave the field out to match any, or name some',
  },
  AUDIENCE_EMPTY: {
    reportedAs: 'act',
    where: 'publish',
    wrong:
      'nobody whom you may be shown would receive it under this marking, or its exchange policy is not in force at present',
    remedy: '`audiencePreview` says who is left out and why; or set `allowEmptyAudience`',
  },
  SECTOR_UNKNOWN: {
    reportedAs: 'act',
    where: 'drafts, audience, filter, `member` admission',
    wrong: "not a sector of the hub's scheme",
    remedy: 'query `sectors` for the scheme',
  },
  COUNTRY_MALFORMED: {
    reportedAs: 'act',
    where: 'drafts, audience, filter, `member` admission',
    wrong: 'not a country code, or one that ISO 3166-1 has under another: `UK` is `GB` there',
    remedy: 'use ISO 3166-1 alpha-2, in capitals',
  },
  KIND_UNKNOWN: {
    reportedAs: 'act',
    where: 'audience, founding',
    wrong: 'not a kind of member',
    remedy: 'use one that the message or the form lists',
  },
  MEMBER_UNKNOWN: {
    reportedAs: 'act',
    where: 'audience, keys, dependencies',
    wrong: 'no member has this slug',
    remedy: 'use the slug of a member',
  },
  PERSON_UNKNOWN: {
    reportedAs: 'act',
    where: 'audience',
    wrong: 'nobody can sign in under this name; for TLP:RED a member is not enough',
    remedy: 'ask the organisation whom to name, and write `<member slug>/<name>`',
  },
  RED_NEEDS_PERSONS: {
    reportedAs: 'act',
    where: 'audience',
    wrong: 'TLP:RED is for named persons, and this alternative names none',
    remedy: 'name them, or use a wider marking if you are the source',
  },
  VERSION_CONFLICT: {
    reportedAs: 'act',
    where: 'correct, cancel, answer',
    wrong:
      'there is a newer version than the one you read, or an answer to a recall does not say that it is to that',
    remedy: 'read it again, then decide; to confirm a recall, give its version as `expectedVersion`',
  },
  ALREADY_CANCELLED: {
    reportedAs: 'act',
    where: 'correct, cancel, import',
    wrong: 'it was cancelled, and that was its last version',
    remedy: 'publish a new item',
  },
  ANSWER_BY_MISSING: {
    reportedAs: 'act',
    where: 'a draft',
    wrong: 'its level asks for an answer, and it does not say by when',
    remedy: 'give `answerBy`, or use the level INFORMATION',
  },
  ANSWER_BY_OUT_OF_RANGE: {
    reportedAs: 'act',
    where: 'a draft',
    wrong: 'answers are due in the past, or in more than a year',
    remedy: 'give an instant after now',
  },
  ANSWER_BY_AFTER_END: {
    reportedAs: 'act',
    where: 'a draft',
    wrong: 'answers are due after the end of the warning (`validUntil`), when nobody is reminded of it',
    remedy: 'ask for them before its end, or let it be valid for longer',
  },
  ANSWER_NOT_ASKED: {
    reportedAs: 'act',
    where: 'a draft, a reminder',
    wrong: 'it asks for no answer',
    remedy: 'use another level, or leave the time out',
  },
  HANDLING_WORD_UNKNOWN: {
    reportedAs: 'act',
    where: 'how a draft may be used (`handling`)',
    wrong: 'IEP 2.0 does not have this word for the rule',
    remedy: 'use one that the message names, or leave the rule out',
  },
  HANDLING_UNTIL_PAST: {
    reportedAs: 'act',
    where: 'how a draft may be used (`handling`)',
    wrong: 'its policy has ended already: nobody but its publisher would read it',
    remedy: 'give an instant after now, or leave the end out',
  },
  HANDLING_OF_REPORT: {
    reportedAs: 'act',
    where: 'how a draft may be used (`handling`)',
    wrong: 'the bundle has a report of its own, and the hub edits no object of a publisher',
    remedy: 'mark that report with a policy of IEP 2.0, or leave it out of the bundle',
  },
  HANDLING_LOOSER: {
    reportedAs: 'act',
    where: 'correct',
    wrong: 'it would loosen how the version before may be used',
    remedy: 'leave the rule out to keep it, or propose LOOSEN_HANDLING',
  },
  CASE_CLOSED: {
    reportedAs: 'act',
    where: 'a case',
    wrong: 'it was closed',
    remedy: 'answer NEED_HELP again, which opens another',
  },
  CASE_OF_ANOTHER: {
    reportedAs: 'act',
    where: 'a case',
    wrong: 'only the member that helps takes it or hands it over',
    remedy: 'add a note instead',
  },
  REMINDED_LATELY: {
    reportedAs: 'act',
    where: 'a reminder',
    wrong: 'somebody reminded them within the quarter of an hour',
    remedy: 'call those who have not answered, or wait',
  },
  SITE_MALFORMED: {
    reportedAs: 'act',
    where: 'the plan of how a member answers',
    wrong: 'a site has no slug of its own, or no name',
    remedy: 'give it a slug in lower-case letters, digits and hyphens, and a short name',
  },
  SITE_UNKNOWN: {
    reportedAs: 'act',
    where: 'answering',
    wrong: 'your organisation lists no such site',
    remedy: 'ask `answerPlan` for those that it lists, or answer for all of it',
  },
  ALREADY_RECALLED: {
    reportedAs: 'act',
    where: 'correct, cancel, recall, narrow',
    wrong: 'it was recalled: nothing of it is left but the recall',
    remedy: 'publish a new item',
  },
  NOT_NARROWER: {
    reportedAs: 'act',
    where: 'narrowing',
    wrong: 'somebody would get it who is not addressed now, the marking is looser, or nothing changes',
    remedy:
      'name only some of those that it is addressed to; propose WIDEN_AUDIENCE or WIDEN_MARKING for more',
  },
  OBJECT_CONFLICT: {
    reportedAs: 'act',
    where: 'the bundle',
    wrong:
      'an object of yours or of another member has the same id and `modified` with different content (STIX 2.1 §3.6)',
    remedy: 'use a later `modified`, or a new id if you are not its creator',
  },
  NOT_THE_CREATOR: {
    reportedAs: 'act',
    where: 'the bundle',
    wrong:
      "another member's object, in a version that it did not publish to you: only the creator makes versions or revokes",
    remedy: "pass on the creator's version unchanged, or publish under a new id",
  },
  DUPLICATE_LINKED: {
    reportedAs: 'act',
    where: 'accepting or rejecting a duplicate',
    wrong: 'the two are already linked, or shown as one',
    remedy: 'use `undoMerge`, for objects `undoObjectMerge`',
  },
  DUPLICATE_NOT_ACCEPTED: {
    reportedAs: 'act',
    where: 'undoing a pair',
    wrong: 'no reviewer accepted the pair, so it cannot return to the proposals',
    remedy: 'leave `reopen` out',
  },
  DUPLICATE_NOT_LINKED: {
    reportedAs: 'act',
    where: '`undoMerge`, `undoObjectMerge`',
    wrong: 'the two are only proposed, not linked',
    remedy: 'use `rejectDuplicate`, for objects `rejectObjectDuplicate`',
  },
  DUPLICATE_UNRELATED: {
    reportedAs: 'act',
    where: 'a ruling on two objects',
    wrong:
      'nothing that you may read gives them a common name, or they are identified by content and not by name',
    remedy: 'if they are the same, publish one with a name of the other among its aliases',
  },
  RULING_OF_ANOTHER: {
    reportedAs: 'act',
    where: 'a ruling on two warnings or two objects',
    wrong: 'another reviewer has ruled otherwise',
    remedy: 'ask that reviewer, or a manager of its organisation: only they can reverse the ruling',
  },
  BUSY: {
    reportedAs: 'act',
    where: 'publishing',
    wrong: 'others are writing the same objects right now',
    remedy: 'retry the same request',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    reportedAs: 'act',
    where: 'the header',
    wrong: 'empty, or more than 255 characters',
    remedy: 'send a UUID',
  },
  IDEMPOTENCY_KEY_REUSED: {
    reportedAs: 'act',
    where: 'the header',
    wrong: 'this key was already used with a different payload',
    remedy: 'use a new key for a new act',
  },
  SHOWN_ONCE: {
    reportedAs: 'act',
    where: 'a repeat of what makes a key, a link or a code',
    wrong:
      'this `Idempotency-Key` made it before, and its secret was shown then: the hub keeps none that it could show again',
    remedy:
      'what was made is in the answer, or in its list: rotate or end the key, `reinvitePerson`, or make another under a new `Idempotency-Key`',
  },
  PAGE_TOO_LARGE: {
    reportedAs: 'act',
    where: 'reads with `first`',
    wrong: '`first` is below 1 or above the page limit, which the message names',
    remedy: 'ask for at most that many, then continue with `after`',
  },
  NOT_A_WARNING: {
    reportedAs: 'act',
    where: '`updateWarning`, `cancelWarning`',
    wrong: 'the id belongs to a practice',
    remedy: 'use `updatePractice` or `withdrawPractice`',
  },
  NOT_A_PRACTICE: {
    reportedAs: 'act',
    where: '`updatePractice`, `withdrawPractice`',
    wrong: 'the id belongs to a warning',
    remedy: 'use `updateWarning` or `cancelWarning`',
  },
} as const satisfies Record<string, CodeEntry>;
