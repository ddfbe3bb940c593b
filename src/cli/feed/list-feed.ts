// `tocsin warning list` (`tocsin feed`): the newest warnings and practices addressed to you.
import type { Command } from 'commander';
import { wrap } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import { firstOption } from '../client/page-option.ts';
import { type LanguageOptions, languageOption, languagesOf } from '../client/reading-language.ts';
import { count, print, printJson, styled, tell, widthOfOutput } from '../terminal/output.ts';
import { doubtsOf, type FeedOptions, filterOf, filterOptions } from './feed-filter.ts';
import { readFeedPages } from './feed-pages.ts';
import { feedHead, feedRow } from './feed-row.ts';
import { type SieveOptions, sieveOf, sieveOptions } from './feed-sieve.ts';
import { readWaiting, waitingLines } from './waiting.ts';

export const addList = (noun: Command): void => {
  const list = noun
    .command('list')
    .description('the newest warnings and practices addressed to you (short: tocsin feed)')
    .addOption(firstOption())
    .option('--after <cursor>', 'continue after this cursor (--json shows it)');
  languageOption(sieveOptions(filterOptions(clientCommand(list))))
    .option('--json', 'one JSON object per line, in the order of the hub')
    .action(run);
};

/** Nothing narrows it, so what waits belongs above it whatever it is. */
const isPlain = (options: Options): boolean =>
  options.after === undefined &&
  options.since === undefined &&
  sieveOf(options) === null &&
  Object.keys(filterOf(options)).length === 0;

const NOTHING = 'No items match.';

type Options = FeedOptions &
  SieveOptions &
  LanguageOptions & { readonly first: number; readonly after?: string; readonly json?: true };

const run = async (options: Options): Promise<void> => {
  const client = hubClient(options);
  const { edges, older } = await readFeedPages(client, {
    first: options.first,
    after: options.after ?? null,
    filter: filterOf(options),
    since: options.since ?? null,
    sieve: sieveOf(options),
  });
  if (options.json === true) {
    for (const { cursor, node } of edges) printJson({ cursor, ...node });
    return;
  }
  if (edges.length === 0) {
    for (const doubt of older === null ? doubtsOf(options) : []) tell(doubt);
    print(older === null ? NOTHING : `Nothing found so far; to search further back: --after ${older}`);
    return;
  }
  if (isPlain(options)) {
    const waiting = await readWaiting(client);
    for (const line of waitingLines(waiting, languagesOf(options), widthOfOutput())) print(line);
  }
  print(styled('dim', feedHead()));
  // By the time that is shown: the hub's own order is that of publication, which an imported item may contradict.
  const shown = edges
    .map(({ node }) => node)
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
  for (const item of shown) print(feedRow(item, languagesOf(options), widthOfOutput()));
  const more = older === null ? '' : `; older ones: --after ${older}`;
  print(`${count(edges.length, 'item')}, newest first${more}`);
  if (older !== null && isOutOfOrder(edges.map(({ node }) => node.updatedAt)))
    for (const line of wrap(HISTORY, widthOfOutput())) print(styled('dim', line));
  print(styled('dim', 'One in full: tocsin warning show ID'));
};

const HISTORY =
  'These are what the hub took in last, and imported history is among them: newer items may be among the older ones.';

/** A warning that is corrected meanwhile may differ by moments; history differs by days. */
const DAY_MS = 24 * 3_600_000;

/** Whether something in the order of the hub, the latest first, is followed by what is days newer. */
export const isOutOfOrder = (times: readonly string[]): boolean => {
  let oldest = Number.POSITIVE_INFINITY;
  return times.some((time) => {
    const at = Date.parse(time);
    if (at - oldest > DAY_MS) return true;
    oldest = Math.min(oldest, at);
    return false;
  });
};
