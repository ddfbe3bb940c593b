// A warning as plain text for a terminal or paper: what it is, what to do by when, who to call, how to handle it (at
// head and foot) and why the reader has it. One that was cancelled says so first, and gives nothing to do. The publisher's
// control characters are removed.

import type { EffectiveGrade } from '../../domain/grade/effective-grade.ts';
import { handlingInWords } from '../../domain/handling.ts';
import { defanged } from '../../domain/known/defang.ts';
import type { Known } from '../../domain/known/known.ts';
import { knownInWords } from '../../domain/known/known-in-words.ts';
import { markingInWords } from '../../domain/marking.ts';
import { otherLanguages } from '../../domain/reading/reading-language.ts';
import type { Reason } from '../../domain/reason.ts';
import type { ExternalReference, PublisherSummary, Recall, Summary } from '../../domain/warning.ts';
import type { IndicatorFacts } from '../indicator/indicator-facts.ts';
import { answerCommand, askedSentence, CLOSING_WORDS, endedAs } from './asked-text.ts';
import { gradeLines } from './grade-text.ts';
import { changesBesideHeld, heldLines, type ShownBefore } from './held-text.ts';
import { knownLines } from './known-text.ts';
import { localText } from './local-time.ts';
import { cutAt, tidy, wrap } from './wrap.ts';

export type ShownWarning = {
  readonly summary: Summary;
  readonly reason: Reason;
  readonly state: 'ACTIVE' | 'EXPIRED' | 'CANCELLED';
  readonly now: Date;
  readonly grade?: EffectiveGrade;
  readonly known?: Known;
  /** Other publishers of the same warning whom this reader may see, oldest first. */
  readonly alsoAssertedBy?: readonly AlsoAsserted[];
  /** What the reader's own member answered, newest first, as sentences. */
  readonly answers?: readonly string[];
  /** What it said of use and of having seen the same, as sentences. */
  readonly feedback?: readonly string[];
  readonly indicators?: ShownIndicators;
  /** The version that the reader had before, where it may have it still. */
  readonly before?: ShownBefore;
  /** IANA name of the time zone in which deadlines stand beside UTC; UTC alone when absent. */
  readonly zone?: string;
  /** Whether the reader's member has still to answer what is asked of it; true when absent. */
  readonly isAnswerDue?: boolean;
};

/** `hasMore`: there are others that are not listed. */
export type ShownIndicators = { readonly listed: readonly IndicatorFacts[]; readonly hasMore: boolean };

export type AlsoAsserted = { readonly publisher: PublisherSummary; readonly warning: string };

export type TextOptions = { readonly width?: number; readonly color?: false };

const WIDTH = 72;
const EXERCISE = 'EXERCISE EXERCISE EXERCISE';

export const warningText = (shown: ShownWarning, options: TextOptions = {}): string =>
  pageOf(warningSections(shown, options));

/** The same as parts, each of lines; the first and the last say how it may be handled. */
export const warningSections = (
  shown: ShownWarning,
  options: TextOptions = {},
): readonly (readonly string[])[] => {
  const width = Math.max(24, options.width ?? WIDTH);
  const { summary } = shown;
  const frame = [...(summary.exercise === null ? [] : [EXERCISE]), ...wrap(markingOf(summary), width)];
  if (summary.recall !== undefined) return recallSections(shown, summary.recall, { frame, width });
  const isOver = shown.state === 'CANCELLED';
  return [
    frame,
    isOver ? cancelledOf(summary, width) : [],
    headOf(shown, width),
    wrap(tidy(summary.headline).toUpperCase(), width),
    isOver ? [] : askedLines(shown, width),
    isOver ? [] : changesOf(shown, width),
    isOver ? [] : heldLines(shown.before, width),
    isOver ? [] : actionsOf(shown, width),
    contactsOf(summary, width),
    isOver || shown.known === undefined ? [] : knownLines(knownInWords(shown.known), width),
    bulleted('Your answer:', shown.answers ?? [], width),
    bulleted('What your organisation said of it:', shown.feedback ?? [], width),
    handlingOf(summary, width),
    [...(isOver ? ['What it said:'] : []), ...textOf(summary, width)],
    isOver ? [] : practiceOf(summary, width),
    isOver ? [] : indicatorsOf(shown, width),
    wrap(`Why you have this: ${tidy(shown.reason.rule)}`, width),
    othersOf(shown.alsoAssertedBy ?? [], width),
    factsOf(summary, width),
    frame,
  ];
};

const pageOf = (sections: readonly (readonly string[])[]): string =>
  `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join(`\n\n`)}\n`;

