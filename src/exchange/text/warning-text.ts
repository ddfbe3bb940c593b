// A warning as plain text for a terminal or paper: what it is, what to do by when, who to call, how to handle it (at
// head and foot) and why the reader has it. The publisher's control characters are removed.

import type { EffectiveGrade } from '../../domain/grade/effective-grade.ts';
import { handlingInWords } from '../../domain/handling.ts';
import type { Known } from '../../domain/known/known.ts';
import { knownInWords } from '../../domain/known/known-in-words.ts';
import { markingInWords } from '../../domain/marking.ts';
import type { Reason } from '../../domain/reason.ts';
import type { PublisherSummary, Summary } from '../../domain/warning.ts';
import { gradeLines } from './grade-text.ts';
import { knownLines } from './known-text.ts';
import { tidy, wrap } from './wrap.ts';

export type ShownWarning = {
  readonly summary: Summary;
  readonly reason: Reason;
  readonly state: 'ACTIVE' | 'EXPIRED' | 'CANCELLED';
  readonly now: Date;
  readonly grade?: EffectiveGrade;
  readonly known?: Known;
  /** Other publishers of the same warning whom this reader may see, oldest first. */
  readonly alsoAssertedBy?: readonly AlsoAsserted[];
};

export type AlsoAsserted = { readonly publisher: PublisherSummary; readonly warning: string };

export type TextOptions = { readonly width?: number; readonly color?: false };

const WIDTH = 72;
const EXERCISE = 'EXERCISE EXERCISE EXERCISE';

