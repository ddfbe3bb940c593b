// A restore from its first look at the file to the last step, in one call: what `tocsin restore` does.
import { BackupFault, type BackupHead } from '../../domain/backup/backup.ts';
import { endOf, type JournalEnd, untilOf } from '../../domain/backup/journal-end.ts';
import { problem } from '../../domain/problem.ts';
import { type Hub, openDatabase, openHub } from '../../hub.ts';
import { noJournal } from '../../outside/journal.ts';
import type { ReadBackup } from './read-backup.ts';
import { type ReadJournal, readJournals } from './read-journal.ts';
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
  /** Whether a journal may end before the backup: what was taken since it ends is given back then. */
  readonly isShortTaken?: boolean;
  /** Checks everything that can be checked, and writes nothing. */
  readonly isDryRun: boolean;
  readonly progress?: (stage: RestoreStage, done: number, total: number) => void;
};

export type RestoreResult = {
  /** Until when each journal goes; null without one. */
  readonly ends: readonly JournalEnd[] | null;
} & (
  | { readonly isDryRun: true; readonly read: ReadBackup }
  | { readonly isDryRun: false; readonly restored: Restored }
);

/** Throws a BackupFault; from the first write to the last step the database is marked as incomplete. */
export const restoreDatabase = async (deps: Deps, request: RestoreRequest): Promise<RestoreResult> => {
  const { config, clock } = deps;
  const options = { ...request, release: config.release };
  const database = await openDatabase(config);
  try {
    const read = await checkRestore({ database }, options);
    const files = request.journals(read.head.database);
    const journals = files === null ? null : await readJournals(files);
    const ends = journals?.flat().map((journal) => endOf(journal, read.head)) ?? null;
    if (ends !== null && request.isShortTaken !== true) requireReach(ends, read.head);
    if (request.isDryRun) return { isDryRun: true, read, ends };
    await loadBackup({ database, clock }, options, read);
    const lines = journals?.map((each) => each.flatMap(linesIn)) ?? null;
    return { isDryRun: false, restored: await finished(deps, read, lines, request.progress), ends };
  } finally {
    await database.close();
  }
};

const linesIn = ({ lines }: ReadJournal) => lines;

/** Every hub completes its journal by the audit trail: where one of them reaches the backup, all was taken down there. */
const requireReach = (ends: readonly JournalEnd[], { madeAt }: BackupHead): void => {
  if (ends.some(({ reach }) => reach !== 'BEFORE')) return;
  const named = ends.map((end) => `${end.file} ${untilOf(end)}`).join(', ');
  throw new BackupFault(
    problem(
      'JOURNAL_ENDS_EARLY',
      '$.journal',
      `The journal ends before the backup of ${madeAt} (${named}): what was revoked or erased since it ends would be valid again.`,
      'Name the newest journals of all hubs with --journal; each backup leaves a line there. Or say --short-journal, and revoke and erase again what was since it ends.',
    ),
  );
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
