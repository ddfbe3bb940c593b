// `tocsin member listing`: to whom your organisation is listed.
import { type Command, Option } from 'commander';
import { hubClient } from '../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { print, printJson } from '../terminal/output.ts';

type Options = ClientOptions & { readonly json?: true; readonly listed?: true; readonly unlisted?: true };
type Change = Options & { readonly to?: string[] };
type Answer = {
  readonly result: { readonly isUnlisted: boolean | null; readonly refusals: readonly Refusal[] };
};

export const addListing = (add: (name: string, about: string) => Command): void => {
  add('listing', 'say to whom your organisation is listed; for all others it is absent')
    .addOption(new Option('--listed', 'to every member').conflicts(['unlisted', 'to']))
    .option('--unlisted', 'to nobody but those of --to')
    .option('--to <slug...>', 'with --unlisted: members that are told of it nevertheless')
    .action(listing);
};

const listing = async (options: Change, command: Command): Promise<void> => {
  const { listed, unlisted, to = [], json } = options;
  if (listed !== true && unlisted !== true) command.error('error: give --listed or --unlisted');
  const input = { isUnlisted: unlisted === true, listedTo: to };
  const { result } = await hubClient(options).ask<Answer>('changeListing', { input });
  process.exitCode = tellRefusals(result.refusals, 'The listing stays as it is.');
  if (json === true) return printJson(result);
  if (result.isUnlisted === null) return;
  const among = to.length === 0 ? 'nobody' : to.join(', ');
  print(
    result.isUnlisted
      ? `Your organisation is listed to ${among}; for all other members it is absent.`
      : 'Your organisation is listed to every member.',
  );
};
