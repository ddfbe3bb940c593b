// `tocsin refresh`: updates a reference set (known exploited vulnerabilities, SSVC, weaknesses …) from the files that its source
// publishes. Objects that use a changed entry are enriched again.
import { type Command, Option } from 'commander';
import type { Outcome } from '../domain/problem.ts';
import { tidy } from '../exchange/text/wrap.ts';
import {
  type RefreshedFromFiles,
  refreshFromFiles,
  removeFromSet,
} from '../service/enrichment/refresh-from-files.ts';
import { SOURCES } from '../service/enrichment/sources.ts';
import type { Tried } from './client/dry-run.ts';
import { tellRefusals } from './client/refusals.ts';
import type { ClientOptions } from './client/settings.ts';
import { publishedFiles } from './import/published-files.ts';
import { withOperatorHub } from './operator/operator-hub.ts';
import { CliFault } from './terminal/fault.ts';
import { count, print, printJson } from './terminal/output.ts';

type Options = ClientOptions &
  Tried & { readonly json?: true; readonly remove?: readonly string[]; readonly replace?: true };

const TAKES = `
What each set takes, in files of any names (.gz too) or a folder of them:
  kev            CISA's catalogue (JSON)
  ssvc, cvss     CVE records (CVE JSON 5), as in Vulnrichment or cvelistV5; CVEs without a record keep what they have
  epss           FIRST's scores of a day (CSV)
  capec          the STIX bundles of CAPEC and ATT&CK, either or both
  warning-lists  any of MISP's lists (lists/NAME/list.json) but those of regular expressions; the others stay, and --remove
                 takes some out
A catalogue that is cut off, older than the one that is loaded, of a day to come, or takes away more than 2 % of it (and
more than ten entries) is not taken, unless you have made sure that it is right and say --replace. Entries with no CVE or
impossible dates are left out, and what is known of their CVEs stays.
Of ssvc, cvss and warning-lists JSON that is something else, such as delta.json of cvelistV5, is passed over and counted.
The tables of data/ are taken too, in the order of its README.`;

export const addRefresh = (program: Command): void => {
  const sets = SOURCES.filter(({ files }) => files.length > 0).map(({ facts }) => facts.name);
  program
    .command('refresh')
    .description(`update a reference set: ${sets.join(', ')}`)
    .argument('<set>', 'the reference set')
    .argument('[file...]', 'files as its source publishes them, or folders of them')
    .option('--remove <name...>', 'take these warning lists out of the set')
    .addOption(new Option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'))
    .option('--replace', 'take a catalogue that is older or much smaller than the one that is loaded')
    .option('--dry-run', 'say what would be added, changed and removed, and write nothing')
    .option('--json', 'one JSON object')
    .addHelpText('after', TAKES)
    .action(refresh);
};

const refresh = async (set: string, paths: string[], options: Options): Promise<void> => {
  const { remove = [] } = options;
  const way = { isTrial: options.dryRun === true, isChosen: options.replace === true };
  if ((paths.length === 0) === (remove.length === 0))
    throw new CliFault(
      'It is not clear what to do.',
      paths.length === 0 ? 'No file is named.' : 'Files are named, and --remove.',
      'Name the files that the source publishes, or what to --remove.',
      2,
    );
  const files = publishedFiles(paths);
  const outcome = await withOperatorHub(options, (hub) =>
    remove.length > 0 ? removeFromSet(hub, set, remove, way) : refreshFromFiles(hub, set, files, way),
  );
  report(set, outcome, options);
};

/** Keys that are named on the screen; --json has them all. */
const MOST_SHOWN = 20;

const named = (what: readonly string[], separator: string): string => {
  const more =
    what.length > MOST_SHOWN ? ` and ${what.length - MOST_SHOWN} more (--json lists them all)` : '';
  return `${what.slice(0, MOST_SHOWN).map(tidy).join(separator)}${more}.`;
};

const report = (set: string, outcome: Outcome<RefreshedFromFiles>, options: Options): void => {
  if (!outcome.ok) {
    process.exitCode = tellRefusals(outcome.problems, 'The set was not updated.');
    return;
  }
  const isTrial = options.dryRun === true;
  const tellDoubts = (): void => {
    process.exitCode = tellRefusals(outcome.value.refusals ?? [], 'It would not be taken without --replace.');
  };
  if (options.json === true) {
    printJson(isTrial ? { dryRun: true, ...outcome.value } : outcome.value);
    tellDoubts();
    return;
  }
  const { left, leftOut = [], passedOver, unused = [] } = outcome.value;
  print(resultOf(set, outcome.value, isTrial));
  if (leftOut.length > 0) print(`Left out: ${named(leftOut, '; ')}`);
  if (passedOver !== undefined)
    print(
      `Passed over: ${count(passedOver.count, 'file')} that ${passedOver.count === 1 ? 'holds' : 'hold'} something else, first ${tidy(passedOver.first)}.`,
    );
  if (unused.length > 0)
    print(
      `Not used: ${unused.map(tidy).join(', ')}. Nothing is looked up in a list of regular expressions, or of other things than addresses, hosts and texts.`,
    );
  if (left.length > 0) print(`No longer in it: ${named(left, ', ')}`);
  if (isTrial) print('A dry run: nothing was written.');
  tellDoubts();
};

const resultOf = (
  set: string,
  { version, changed, added, left }: RefreshedFromFiles,
  isTrial: boolean,
): string => {
  const entries = count(changed, 'entry', 'entries');
  const parts = `${added} added, ${changed - added - left.length} changed, ${left.length} removed`;
  return isTrial
    ? `${set} would be at ${tidy(version)}: ${parts}.`
    : `${set} is at ${tidy(version)}: ${entries} changed; objects that use them are enriched again.`;
};
