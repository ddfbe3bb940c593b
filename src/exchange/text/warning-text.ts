// A warning as plain text, for a tired person, a terminal or paper: what it is, what to do by when, whom to ring, how
// far it may travel (head and foot), and why it came here. Control characters of its publisher never reach the screen.
import { handlingInWords } from '../../domain/handling.ts';
import { markingInWords } from '../../domain/marking.ts';
import type { Reason } from '../../domain/reason.ts';
import type { Card, PublisherCard } from '../../domain/warning.ts';
import { tidy, wrap } from './wrap.ts';

export type ShownWarning = {
  readonly card: Card;
  readonly reason: Reason;
  readonly state: 'ACTIVE' | 'EXPIRED' | 'CANCELLED';
  readonly now: Date;
  /** Others who told the same and may stand under this marking, oldest first. */
  readonly alsoToldBy?: readonly AlsoTold[];
};

export type AlsoTold = { readonly publisher: PublisherCard; readonly warning: string };

export type TextOptions = { readonly width?: number; readonly color?: false };

const WIDTH = 72;
const EXERCISE = 'EXERCISE EXERCISE EXERCISE';

export const warningText = (shown: ShownWarning, options: TextOptions = {}): string => {
  const width = Math.max(24, options.width ?? WIDTH);
  const { card } = shown;
  const frame = [...(card.exercise === null ? [] : [EXERCISE]), ...wrap(markingOf(card), width)];
  const sections: readonly (readonly string[])[] = [
    frame,
    headOf(shown, width),
    wrap(tidy(card.headline).toUpperCase(), width),
    card.cancelReason === null ? [] : wrap(`Cancelled: ${tidy(card.cancelReason)}`, width),
    actionsOf(card, width),
    contactsOf(card, width),
    handlingOf(card, width),
    tidy(card.summary)
      .split('\n')
      .flatMap((line) => wrap(line, width)),
    practiceOf(card, width),
    wrap(`Why you have this: ${whyOf(shown.reason)}`, width),
    othersOf(shown.alsoToldBy ?? [], width),
    factsOf(card, width),
    frame,
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join(`\n\n`)}\n`;
};

/** `2030-01-01 12:00 UTC`: one clock for all readers. */
export const instantText = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Hours and minutes to go, or that it is over. */
export const timeLeft = (instant: string, now: Date): string => {
  const minutes = Math.round((Date.parse(instant) - now.getTime()) / 60_000);
  if (minutes <= 0) return 'passed';
  if (minutes < 60) return `in ${minutes} min`;
  return minutes < 48 * 60 ? `in ${Math.round(minutes / 60)} h` : `in ${Math.round(minutes / 1_440)} days`;
};

const headOf = ({ card, state, now }: ShownWarning, width: number): string[] => {
  const kind = card.kind === 'WARNING' ? 'Early warning' : 'Best practice';
  const standing = { ACTIVE: 'in force', EXPIRED: 'EXPIRED', CANCELLED: 'CANCELLED' }[state];
  const until =
    card.validUntil === null
      ? ''
      : `, valid until ${instantText(card.validUntil)} (${timeLeft(card.validUntil, now)})`;
  const grading =
    card.kind === 'WARNING'
      ? wrap(`Urgency ${card.urgency}, severity ${card.severity}, certainty ${card.certainty}`, width)
      : [];
  return [
    ...wrap(`${kind}, version ${card.version}, ${standing}${until}`, width),
    ...wrap(
      `From ${tidy(card.publisher.name)} (${card.publisher.country}), ${instantText(card.updatedAt)}`,
      width,
    ),
    ...grading,
  ];
};

const actionsOf = (card: Card, width: number): string[] => {
  if (card.actions.length === 0) return [];
  const lines = card.actions.flatMap(({ text, by }, index) => {
    const when = by === null ? '' : ` (by ${instantText(by)})`;
    return wrap(`${tidy(text)}${when}`, width, `${index + 1}. `, '   ');
  });
  return ['What to do:', ...lines];
};

const contactsOf = (card: Card, width: number): string[] => {
  if (card.contacts.length === 0) return [];
  const lines = card.contacts.flatMap(({ name, number, hours }) =>
    wrap(`${tidy(name)}: ${tidy(number)} (${tidy(hours)})`, width, '   ', '   '),
  );
  return ['Whom to ring:', ...lines];
};

const markingOf = ({ tlp, handling }: Card): string =>
  markingInWords(tlp, handling?.from != null || handling?.until != null);

const handlingOf = ({ handling }: Card, width: number): string[] => {
  const words = handling === undefined ? [] : handlingInWords(handling);
  if (words.length === 0) return [];
  return ['How to handle it:', ...words.flatMap((each) => wrap(each, width, '- ', '  '))];
};

const practiceOf = ({ practice }: Card, width: number): string[] => {
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

const othersOf = (others: readonly AlsoTold[], width: number): string[] => {
  if (others.length === 0) return [];
  const lines = others
    .slice(0, MOST_OTHERS)
    .flatMap(({ publisher, warning }) => [
      ...wrap(`${tidy(publisher.name)} (${publisher.country})`, width, '   ', '   '),
      `   ${warning}`,
    ]);
  const more = others.length - MOST_OTHERS;
  return ['Also told by:', ...lines, ...(more > 0 ? [`   and ${more} more`] : [])];
};

const factsOf = (card: Card, width: number): string[] => [
  ...(card.cves.length === 0 ? [] : wrap(`CVE: ${card.cves.map((cve) => tidy(cve)).join(', ')}`, width)),
  ...card.externalReferences.flatMap(({ source, id, url }) =>
    wrap([source, id, url].flatMap((each) => (each === null ? [] : [tidy(each)])).join(' '), width),
  ),
  ...card.statements.flatMap((statement) => wrap(tidy(statement), width)),
  `${card.id}`,
];
