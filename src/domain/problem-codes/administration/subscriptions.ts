// Codes of drafts, of subscriptions, and of what a publisher is told of its audience beforehand.
import type { CodeEntry } from '../entry.ts';

export const SUBSCRIPTION_CODES = {
  DRAFT_MALFORMED: {
    reportedAs: 'act',
    where: 'saving a draft',
    wrong: 'the content is no JSON object, or an id or version has no such form',
    remedy: 'the message says what is expected',
  },
  DRAFT_TOO_LARGE: {
    reportedAs: 'act',
    where: 'saving a draft, `$.content`',
    wrong: 'longer than a draft may be',
    remedy: 'leave out the bundle, and add it again before you publish',
  },
  DRAFT_SAVED_ELSEWHERE: {
    reportedAs: 'act',
    where: 'saving and discarding a draft',
    wrong: 'it was saved again since you read it, as from another machine',
    remedy: 'read it as it is now, then save over that version; or save yours as a new draft',
  },
  SUBSCRIPTION_MALFORMED: {
    reportedAs: 'act',
    where: 'subscriptions',
    wrong:
      'a part of it has no such form or range: an hour, a time of day, a CPE name, an instant that has passed',
    remedy: 'the message says what is expected',
  },
  SUBSCRIPTION_ENDED: {
    reportedAs: 'act',
    where: 'subscriptions',
    wrong: 'it has ended',
    remedy: 'make a new one',
  },
  OWN_WARNING: {
    reportedAs: 'act',
    where: 'feedback',
    wrong: 'your own organisation published the warning',
    remedy: 'publish an update instead',
  },
  SPAN_OUT_OF_RANGE: {
    reportedAs: 'act',
    where: 'the effect of warnings',
    wrong: 'the span of time is empty, or longer than a year',
    remedy: 'give a shorter one',
  },
  NOT_ASKED_FOR: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong: 'it is not what the subscription asks for any more',
    remedy: 'change the subscription',
  },
  NOTHING_LEFT: {
    reportedAs: 'reason',
    where: 'deliveries to endpoints',
    wrong:
      'nothing is left to tell: of a digest all is over, a question is answered, a case is closed, or a challenge is a day old',
    remedy: 'nothing is to be done; of a challenge, have another sent',
  },
  COMMUNITY_UNUSUAL: {
    reportedAs: 'kept',
    where: 'publishing, its preview, corrections and proposals',
    wrong: 'you have not addressed this community lately',
    remedy: 'look at who is in it; publish it anew only if it is meant',
  },
  MARKING_UNUSUAL: {
    reportedAs: 'kept',
    where: 'publishing, its preview, corrections and proposals',
    wrong: 'you have not used this marking lately',
    remedy: 'compare it with what the source allows',
  },
  AUDIENCE_UNUSUAL: {
    reportedAs: 'kept',
    where: 'publishing, its preview, corrections and proposals',
    wrong:
      'you have not addressed these sectors, countries, kinds, members, persons, or the whole partnership lately',
    remedy: 'ask `audiencePreview` who is reached',
  },
  AUDIENCE_SMALL: {
    reportedAs: 'kept',
    where: 'publishing, its preview, corrections and proposals',
    wrong: 'so few fit the audience that the text may point to one of them',
    remedy: 'widen the audience, or leave out what tells them apart',
  },
  AUDIENCE_REACHES_NOBODY: {
    reportedAs: 'kept',
    where: 'publishing, its preview, corrections and proposals',
    wrong: 'nobody that you may know of receives it',
    remedy: 'widen the audience, or the marking',
  },
  AUDIENCE_HARD_TO_REACH: {
    reportedAs: 'kept',
    where: 'publishing, its preview, corrections and proposals',
    wrong:
      'most recipients that you may know of have no live way to be reached; of fewer than five only where you name each',
    remedy: 'call those that matter; their administrators and the hub are told',
  },
} as const satisfies Record<string, CodeEntry>;