/** Nothing of what it said is left: its number, why, and what to do. */
const recallSections = (
  shown: ShownWarning,
  { warning, whatToDo, isNarrowed }: Recall,
  { frame, width }: { readonly frame: readonly string[]; readonly width: number },
): readonly (readonly string[])[] => {
  const { summary, answers, reason } = shown;
  const head = `${endedAs(summary)}${isNarrowed ? ', NOT ADDRESSED TO YOU ANY MORE' : ''}`;
  const why = `${head} ${instantText(summary.updatedAt)}: ${tidy(summary.cancelReason ?? '')}`;
  return [
    frame,
    wrap(why, width),
    ['What to do:', ...wrap(tidy(whatToDo), width, '   ', '   ')],
    askedLines(shown, width),
    [`Its number: ${warning}`],
    bulleted('Your answer:', answers ?? [], width),
    handlingOf(summary, width),
    wrap(`Why you have this: ${tidy(reason.rule)}`, width),
    frame,
  ];
};

/** `2030-01-01 12:00 UTC`: all readers see the same clock. */
export const instantText = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** `2030-01-01 12:00 UTC (13:00 here, in 5 h)` */
const deadlineOf = (instant: string, { zone, now }: Pick<ShownWarning, 'zone' | 'now'>): string => {
  const here = zone === undefined ? null : localText(instant, zone);
  return `${instantText(instant)} (${here === null ? '' : `${here} here, `}${timeLeft(instant, now)})`;
};

/** The time left in minutes, hours or days, or that it has passed. */
export const timeLeft = (instant: string, now: Date): string => {
  const minutes = Math.round((Date.parse(instant) - now.getTime()) / 60_000);
  if (minutes <= 0) return 'passed';
  if (minutes < 60) return `in ${minutes} min`;
  return minutes < 48 * 60 ? `in ${Math.round(minutes / 60)} h` : `in ${Math.round(minutes / 1_440)} days`;
};

const NOTHING_TO_DO =
  'There is nothing to do any more. Undo what you did for it only where the reason says so.';

/** By when an answer is asked for, and how to give it; what is to be copied stands on a line of its own. */
const askedLines = (shown: ShownWarning, width: number): string[] => {
  const { summary, reason, isAnswerDue = true } = shown;
  const asked = {
    id: summary.id,
    version: summary.version,
    level: summary.level ?? 'INFORMATION',
    answerBy: summary.answerBy ?? null,
    isRecall: summary.recall !== undefined,
    isOwn: reason.kind === 'OWN',
    isDue: isAnswerDue,
  };
  const sentence = askedSentence(asked, (by) => deadlineOf(by, shown));
  if (sentence === null) return [];
  const command = answerCommand(asked);
  if (command === null) return wrap(sentence, width);
  const words = asked.isRecall ? '' : ` (WORD is ${CLOSING_WORDS})`;
  return [...wrap(sentence, width), ...wrap(`To answer${words}:`, width), command];
};

const cancelledOf = (summary: Summary, width: number): string[] => [
  ...wrap(
    `${endedAs(summary)} ${instantText(summary.updatedAt)}: ${tidy(summary.cancelReason ?? 'no reason is given')}`,
    width,
  ),
  ...wrap(NOTHING_TO_DO, width),
];

const bulleted = (title: string, lines: readonly string[], width: number): string[] =>
  lines.length === 0 ? [] : [title, ...lines.flatMap((each) => wrap(tidy(each), width, '- ', '  '))];

const changesOf = ({ summary, before }: ShownWarning, width: number): string[] => {
  const { version, changes = [], messageType } = summary;
  if (messageType !== 'UPDATE') return [];
  return bulleted(`What version ${version} changes:`, changesBesideHeld(changes, before), width);
};

const textOf = (summary: Summary, width: number): string[] =>
  tidy(summary.summary)
    .trimEnd()
    .split('\n')
    .flatMap((line) => wrap(line, width));

const headOf = (shown: ShownWarning, width: number): string[] => {
  const { summary, state, grade } = shown;
  const kind = summary.kind === 'WARNING' ? 'Early warning' : 'Best practice';
  const standing = { ACTIVE: 'in force', EXPIRED: 'EXPIRED', CANCELLED: 'its last' }[state];
  const until =
    summary.validUntil === null || state === 'CANCELLED'
      ? ''
      : `, valid until ${deadlineOf(summary.validUntil, shown)}`;
  const grading =
    summary.kind === 'WARNING' ? gradeLines({ ...summary, ...gradeIn(summary, grade) }, width) : [];
  return [
    ...wrap(`${kind}, version ${summary.version}, ${standing}${until}`, width),
    ...wrap(`${fromWhom(summary)}, ${instantText(summary.updatedAt)}`, width),
    ...grading,
    ...languagesOf(summary, width),
  ];
};

/** Who issued it comes first: whoever only brought it here does not speak for it. */
const fromWhom = ({ issuer, publisher: { name, country } }: Summary): string =>
  issuer === undefined
    ? `From ${tidy(name)} (${country})`
    : `Issued by ${tidy(issuer)}; brought here by ${tidy(name)} (${country})`;

