// `tocsin warning show`: prints one warning as the hub's plain-text page, as JSON fields, or as a STIX bundle.
import { type Command, Option } from 'commander';
import { orAbsent } from '../client/absent.ts';
import { clientCommand } from '../client/client-command.ts';
import { hubClient } from '../client/hub-client.ts';
import {
  acceptLanguage,
  type LanguageOptions,
  languageOption,
  languagesOf,
} from '../client/reading-language.ts';
import type { ClientOptions } from '../client/settings.ts';
import type { ShownWarning } from '../client/warning-fields.ts';
import { CliFault } from '../terminal/fault.ts';
import { printJson, printText, styled } from '../terminal/output.ts';
import { showPlaybooks } from './show-playbooks.ts';

export const addShow = (noun: Command): void => {
  languageOption(
    clientCommand(
      noun
        .command('show')
        .description('one item in full, as text of 72 columns with its marking at head and foot')
        .argument('<id>', 'warning--… or practice--…'),
    ),
  )
    .addOption(new Option('--json', 'its fields as one JSON object').conflicts('stix'))
    .option('--stix', 'the whole item as a STIX 2.1 bundle, its objects as their producers wrote them')
    .option('--strict', 'with --stix: without objects that break a rule of the standard')
    .action(show);
};

export const addPlaybooks = (noun: Command): void => {
  clientCommand(
    noun
      .command('playbooks')
      .description('its CACAO playbooks, as steps to read; nothing is executed')
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option('--json', 'one JSON object per playbook')
    .action(showPlaybooks);
};

type Options = ClientOptions &
  LanguageOptions & { readonly json?: true; readonly stix?: true; readonly strict?: true };

const show = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  if (options.stix === true) {
    const { warning } = await client.ask<{ warning: { bundle: unknown } | null }>('bundle', {
      id,
      strict: options.strict === true,
    });
    printJson(orAbsent(id, warning).bundle);
  } else if (options.json === true) {
    const { warning } = await client.ask<{ warning: ShownWarning | null }>('warning', { id });
    printJson(orAbsent(id, warning));
  } else {
    const { status, text } = await client.page(
      `/warnings/${encodeURIComponent(id)}?timeZone=${encodeURIComponent(zoneHere())}`,
      acceptLanguage(languagesOf(options)),
    );
    if (status !== 200 && status !== 404) throw unprintable(client.url, status);
    printText(embolden(orAbsent(id, status === 404 ? null : text)));
  }
};

const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const unprintable = (url: string, status: number): CliFault =>
  new CliFault(
    'The hub did not return the page.',
    `${url} answered ${status}.`,
    'Try again in a few seconds; tocsin status shows what is missing.',
  );

/** Makes lines in capitals (headline, exercise) bold on a terminal. Paper and pipes get the text unchanged. */
const embolden = (text: string): string =>
  text.replace(/^[^\p{Ll}\n]*\p{Lu}{4}[^\p{Ll}\n]*$/gmu, (line) => styled('bold', line));
