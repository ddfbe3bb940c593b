// The board as a table for a spreadsheet: one row for each recipient.
import { csv } from '../../ui/download.ts';
import { type Delivery, inOrder } from './board-query.ts';

const HEAD = [
  'member',
  'country',
  'channel',
  'state',
  'sent_at',
  'received_at',
  'answered_at',
  'answer',
  'by',
  'note',
  'sites',
  'answer_by',
  'answer_due',
  'reminders',
  'endpoints',
  'failure',
];

/** Answers for sites, the latest of each first. */
const sitesOf = ({ answers }: Delivery): string =>
  answers
    .filter(({ site }) => site !== null)
    .map(({ site, answer, at }) => `${site} ${answer} ${at}`)
    .join('; ');

export const tableOf = (deliveries: readonly Delivery[]): string =>
  csv([
    HEAD,
    ...inOrder(deliveries).map((each) => [
      each.organisation === null ? each.member.name : String(each.organisation),
      each.member.country,
      each.channel,
      each.state,
      each.sentAt ?? '',
      each.receivedAt ?? '',
      each.acknowledgedAt ?? '',
      each.answer ?? '',
      each.acknowledgedBy ?? '',
      each.note ?? '',
      sitesOf(each),
      each.answerBy ?? '',
      String(each.isAnswerDue),
      each.reminders.map(({ step, at }) => `${step} ${at}`).join('; '),
      each.channels.map(({ channel, state }) => `${channel} ${state}`).join('; '),
      each.failure ?? '',
    ]),
  ]);
