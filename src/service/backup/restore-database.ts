// A restore from its first look at the file to the last step, in one call: what `tocsin restore` does.
import { type Hub, openDatabase, openHub } from '../../hub.ts';
import { noJournal } from '../../outside/journal.ts';
import type { ReadBackup } from './read-backup.ts';
import { readJournals } from './read-journal.ts';
import {
  checkRestore,
  finishRestore,
  loadBackup,
  type Restored,
  type RestoreOptions,
  type RestoreStage,
} from './restore-backup.ts';

type Deps = Pick<Hub, 'config' | 'clock' | 'entropy' | 'log'>;

export type RestoreRequest = Omit<RestoreOptions, 'progress' | 'release'> & {
  /** The journals to go by, for a backup of this database; null to do without. */
  readonly journals: (database: string) => readonly string[] | null;
  /** Checks everything that can be checked, and writes nothing. */
  readonly isDryRun: boolean;
  readonly progress?: (stage: RestoreStage, done: number, total: number) => void;
};

export type RestoreResult =
  | { readonly isDryRun: true; readonly read: ReadBackup }
  | { readonly isDryRun: false; readonly restored: Restored };

/** Throws a BackupFault; from the first write to the last step the database is marked as incomplete. */
export const restoreDatabase = async (deps: Deps, request: RestoreRequest): Promise<RestoreResult> => {
  const { config, clock } = deps;
  const options = { ...request, release: config.release };
  const database = await openDatabase(config);
  try {
    const read = await checkRestore({ database }, options);
    const files = request.journals(read.head.database);
    const journals = files === null ? null : await readJournals(files);
    if (request.isDryRun) return { isDryRun: true, read };
    await loadBackup({ database, clock }, options, read);
    return { isDryRun: false, restored: await finished(deps, read, journals, request.progress) };
  } finally {
    await database.close();
  }
};

/** Migrates and takes the last step on a hub that nobody else can open yet. */
const finished = async (
  { config, clock, entropy, log }: Deps,
  read: ReadBackup,
  journals: Parameters<typeof finishRestore>[2],
  progress: RestoreRequest['progress'],
): Promise<Restored> => {
  progress?.('MIGRATE', 0, 0);
  const outside = { clock, entropy, log, journal: noJournal, migration: 'RESTORE' } as const;
  const hub = await openHub(config, 'restore', outside);
  try {
    progress?.('RIGHTS', 0, 0);
    return await finishRestore(hub, read, journals);
  } finally {
    await hub.close();
  }
};
