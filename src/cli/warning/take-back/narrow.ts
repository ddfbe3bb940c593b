// `tocsin warning narrow`: takes back from some what was shared too widely. They are told why, what to do, and to confirm; the
// others keep it.
import type { Command } from 'commander';
import { TLP_LEVELS } from '../../../domain/marking.ts';
import { tidy } from '../../../exchange/text/wrap.ts';
import { clientCommand } from '../../client/client-command.ts';
import { hubClient } from '../../client/hub-client.ts';
import { type Refusal, tellRefusals } from '../../client/refusals.ts';
import type { ClientOptions } from '../../client/settings.ts';
import { audienceOption } from '../../import/audience-option.ts';
import { choiceOption } from '../../terminal/choices.ts';
import { asked, type Confirming, notSaid } from '../../terminal/confirm.ts';
import { CliFault } from '../../terminal/fault.ts';
import { count, print, printJson } from '../../terminal/output.ts';
import { folded, printSentence } from '../../terminal/sentence.ts';
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
    .option('--yes', 'narrow it without asking; without a terminal nothing is done unless it is given')
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
} & Confirming;
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

const REFUSED = 'It was not narrowed.';

/** Who keeps it and who loses it, as what would come of it or what has. */
const sidesOf = ({ recipients, losing, notListed }: Result, isTrial: boolean): readonly [string, string] => {
  const keep = isTrial ? 'would keep' : recipients === 1 ? 'keeps' : 'keep';
  const lose = isTrial ? 'would lose it and be' : losing === 1 ? 'loses it and is' : 'lose it and are';
  return [
    `${count(recipients ?? 0, 'other member')} ${keep} it.`,
    `${count(losing ?? 0, 'member')} ${lose} asked to destroy it and to confirm. ${notListed}`,
  ];
};

const narrow = async (id: string, options: Options): Promise<void> => {
  const client = hubClient(options);
  const warning = await headOf(client, id);
  const headline = tidy(warning.headline);
  const input = inputOf({ id, version: warning.version }, options);
  const send = async (more: object = {}): Promise<Result> =>
    (await client.ask<{ result: Result }>('narrow', { input: { ...input, ...more } })).result;
  const isTrial = options.dryRun === true;
  if (!isTrial) {
    const inWords = async (): Promise<string | null> => {
      const tried = await send({ dryRun: true });
      process.exitCode = tellRefusals(tried.refusals, REFUSED);
      if (tried.refusals.length > 0) return null;
      return folded(`Would narrow ${headline}. ${sidesOf(tried, true).join(' ')}`, '', process.stderr);
    };
    const said = await asked(options, { inWords, question: 'Narrow it?' });
    if (said === 'REFUSED') return;
    if (said !== 'YES') throw notSaid(said, 'narrowed');
  }
  const result = await send();
  if (options.json === true) printJson(result);
  process.exitCode = tellRefusals(result.refusals, REFUSED);
  if (result.refusals.length > 0 || options.json === true) return;
  print(`${isTrial ? 'Would narrow' : 'Narrowed'}: ${headline}`);
  for (const side of sidesOf(result, isTrial)) printSentence(side, '  ');
  if (result.notice !== null) print(`Who has confirmed: tocsin delivery list ${result.notice.id}`);
};
