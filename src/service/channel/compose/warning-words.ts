// What a letter about a warning says, by how much of it may leave: that something waits, or headline and grade. The same words when it
// is sent and when its publisher looks at it before.
import { isPast } from '../../../domain/retention/end-of-warning.ts';
import type { Summary } from '../../../domain/warning.ts';
import { tidy } from '../../../exchange/text/wrap.ts';

/** The type of a webhook of which nothing says what it is about. */
export const WAITING = 'warning.waiting';

const EVENT_OF = { ALERT: 'published', UPDATE: 'updated', CANCEL: 'cancelled' } as const;

const eventOf = ({ recall, messageType }: Summary): string => {
  if (recall === undefined) return EVENT_OF[messageType];
  return recall.isNarrowed ? 'narrowed' : 'recalled';
};

/** The type of its webhook, such as `warning.published`. */
export const typeOf = (summary: Summary): string =>
  `${summary.kind === 'PRACTICE' ? 'practice' : 'warning'}.${eventOf(summary)}`;

/** The type of the webhook that tells that its grade was raised. */
export const RAISED_TYPE = 'warning.raised';

type Waiting = {
  readonly warning: string | null;
  readonly link: string;
  readonly exercise: string | null;
};

export const waitingData = ({ warning, link, exercise }: Waiting) => ({
  warning,
  link,
  // Only who asked for the exercise by its name gets it.
  ...(exercise === null ? {} : { isExercise: true }),
});

export const waitingWords = (link: string, exercise: string | null) => {
  const mark = exercise === null ? '' : 'EXERCISE: ';
  return {
    subject: `${mark}A warning waits for you`,
    text: `${mark}A warning waits for you. Sign in to read it:\n${link}`,
  };
};

const WORDS = { ALERT: '', UPDATE: ' UPDATED', CANCEL: ' CANCELLED' } as const;

export const subjectOf = (summary: Summary, now: Date, isRaised = false): string => {
  const { exercise, messageType, headline, tlp, severity, kind, recall } = summary;
  const grade = kind === 'WARNING' ? ` ${severity}` : '';
  const stands = isRaised ? ' RAISED' : WORDS[messageType];
  const word = recall === undefined ? stands : recall.isNarrowed ? ' NARROWED' : ' RECALLED';
  const over = isPast(summary, now) ? ' EXPIRED' : '';
  return `${exercise === null ? '' : 'EXERCISE '}[TLP:${tlp}]${grade}${word}${over}: ${tidyLine(headline)}`;
};

/** A header has one line. */
const tidyLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

export const summaryText = ({ headline, tlp }: Summary, link: string | null): string =>
  `${tidyLine(headline)}\n\nTLP:${tlp}\nSign in to read it:\n${link ?? ''}`;

/** As `summaryText`, where it was told before with a lower grade. */
export const raisedText = (
  summary: Summary,
  { urgency, certainty }: Told['grade'],
  link: string | null,
): string =>
  [
    tidyLine(summary.headline),
    '',
    `TLP:${summary.tlp}`,
    `The hub raised it: urgency ${urgency}, certainty ${certainty}.`,
    'Sign in to read why:',
    link ?? '',
  ].join('\n');

type Told = {
  /** As it is in force for the reader. */
  readonly grade: { readonly urgency: string; readonly certainty: string };
  readonly why: string;
};

/** What a webhook brings of it where it may say what it is about. */
export const summaryData = (summary: Summary, { grade, why }: Told) => ({
  headline: summary.headline,
  tlp: summary.tlp,
  severity: summary.severity,
  urgency: grade.urgency,
  certainty: grade.certainty,
  exercise: summary.exercise,
  publisher: summary.publisher.slug,
  publishedAt: summary.publishedAt,
  updatedAt: summary.updatedAt,
  why,
});
