// What would leave the hub of a draft, for its publisher to look at: to an endpoint in the thin form, which is what most have. By the
// rule and in the words by which it is sent; the id of the warning, which there is not yet, is left open.
import type { Summary } from '../../../domain/warning.ts';
import { carriedTo } from '../../../policy/channel/carried-to.ts';
import {
  subjectOf,
  summaryData,
  summaryText,
  typeOf,
  WAITING,
  waitingData,
  waitingWords,
} from './warning-words.ts';

export type PreviewedLetter = {
  readonly channel: 'MAIL' | 'WEBHOOK';
  /** Of a mail; null for a webhook. */
  readonly subject: string | null;
  /** The text of a mail, or the JSON that is posted. */
  readonly text: string;
};

const OPEN = '…';
/** A clear mail, and a webhook; neither carries more than a headline, whatever its ceiling. */
const WAYS = [
  { channel: 'MAIL', form: 'THIN', ceiling: 'GREEN', certificate: null },
  { channel: 'WEBHOOK', form: 'THIN', ceiling: 'GREEN', certificate: null },
] as const;

/** Without the ways by which nothing may leave. `why` of a webhook differs by its reader; it is that of one that is addressed. */
export const previewedLetters = (
  { origin, now }: { readonly origin: string; readonly now: Date },
  summary: Summary,
): PreviewedLetter[] => {
  const { tlp, handling, exercise, urgency, certainty } = summary;
  const link = `${origin}/warning/${OPEN}`;
  const waiting = { delivery: OPEN, ...waitingData({ warning: OPEN, link, exercise }) };
  return WAYS.flatMap((way): PreviewedLetter[] => {
    const carried = carriedTo(way, { tlp, handling });
    if (carried === 'NOTHING') return [];
    const isTold = carried !== 'NOTICE';
    if (way.channel === 'MAIL') {
      const words = isTold
        ? { subject: subjectOf(summary, { now }), text: summaryText(summary, now, link) }
        : waitingWords(link, exercise);
      return [{ channel: way.channel, ...words }];
    }
    const told = summaryData(summary, { grade: { urgency, certainty }, why: 'DIRECT' });
    const body = isTold
      ? {
          type: typeOf(summary),
          timestamp: now.toISOString(),
          data: { ...waiting, version: summary.version, ...told },
        }
      : { type: WAITING, timestamp: now.toISOString(), data: waiting };
    return [{ channel: way.channel, subject: null, text: JSON.stringify(body, null, 2) }];
  });
};
