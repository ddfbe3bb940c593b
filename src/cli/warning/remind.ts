// `tocsin warning remind`: reminds those who have not answered a warning of yours.
import type { Command } from 'commander';
import { clientCommand } from '../client/client-command.ts';
import { asTried, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { count, printJson } from '../terminal/output.ts';
import { printSentence } from '../terminal/sentence.ts';

export const addRemind = (noun: Command): void => {
  clientCommand(
    noun
      .command('remind')
      .description(
        'remind those who have not answered a warning of yours (having seen it, or looking into it, is no answer yet), or not confirmed its recall; also those that you do not see',
      )
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option('--member <slug...>', 'only these, of those in `tocsin delivery list`')
    .option('--organisation <number...>', 'only these, of those without a name')
    .option('--dry-run', 'say how many would be reminded, and send nothing')
    .option('--json', 'one JSON object')
    .action(remind);
};

type Options = ClientOptions &
  Tried & {
    readonly member?: readonly string[];
    readonly organisation?: readonly string[];
    readonly json?: true;
  };
type Result = {
  readonly reminded: number | null;
  readonly notListed: string;
  readonly refusals: readonly Refusal[];
};

const remind = async (id: string, options: Options): Promise<void> => {
  const { member: members = [], organisation = [] } = options;
  const input = { warning: id, members, organisations: organisation.map(Number), ...asTried(options) };
  const { result } = await hubClient(options).ask<{ result: Result }>('remind', { input });
  if (options.dryRun === true && result.reminded !== null)
    return tellTried(
      `${count(result.reminded, 'member')} that you see would be reminded. ${result.notListed}`,
      options,
    );
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'Nobody is reminded.');
  if (result.reminded === null || options.json === true) return;
  printSentence(
    `${count(result.reminded, 'member')} that you see will be reminded within a minute. ${result.notListed}`,
  );
};
