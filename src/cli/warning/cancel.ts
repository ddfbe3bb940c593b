// `tocsin warning cancel` (`tocsin cancel`): cancels a warning or withdraws a practice. It publishes a final version to the same recipients.
import type { Command } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { asked, type Confirming, notSaid } from '../terminal/confirm.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { folded, printSentence } from '../terminal/sentence.ts';
import { headOf } from './take-back/head-of.ts';

export const addCancel = (noun: Command): void => {
  clientCommand(
    noun
      .command('cancel')
      .description(
        'cancel a warning or withdraw a practice of yours; its recipients get the reason (short: tocsin cancel)',
      )
      .argument('<id>', 'warning--… or practice--…'),
  )
    .requiredOption('--reason <text>', 'why, in plain words')
    .option('--dry-run', 'say how many would be told, and cancel nothing')
    .option('--yes', 'cancel it without asking; without a terminal nothing is done unless it is given')
    .option('--json', 'one JSON object')
    .action(cancel);
};

type Options = ClientOptions & Tried & Confirming & { readonly reason: string };
type Result = {
  readonly warning: { readonly id: string; readonly version: number } | null;
  readonly recipients: number | null;
  readonly notListed: string;
  readonly refusals: readonly Refusal[];
};

const cancel = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  const warning = await headOf(client, id);
  const input = { id, expectedVersion: warning.version, reason: options.reason, ...asTried(options) };
  const isPractice = id.startsWith('practice--');
  const done = isPractice ? 'withdrawn' : 'cancelled';
  const send = async (more: object = {}): Promise<Result> =>
    (
      await client.ask<{ result: Result }>(isPractice ? 'withdraw' : 'cancel', {
        input: { ...input, ...more },
      })
    ).result;
  const wouldBe = ({ recipients, notListed }: Result): string =>
    `${tidy(warning.headline)} would be ${done}, and ${count(recipients ?? 0, 'other member')} would receive the reason. ${notListed}`;
  if (options.dryRun !== true) {
    const inWords = async (): Promise<string | null> => {
      const tried = await send({ dryRun: true });
      process.exitCode = tellRefusals(tried.refusals, `It was not ${done}.`);
      return tried.refusals.length > 0 ? null : folded(wouldBe(tried), '', process.stderr);
    };
    const said = await asked(options, { inWords, question: isPractice ? 'Withdraw it?' : 'Cancel it?' });
    if (said === 'REFUSED') return;
    if (said !== 'YES') throw notSaid(said, done);
  }
  const result = await send();
  if (options.dryRun === true && result.refusals.length === 0) return tellTried(wouldBe(result), options);
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, `It was not ${done}.`);
  if (result.warning === null || options.json === true) return;
  print(`${isPractice ? 'Withdrawn' : 'Cancelled'}: ${tidy(warning.headline)}`);
  print(`  ${id}, version ${result.warning.version}, its last`);
  printSentence(
    `${count(result.recipients ?? 0, 'other member')} will receive the reason. ${result.notListed}`,
    '  ',
  );
};
