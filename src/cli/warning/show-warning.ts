// `tocsin warning show`: one for paper, plain text as the hub sets it; or its fields, or its STIX bundle.
import { type Command, Option } from 'commander';
import { orAbsent } from '../client/absent.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import type { ShownWarning } from '../client/warning-fields.ts';
import { CliFault } from '../terminal/fault.ts';
import { printJson, styled } from '../terminal/output.ts';
import { showPlaybooks } from './show-playbooks.ts';

export const addWarning = (program: Command): void => {
  const warning = program.command('warning').description('read one warning or practice');
  clientCommand(
    warning
      .command('show')
      .description('one in full, set for paper: 72 columns, its marking at head and foot')
      .argument('<id>', 'warning--… or practice--…'),
  )
    .addOption(new Option('--json', 'its fields as one JSON object').conflicts('stix'))
    .option('--stix', 'everything of it as a STIX 2.1 bundle')
    .action(show);
  clientCommand(
    warning
      .command('playbooks')
      .description('the CACAO playbooks that it brings, as steps to read; nothing is run')
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option('--json', 'one JSON object a playbook')
    .action(showPlaybooks);
};

type Options = ClientOptions & { readonly json?: true; readonly stix?: true };

const show = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  if (options.stix === true) {
    const { warning } = await client.ask<{ warning: { bundle: unknown } | null }>('bundle', { id });
    printJson(orAbsent(id, warning).bundle);
  } else if (options.json === true) {
    const { warning } = await client.ask<{ warning: ShownWarning | null }>('warning', { id });
    printJson(orAbsent(id, warning));
  } else {
    const { status, text } = await client.page(`/warnings/${encodeURIComponent(id)}`);
    if (status !== 200 && status !== 404) throw unprintable(client.url, status);
    process.stdout.write(embolden(orAbsent(id, status === 404 ? null : text)));
  }
};

const unprintable = (url: string, status: number): CliFault =>
  new CliFault(
    'The hub did not give the page.',
    `${url} answered ${status}.`,
    'Try again in a few seconds; tocsin status shows what is missing.',
  );

/** On a terminal the lines in capitals stand out: headline, exercise. Paper and pipes get the text as it is. */
const embolden = (text: string): string =>
  text.replace(/^[^\p{Ll}\n]*\p{Lu}{4}[^\p{Ll}\n]*$/gmu, (line) => styled('bold', line));
