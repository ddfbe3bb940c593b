// A new warning as `tocsin watch` shows it: what it is, the first action and its deadline, whom to call, how far it may
// be shared, and why this reader has it. Everything else is one command away.
import { raisedLines } from '../../exchange/text/grade-text.ts';
import { knownLines } from '../../exchange/text/known-text.ts';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import type { WarningEdge } from '../client/warning-fields.ts';
import { styled } from '../terminal/output.ts';
import { severityStyle } from '../terminal/severity.ts';

const EXERCISE = 'EXERCISE EXERCISE EXERCISE';
const KINDS = { ALERT: '', UPDATE: 'CORRECTED: ', CANCEL: 'CANCELLED: ' } as const;

/** `number` is the key that selects the warning; null when no keys are read. */
export const alertText = (
  { node: shown, occasion }: Pick<WarningEdge, 'node' | 'occasion'>,
  number: number | null,
  width: number,
): string => {
  const grade = shown.kind === 'PRACTICE' ? 'PRACTICE' : `${shown.severity} · ${shown.effectiveUrgency}`;
  const head = `${number === null ? '' : `[${number}] `}${grade} · ${momentText(shown.updatedAt)}`;
  const frame = shown.exercise === null ? [] : [styled(['bold', 'inverse'], EXERCISE)];
  const line = (label: string, text: string): string[] => wrap(`${label}: ${tidy(text)}`, width);
  const [action] = shown.actions;
  const [contact] = shown.contacts;
  return [
    '',
    ...frame,
    styled(severityStyle(shown.kind === 'PRACTICE' ? 'PRACTICE' : shown.severity), head),
    ...wrap(
      `${occasion === 'RAISED' ? 'RAISED: ' : KINDS[shown.messageType]}${tidy(shown.headline)}`.toUpperCase(),
      width,
    ).map((each) => styled('bold', each)),
    ...(shown.cancelReason === null ? [] : line('Cancelled', shown.cancelReason)),
    ...raisedLines(shown, width),
    ...(action === undefined ? [] : line('Do first', byWhen(action))),
    ...(shown.actions.length > 1
      ? [`  … and ${shown.actions.length - 1} more: tocsin warning show ${shown.id}`]
      : []),
    ...(contact === undefined ? [] : line('Call', `${contact.name}, ${contact.number} (${contact.hours})`)),
    ...knownLines(shown.known.inWords, width),
    ...line('Why you', shown.whyMe.rule),
    ...wrap(shown.markingInWords, width),
    ...(shown.handling?.inWords ?? []).flatMap((each) => wrap(each, width, '- ', '  ')),
    styled('dim', `${shown.id}  v${shown.version} from ${shown.publisher.name}`),
    ...frame,
  ].join('\n');
};

const byWhen = ({ text, by }: { text: string; by: string | null }): string =>
  by === null ? text : `${text} (by ${momentText(by)})`;

/** In the reader's local time, followed by UTC. */
const momentText = (instant: string): string => {
  const date = new Date(instant);
  const local = date.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
  return `${local} here, ${instant.slice(0, 16).replace('T', ' ')}Z`;
};
