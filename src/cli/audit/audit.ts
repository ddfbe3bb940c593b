// `tocsin audit list`: who did what, when, by which way in and from which network, as far as one may see it.
import type { Command } from 'commander';
import { valueInWords } from '../../domain/reading/value-in-words.ts';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { sinceOf } from '../client/since.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printCsv, printJson, tell } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Line = {
  readonly id: string;
  readonly event: string;
  readonly at: string;
  readonly byMember: { readonly slug: string } | null;
  readonly byPerson: string | null;
  readonly byKey: string | null;
  readonly way: string | null;
  readonly range: string | null;
  readonly members: readonly { readonly slug: string }[];
  readonly person: string | null;
  readonly warning: string | null;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
};

type Page = {
  readonly auditTrail: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Line }[];
  };
};

type Options = ClientOptions & {
  readonly since?: Date;
  readonly until?: Date;
  readonly event?: string[];
  readonly person?: string;
  readonly warning?: string;
  readonly csv?: true;
  readonly json?: true;
};

export const addAudit = (program: Command): void => {
  const noun = program
    .command('audit')
    .description('who did what, when, by which way in and from which network');
  clientCommand(noun.command('list').description('lines of the audit trail that you may see, newest first'))
    .option('--since <when>', 'newer than this: 30m, 12h, 2d, 1w, or a date', (text) => sinceOf(text))
    .option('--until <when>', 'older than this', (text) => sinceOf(text))
    .option('--event <name...>', 'only these events, such as key.revoked')
    .option('--person <id>', 'done by this person, or concerning it')
    .option('--warning <id>', 'about this warning')
    .option('--csv', 'CSV with a head; a spreadsheet opens it safely')
    .option('--json', 'one JSON object per line')
    .action(list);
};

const PAGE = 100;
/** A hub allows bursts of 200 requests; more lines than these are asked for by a shorter time. */
const MOST_PAGES = 150;

const list = async (options: Options): Promise<void> => {
  if (options.csv === true && options.json === true) {
    throw new CliFault(
      '--csv and --json exclude each other.',
      'The options do not fit together.',
      'Choose one.',
      2,
    );
  }
  const client = hubClient(options);
  const filter = {
    events: options.event,
    person: options.person,
    warning: options.warning,
    since: options.since?.toISOString(),
    until: options.until?.toISOString(),
  };
  const lines: Line[] = [];
  if (options.csv === true) printCsv(COLUMNS);
  let after: string | null = null;
  let isMore = true;
  let number = 0;
  for (let page = 0; isMore && page < MOST_PAGES; page += 1) {
    const { auditTrail }: Page = await client.ask<Page>('audit', { first: PAGE, after, filter });
    for (const { node } of auditTrail.edges) {
      number += 1;
      if (options.json === true) printJson(node);
      else if (options.csv === true) printCsv(cellsOf(node));
      else lines.push(node);
    }
    after = auditTrail.pageInfo.endCursor;
    isMore = auditTrail.pageInfo.hasNextPage;
  }
  if (isMore) tell('There are more; give a shorter time with --since and --until.');
  if (options.json === true || options.csv === true) return;
  if (lines.length > 0) print(table(['AT', 'EVENT', 'BY', 'WAY', 'FROM', 'ABOUT'], lines.map(row)));
  print(number === 0 ? 'No line that you may see.' : `\n${count(number, 'line')}.`);
};

const whoOf = ({ byMember, byPerson, way }: Line): string => {
  if (byPerson !== null) return byPerson;
  if (byMember !== null) return byMember.slug;
  return way === 'HUB' || way === 'HOST' ? 'the hub' : '-';
};

/**
 * What was done, where the event covers several: which act, or what came of it; and whether somebody did alone, as the founder,
 * what else takes two persons or sponsors.
 */
const whatOf = ({ event, facts }: Line): string => {
  const { act, stage, state, to, needsReview, isAlone } = facts;
  const standing = event === 'member.advanced' && typeof to === 'string' ? [`to ${valueInWords(to)}`] : [];
  const words = [act, stage, state].flatMap((each) => (typeof each === 'string' ? [valueInWords(each)] : []));
  return [
    event,
    ...words,
    ...standing,
    ...(needsReview === true ? ['to review'] : []),
    ...(isAlone === true ? ['alone'] : []),
  ].join(', ');
};

const row = (line: Line): string[] => [
  utcText(line.at),
  whatOf(line),
  tidy(whoOf(line)),
  line.way === null ? '-' : valueInWords(line.way),
  line.range ?? '-',
  tidy(line.warning ?? line.person ?? line.subject ?? line.members[0]?.slug ?? '-'),
];

const COLUMNS = [
  'id',
  'at',
  'event',
  'by_member',
  'by_person',
  'by_key',
  'way',
  'range',
  'members',
  'person',
  'warning',
  'subject',
  'facts',
] as const;

const cellsOf = (line: Line): string[] => [
  line.id,
  line.at,
  line.event,
  line.byMember?.slug ?? '',
  line.byPerson ?? '',
  line.byKey ?? '',
  line.way ?? '',
  line.range ?? '',
  line.members.map(({ slug }) => slug).join(' '),
  line.person ?? '',
  line.warning ?? '',
  line.subject ?? '',
  JSON.stringify(line.facts),
];
