// `tocsin restore`: writes a backup into an empty database, and says what the operator has to do next.
import { type Command, Option } from 'commander';
import { type BackupHead, type BackupManifest, totalOf } from '../../domain/backup/backup.ts';
import { endInWords, type JournalEnd } from '../../domain/backup/journal-end.ts';
import { systemClock } from '../../outside/clock.ts';
import { systemEntropy } from '../../outside/entropy.ts';
import { journalFile } from '../../outside/journal.ts';
import type { Restored, RestoreStage } from '../../service/backup/restore-backup.ts';
import { restoreDatabase } from '../../service/backup/restore-database.ts';
import type { ClientOptions } from '../client/settings.ts';
import { operatorConfig, reachable } from '../operator/operator-hub.ts';
import { count, print, printJson, tell, tellInPlace } from '../terminal/output.ts';
import { backupFile } from './backup-file.ts';
import { type ByteProgress, megabytes, openByteProgress } from './progress.ts';
import { type KeyOptions, keyOptions, keysOf } from './secrets.ts';

type Options = ClientOptions &
  KeyOptions & {
    readonly journal?: readonly string[];
    readonly withoutJournal?: true;
    readonly shortJournal?: true;
    readonly again?: true;
    readonly dryRun?: true;
    readonly json?: true;
  };

export const addRestore = (backup: Command): void => {
  keyOptions(
    backup
      .command('restore')
      .description(
        'write a backup into an empty database (on the machine of the hub, with hub and worker stopped)',
      )
      .argument('<file>', 'the backup'),
  )
    .option('--journal <file...>', 'journals of all hubs (default: that in the data directory)')
    .addOption(
      new Option(
        '--without-journal',
        'do without: what was revoked or erased since the backup is valid again',
      ).conflicts('journal'),
    )
    .addOption(
      new Option(
        '--short-journal',
        'take a journal that ends before the backup: what was revoked or erased since it ends is valid again',
      ).conflicts('withoutJournal'),
    )
    .option('--again', 'empty a database first into which a restore began and did not end')
    .option('--dry-run', 'check the file, the database and the journal, and write nothing')
    .addOption(new Option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'))
    .option('--json', 'one JSON object')
    .action(restore);
};

const restore = async (file: string, options: Options): Promise<void> => {
  const keys = await keysOf(options);
  const config = operatorConfig(options);
  const stages = openStages();
  const log = { info: stages.step, warn: stages.step, error: stages.step };
  const request = {
    file: backupFile(file).read,
    keys,
    isAgain: options.again === true,
    isDryRun: options.dryRun === true,
    isShortTaken: options.shortJournal === true,
    journals: (database: string) =>
      options.withoutJournal === true
        ? null
        : (options.journal ?? [journalFile(config.dataDirectory, database)]),
    progress: stages.at,
  };
  const deps = { config, clock: systemClock, entropy: systemEntropy, log };
  const result = await reachable(() => restoreDatabase(deps, request)).finally(stages.stop);
  const { head, manifest } = result.isDryRun ? result.read : result.restored;
  if (options.json === true) {
    const { epoch = null, taken = null } = result.isDryRun ? {} : result.restored;
    printJson({
      file,
      isDryRun: result.isDryRun,
      ...head,
      ...totalOf(manifest),
      epoch,
      taken,
      journals: result.ends,
    });
  } else if (result.isDryRun) {
    print(`${file} is whole, the database is empty, and the restore can begin. Nothing was written.`);
    print(whatItHolds(head, manifest));
    for (const line of journalLines(result.ends)) print(line);
  } else for (const line of linesOf(result.restored, result.ends)) print(line);
};

const whatItHolds = (head: BackupHead, manifest: BackupManifest): string => {
  const { rows, bytes } = totalOf(manifest);
  return `${count(rows, 'row')}, ${megabytes(bytes)}, as they were at ${head.madeAt}.`;
};

const linesOf = ({ head, manifest, taken }: Restored, ends: readonly JournalEnd[] | null): string[] => [
  `Restored and compared: ${whatItHolds(head, manifest)}`,
  ...journalLines(ends),
  ends === null
    ? 'Without a journal: revoke again what was revoked since then, and erase what was erased.'
    : `By the journal, ${count(taken, 'right or record', 'rights and records')} taken away since then ${taken === 1 ? 'stays' : 'stay'} so.`,
  'Sessions and one-time links have ended. Clients are told to read their feeds again (RESYNC).',
  'Nothing is delivered yet. Start hub and worker, look around, then: tocsin hub release',
];

const journalLines = (ends: readonly JournalEnd[] | null): string[] => (ends ?? []).flatMap(endInWords);

const NAMES: Readonly<Record<RestoreStage, string>> = {
  CHECK: 'Check the file',
  LOAD: 'Load',
  COMPARE: 'Compare',
  MIGRATE: 'Bring the database to this release',
  RIGHTS: 'Go by the journal',
};

/** One progress for each stage; what a migration changes is counted, on one line. */
const openStages = () => {
  let current: { readonly stage: RestoreStage; readonly progress: ByteProgress } | null = null;
  let changes = 0;
  const isTerminal = process.stderr.isTTY;
  const stop = (): void => {
    current?.progress.stop();
    if (changes > 0 && isTerminal) tellInPlace('');
    if (changes > 0) tell(`  ${count(changes, 'change')} made`);
    changes = 0;
  };
  return {
    at: (stage: RestoreStage, done: number, total: number): void => {
      if (current?.stage !== stage) {
        stop();
        tell(NAMES[stage]);
        current = { stage, progress: openByteProgress(NAMES[stage]) };
      }
      if (total > 0) current.progress.at(done, total);
    },
    step: (facts: object): void => {
      if (!('what' in facts)) return;
      changes += 1;
      if (isTerminal) tellInPlace(`  ${count(changes, 'change')}`);
    },
    stop,
  };
};