const gradeIn = (summary: Summary, grade: EffectiveGrade | undefined) => ({
  effectiveUrgency: grade?.urgency ?? summary.urgency,
  effectiveCertainty: grade?.certainty ?? summary.certainty,
  raisedBecause: grade?.because ?? null,
});
/** What frames the texts is English: where they are not, one is told in which language they are. */
const languagesOf = (summary: Summary, width: number): string[] => {
  const others = otherLanguages(summary);
  if (others.length > 0) return wrap(`In ${summary.language}; also in: ${others.join(', ')}`, width);
  return /^en(?:-|$)/i.test(summary.language) ? [] : wrap(`In ${summary.language}`, width);
};

const actionsOf = ({ summary, zone }: ShownWarning, width: number): string[] => {
  if (summary.actions.length === 0) return [];
  const lines = summary.actions.flatMap(({ text, by }, index) => {
    const here = by === null || zone === undefined ? null : localText(by, zone);
    const when = by === null ? '' : ` (by ${instantText(by)}${here === null ? '' : `, ${here} here`})`;
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

const handlingOf = ({ handling, statedHandling }: Summary, width: number): string[] => {
  const reference = statedHandling?.reference ?? null;
  const words = [
    ...(handling === undefined ? [] : handlingInWords(handling)),
    ...(reference === null ? [] : [`its policy: ${tidy(reference)}`]),
  ];
  if (words.length === 0) return [];
  return ['How to handle it:', ...words.flatMap((each) => wrap(each, width, '- ', '  '))];
};

const practiceOf = ({ practice }: Summary, width: number): string[] => {
  if (practice === null) return [];
  const { problem, steps, evidence, limits, licence, reviewDue } = practice;
  const said = (label: string, text: string | null): string[] =>
    text === null ? [] : ['', ...wrap(`${label}: ${tidy(text)}`, width)];
  return [
    ...wrap(`What it is for: ${tidy(problem)}`, width),
    '',
    'Steps:',
    ...steps.flatMap((step, index) => wrap(tidy(step), width, `${index + 1}. `, '   ')),
    ...said('Evidence', evidence),
    ...said('Limits', limits),
    ...said('Licence', licence),
    ...(reviewDue === null ? [] : ['', ...wrap(`To be reviewed by ${reviewDue}`, width)]),
  ];
};

/** Defanged, so that nothing on the page can be followed by accident. */
const indicatorsOf = ({ summary, indicators }: ShownWarning, width: number): string[] => {
  if (indicators === undefined || indicators.listed.length === 0) return [];
  const lines = indicators.listed.flatMap((each) => {
    const values =
      each.values.length === 0 ? [`${each.patternType}: ${each.pattern}`] : each.values.map(valueText);
    const called = each.name ?? '';
    const isSaid = values.some((value) => value.includes(called.slice(0, LONGEST_NAME)));
    const name = isSaid ? '' : ` (${cutAt(called, LONGEST_NAME)})`;
    const end = each.isRevoked
      ? ', REVOKED'
      : each.validUntil === null
        ? ''
        : `, until ${each.validUntil.slice(0, 10)}`;
    const left = values.length - MOST_VALUES;
    return [
      ...values
        .slice(0, MOST_VALUES)
        .flatMap((value) =>
          wrap(defanged(tidy(`${cutAt(value, LONGEST)}${name}${end}`)), width, '   ', '     '),
        ),
      ...(left > 0 ? [`   and ${left} more ${left === 1 ? 'value' : 'values'} of this indicator`] : []),
    ];
  });
  const more = indicators.hasMore ? ['   and more indicators'] : [];
  return ['Indicators, defanged; to copy them:', `   tocsin indicator list ${summary.id}`, ...lines, ...more];
};

const MOST_VALUES = 20;
/** Of a value, or of a rule in another language than STIX's, which may be of many pages. */
const LONGEST = 1_000;
const LONGEST_NAME = 200;
const valueText = ({ kind, value }: { readonly kind: string; readonly value: string }): string =>
  `${kind} ${value}`;

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

/** A reference that is nothing but a CVE stands in the line of CVEs. */
const isSaid = ({ cves }: Summary, { source, id, url }: ExternalReference): boolean =>
  url === null && id !== null && source.toLowerCase() === 'cve' && cves.includes(id);

const factsOf = (summary: Summary, width: number): string[] => [
  ...concernsOf(summary, width),
  ...(summary.cves.length === 0
    ? []
    : wrap(`CVE: ${summary.cves.map((cve) => tidy(cve)).join(', ')}`, width)),
  ...summary.externalReferences
    .filter((each) => !isSaid(summary, each))
    .flatMap(({ source, id, url }) =>
      wrap([source, id, url].flatMap((each) => (each === null ? [] : [tidy(each)])).join(' '), width),
    ),
  ...summary.statements.flatMap((statement) => wrap(tidy(statement), width)),
  `${summary.id}`,
];
