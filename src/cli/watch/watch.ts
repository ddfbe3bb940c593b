// `tocsin warning watch` (`tocsin watch`): stays connected, shows each new warning as it arrives, sounds the terminal bell,
// and acknowledges on a keypress.
import type { Command } from 'commander';
import { clientCommand } from '../client/client-command.ts';
import { type HubClient, hubClient } from '../client/hub-client.ts';
import { type LanguageOptions, languageOption, languagesOf } from '../client/reading-language.ts';
import { tokenOf } from '../client/settings.ts';
import { doubtsOf, type FeedOptions, filterOf, filterOptions } from '../feed/feed-filter.ts';
import { readFeedPages } from '../feed/feed-pages.ts';
import { print, printJson, ringBell, styled, tell, widthOfOutput } from '../terminal/output.ts';
import { alertText } from './alert-text.ts';
import { follow } from './follow.ts';
import { KEYS_IN_WORDS, takeKeys } from './keys.ts';
import { mostUrgentFirst } from './most-urgent-first.ts';
import { openPlace } from './place.ts';
import { openShown } from './shown.ts';

export const addWatch = (noun: Command): void => {
  const watch = noun
    .command('watch')
    .description('show each new warning as it arrives, and acknowledge it with a key (short: tocsin watch)');
  languageOption(filterOptions(clientCommand(watch)))
    .option('--after <cursor>', 'continue after this cursor instead of where the last watch stopped')
    .option('--from-now', 'start now instead of where the last watch stopped')
    .option('--no-bell', 'do not sound the terminal bell')
    .option('--json', 'one JSON object per line, with its cursor')
    .action(run);
};

type Options = FeedOptions &
  LanguageOptions & {
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
  const languages = languagesOf(options);
  const hasKeys = process.stdin.isTTY && process.stdout.isTTY && options.json !== true;
  const releaseKeys = hasKeys ? takeKeys({ ...shown, quit }) : () => undefined;
  if (hasKeys) print(styled('dim', KEYS_IN_WORDS));
  if (options.json !== true) await tellDoubts(client, options);
  const after = options.after ?? (options.fromNow === true ? null : place.read());
  try {
    const followed = follow({ client, filter, after, signal: stop.signal, say: tell });
    const edges = options.json === true ? followed : mostUrgentFirst(followed);
    for await (const { cursor, node, occasion } of edges) {
      if (options.json === true) printJson({ cursor, occasion, ...node });
      else {
        const number = shown.add(node);
        const alert = { number: hasKeys ? number : null, languages, width: widthOfOutput() };
        if (options.bell) ringBell();
        print(alertText({ node, ...(occasion && { occasion }) }, alert));
        const reminder = hasKeys ? shown.reminder() : null;
        if (reminder !== null) print(styled('dim', reminder));
      }
      if (cursor !== null) place.write(cursor);
    }
  } finally {
    releaseKeys();
    process.off('SIGINT', quit);
    process.off('SIGTERM', quit);
  }
};

/** A filter that finds nothing says nothing for ever. Where the hub cannot be asked now, the watch waits for it. */
const tellDoubts = async (client: HubClient, options: Options): Promise<void> => {
  const doubts = doubtsOf(options);
  if (doubts.length === 0) return;
  const one = { first: 1, after: null, filter: filterOf(options), requests: 1 };
  const found = await readFeedPages(client, one).catch(() => null);
  if (found?.edges.length === 0) for (const doubt of doubts) tell(doubt);
};
