// `tocsin warning narrow`: takes back from some what was shared too widely. They are told why, what to do, and to confirm; the
// others keep it.
import type { Command } from 'commander';
import { TLP_LEVELS } from '../../../domain/marking.ts';
import { clientCommand } from '../../client/client-command.ts';
import { hubClient } from '../../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../../client/refusals.ts';
import type { ClientOptions } from '../../client/settings.ts';
import { audienceOption } from '../../import/audience-option.ts';
import { choiceOption } from '../../terminal/choices.ts';
import { CliFault } from '../../terminal/fault.ts';
import { count, print, printJson } from '../../terminal/output.ts';
import { printSentence } from '../../terminal/sentence.ts';
import { headOf } from './head-of.ts';

/** TLP:RED goes to persons by name: nothing becomes it. */
const MARKINGS = TLP_LEVELS.filter((level) => level !== 'RED').map((level) => level.replace('+', '-'));

export const addNarrow = (noun: Command): void => {
  clientCommand(
    noun
      .command('narrow')
      .description(
        'narrow a warning or practice of yours that was shared too widely: say who keeps it or who loses it; these are asked to destroy it and to confirm',
      )
      .argument('<id>', 'warning--… or practice--…'),
  )
    .option(
      '--reason <text>',
      'why, in plain words; whoever loses it reads this, so say nothing of what it says (a dry run needs none)',
    )
    .option(
      '--keep <audience>',
      'who keeps it: sectors with commas between them, or a JSON file with an audience',
    )
    .option('--exclude <slug...>', 'members that lose it')
    .option(
      '--organisation <number...>',
      'organisations without a name that lose it, as `tocsin delivery list` numbers them',
    )
    .addOption(choiceOption('--marking <tlp>', 'a stricter marking', MARKINGS))
    .option('--what-to-do <text>', 'what those who lose it are to do (default: to remove it and to confirm)')
    .option('--language <tag>', 'BCP 47 tag of both texts', 'en')
    .option('--dry-run', 'say how many would keep and lose it, and narrow nothing')
    .option('--json', 'one JSON object')
    .action(narrow);
};

type Options = ClientOptions & {
  readonly reason?: string;
  readonly keep?: string;
  readonly exclude?: readonly string[];
  readonly organisation?: readonly string[];
  readonly marking?: string;
  readonly whatToDo?: string;
  readonly language: string;
  readonly dryRun?: true;
  readonly json?: true;
};
type Result = {
  readonly warning: { readonly id: string; readonly version: number } | null;
  readonly notice: { readonly id: string } | null;
  readonly inWords: string | null;
  readonly recipients: number | null;
  readonly losing: number | null;
  readonly notListed: string;
  readonly refusals: readonly Refusal[];
};

const inputOf = (
  { id, version }: { readonly id: string; readonly version: number },
  { reason, keep, exclude = [], organisation = [], marking, whatToDo, language, dryRun }: Options,
) => {
  const kept = keep === undefined ? null : audienceOption(keep, '--keep');
  if (reason === undefined && dryRun !== true)
    throw new CliFault(
      '--reason is missing.',
      'Whoever loses the warning is told why.',
      'Say why, in plain words, and nothing of what it says: --reason TEXT',
      2,
    );
  const numbers = organisation.map(Number);
  if (!numbers.every(Number.isSafeInteger))
    throw new CliFault(
      '--organisation takes numbers.',
      'An organisation without a name has a number.',
      'tocsin delivery list shows them.',
      2,
    );
  return {
    id,
    expectedVersion: version,
    ...(kept === null ? {} : { keep: kept.alternatives }),
    exclude: [...(kept?.excludes ?? []), ...exclude],
    organisations: numbers,
    ...(marking === undefined ? {} : { marking: marking.toUpperCase().replaceAll('-', '_') }),
    reason: reason ?? 'A dry run: nobody reads this.',
    ...(whatToDo === undefined ? {} : { whatToDo }),
    language,
    dryRun: dryRun === true,
  };
};

const narrow = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  const warning = await headOf(client, id);
  const input = inputOf({ id, version: warning.version }, options);
  const { result } = await client.ask<{ result: Result }>('narrow', { input });
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, 'It was not narrowed.');
  if (result.refusals.length > 0 || options.json === true) return;
  const isTrial = options.dryRun === true;
  print(`${isTrial ? 'Would narrow' : 'Narrowed'}: ${warning.headline}`);
  const { recipients, losing, notice, notListed } = result;
  printSentence(
    `${count(recipients ?? 0, 'other member')} ${isTrial ? 'would keep' : recipients === 1 ? 'keeps' : 'keep'} it.`,
    '  ',
  );
  printSentence(
    `${count(losing ?? 0, 'member')} ${isTrial ? 'would lose it and be' : losing === 1 ? 'loses it and is' : 'lose it and are'} asked to destroy it and to confirm. ${notListed}`,
    '  ',
  );
  if (notice !== null) print(`Who has confirmed: tocsin delivery list ${notice.id}`);
};
