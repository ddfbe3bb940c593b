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
    shownSubject: `${mark}A warning waits for you`,
    text: `${mark}A warning waits for you. Sign in to read it:\n${link}`,
  };
};

const WORDS = { ALERT: [], UPDATE: ['UPDATED'], CANCEL: ['CANCELLED'] } as const;

type Standing = { readonly now: Date; readonly isRaised?: boolean };

/** What has to be seen before anything else of it is read: that it changed, was called back or is over. */
const standingOf = (summary: Summary, { now, isRaised = false }: Standing): readonly string[] => {
  const { messageType, recall } = summary;
  const stands = isRaised ? ['RAISED'] : WORDS[messageType];
  const called = recall?.isNarrowed === true ? ['NARROWED'] : ['RECALLED'];
  return [...(recall === undefined ? stands : called), ...(isPast(summary, now) ? ['EXPIRED'] : [])];
};

export const subjectOf = (summary: Summary, standing: Standing): string => {
  const { exercise, headline, tlp, severity, kind } = summary;
  const grade = kind === 'WARNING' ? [severity] : [];
  const marks = [`[TLP:${tlp}]`, ...grade, ...standingOf(summary, standing)].join(' ');
  return `${exercise === null ? '' : 'EXERCISE '}${marks}: ${tidyLine(headline)}`;
};

/** A line above the text, which is read where the subject is not: in a preview, on a watch, inside of what is encrypted. */
const marked = (summary: Summary, standing: Standing): readonly string[] => {
  const marks = [...(summary.exercise === null ? [] : ['EXERCISE']), ...standingOf(summary, standing)];
  return marks.length === 0 ? [] : [marks.join(', '), ''];
};

/** A header has one line. */
const tidyLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

export const summaryText = (summary: Summary, now: Date, link: string | null): string =>
  [
    ...marked(summary, { now }),
    tidyLine(summary.headline),
    '',
    `TLP:${summary.tlp}`,
    'Sign in to read it:',
    link ?? '',
  ].join('\n');

/** As `summaryText`, where it was told before with a lower grade. */
export const raisedText = (
  summary: Summary,
  { urgency, certainty }: Told['grade'],
  { now, link }: { readonly now: Date; readonly link: string | null },
): string =>
  [
    ...marked(summary, { now, isRaised: true }),
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
