// `tocsin backup`: writes a backup of the hub's database while the hub runs, and checks one.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ownRelease } from '../../config/release.ts';
import { type BackupManifest, totalOf } from '../../domain/backup/backup.ts';
import { type ReadBackup, readBackup } from '../../service/backup/read-backup.ts';
import { DEFAULT_WINDOW_SECONDS, writeBackup } from '../../service/backup/write-backup.ts';
import type { ClientOptions } from '../client/settings.ts';
import { reachable, withOperatorHub } from '../operator/operator-hub.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';
import { backupFile, requireNew, writeWhole } from './backup-file.ts';
import { megabytes, openByteProgress } from './progress.ts';
import { addRestore } from './restore.ts';
import { type KeyOptions, keyOptions, keysOf, type LockOptions, lockOf, lockOptions } from './secrets.ts';

const JSON_OBJECT = ['--json', 'one JSON object'] as const;

export const addBackup = (program: Command): void => {
  const backup = program
    .command('backup')
    .description('write, check or restore a backup (on the machine of the hub)');
  lockOptions(
    backup
      .command('create', { isDefault: true })
      .description('write everything that the hub holds to a new file, while it runs: tocsin backup FILE')
      .argument('<file>', 'the file to write'),
  )
    .option(
      '--window <seconds>',
      'how long the server keeps a snapshot (minSnapshotHistoryWindowInSeconds)',
      secondsOf,
      DEFAULT_WINDOW_SECONDS,
    )
    .addOption(new Option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'))
    .option(...JSON_OBJECT)
    .action(create);
  addRestore(backup);
  keyOptions(
    backup
      .command('verify')
      .description('read a backup to its end, check all of it, and list what it holds; needs no hub')
      .argument('<file>', 'the backup'),
  )
    .option(...JSON_OBJECT)
    .action(verify);
};

const secondsOf = (text: string): number => {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1) return seconds;
  throw new InvalidArgumentError('Give a whole number of seconds.');
};

type CreateOptions = ClientOptions & LockOptions & { readonly window: number; readonly json?: true };

const create = async (file: string, options: CreateOptions): Promise<void> => {
  const lock = await lockOf(options);
  const startedAt = performance.now();
  const progress = openByteProgress('Backup');
  let written = { bytes: 0, sha256: '' };
  const made = await reachable(async () => {
    requireNew(file);
    return withOperatorHub(options, (hub) =>
      writeBackup(
        hub,
        {
          lock,
          windowSeconds: options.window,
          progress: ({ bytes }, plan) => progress.at(bytes, plan.bytes),
        },
        async (bytes) => {
          written = await writeWhole(file, bytes);
        },
      ),
    );
  }).finally(progress.stop);
  const seconds = (performance.now() - startedAt) / 1_000;
  const total = totalOf(made.manifest);
  if (options.json === true) {
    const { id, release, madeAt, database } = made.head;
    printJson({
      file,
      id,
      release,
      madeAt,
      database,
      isEncrypted: lock !== null,
      ...total,
      seconds,
      ...written,
    });
    return;
  }
  const rate = (total.bytes / 1e6 / seconds).toFixed(0);
  print(`${file}: ${count(total.rows, 'row')} as they were at ${made.head.madeAt}.`);
  print(
    `${megabytes(total.bytes)} in ${seconds.toFixed(1)} s (${rate} MB/s), ${megabytes(written.bytes)} on the disk.`,
  );
  print(`SHA-256 ${written.sha256}`);
  if (lock === null) print('It is NOT encrypted: whoever reads the file reads everything.');
};

const verify = async (file: string, options: KeyOptions & { readonly json?: true }): Promise<void> => {
  const keys = await keysOf(options);
  const source = backupFile(file);
  const progress = openByteProgress('Check');
  let [done, total] = [0, 0];
  const read = await reachable(() =>
    readBackup(
      source.read(),
      { keys, release: ownRelease() },
      {
        head: async ({ expected }) => {
          total = expected.bytes;
        },
        rows: async (_, rows) => {
          done += rows.reduce((sum, { length }) => sum + length, 0);
          progress.at(done, total);
        },
      },
    ),
  ).finally(progress.stop);
  if (options.json === true) printJson({ file, ...read.head, ...read.manifest, sha256: source.digest() });
  else for (const line of linesOf(file, read, source.digest())) print(line);
};

const linesOf = (file: string, { head, manifest }: ReadBackup, sha256: string): string[] => {
  const total = totalOf(manifest);
  return [
    table(['COLLECTION', 'ROWS', 'SIZE'], rowsOf(manifest)),
    `${file} is whole: ${count(total.rows, 'row')}, ${megabytes(total.bytes)}.`,
    `Made of the database "${head.database}" as it was at ${head.madeAt}, by Tocsin ${head.release}.`,
    `SHA-256 ${sha256}`,
  ];
};

const rowsOf = ({ collections }: BackupManifest): string[][] =>
  collections
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows, bytes }) => [name, String(rows), megabytes(bytes)]);
