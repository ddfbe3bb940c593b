// `tocsin feed`: lists the newest warnings and practices addressed to you.
import { type Command, InvalidArgumentError } from 'commander';
import { MAX_PAGE_SIZE } from '../domain/limit/page-size.ts';
import { columnsOf, headWithin } from '../exchange/text/columns.ts';
import { tidy } from '../exchange/text/wrap.ts';
import { clientCommand } from './client/client-command.ts';
import { type FeedOptions, filterOf, filterOptions } from './client/feed-filter.ts';
import { readFeedPages } from './client/feed-pages.ts';
import { hubClient } from './client/hub-client.ts';
import type { ShownWarning } from './client/warning-fields.ts';
import { count, print, printJson, styled, widthOfOutput } from './terminal/output.ts';
import { severityStyle } from './terminal/severity.ts';

export const addFeed = (program: Command): void => {
  const feed = program
    .command('feed')
    .description('the newest warnings and practices addressed to you')
    .option('--first <n>', `how many, at most ${MAX_PAGE_SIZE}`, firstOf, 20)
    .option('--after <cursor>', 'continue after this cursor (--json shows it)');
  filterOptions(clientCommand(feed))
    .option('--text <words>', 'only items that contain all these words')
    .option('--json', 'one JSON object per line')
    .action(run);
};

const firstOf = (text: string): number => {
  const first = Number(text);
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE_SIZE) return first;
  throw new InvalidArgumentError(`Write a number from 1 to ${MAX_PAGE_SIZE}.`);
};

const NOTHING = 'No items match.';

type Options = FeedOptions & { readonly first: number; readonly after?: string; readonly json?: true };
const run = async (options: Options): Promise<void> => {
  const request = { first: options.first, after: options.after ?? null, filter: filterOf(options) };
  const { edges, older } = await readFeedPages(hubClient(options), request);
  if (options.json === true) {
    for (const { cursor, node } of edges) printJson({ cursor, ...node });
    return;
  }
  if (edges.length === 0) {
    print(older === null ? NOTHING : `Nothing found so far; to search further back: --after ${older}`);
    return;
  }
  for (const { node } of edges) print(rowOf(node, widthOfOutput()));
  const more = older === null ? '' : `; older ones: --after ${older}`;
  print(`${count(edges.length, 'item')}, newest first${more}`);
  print(styled('dim', 'One in full: tocsin warning show ID'));
};

/** Two lines per item, so that neither the id nor the headline has to be cut. */
const rowOf = (item: ShownWarning, width: number): string => {
  const grade = item.kind === 'PRACTICE' ? 'PRACTICE' : item.severity;
  const isOver = item.state !== 'ACTIVE';
  const exercise = item.exercise === null ? '' : 'EXERCISE: ';
  const over = isOver ? `${item.state}: ` : '';
  const when = `${item.updatedAt.slice(0, 16).replace('T', ' ')}Z`;
  const head = `${when}  ${grade.padEnd(8)}  `;
  const text = `${exercise}${over}${tidy(item.headline)}`;
  const space = width - head.length;
  const headline = columnsOf(text) > space ? `${headWithin(text, space - 1).trimEnd()}…` : text;
  const answer = item.myDelivery?.answer;
  const mine =
    answer === undefined || answer === null ? '' : `, you said ${answer.toLowerCase().replace('_', ' ')}`;
  const style = isOver ? 'dim' : severityStyle(grade);
  const [fact] = isOver ? [] : item.known.inWords;
  const known = fact === undefined ? '' : `\n  ${headWithin(tidy(fact), width - 2)}`;
  const from = `${item.id}  v${item.version} from ${item.publisher.slug}${mine}`;
  return `${when}  ${styled(style, grade.padEnd(8))}  ${headline}${known}\n${styled('dim', `  ${from}`)}`;
};
