// A new warning as `tocsin watch` shows it, in the reader's language: what it is, the first action and its deadline, whom to
// call, how far it may be shared, and why this reader has it. One that was cancelled says so first and gives nothing to do.
// Everything else is one command away.
import { inLanguage, otherLanguages } from '../../domain/reading/reading-language.ts';
import { answerCommand, askedSentence, endedAs } from '../../exchange/text/asked-text.ts';
import { raisedLines } from '../../exchange/text/grade-text.ts';
import { knownLines } from '../../exchange/text/known-text.ts';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { askedOf, ownAnswer, type ShownWarning, type WarningEdge } from '../client/warning-fields.ts';
import { deadlineText, momentText, utcText } from '../terminal/moment.ts';
import { styled } from '../terminal/output.ts';
import { severityStyle } from '../terminal/severity.ts';

const EXERCISE = 'EXERCISE EXERCISE EXERCISE';
const MOST_CHANGES = 3;

export type Alert = {
  /** The key that selects the warning; null when no keys are read. */
  readonly number: number | null;
  /** The languages of the reader, the best first. */
  readonly languages: readonly string[];
  readonly width: number;
};

export const alertText = (
  { node, occasion }: Pick<WarningEdge, 'node' | 'occasion'>,
  { number, languages, width }: Alert,
): string => {
  const shown = inLanguage(node, languages);
  const isPractice = shown.kind === 'PRACTICE';
  const isOver = shown.messageType === 'CANCEL';
  const grade =
    shown.recall !== null || isOver
      ? endedAs(shown)
      : isPractice
        ? 'PRACTICE'
        : `${shown.severity} · ${shown.effectiveUrgency}`;
  const update =
    occasion === 'RAISED' || occasion === 'ENDED'
      ? ` · ${occasion}`
      : shown.messageType === 'UPDATE'
        ? ' · UPDATED'
        : '';
  const head = `${number === null ? '' : `[${number}] `}${grade}${update} · ${datedText(shown)}`;
  const frame = shown.exercise === null ? [] : [styled(['bold', 'inverse'], EXERCISE)];
  const line = (label: string, text: string): string[] => wrap(`${label}: ${tidy(text)}`, width, '', '  ');
  const answer = ownAnswer(shown);
  return [
    '',
    ...frame,
    styled(isOver ? ['bold'] : severityStyle(isPractice ? 'PRACTICE' : shown.severity), head),
    ...wrap(tidy(shown.headline).toUpperCase(), width).map((each) => styled('bold', each)),
    ...askedLines(shown, width),
    ...(isOver
      ? cancelLines(shown, line)
      : [...raisedLines(shown, width), ...changeLines(shown, width), ...actionLines(shown, line)]),
    ...contactLines(shown, line),
    ...(isOver ? [] : knownLines(shown.known.inWords, width)),
    ...(answer === null ? [] : line('You said', answer)),
    ...line('Why you', shown.whyMe.rule),
    ...wrap(shown.markingInWords, width),
    ...(shown.handling?.inWords ?? []).flatMap((each) => wrap(tidy(each), width, '- ', '  ')),
    ...languageLines(shown, line),
    styled('dim', `${shown.id}  v${shown.version} from ${fromWhom(shown)}`),
    ...frame,
  ].join('\n');
};

const fromWhom = ({ issuer, publisher: { name } }: ShownWarning): string =>
  issuer == null ? tidy(name) : `${tidy(issuer)}, brought here by ${tidy(name)}`;

type Line = (label: string, text: string) => string[];

/** When it came; of an imported advisory also how old it is. */
const datedText = ({ takenInAt, updatedAt }: ShownWarning): string =>
  takenInAt === updatedAt
    ? momentText(updatedAt)
    : `${momentText(takenInAt)} (dated ${utcText(updatedAt)} by its issuer)`;

const askedLines = (shown: ShownWarning, width: number): string[] => {
  const asked = askedOf(shown);
  const [sentence, command] = [askedSentence(asked, momentText), answerCommand(asked)];
  // The command is one line, to be copied whole.
  return [
    ...(sentence === null ? [] : wrap(sentence, width, '', '  ')),
    ...(command === null ? [] : [command]),
  ];
};

const cancelLines = ({ cancelReason, recall }: ShownWarning, line: Line): string[] => [
  ...line('Why', cancelReason ?? 'no reason is given'),
  ...(recall === null ? ['There is nothing to do any more.'] : line('Do', recall.whatToDo)),
];

const changeLines = ({ messageType, changes, id }: ShownWarning, width: number): string[] => {
  if (messageType !== 'UPDATE') return [];
  const listed = changes.slice(0, MOST_CHANGES).flatMap((each) => wrap(tidy(each), width, '- ', '  '));
  const more = changes.length - MOST_CHANGES;
  return [
    ...(listed.length === 0 ? [] : ['What has changed:', ...listed]),
    ...(more > 0 ? [`  +${more} more: tocsin warning show ${id}`] : []),
  ];
};

const actionLines = ({ actions, id }: ShownWarning, line: Line): string[] => {
  const [action] = actions;
  if (action === undefined) return [];
  const { text, by } = action;
  return [
    ...line('Do first', by === null ? text : `${text} (${deadlineText(by)})`),
    ...(actions.length > 1 ? [`  +${actions.length - 1} more: tocsin warning show ${id}`] : []),
  ];
};

const contactLines = ({ contacts }: ShownWarning, line: Line): string[] => {
  const [contact] = contacts;
  return contact === undefined ? [] : line('Call', `${contact.name}, ${contact.number} (${contact.hours})`);
};

const languageLines = (shown: ShownWarning, line: Line): string[] => {
  const others = otherLanguages(shown);
  return others.length === 0 ? [] : line('Also in', others.join(', '));
};
