// The board as a table for a spreadsheet: one row for each recipient.
import type { Tlp } from '../../operations/graphql.generated.ts';
import { csv } from '../../ui/download.ts';
import { tlpLabel } from '../../ui/print/strictest.ts';
import { standingAnswer } from '../../ui/row/answered.ts';
import { hubNow } from '../../ui/time/hub-clock.ts';
import { type Delivery, inOrder, minutesToAnswer } from './board-query.ts';

const HEAD = [
  'tlp',
  'member',
  'country',
  'channel',
  'state',
  'sent_at',
  'received_at',
  'answered_at',
  'minutes_to_answer',
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

/** Notes of members are under the marking of the warning: each row says it, wherever it is copied to. */
export const tableOf = (deliveries: readonly Delivery[], marking: Tlp | null): string =>
  csv([
    HEAD,
    ...inOrder(deliveries, hubNow()).map((each) => [
      tlpLabel(marking),
      each.organisation === null ? each.member.name : String(each.organisation),
      each.member.country,
      each.channel,
      each.state,
      each.sentAt ?? '',
      each.receivedAt ?? '',
      each.acknowledgedAt ?? '',
      String(minutesToAnswer(each) ?? ''),
      standingAnswer(each) ?? '',
      each.acknowledgedBy ?? '',
      each.note ?? '',
      sitesOf(each),
      each.answerBy ?? '',
      String(each.isAnswerDue),
      each.reminders.map(({ step, at }) => `${step} ${at}`).join('; '),
      [
        ...each.channels.map(({ channel, state }) => `${channel} ${state}`),
        ...(each.hasMoreChannels ? ['…'] : []),
      ].join('; '),
      each.failure ?? '',
    ]),
  ]);
