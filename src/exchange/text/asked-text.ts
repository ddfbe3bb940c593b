// What a warning asks of its reader, by when, and how to answer: the same words on a page, in the feed and in the watch.
import type { Level } from '../../domain/answer/asking.ts';

export type Asked = {
  readonly id: string;
  /** The version that its reader is shown. */
  readonly version: number;
  readonly level: Level;
  /** ISO 8601; null where no answer is asked for. */
  readonly answerBy: string | null;
  /** Of a recall or narrowing, which asks its holder to confirm. */
  readonly isRecall: boolean;
  /** Its publisher asks others. */
  readonly isOwn: boolean;
  /** Whether the reader's member has still to answer. */
  readonly isDue: boolean;
};

const LEVELS: Readonly<Record<Level, string>> = {
  INFORMATION: 'Information',
  RECOMMENDATION: 'Recommendation',
  ESSENTIAL_ACTION: 'Essential action',
};

/** The answers that close what is asked, as `--answer` takes them. */
export const CLOSING_WORDS = 'not-affected, affected, acted or need-help';

/** One sentence; null where nothing is asked. `moment` writes the instant by which an answer is asked for. */
export const askedSentence = (asked: Asked, moment: (instant: string) => string): string | null => {
  const { level, answerBy, isRecall, isOwn, isDue } = asked;
  if (isRecall) {
    if (isOwn) return null;
    return isDue ? 'Confirm it once you have done it.' : 'You have confirmed it.';
  }
  if (answerBy === null || level === 'INFORMATION') return null;
  const by = `by ${moment(answerBy)}`;
  if (isOwn) return `${LEVELS[level]}: you ask for an answer ${by}.`;
  return isDue
    ? `${LEVELS[level]}: answer ${by}.`
    : `${LEVELS[level]}: an answer was asked for ${by}; yours is given.`;
};

/** The command that answers the version that is shown; null where nothing is due. It is one line, to be copied whole. */
export const answerCommand = ({ id, version, answerBy, isRecall, isOwn, isDue }: Asked): string | null => {
  if (isOwn || !isDue || (!isRecall && answerBy === null)) return null;
  return `tocsin ack ${id} --answer ${isRecall ? 'acted' : 'WORD'} --of-version ${version}`;
};

type Ended = {
  readonly kind: string;
  readonly recall?: { readonly isNarrowed: boolean } | null;
};

/** How a last version ended what it was about: recalled, narrowed and cancelled are different things to their reader. */
export const endedAs = ({ kind, recall }: Ended): 'RECALLED' | 'NARROWED' | 'CANCELLED' | 'WITHDRAWN' => {
  if (recall != null) return recall.isNarrowed ? 'NARROWED' : 'RECALLED';
  return kind === 'PRACTICE' ? 'WITHDRAWN' : 'CANCELLED';
};
