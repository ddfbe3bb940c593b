// `tocsin watch`: stays connected, shows each new warning as it arrives, sounds the terminal bell, and acknowledges on a
// keypress.
import type { Command } from 'commander';
import type { AcknowledgementAnswer } from '../domain/delivery.ts';
import { sendAcknowledgement, wordsOf } from './client/acknowledgement.ts';
import { clientCommand } from './client/client-command.ts';
import { type FeedOptions, filterOf, filterOptions } from './client/feed-filter.ts';
import { type HubClient, hubClient } from './client/hub-client.ts';
import { tokenOf } from './client/settings.ts';
import type { ShownWarning } from './client/warning-fields.ts';
import { faultText } from './terminal/fault.ts';
import { print, printJson, styled, tell, widthOfOutput } from './terminal/output.ts';
import { alertText } from './watch/alert-text.ts';
import { follow } from './watch/follow.ts';
import { KEYS_IN_WORDS, takeKeys } from './watch/keys.ts';
import { mostUrgentFirst } from './watch/most-urgent-first.ts';
import { openPlace } from './watch/place.ts';

export const addWatch = (program: Command): void => {
  const watch = program
    .command('watch')
    .description('show each new warning as it arrives, and acknowledge it with a key');
  filterOptions(clientCommand(watch))
    .option('--after <cursor>', 'continue after this cursor instead of where the last watch stopped')
    .option('--from-now', 'start now instead of where the last watch stopped')
    .option('--no-bell', 'do not sound the terminal bell')
    .option('--json', 'one JSON object per line, with its cursor')
    .action(run);
};

type Options = FeedOptions & {
  readonly after?: string;
  readonly fromNow?: true;
  readonly bell: boolean;
  readonly json?: true;
};

const run = async (options: Options): Promise<void> => {
  const token = tokenOf(options);
  const client = hubClient(options, token);
  const filter = filterOf(options);
  const place = openPlace(options, client.url, token, filter);
  const stop = new AbortController();
  const quit = (): void => stop.abort();
  process.once('SIGINT', quit);
  process.once('SIGTERM', quit);
  const shown = openShown(client);
  const hasKeys = process.stdin.isTTY && process.stdout.isTTY && options.json !== true;
  const releaseKeys = hasKeys ? takeKeys({ ...shown, quit }) : () => undefined;
  if (hasKeys) print(styled('dim', KEYS_IN_WORDS));
  const after = options.after ?? (options.fromNow === true ? null : place.read());
  try {
    const followed = follow({ client, filter, after, signal: stop.signal, say: tell });
    const edges = options.json === true ? followed : mostUrgentFirst(followed);
    for await (const { cursor, node, occasion } of edges) {
      if (options.json === true) printJson({ cursor, occasion, ...node });
      else {
        const number = shown.add(node);
        const text = alertText(
          { node, ...(occasion && { occasion }) },
          hasKeys ? number : null,
          widthOfOutput(),
        );
        print(`${options.bell ? '\u0007' : ''}${text}`);
      }
      if (cursor !== null) place.write(cursor);
    }
  } finally {
    releaseKeys();
    process.off('SIGINT', quit);
    process.off('SIGTERM', quit);
  }
};

/** The last nine warnings, and the one that a key answers. */
const openShown = (client: HubClient) => {
  const slots: (ShownWarning | undefined)[] = [];
  let count = 0;
  let chosen = 0;
  const send = async (warning: ShownWarning, answer: AcknowledgementAnswer): Promise<void> => {
    try {
      const { delivery, refusals } = await sendAcknowledgement(client, warning.id, answer, null);
      const [refusal] = refusals;
      if (delivery !== null) print(styled('green', `  ✓ ${wordsOf(answer)}: ${warning.headline}`));
      else if (refusal !== undefined) tell(`  Not accepted: ${refusal.message} ${refusal.remedy}`);
    } catch (error) {
      tell(faultText(error, false));
    }
  };
  return {
    add: (warning: ShownWarning): number => {
      const slot = count % 9;
      slots[slot] = warning;
      count += 1;
      chosen = slot;
      return slot + 1;
    },
    choose: (number: number): void => {
      const warning = slots[number - 1];
      if (warning === undefined) tell(`  There is no [${number}] yet.`);
      else {
        chosen = number - 1;
        print(styled('dim', `  [${number}] ${warning.headline}`));
      }
    },
    answer: (answer: AcknowledgementAnswer): void => {
      const warning = slots[chosen];
      if (warning === undefined) tell('  No warning has arrived yet.');
      else void send(warning, answer);
    },
  };
};
