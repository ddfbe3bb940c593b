// What waits for an answer, above the list: its order is that in which the hub took things in, and imported history may have pushed
// what is urgent far down.
import { byGrade } from '../../domain/grade/effective-grade.ts';
import { inLanguage } from '../../domain/reading/reading-language.ts';
import { headWithin } from '../../exchange/text/columns.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import type { HubClient } from '../client/hub-client.ts';
import type { ShownWarning } from '../client/warning-fields.ts';
import { typed } from '../terminal/choices.ts';
import { momentText } from '../terminal/moment.ts';
import { styled } from '../terminal/output.ts';
import { readFeedPages } from './feed-pages.ts';
import { nextDue } from './feed-row.ts';
import { sieveOf } from './feed-sieve.ts';

const MOST_SHOWN = 5;
const MOST_FOUND = 100;
/** History fills pages of what nobody was brought: it is looked through so far, and the whole by `--unanswered`. */
const MOST_REQUESTS = 10;
const WEEK_MS = 7 * 24 * 3_600_000;

export type Waiting = {
  /** The most pressing first. */
  readonly items: readonly ShownWarning[];
  /** Older ones were not looked at. */
  readonly isCut: boolean;
};

/** Of the past week. */
export const readWaiting = async (client: Pick<HubClient, 'ask'>): Promise<Waiting> => {
  const { edges, older } = await readFeedPages(client, {
    first: MOST_FOUND,
    after: null,
    filter: {},
    since: new Date(Date.now() - WEEK_MS),
    sieve: sieveOf({ unanswered: true }),
    requests: MOST_REQUESTS,
  });
  return { items: edges.map(({ node }) => node).toSorted(byGrade), isCut: older !== null };
};

/** How severe and urgent it is, by when an answer or an action is due, and its headline, in one line. */
const lineOf = (item: ShownWarning, languages: readonly string[], width: number): string => {
  const due = item.myDelivery?.answerBy ?? nextDue(item, Date.now())?.by ?? null;
  const grade =
    item.recall !== null
      ? ['confirm that you removed it']
      : item.kind === 'PRACTICE'
        ? ['practice']
        : [
            typed(item.severity),
            `${typed(item.effectiveUrgency)}${item.raisedBecause === null ? '' : ' (RAISED)'}`,
          ];
  const facts = [...grade, ...(due === null ? [] : [`by ${momentText(due)}`])].join(', ');
  return headWithin(`  ${facts}: ${tidy(inLanguage(item, languages).headline)}`, width);
};

export const waitingLines = (
  { items, isCut }: Waiting,
  languages: readonly string[],
  width: number,
): string[] => {
  if (items.length === 0) return [];
  const number = `${isCut ? 'at least ' : ''}${items.length}`;
  const wait = items.length === 1 && !isCut ? 'item waits' : 'items wait';
  return [
    styled('bold', `Of the past week ${number} ${wait} for your answer: tocsin feed --unanswered`),
    ...items.slice(0, MOST_SHOWN).map((item) => lineOf(item, languages, width)),
    '',
  ];
};