export const warningText = (shown: ShownWarning, options: TextOptions = {}): string => {
  const width = Math.max(24, options.width ?? WIDTH);
  const { summary } = shown;
  const frame = [...(summary.exercise === null ? [] : [EXERCISE]), ...wrap(markingOf(summary), width)];
  const sections: readonly (readonly string[])[] = [
    frame,
    headOf(shown, width),
    wrap(tidy(summary.headline).toUpperCase(), width),
    summary.cancelReason === null ? [] : wrap(`Cancelled: ${tidy(summary.cancelReason)}`, width),
    actionsOf(summary, width),
    contactsOf(summary, width),
    shown.known === undefined ? [] : knownLines(knownInWords(shown.known), width),
    handlingOf(summary, width),
    tidy(summary.summary)
      .split('\n')
      .flatMap((line) => wrap(line, width)),
    practiceOf(summary, width),
    wrap(`Why you have this: ${whyOf(shown.reason)}`, width),
    othersOf(shown.alsoAssertedBy ?? [], width),
    factsOf(summary, width),
    frame,
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join(`\n\n`)}\n`;
};

/** `2030-01-01 12:00 UTC`: all readers see the same clock. */
export const instantText = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The time left in minutes, hours or days, or that it has passed. */
export const timeLeft = (instant: string, now: Date): string => {
  const minutes = Math.round((Date.parse(instant) - now.getTime()) / 60_000);
  if (minutes <= 0) return 'passed';
  if (minutes < 60) return `in ${minutes} min`;
  return minutes < 48 * 60 ? `in ${Math.round(minutes / 60)} h` : `in ${Math.round(minutes / 1_440)} days`;
};

const headOf = ({ summary, state, now, grade }: ShownWarning, width: number): string[] => {
  const kind = summary.kind === 'WARNING' ? 'Early warning' : 'Best practice';
  const standing = { ACTIVE: 'in force', EXPIRED: 'EXPIRED', CANCELLED: 'CANCELLED' }[state];
  const until =
    summary.validUntil === null
      ? ''
      : `, valid until ${instantText(summary.validUntil)} (${timeLeft(summary.validUntil, now)})`;
  const grading =
    summary.kind === 'WARNING' ? gradeLines({ ...summary, ...gradeIn(summary, grade) }, width) : [];
  return [
    ...wrap(`${kind}, version ${summary.version}, ${standing}${until}`, width),
    ...wrap(
      `From ${tidy(summary.publisher.name)} (${summary.publisher.country}), ${instantText(summary.updatedAt)}`,
      width,
    ),
    ...grading,
  ];
};

const gradeIn = (summary: Summary, grade: EffectiveGrade | undefined) => ({
  effectiveUrgency: grade?.urgency ?? summary.urgency,
  effectiveCertainty: grade?.certainty ?? summary.certainty,
  raisedBecause: grade?.because ?? null,
});

const actionsOf = (summary: Summary, width: number): string[] => {
  if (summary.actions.length === 0) return [];
  const lines = summary.actions.flatMap(({ text, by }, index) => {
    const when = by === null ? '' : ` (by ${instantText(by)})`;
    return wrap(`${tidy(text)}${when}`, width, `${index + 1}. `, '   ');
  });
  return ['What to do:', ...lines];
};

const contactsOf = (summary: Summary, width: number): string[] => {
  if (summary.contacts.length === 0) return [];
  const lines = summary.contacts.flatMap(({ name, number, hours }) =>
    wrap(`${tidy(name)}: ${tidy(number)} (${tidy(hours)})`, width, '   ', '   '),
  );
  return ['Who to call:', ...lines];
};

const markingOf = ({ tlp, handling }: Summary): string =>
  markingInWords(tlp, handling?.from != null || handling?.until != null);

const handlingOf = ({ handling }: Summary, width: number): string[] => {
  const words = handling === undefined ? [] : handlingInWords(handling);
  if (words.length === 0) return [];
  return ['How to handle it:', ...words.flatMap((each) => wrap(each, width, '- ', '  '))];
};

const practiceOf = ({ practice }: Summary, width: number): string[] => {
  if (practice === null) return [];
  const steps = practice.steps.flatMap((step, index) => wrap(tidy(step), width, `${index + 1}. `, '   '));
  const review = practice.reviewDue === null ? [] : wrap(`To be reviewed by ${practice.reviewDue}`, width);
  return [...wrap(`What it is for: ${tidy(practice.problem)}`, width), ...steps, ...review];
};

const whyOf = (reason: Reason): string => {
  if (reason.kind !== 'DEPENDENCY') return tidy(reason.rule);
  const hours = reason.hoursToEffect === null ? '' : `, felt after ${reason.hoursToEffect} h at the earliest`;
  return `${tidy(reason.rule)} (${reason.grade.toLowerCase()}${hours})`;
};

const MOST_OTHERS = 5;

const othersOf = (others: readonly AlsoAsserted[], width: number): string[] => {
  if (others.length === 0) return [];
  const lines = others
    .slice(0, MOST_OTHERS)
    .flatMap(({ publisher, warning }) => [
      ...wrap(`${tidy(publisher.name)} (${publisher.country})`, width, '   ', '   '),
      `   ${warning}`,
    ]);
  const more = others.length - MOST_OTHERS;
  return ['Also reported by:', ...lines, ...(more > 0 ? [`   and ${more} more`] : [])];
};

const concernsOf = ({ sectorsConcerned, countriesConcerned }: Summary, width: number): string[] => {
  const concerned = [...sectorsConcerned, ...countriesConcerned];
  return concerned.length === 0 ? [] : wrap(`Concerns: ${concerned.join(', ')}`, width);
};

const factsOf = (summary: Summary, width: number): string[] => [
  ...concernsOf(summary, width),
  ...(summary.cves.length === 0
    ? []
    : wrap(`CVE: ${summary.cves.map((cve) => tidy(cve)).join(', ')}`, width)),
  ...summary.externalReferences.flatMap(({ source, id, url }) =>
    wrap([source, id, url].flatMap((each) => (each === null ? [] : [tidy(each)])).join(' '), width),
  ),
  ...summary.statements.flatMap((statement) => wrap(tidy(statement), width)),
  `${summary.id}`,
];
