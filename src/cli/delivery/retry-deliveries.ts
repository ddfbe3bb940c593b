// `tocsin delivery retry`: has deliveries to endpoints tried again, by id or by a range of time.
import type { Command } from 'commander';
import { CHANNEL_DELIVERY_STATES } from '../../domain/channel/channel-delivery.ts';
import { clientCommand } from '../client/client-command.ts';
import { asTried, type Tried, tellTried } from '../client/dry-run.ts';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { sinceOf } from '../client/since.ts';
import { choiceOption } from '../terminal/choices.ts';
import { CliFault } from '../terminal/fault.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { stateValue } from './endpoint-log.ts';

type Options = ClientOptions &
  Tried & {
    readonly endpoint?: string;
    readonly from?: string;
    readonly until?: string;
    readonly state: string;
    readonly json?: true;
  };
type Done = { readonly result: { readonly retried: number | null; readonly refusals: readonly Refusal[] } };

export const addRetry = (noun: Command): void => {
  clientCommand(
    noun
      .command('retry')
      .description(
        'try deliveries to your endpoints again, by id or by a range; each keeps its id, and is decided anew',
      )
      .argument('[ids...]', 'delivery--…'),
  )
    .option('--endpoint <endpoint>', 'all to this endpoint, in --state and in the range')
    .option('--from <when>', 'made at this time or later: an instant, or 30m, 12h, 7d ago')
    .option('--until <when>', 'made before this time')
    .addOption(choiceOption('--state <state>', 'only in this state', CHANNEL_DELIVERY_STATES).default('dead'))
    .option('--dry-run', 'say how many would be tried again, and send nothing')
    .option('--json', 'one JSON object')
    .action(retry);
};

const retry = async (ids: readonly string[], options: Options): Promise<void> => {
  const { endpoint, from, until, state } = options;
  if (ids.length > 0 === (endpoint !== undefined)) {
    throw new CliFault(
      'Which deliveries?',
      'Neither ids nor an endpoint are given, or both.',
      'Give ids, or --endpoint.',
      2,
    );
  }
  const range = {
    endpoint,
    states: [stateValue(state)],
    ...(from === undefined ? {} : { from: sinceOf(from) }),
    ...(until === undefined ? {} : { until: sinceOf(until) }),
  };
  const input = { ...(ids.length > 0 ? { ids } : range), ...asTried(options) };
  const { result } = await hubClient(options).ask<Done>('retryDeliveries', { input });
  process.exitCode = tellRefusals(result.refusals, 'Nothing is tried again.');
  if (options.dryRun === true && result.retried !== null)
    return tellTried(`${count(result.retried, 'delivery', 'deliveries')} would be tried again.`, options);
  if (options.json === true) return printJson(result);
  if (result.retried !== null)
    print(
      `${count(result.retried, 'delivery', 'deliveries')} ${result.retried === 1 ? 'is' : 'are'} tried again.`,
    );
};
