// Makes a backup while the hub runs: every collection as it was at one instant. It holds the lease of migrations meanwhile,
// so that none changes the shape of what is read.
import {
  BACKUP_FORMAT,
  BackupFault,
  type BackupHead,
  type BackupManifest,
  type CollectionCount,
} from '../../domain/backup/backup.ts';
import { problem } from '../../domain/problem.ts';
import { bytesOf, type Frame } from '../../exchange/backup/frames.ts';
import { openRowDigest } from '../../exchange/backup/row-digest.ts';
import type { Hub } from '../../hub.ts';
import { type Snapshot, sizesOf, takeSnapshot } from '../../store/backup/snapshot.ts';
import { COLLECTIONS } from '../../store/collection/table.ts';
import { pendingMigrations } from '../../store/migration/run/run-migrations.ts';
import { recordAct } from '../audit/record-act.ts';
import { checkLock, type Lock, sealed } from './seal.ts';

type Deps = Pick<
  Hub,
  'database' | 'leases' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy' | 'config'
>;

export type BackupOptions = {
  readonly lock: Lock;
  /** How long the server keeps a snapshot. */
  readonly windowSeconds: number;
  /** Called as rows are read, with what the manifest will count. */
  readonly progress?: (done: { readonly bytes: number }, plan: BackupPlan) => void;
};

export type BackupPlan = { readonly rows: number; readonly bytes: number };
export type BackupMade = { readonly head: BackupHead; readonly manifest: BackupManifest };

/** mongod's own default (minSnapshotHistoryWindowInSeconds). */
export const DEFAULT_WINDOW_SECONDS = 300;
/** What a busy hub reads at least: measured 46 MB/s, of which a part is kept for a bad hour. */
const BYTES_PER_SECOND = 40_000_000;
/** After this the rate is known well enough to end what cannot be done. */
const JUDGE_AFTER_SECONDS = 45;
/** Read rows are gathered to so many bytes. */
const FRAME_BYTES = 1024 * 1024;

const LEASE = 'migration';
const LEASE_MS = 10_000;
const RENEW_MS = 3_000;

const tooLarge = (bytes: number, seconds: number, windowSeconds: number): BackupFault =>
  new BackupFault(
    problem(
      'BACKUP_TOO_LARGE',
      '$.window',
      `The database holds ${Math.round(bytes / 1e6)} MB, which takes about ${Math.ceil(seconds)} s to read, and the server keeps a snapshot for ${windowSeconds} s.`,
      'Let the operator of MongoDB raise minSnapshotHistoryWindowInSeconds and say --window with that number, or copy the disk of a stopped secondary; see "A database of more than 12 GB" in docs/OPERATING.md.',
    ),
  );

const interrupted = (what: string): BackupFault =>
  new BackupFault(problem('BACKUP_INTERRUPTED', '$', what, 'Try again when it is done.'));

/** How large it will be. Throws a BackupFault when it cannot be read while the snapshot lives. */
export const planBackup = async (
  { database }: Pick<Hub, 'database'>,
  windowSeconds: number,
): Promise<BackupPlan> => {
  const sizes = await sizesOf(
    database,
    COLLECTIONS.map(({ stored }) => stored),
  );
  const rows = sizes.reduce((sum, each) => sum + each.rows, 0);
  const bytes = sizes.reduce((sum, each) => sum + each.bytes, 0);
  const seconds = bytes / BYTES_PER_SECOND;
  if (seconds > windowSeconds) throw tooLarge(bytes, seconds, windowSeconds);
  return { rows, bytes };
};

