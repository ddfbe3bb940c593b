// `tocsin import csaf`: imports CSAF 2.0 advisories as warnings; a later state of an advisory becomes a new version of
// its warning. Imported history notifies nobody. Opens the database itself; the worker then processes what was written.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../domain/problem.ts';
import { IMPORT_RESULTS, type ImportResult, importAdvisory } from '../service/import/import-advisory.ts';
import type { ClientOptions } from './client/settings.ts';
import { advisoryFiles } from './import/advisory-files.ts';
import { addImportStix } from './import/import-stix.ts';
import { openProgress } from './import/progress.ts';
import { publisherOf, withOperatorHub } from './operator/operator-hub.ts';
import { count, print, printJson, styled, tell } from './terminal/output.ts';

export const addImport = (program: Command): void => {
  const group = program
    .command('import')
    .description('import what others published (on the machine of the hub)');
  addImportStix(group);
  group
    .command('csaf')
    .description(
      'CSAF 2.0 advisories as warnings; history notifies nobody, and a second run continues where the first stopped',
    )
    .argument('<path...>', 'folders (walked) or files')
    .option('--member <slug>', 'the member that publishes them on this hub', 'cisa-import')
    .option('--announce', 'notify recipients of what is new or changed, instead of taking it as history')
    .option('--dry-run', 'check everything and write nothing')
    .option('--strict', 'exit with 1 when any file was refused')
    .option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)')
    .option('--json', 'one JSON object per file')
    .action(run);
};

type Options = ClientOptions & {
  readonly member: string;
  readonly announce?: true;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly json?: true;
};

type Refused = { readonly file: string; readonly problems: readonly Problem[] };
type Tally = {
  readonly results: Record<ImportResult, number>;
  readonly refused: Refused[];
  notifies: number;
  isStopped: boolean;
  readonly startedAt: number;
};

const run = async (paths: string[], options: Options): Promise<void> => {
  const files = advisoryFiles(paths);
  const tally = newTally();
  const stop = (): void => {
    if (tally.isStopped) process.exit(130);
    tally.isStopped = true;
    tell('\nStopping after this file; the same command continues from here. Ctrl-C again stops at once.');
  };
  process.on('SIGINT', stop);
  await withOperatorHub(options, async (hub) => {
    const actor = await publisherOf(hub, options.member);
    const progress = openProgress(files.length);
    const choice = { announce: options.announce === true, isTrial: options.dryRun === true };
    for (const file of files) {
      if (tally.isStopped) break;
      const outcome = await readText(file, (text) => importAdvisory(hub, actor, text, choice));
      note(tally, file, outcome, options.json === true);
      progress.step();
    }
    progress.stop();
  });
  process.removeListener('SIGINT', stop);
  if (options.json !== true) summarise(tally, files.length, options);
  const done = IMPORT_RESULTS.reduce((sum, result) => sum + tally.results[result], 0);
  if (done === 0 || (options.strict === true && tally.refused.length > 0)) process.exitCode = 1;
};

type Outcome = Awaited<ReturnType<typeof importAdvisory>>;

/** A file that cannot be read is refused like one that is not an advisory; neither stops the run. */
const readText = async (file: string, act: (text: string) => Promise<Outcome>): Promise<Outcome> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [{ code: 'FILE_UNREADABLE', path: '$', message, remedy: 'Check the file.' }],
    };
  }
  return act(text);
};

const newTally = (): Tally => ({
  results: { NEW: 0, UPDATED: 0, SILENT: 0, UNCHANGED: 0 },
  refused: [],
  notifies: 0,
  isStopped: false,
  startedAt: performance.now(),
});

const note = (tally: Tally, file: string, outcome: Outcome, isJson: boolean): void => {
  if (outcome.ok) {
    tally.results[outcome.value.result] += 1;
    if (outcome.value.notifies) tally.notifies += 1;
    if (isJson) printJson({ file, ...outcome.value });
    return;
  }
  tally.refused.push({ file, problems: outcome.problems });
  if (isJson) printJson({ file, result: 'REFUSED', refusals: outcome.problems });
};

const WORDS: Readonly<Record<ImportResult, string>> = {
  NEW: 'new',
  UPDATED: 'updated',
  SILENT: 'reissued without news',
  UNCHANGED: 'unchanged',
};

const summarise = (tally: Tally, total: number, options: Options): void => {
  const seconds = (performance.now() - tally.startedAt) / 1_000;
  const done = IMPORT_RESULTS.reduce((sum, result) => sum + tally.results[result], tally.refused.length);
  const parts = IMPORT_RESULTS.filter((result) => tally.results[result] > 0).map(
    (result) => `${tally.results[result]} ${WORDS[result]}`,
  );
  const verb = options.dryRun === true ? 'Would import' : 'Imported';
  print(
    styled(
      'bold',
      `${verb} ${count(done, 'file')} of ${total}: ${[...parts, `${tally.refused.length} refused`].join(', ')}.`,
    ),
  );
  print(
    `${seconds.toFixed(1)} s, ${(done / Math.max(seconds, 0.001)).toFixed(1)} files/s. ${notifiedText(tally)}`,
  );
  if (tally.isStopped) print('Stopped before the end; the same command continues from here.');
  const byCode = Map.groupBy(
    tally.refused.flatMap(({ file, problems }) => problems.slice(0, 1).map((problem) => ({ file, problem }))),
    ({ problem }) => problem.code,
  );
  for (const [code, cases] of byCode) {
    print(`\n${styled('yellow', code)} × ${cases.length}`);
    for (const { file, problem } of cases.slice(0, 3)) {
      print(`  ${path.basename(file)} at ${problem.path}: ${problem.message}`);
    }
    if (cases.length > 3) print(`  … and ${cases.length - 3} more (--json lists them all)`);
    print(`  What to do: ${cases[0]?.problem.remedy}`);
  }
};

const notifiedText = ({ notifies }: Tally): string =>
  notifies === 0
    ? 'History notifies nobody.'
    : `${count(notifies, 'warning notifies', 'warnings notify')} recipients.`;
