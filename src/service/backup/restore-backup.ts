// Restores a backup into an empty database: reads the file whole before it writes anything, loads it, reads the database
// back, and brings it to this release. Until the last step no hub opens the database. A restore goes back in time, so that
// step begins a new epoch: old cursors are answered with RESYNC, what was revoked since stays revoked, and nothing is
// delivered until the operator releases it (release-deliveries.ts).
import { BackupFault, type CollectionCount, totalOf } from '../../domain/backup/backup.ts';
import { type JournalLine, lastWords, type RightsRow } from '../../domain/backup/journal.ts';
import { problem } from '../../domain/problem.ts';
import { openRowDigest, type RowDigest } from '../../exchange/backup/row-digest.ts';
import type { Hub } from '../../hub.ts';
import { incompleteSince, markWhole } from '../../store/backup/incomplete.ts';
import { beginLoading, emptyDatabase, forgetShape, type Loading, loadable } from '../../store/backup/load.ts';
import { endProposals, openRights } from '../../store/backup/rights.ts';
import { collectionNames } from '../../store/backup/snapshot.ts';
import type { Database, Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';
import { forgetEndpoints } from '../endpoint/close-endpoints.ts';
import { forgetErased } from '../person-data/erase-person.ts';
import type { CloseDeps } from '../warning/recall/close-former.ts';
import { type ReadBackup, readBackup } from './read-backup.ts';
import type { Keys } from './seal.ts';
import { withdrawAgain } from './withdraw-again.ts';

export type RestoreStage = 'CHECK' | 'LOAD' | 'COMPARE' | 'MIGRATE' | 'RIGHTS';

export type RestoreOptions = {
  /** Opens the file anew; it is read twice. */
  readonly file: () => AsyncIterable<Uint8Array>;
  readonly keys: Keys;
  readonly release: string;
  /** Empties a database into which a restore began and did not end. */
  readonly isAgain: boolean;
  /** Called as work is done; `total` is 0 where nobody can know. */
  readonly progress?: (stage: RestoreStage, done: number, total: number) => void;
};

export type Restored = ReadBackup & {
  readonly epoch: string;
  /** How many rows lost rights, by the journal. */
  readonly taken: number;
};

type Deps = { readonly database: Database; readonly clock: { now(): Date } };

/** Clocks of hubs may differ by so much. */
const CLOCKS_MS = 15 * 60_000;
/** Of what a server stores compressed, with indexes and room to build them. */
const ROOM = 1.5;

/** Checks everything that can be checked without writing. Throws a BackupFault. */
export const checkRestore = async (
  { database }: Pick<Deps, 'database'>,
  { file, keys, release, isAgain, progress }: RestoreOptions,
): Promise<ReadBackup> => {
  await requireEmpty(database, isAgain);
  let [done, total] = [0, 0];
  const read = await readBackup(
    file(),
    { keys, release },
    {
      head: async ({ expected }) => {
        total = expected.bytes;
      },
      rows: async (_, rows) => {
        done += rows.reduce((sum, { length }) => sum + length, 0);
        progress?.('CHECK', done, total);
      },
    },
  );
  const room = await database.diskRoom();
  const needed = totalOf(read.manifest).bytes * ROOM;
  if (room !== null && room < needed) {
    throw new BackupFault(
      problem(
        'DATABASE_TOO_SMALL',
        '$',
        `The restore needs up to ${Math.ceil(needed / 1e6)} MB, and the disk of the database has ${Math.floor(room / 1e6)} MB.`,
        'Make room, or enlarge the disk.',
      ),
    );
  }
  return read;
};

const requireEmpty = async (database: Database, isAgain: boolean): Promise<void> => {
  const names = await collectionNames(database);
  if (names.length === 0) return;
  if ((await incompleteSince(database)) === null) {
    throw new BackupFault(
      problem(
        'DATABASE_NOT_EMPTY',
        '$.database',
        `The database "${database.name}" holds ${names.length} collections, and a restore never overwrites.`,
        `Name an empty one: TOCSIN_DATABASE=${database.name}-restored, for example, for this command and then for hub and worker.`,
      ),
    );
  }
  if (isAgain) return;
  throw new BackupFault(
    problem(
      'DATABASE_INCOMPLETE',
      '$.database',
      `A restore into the database "${database.name}" began and did not end.`,
      'Make sure that it runs no more, and say --again: the database is emptied first.',
    ),
  );
};

/** Loads the backup; the database is marked as incomplete from the first write until `finishRestore`. */
export const loadBackup = async (
  { database, clock }: Deps,
  options: RestoreOptions,
  checked: ReadBackup,
): Promise<void> => {
  const total = totalOf(checked.manifest).bytes;
  await emptyDatabase(database);
  const loading = await beginLoading(database, options.release, clock.now());
  const written = new Map<string, RowDigest>();
  let done = 0;
  const read = await readBackup(
    options.file(),
    { keys: options.keys, release: options.release },
    {
      rows: async (name, rows) => {
        const loaded = loadable(name, rows);
        const digest = written.get(name) ?? openRowDigest();
        written.set(name, digest);
        for (const row of loaded) digest.add(row);
        await loading.insert(name, loaded);
        done += rows.reduce((sum, { length }) => sum + length, 0);
        options.progress?.('LOAD', done, total);
      },
    },
  );
  if (read.head.id !== checked.head.id) throw notWhole('The file was replaced while it was read.');
  await compare(loading, written, (bytes) => options.progress?.('COMPARE', bytes, total));
  await forgetShape(database);
};

const notWhole = (what: string): BackupFault =>
  new BackupFault(
    problem('RESTORE_NOT_WHOLE', '$.database', what, 'Check its disk and log; then restore with --again.'),
  );

/** Reads back what was written: every row, byte by byte, by its digest. */
const compare = async (
  loading: Loading,
  written: ReadonlyMap<string, RowDigest>,
  progress: (bytes: number) => void,
): Promise<void> => {
  let done = 0;
  for (const [name, expected] of written) {
    const found = openRowDigest();
    for await (const rows of loading.stored(name)) {
      for (const row of rows) found.add(row);
      done += rows.reduce((sum, { length }) => sum + length, 0);
      progress(done);
    }
    const facts = ({ rows, bytes, text }: RowDigest): CollectionCount => ({
      name,
      rows,
      bytes,
      digest: text(),
    });
    if (JSON.stringify(facts(found)) !== JSON.stringify(facts(expected))) {
      throw notWhole(
        `The database has ${found.rows} rows in "${name}" where ${expected.rows} were written, or they differ.`,
      );
    }
  }
};

/** Ids of the persons that these words say are erased. */
const erasedIn = (words: readonly RightsRow[]): string[] =>
  words
    .filter(({ stored, fields }) => stored === 'persons' && fields['state'] === 'ERASED')
    .map(({ id }) => id);

/** Ids of the endpoints that these words say are removed. */
const removedIn = (words: readonly RightsRow[]): string[] =>
  words
    .filter(({ stored, fields }) => stored === 'endpoints' && fields['state'] === 'REMOVED')
    .map(({ id }) => id);

/**
 * What the journal says of persons is taken by now: drafts stay of those who may act as they could when they wrote them, and of nobody
 * whom others let in again.
 */
const endDraftsOfOthers = async (
  { drafts, persons, members }: Pick<Hub, 'drafts' | 'persons' | 'members'>,
  session: Session,
): Promise<void> => {
  const gone = new Set(
    (await members.all(session)).filter(({ standing }) => standing === 'LEFT').map(({ id }) => id),
  );
  const out: string[] = [];
  for (const id of await drafts.writers(session)) {
    const person = await persons.byId(id, session);
    const isIn = person?.state === 'ACTIVE' && !person.isRedClosed && !gone.has(person.member);
    if (!isIn) out.push(id);
  }
  await drafts.removeOf(out, session);
};

type FinishDeps = CloseDeps &
  Pick<
    Hub,
    | 'database'
    | 'members'
    | 'persons'
    | 'personTraces'
    | 'keys'
    | 'endpoints'
    | 'endpointSecrets'
    | 'subscriptions'
    | 'drafts'
    | 'channelDeliveries'
    | 'applications'
    | 'acts'
    | 'entries'
    | 'cursorKeys'
    | 'restored'
    | 'clock'
    | 'entropy'
  >;

/** The last step, on a hub that was opened with `migration: RESTORE`: all of it in one transaction. */
export const finishRestore = async (
  hub: FinishDeps,
  read: ReadBackup,
  /** By hub; null to do without. */
  journals: readonly (readonly JournalLine[])[] | null,
): Promise<Restored> => {
  const epoch = hub.entropy.uuid();
  const since = new Date(Date.parse(read.head.madeAt) - CLOCKS_MS).toISOString();
  const words = (journals ?? []).flatMap((lines) => lastWords(lines.filter(({ at }) => at >= since)));
  const rights = openRights(hub.database);
  const { rows } = totalOf(read.manifest);
  await forgetErased(hub, erasedIn(words));
  const taken = await hub.members.change(async (session) => {
    let count = 0;
    for (const row of words) if (await rights.take(row, session)) count += 1;
    count += await withdrawAgain(hub, words, session);
    await forgetEndpoints(hub, removedIn(words), session);
    await endDraftsOfOthers(hub, session);
    await hub.cursorKeys.rotate(session);
    const at = hub.clock.now();
    await hub.restored.begin({ epoch, at }, session);
    // They may have been decided since.
    await endProposals(hub.database, at, session);
    // They may have been refused, or objected to, since.
    await hub.applications.beginAgain(session);
    await recordAct(
      hub,
      {
        event: 'hub.restored',
        by: { way: 'HOST' },
        members: [],
        subject: read.head.id,
        facts: { madeAt: read.head.madeAt, rows, taken: count, hasJournal: journals !== null },
      },
      session,
    );
    await markWhole(hub.database, { rows, at }, session);
    return count;
  });
  return { ...read, epoch, taken };
};