/** Hands the bytes of the file to `write`, and records the act, its mark in the journal, once `write` has kept all of them. */
export const writeBackup = async (
  hub: Deps,
  options: BackupOptions,
  write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<BackupMade> => {
  checkLock(options.lock);
  const made = await withoutMigrations(hub, async (isHeld) => {
    const plan = await planBackup(hub, options.windowSeconds);
    const snapshot = await takeSnapshot(hub.database);
    try {
      const head = headOf(hub, snapshot, plan);
      const counts: CollectionCount[] = [];
      const frames = framesOf({ head, counts, snapshot, isHeld, options, plan });
      await write(sealed(bytesOf(frames), options.lock));
      return { head, manifest: { collections: counts } };
    } finally {
      await snapshot.end();
    }
  });
  await hub.members.change((session) =>
    recordAct(
      hub,
      {
        event: 'hub.backed-up',
        by: { way: 'HOST' },
        members: [],
        subject: made.head.id,
        facts: {
          rows: made.manifest.collections.reduce((sum, { rows }) => sum + rows, 0),
          isEncrypted: options.lock !== null,
        },
      },
      session,
    ),
  );
  return made;
};

const headOf = (hub: Deps, snapshot: Snapshot, expected: BackupPlan): BackupHead => ({
  format: BACKUP_FORMAT,
  id: hub.entropy.uuid(),
  release: hub.config.release,
  madeAt: snapshot.takenAt.toISOString(),
  database: hub.database.name,
  expected,
  isMarked: true,
});

type Reading = {
  readonly head: BackupHead;
  /** Filled as collections end. */
  readonly counts: CollectionCount[];
  readonly snapshot: Snapshot;
  readonly isHeld: () => boolean;
  readonly options: BackupOptions;
  readonly plan: BackupPlan;
};

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

async function* framesOf(reading: Reading): AsyncGenerator<Frame> {
  const { head, counts } = reading;
  yield { kind: 'HEAD', payload: json(head) };
  const pace = openPace(reading);
  for (const { stored } of COLLECTIONS) {
    yield { kind: 'COLLECTION', payload: Buffer.from(stored) };
    const digest = openRowDigest();
    for await (const rows of batchesOf(reading, stored)) {
      for (const row of rows) digest.add(row);
      const payload = Buffer.concat(rows);
      pace(payload.length);
      yield { kind: 'ROWS', payload };
    }
    counts.push({ name: stored, rows: digest.rows, bytes: digest.bytes, digest: digest.text() });
  }
  yield { kind: 'MANIFEST', payload: json({ collections: counts } satisfies BackupManifest) };
}

/** Rows gathered to frames. */
async function* batchesOf({ snapshot, isHeld }: Reading, name: string): AsyncGenerator<Buffer[]> {
  let batch: Buffer[] = [];
  let size = 0;
  for await (const rows of snapshot.rows(name)) {
    if (!isHeld()) throw interrupted('Another process has begun to migrate the database.');
    for (const row of rows) {
      batch.push(row);
      size += row.length;
      if (size < FRAME_BYTES) continue;
      yield batch;
      [batch, size] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Counts what is read, and ends a backup that will not be done in time: better now than when the snapshot is gone. */
const openPace = ({ options, plan }: Reading): ((bytes: number) => void) => {
  const startedAt = performance.now();
  let done = 0;
  return (bytes) => {
    done += bytes;
    options.progress?.({ bytes: done }, plan);
    const seconds = (performance.now() - startedAt) / 1_000;
    const needed = (seconds * plan.bytes) / done;
    if (seconds > JUDGE_AFTER_SECONDS && done < plan.bytes && needed > options.windowSeconds)
      throw tooLarge(plan.bytes, needed, options.windowSeconds);
  };
};

/** Runs `act` while no migration may run; `isHeld` turns false when another process has taken over. */
const withoutMigrations = async <Value>(
  hub: Deps,
  act: (isHeld: () => boolean) => Promise<Value>,
): Promise<Value> => {
  const { database, leases, config } = hub;
  const holder = hub.entropy.uuid();
  const session = database.openSession();
  let isHeld = true;
  try {
    const token = await leases.acquire(LEASE, holder, LEASE_MS, session);
    if (token === null) throw interrupted('A migration or another backup is under way.');
    const renewal = setInterval(() => {
      const renewed = leases.renew(LEASE, token, LEASE_MS).then((still) => {
        isHeld &&= still;
      });
      // An outage: the reads fail too, and say so.
      renewed.catch(() => undefined);
    }, RENEW_MS);
    try {
      if ((await pendingMigrations({ database, release: config.release })).length > 0)
        throw interrupted('The database is not migrated to this release.');
      return await act(() => isHeld);
    } finally {
      clearInterval(renewal);
    }
  } finally {
    await leases.release(LEASE, holder);
    await session.endSession();
  }
};
