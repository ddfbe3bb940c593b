// One item of `tocsin warning list`: when, how severe, how far it may go and from whom; the whole headline; how urgent it is and by
// when the next thing is to be done; the id. The words
// are those that the options take.

import { inLanguage, otherLanguages } from '../../domain/reading/reading-language.ts';
import { answerCommand, askedSentence, endedAs } from '../../exchange/text/asked-text.ts';
import { padColumns } from '../../exchange/text/columns.ts';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { askedOf, ownAnswer, type ShownWarning } from '../client/warning-fields.ts';
import { typed } from '../terminal/choices.ts';
import { hereText, momentText, utcText } from '../terminal/moment.ts';
import { styled } from '../terminal/output.ts';
import { severityStyle } from '../terminal/severity.ts';
import { tlpOf } from './feed-sieve.ts';

/** The widest label is `amber+strict`. */
const TLP_COLUMNS = 12;
const GRADE_COLUMNS = 8;
const HERE_COLUMNS = 11;

const hasHere = (): boolean => new Date().getTimezoneOffset() !== 0;

export const feedHead = (): string => {
  const here = hasHere() ? `  ${padColumns('HERE', HERE_COLUMNS)}` : '';
  return `${padColumns('UTC', 17)}${here}  ${padColumns('SEVERITY', GRADE_COLUMNS)}  ${padColumns('TLP', TLP_COLUMNS)}  FROM`;
};

export const feedRow = (item: ShownWarning, languages: readonly string[], width: number): string => {
  const shown = inLanguage(item, languages);
  const isOver = item.state !== 'ACTIVE';
  const { recall } = item;
  // What was taken back has no severity any more, and its notice is no practice.
  const severity = recall !== null ? endedAs(item) : item.kind === 'PRACTICE' ? 'PRACTICE' : item.severity;
  const here = hasHere() ? `  ${padColumns(hereText(item.updatedAt) ?? '', HERE_COLUMNS)}` : '';
  const grade = styled(
    isOver && recall === null ? 'dim' : severityStyle(severity),
    padColumns(typed(severity), GRADE_COLUMNS),
  );
  const label = padColumns(tlpOf(item), TLP_COLUMNS);
  const marks = [
    ...(item.exercise === null ? [] : [`EXERCISE ${item.exercise}`]),
    ...(isOver || item.raisedBecause === null ? [] : ['RAISED']),
    ...(recall !== null
      ? [endedAs(item)]
      : isOver
        ? [item.state === 'CANCELLED' ? endedAs(item) : item.state]
        : item.messageType === 'UPDATE'
          ? ['UPDATED']
          : []),
  ];
  const text = [...marks, tidy(shown.headline)].join(': ');
  const others = otherLanguages(shown);
  const notes = [
    ...(item.issuer == null ? [] : [`issued by ${tidy(item.issuer)}`]),
    item.id,
    ...(item.version > 1 ? [`v${item.version}`] : []),
    ...(ownAnswer(item) === null ? [] : [`you: ${ownAnswer(item)}`]),
    ...(others.length === 0 ? [] : [`also in: ${others.join(', ')}`]),
  ];
  const [fact] = isOver ? [] : item.known.inWords;
  return [
    `${utcText(item.updatedAt)}${here}  ${grade}  ${label}  ${tidy(item.publisher.slug)}${item.issuer == null ? '' : ', imported'}`,
    ...wrap(text, width, '  ').map((line) =>
      isOver && recall === null ? styled('dim', line) : styled('bold', line),
    ),
    ...(recall === null ? [] : wrap(`Do: ${tidy(recall.whatToDo)}`, width, '  ')),
    ...pressingLines(item, width),
    ...askedLines(item, width),
    ...(fact === undefined ? [] : wrap(tidy(fact), width, '  ')),
    ...wrap(notes.join(', '), width, '  ').map((line) => styled('dim', line)),
  ].join('\n');
};

/** How urgent it is, what its publisher says where the hub raised it, and by when the next thing is to be done. */
const pressingLines = (item: ShownWarning, width: number): string[] => {
  if (item.kind !== 'WARNING' || item.state !== 'ACTIVE') return [];
  const { urgency, effectiveUrgency, raisedBecause } = item;
  const stated =
    raisedBecause === null || urgency === effectiveUrgency ? '' : `, its publisher says ${typed(urgency)}`;
  const due = nextDue(item, Date.now());
  const by = due === null ? '' : `; ${due.isOver ? 'was to be done' : 'to be done'} by ${momentText(due.by)}`;
  return wrap(`Urgency ${typed(effectiveUrgency)}${stated}${by}`, width, '  ');
};

type Due = { readonly by: string; readonly isOver: boolean };

/**
 * The earliest deadline of what is to be done that is not over, else the last one; null where it was done, or does not concern
 * the reader.
 */
export const nextDue = (
  { actions, version, myDelivery }: Pick<ShownWarning, 'actions' | 'version' | 'myDelivery'>,
  nowMs: number,
): Due | null => {
  const last = myDelivery?.answers[0];
  const isDone = last?.version === version && (last.answer === 'ACTED' || last.answer === 'NOT_AFFECTED');
  const set = actions
    .flatMap(({ by }) => (by === null ? [] : [by]))
    .toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const open = set.find((by) => Date.parse(by) > nowMs);
  const by = open ?? set.at(-1);
  return isDone || by === undefined ? null : { by, isOver: open === undefined };
};

/** What is asked, and where it is still due the command that answers: one line, to be copied whole. */
const askedLines = (item: ShownWarning, width: number): string[] => {
  const asked = askedOf(item);
  const [sentence, command] = [askedSentence(asked, momentText), answerCommand(asked)];
  return [
    ...(sentence === null ? [] : wrap(sentence, width, '  ')),
    ...(command === null ? [] : [`  ${command}`]),
  ];
};
