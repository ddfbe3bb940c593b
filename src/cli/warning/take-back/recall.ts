// `tocsin warning recall`: takes back what should not have been sent. Nothing of it is left for anybody else, and whoever holds
// it is told why, what to do, and to confirm.
import type { Command } from 'commander';
import { tidy } from '../../../exchange/text/wrap.ts';
import { clientCommand } from '../../client/client-command.ts';
import { hubClient } from '../../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../../client/refusals.ts';
import type { ClientOptions } from '../../client/settings.ts';
import { asked, type Confirming, notSaid } from '../../terminal/confirm.ts';
import { count, print, printJson } from '../../terminal/output.ts';
import { folded, printSentence } from '../../terminal/sentence.ts';
import { headOf } from './head-of.ts';

export const addRecall = (noun: Command): void => {
  clientCommand(
    noun
      .command('recall')
      .description(
        'recall a warning or practice of yours that should not have been sent: nobody else reads it any more, and its holders are asked to remove it and to confirm',
      )
      .argument('<id>', 'warning--… or practice--…'),
  )
    .requiredOption(
      '--reason <text>',
      'why, in plain words; whoever held it reads this, so say nothing of what it said',
    )
    .option('--what-to-do <text>', 'what its holders are to do (default: to remove it and to confirm)')
    .option('--language <tag>', 'BCP 47 tag of both texts', 'en')
    .option('--dry-run', 'say how many would be told, and recall nothing')
    .option('--yes', 'recall it without asking; without a terminal nothing is done unless it is given')
    .option('--json', 'one JSON object')
    .action(recall);
};

type Options = ClientOptions & {
  readonly reason: string;
  readonly whatToDo?: string;
  readonly language: string;
  readonly dryRun?: true;
} & Confirming;
type Result = {
  readonly warning: { readonly id: string; readonly version: number } | null;
  readonly inWords: string | null;
  readonly recipients: number | null;
  readonly notListed: string;
  readonly refusals: readonly Refusal[];
};

const recall = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  const warning = await headOf(client, id);
  const { reason, whatToDo, language } = options;
  const isTrial = options.dryRun === true;
  const input = {
    id,
    expectedVersion: warning.version,
    reason,
    language,
    dryRun: isTrial,
    ...(whatToDo === undefined ? {} : { whatToDo }),
  };
  const send = async (more: object = {}): Promise<Result> =>
    (await client.ask<{ result: Result }>('recall', { input: { ...input, ...more } })).result;
  const wouldBe = ({ recipients, notListed }: Result): string =>
    `${tidy(warning.headline)} would be taken from everybody: ${count(recipients ?? 0, 'other member')} would be asked to remove it and to confirm. ${notListed}`;
  if (!isTrial) {
    const inWords = async (): Promise<string | null> => {
      const tried = await send({ dryRun: true });
      process.exitCode = tellRefusals(tried.refusals, 'It was not recalled.');
      return tried.refusals.length > 0 ? null : folded(wouldBe(tried), '', process.stderr);
    };
    const said = await asked(options, { inWords, question: 'Recall it?' });
    if (said === 'REFUSED') return;
    if (said !== 'YES') throw notSaid(said, 'recalled');
  }
  const result = await send();
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'It was not recalled.');
  if (result.refusals.length > 0 || options.json === true) return;
  print(`${isTrial ? 'Would recall' : 'Recalled'}: ${tidy(warning.headline)}`);
  printSentence(
    `${count(result.recipients ?? 0, 'other member')} ${isTrial ? 'would be' : 'are'} asked to remove it and to confirm. ${result.notListed}`,
    '  ',
  );
  if (!isTrial) print(`Who has confirmed: tocsin delivery list ${id}`);
};
