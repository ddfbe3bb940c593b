// `tocsin duplicate …`: the pairs of warnings that may report one event, and a reviewer's ruling on each.
import type { Command } from 'commander';
import { tidy, wrap } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import { firstOption } from '../client/page-option.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { utcText } from '../terminal/moment.ts';
import { count, print, printJson, styled, widthOfOutput } from '../terminal/output.ts';

type Pair = {
  readonly id: string;
  readonly state: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly warnings: readonly {
    readonly id: string;
    readonly headline: string;
    readonly publishedAt: string;
    readonly publisher: { readonly slug: string };
  }[];
};

export const addDuplicate = (program: Command): void => {
  const noun = program.command('duplicate').description('warnings that may report one event: review them');
  clientCommand(noun.command('list').description('pairs that wait for a reviewer'))
    .addOption(firstOption())
    .option('--exercise <id>', 'the traffic of this exercise instead of real traffic')
    .option('--json', 'one JSON object per pair')
    .action(list);
  ruling(noun, 'accept', 'both report the same event: each then shows the other', 'acceptDuplicate');
  ruling(noun, 'reject', 'they report different events: the pair is never proposed again', 'rejectDuplicate');
  ruling(noun, 'undo', 'undo a link, whether a rule or a reviewer made it', 'undoMerge').option(
    '--reopen',
    'return a pair that a reviewer accepted to the proposals; else the two stay distinct',
  );
};

type ListOptions = ClientOptions & {
  readonly first: number;
  readonly exercise?: string;
  readonly json?: true;
};

type Page = {
  readonly duplicateProposals: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: Pair }[];
  };
};

/** A page may be short and still have a next one; a hub allows bursts of 200 requests. */
const MAX_REQUESTS = 100;

const list = async (options: ListOptions): Promise<void> => {
  const client = hubClient(options);
  const pairs: Pair[] = [];
  let after: string | null = null;
  let isMore = true;
  for (let request = 0; isMore && pairs.length < options.first && request < MAX_REQUESTS; request += 1) {
    const first = options.first - pairs.length;
    const asked: object = { first, after, exercise: options.exercise ?? null };
    const { duplicateProposals: page }: Page = await client.ask<Page>('proposals', asked);
    pairs.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.endCursor;
    isMore = page.pageInfo.hasNextPage;
  }
  if (options.json === true) for (const pair of pairs) printJson(pair);
  else if (pairs.length === 0) print('No pair waits for a reviewer.');
  else {
    for (const pair of pairs) print(pairText(pair, widthOfOutput()));
    print(`${count(pairs.length, 'pair')}${isMore ? '; there may be more: --first' : ''}`);
    print(styled('dim', 'Rule on one: tocsin duplicate accept|reject ID'));
  }
};

const pairText = ({ id, score, reasons, warnings }: Pair, width: number): string =>
  [
    `${styled('bold', id)}  score ${score.toFixed(2)}`,
    ...warnings.flatMap((each) => [
      ...wrap(tidy(each.headline), width, '  ', '  '),
      styled('dim', `    ${each.id}, ${utcText(each.publishedAt)}`),
      styled('dim', `    from ${tidy(each.publisher.slug)}`),
    ]),
    ...reasons.flatMap((reason) => wrap(tidy(reason), width, '  - ', '    ')),
  ].join('\n');

type Operation = 'acceptDuplicate' | 'rejectDuplicate' | 'undoMerge';
type RulingOptions = ClientOptions & { readonly reopen?: true; readonly json?: true };
type Ruled = { readonly result: { readonly pair: Pair | null; readonly refusals: readonly Refusal[] } };

const ruling = (noun: Command, verb: string, about: string, operation: Operation): Command =>
  clientCommand(noun.command(verb).description(about).argument('<id>', 'duplicate--…, as list shows it'))
    .option('--json', 'one JSON object')
    .action(async (id: string, options: RulingOptions) => {
      const more = operation === 'undoMerge' ? { reopen: options.reopen === true } : {};
      const { result } = await hubClient(options).ask<Ruled>(operation, { input: { id, ...more } });
      if (options.json === true) printJson(result);
      process.exitCode = tellRefusals(result.refusals, 'The ruling was not accepted.');
      if (result.pair === null || options.json === true) return;
      print(
        `${STATES[result.pair.state] ?? result.pair.state}: ${result.pair.warnings.map(({ headline }) => `“${tidy(headline)}”`).join(' and ')}`,
      );
    });

const STATES: Readonly<Record<string, string>> = {
  ACCEPTED: 'One event',
  DISTINCT: 'Two events',
  PROPOSED: 'Proposed again',
};
