// `tocsin import csaf`: imports CSAF advisories as warnings; a later state of an advisory becomes a new version of its
// warning. Imported history notifies nobody. Opens the database itself; the worker then processes what was written. Large
// files are read here, in a process of their own, and never in the hub.
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Outcome, problem, refused } from '../domain/problem.ts';
import { utf8TextOf } from '../outside/utf8-text.ts';
import { type ImportOptions, importAdvisory } from '../service/import/import-advisory.ts';
import type { Imported } from '../service/import/import-result.ts';
import { whyNotUtf8 } from './client/read-utf8-file.ts';
import type { ClientOptions } from './client/settings.ts';
import { advisoryFiles } from './import/advisory-files.ts';
import { audienceOption } from './import/audience-option.ts';
import { addImportStix } from './import/import-stix.ts';
import { openProgress } from './import/progress.ts';
import { newTally, note, summarise, takenOf } from './import/tally.ts';
import { publisherOf, withOperatorHub } from './operator/operator-hub.ts';
import { CliFault } from './terminal/fault.ts';
import { tell } from './terminal/output.ts';

const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

export const addImport = (program: Command): void => {
  const group = program
    .command('import')
    .description('import what others published (on the machine of the hub)');
  addImportStix(group);
  group
    .command('csaf')
    .description(
      'CSAF 2.0 and 2.1 advisories as warnings; history notifies nobody, and a second run continues where the first stopped',
    )
    .argument('<path...>', 'folders (walked), such as a whole provider, or files')
    .option(
      '--member <slug>',
      'the member that brings them to this hub; without it cisa-import of the sample',
    )
    .option(
      '--to <audience>',
      'for whom they are, whatever they say: sectors with commas between them, or a file with an audience',
    )
    .addOption(
      new Option(
        '--default-tlp <marking>',
        'the marking of advisories that have none; AMBER without this',
      ).choices(MARKINGS),
    )
    .option(
      '--tolerate <tests>',
      'take advisories that fail these mandatory tests, with commas between them: 6.1.16,6.1.2',
    )
    .option('--drafts', 'take advisories too that their issuer calls drafts')
    .option('--announce', 'notify recipients of what is new or changed, instead of taking it as history')
    .option('--dry-run', 'check everything and write nothing')
    .option('--strict', 'exit with 1 when any file was refused')
    .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
    .option('--json', 'one JSON object per file')
    .action(run);
};

type Options = ClientOptions & {
  readonly member?: string;
  readonly to?: string;
  readonly defaultTlp?: (typeof MARKINGS)[number];
  readonly tolerate?: string;
  readonly drafts?: true;
  readonly announce?: true;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly json?: true;
};

const run = async (paths: string[], options: Options): Promise<void> => {
  const choice = choiceOf(options);
  const files = advisoryFiles(paths);
  const tally = newTally();
  const stop = (): void => {
    if (tally.isStopped) process.exit(130);
    tally.isStopped = true;
    tell('\nStopping after this file; the same command continues from here. Ctrl-C again stops at once.');
  };
  process.on('SIGINT', stop);
  await withOperatorHub(options, async (hub) => {
    const actor = await publisherOf(hub, options.member ?? FOR_CISA.member);
    const progress = openProgress(files.length);
    for (const file of files) {
      if (tally.isStopped) break;
      const text = await readText(file);
      const outcome = text.ok ? await importAdvisory(hub, actor, text.value, choice) : text;
      note(tally, file, outcome satisfies Outcome<Imported>, options.json === true);
      progress.step();
    }
    progress.stop();
  });
  process.removeListener('SIGINT', stop);
  if (options.json !== true) summarise(tally, files.length, options.dryRun === true);
  const isFailed = takenOf(tally) === 0 || (options.strict === true && tally.refused.length > 0);
  if (isFailed) process.exitCode = 1;
};

/** Whose advisories the sample's member brings: on those of others a finding asks for the option. */
const FOR_CISA = { member: 'cisa-import', issuer: 'cisa.gov' } as const;

const choiceOf = ({
  member,
  announce,
  dryRun,
  drafts,
  to,
  defaultTlp,
  tolerate,
}: Options): ImportOptions => ({
  announce: announce === true,
  isTrial: dryRun === true,
  takesDrafts: drafts === true,
  ...(member === undefined ? { speaksFor: FOR_CISA.issuer } : {}),
  tolerates: new Set(tolerate === undefined ? [] : testsIn(tolerate)),
  ...(to === undefined ? {} : { audience: audienceOption(to) }),
  ...(defaultTlp === undefined ? {} : { defaultTlp }),
});

/** A number that is none tolerates nothing, and would say so of no file. */
const testsIn = (text: string): string[] => {
  const tests = text.split(',').map((test) => test.trim());
  const wrong = tests.find((test) => !/^6\.1\.[1-9]\d?$/.test(test));
  if (wrong === undefined) return tests;
  throw new CliFault(
    `There is no mandatory test "${wrong}".`,
    'The tests of CSAF 2.0 are numbered 6.1.1 to 6.1.33; a file that fails one names it.',
    'Say for example --tolerate 6.1.16,6.1.2.',
    2,
  );
};

/** A file that cannot be read is refused like one that is not an advisory; neither stops the run. */
const readText = async (file: string): Promise<Outcome<string>> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refused(problem('FILE_UNREADABLE', '$', message, 'Check the file.'));
  }
  const value = utf8TextOf(bytes);
  return value === null
    ? refused(
        problem(
          'NOT_UTF_8',
          '$',
          `The file is not UTF-8. ${whyNotUtf8(bytes)}`,
          'Get it as its issuer publishes it, or save it as UTF-8.',
        ),
      )
    : { ok: true, value };
};
