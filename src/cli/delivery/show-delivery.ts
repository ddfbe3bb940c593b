// `tocsin delivery show`: one delivery to an endpoint with its attempts: what was sent, and what was answered.
import type { Command } from 'commander';
import { tidy } from '../../exchange/text/wrap.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { CliFault } from '../terminal/fault.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson, styled } from '../terminal/output.ts';
import { broughtBy, type Logged, stateText } from './endpoint-log.ts';

type Attempt = {
  readonly number: number;
  readonly at: string;
  readonly tookMs: number;
  readonly status: number | null;
  readonly cause: string | null;
  readonly request: string | null;
  readonly answer: string | null;
};
type Shown = Logged & { readonly attempts: readonly Attempt[] };
type Options = ClientOptions & { readonly json?: true };

export const addShow = (noun: Command): void => {
  clientCommand(
    noun
      .command('show')
      .description('a delivery to an endpoint of yours, with what was sent and answered at each attempt')
      .argument('<id>', 'delivery--…, as `delivery list` shows it'),
  )
    .option('--json', 'one JSON object')
    .action(show);
};

const show = async (id: string, options: Options): Promise<void> => {
  const asked = { id };
  const { channelDelivery: found } = await hubClient(options).ask<{ readonly channelDelivery: Shown | null }>(
    'channelDelivery',
    asked,
  );
  if (found === null)
    throw new CliFault(
      `You see no delivery ${id}.`,
      'It is none to an endpoint of yours.',
      'See `tocsin delivery list`.',
    );
  if (options.json === true) return printJson(found);
  print(`${found.deliveryId} to ${tidy(found.endpoint.label)} (${found.endpoint.channel.toLowerCase()})`);
  print(
    `It brings ${broughtBy(found)}; ${stateText(found)}${found.cause === null ? '' : `, ${found.cause}`}.`,
  );
  for (const { number, at, tookMs, status, cause, request, answer } of found.attempts) {
    print(
      styled(
        'bold',
        `\nAttempt ${number}, ${utcText(at)}, ${tookMs} ms: ${status ?? '-'} ${cause ?? 'taken'}`,
      ),
    );
    if (request !== null && request !== '') print(`Sent: ${tidy(request)}`);
    if (answer !== null && answer !== '') print(`Answered: ${tidy(answer)}`);
  }
};
