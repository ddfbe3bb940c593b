// Runs the pending migrations: one process at a time under a lease, rows in batches, each one transaction that the lease
// fences and that also stores the position. A killed process leaves the rest to the next; one that slept past its lease
// has its batch refused. The other processes wait until all is done.
import { setTimeout } from 'node:timers/promises';
import { type Database, isForbidden, type Session } from '../../connect.ts';
import { type Leases, openLeases } from '../../coordination/leases.ts';
import { StartRefusal } from '../../driver/start-refusal.ts';
import { MIGRATION_LIST } from '../list.ts';
import type { Migration, RowMigration, ShapeChange, ShapeMigration } from '../migration.ts';
import { isBefore, refuseIfTooOld } from '../release.ts';
import { MIGRATIONS, type MigrationRow } from './records.ts';

export type MigrationDeps = {
  readonly database: Database;
  /** Version of this Tocsin. */
  readonly release: string;
  /** A name that no other process has. */
  readonly holder: string;
  readonly clock: { now(): Date };
  readonly log: { info(facts: object, message: string): void };
  /** A restore migrates what it has loaded, while nothing else may open the database. */
  readonly isRestoring?: true;
  /** Replaces the hub's list in tests. */
  readonly list?: readonly Migration[];
};

const LEASE = 'migration';
const LEASE_MS = 10_000;
const RENEW_MS = 3_000;
const WAIT_MS = 200;
/** Shape changes made at once; the server builds at most three indexes at a time. */
const AT_ONCE = 8;

/** The lease as its holder sees it. */
type Held = {
  readonly leases: Leases;
  readonly token: number;
  readonly session: Session;
  /** Names of the collections that this run has made. */
  readonly made: Set<string>;
};

/** Brings the database to what this release declares; returns once it is, whichever process did it. */
export const runMigrations = async (deps: MigrationDeps): Promise<void> => {
  if (deps.isRestoring !== true) await refuseIfTooOld(deps.database, deps.release);
  if ((await pendingMigrations(deps)).length === 0) return;
  const leases = openLeases(deps.database);
  const session = deps.database.openSession();
  let isWaiting = false;
  try {
    while ((await pendingMigrations(deps)).length > 0) {
      const token = await leases.acquire(LEASE, deps.holder, LEASE_MS, session);
      if (token !== null) await runPending(deps, { leases, token, session, made: new Set() });
      else {
        if (!isWaiting) deps.log.info({}, 'another process migrates the database; this one waits');
        isWaiting = true;
        await setTimeout(WAIT_MS);
        await refuseIfTooOld(deps.database, deps.release);
      }
    }
  } finally {
    await leases.release(LEASE, deps.holder);
    await session.endSession();
  }
};

/** The migrations that this database still needs, in order. */
export const pendingMigrations = async ({
  database,
  release,
  list = MIGRATION_LIST,
}: Pick<MigrationDeps, 'database' | 'release' | 'list'>): Promise<Migration[]> => {
  const rows = new Map((await database.collection(MIGRATIONS).find().toArray()).map((row) => [row._id, row]));
  return list.filter((migration) => !isDone(migration, rows.get(migration.name), release));
};

const isDone = (migration: Migration, row: MigrationRow | undefined, release: string): boolean => {
  if (row?.state !== 'DONE') return false;
  if (migration.kind === 'ROWS' || row.revision === migration.revision) return true;
  // A newer release has applied its own declarations: an older one beside it leaves them alone.
  return isBefore(release, row.release);
};

/** Stops when the lease is lost; its new holder continues. */
const runPending = async (deps: MigrationDeps, held: Held): Promise<void> => {
  const { leases, token } = held;
  // Renewing waits neither for a batch nor for an index that the server builds.
  const renewal = setInterval(() => {
    leases.renew(LEASE, token, LEASE_MS).catch(() => undefined);
  }, RENEW_MS);
  try {
    const pending = await pendingMigrations(deps);
    for (let at = 0; at < pending.length; ) {
      const vacuous = await leadingVacuous(deps.database, pending.slice(at));
      if (!(await recordVacuous(deps, held, vacuous))) return;
      at += vacuous.length;
      const migration = pending[at];
      if (migration === undefined) return;
      at += 1;
      if ((await fenced(deps, held, (session) => begin(deps, migration, session))) === null) return;
      const isWhole =
        migration.kind === 'ROWS'
          ? await runRows(deps, held, migration)
          : await runShape(deps, held, migration);
      if (!isWhole) return;
    }
  } finally {
    clearInterval(renewal);
  }
};

/** The first of these migrations, as far as they were never begun and have no rows to change: on a new database nearly all. */
const leadingVacuous = async (database: Database, pending: readonly Migration[]): Promise<RowMigration[]> => {
  const begun = new Set((await database.collection(MIGRATIONS).find().toArray()).map(({ _id }) => _id));
  const vacuous: RowMigration[] = [];
  for (const migration of pending) {
    if (migration.kind !== 'ROWS' || begun.has(migration.name)) break;
    if ((await migration.next(database, null)) !== null) break;
    vacuous.push(migration);
  }
  return vacuous;
};

/** Records them in one transaction; false when the lease is lost. */
const recordVacuous = async (
  deps: MigrationDeps,
  held: Held,
  vacuous: readonly RowMigration[],
): Promise<boolean> => {
  if (vacuous.length === 0) return true;
  const { database, release, clock, log } = deps;
  log.info({ migrations: vacuous.map(({ name }) => name) }, 'no rows to change');
  const rows = vacuous.map(
    ({ name, minimum = null }): MigrationRow => ({
      _id: name,
      ...{ revision: null, release, minimum, changed: 0, startedAt: clock.now() },
      ...finished(deps),
    }),
  );
  const recorded = await fenced(deps, held, (session) =>
    database.collection(MIGRATIONS).insertMany(rows, { session }),
  );
  return recorded !== null;
};

const begin = async (
  { database, release, clock, log }: MigrationDeps,
  migration: Migration,
  session: Session,
): Promise<true> => {
  const { name, minimum = null } = migration;
  const revision = migration.kind === 'ROWS' ? null : migration.revision;
  const fresh = { position: null, changed: 0, startedAt: clock.now(), finishedAt: null };
  const rows = database.collection(MIGRATIONS);
  const row = await rows.findOne({ _id: name }, { session });
  // An interrupted migration of rows continues at its position.
  const isResumed = migration.kind === 'ROWS' && row?.state === 'RUNNING';
  log.info({ migration: name, isResumed }, 'a migration begins');
  await rows.updateOne(
    { _id: name },
    { $set: { revision, release, minimum, state: 'RUNNING', ...(isResumed ? {} : fresh) } },
    { upsert: true, session },
  );
  return true;
};

/** Runs `act` under the lease: its writes are refused, and the result is null, once another process has taken over. */
const fenced = <Value>(
  { database }: MigrationDeps,
  { leases, token, session }: Held,
  act: (session: Session) => Promise<Value>,
): Promise<Value | null> =>
  database.transaction(async () => ((await leases.isHeld(LEASE, token, session)) ? act(session) : null), {
    session,
  });

const runRows = async (deps: MigrationDeps, held: Held, migration: RowMigration): Promise<boolean> => {
  const records = deps.database.collection(MIGRATIONS);
  for (;;) {
    const position = (await records.findOne({ _id: migration.name }))?.position ?? null;
    const batch = await migration.next(deps.database, position);
    const changed = await fenced(deps, held, async (session) => {
      const count = batch === null ? 0 : await batch.write(session);
      await records.updateOne(
        { _id: migration.name },
        {
          $inc: { changed: count },
          $set: batch === null ? finished(deps) : { position: batch.position },
        },
        { session },
      );
      return count;
    });
    if (changed === null) return false;
    if (batch === null) return true;
  }
};

const finished = ({ clock }: MigrationDeps) => ({
  state: 'DONE' as const,
  position: null,
  finishedAt: clock.now(),
});

/** The service's database user may lack the right; then an operator who has it migrates. */
const applied = async ({ what, apply }: ShapeChange): Promise<void> => {
  try {
    await apply();
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw new StartRefusal(
      `The user in MONGODB_URL may not ${what}.`,
      'Give it readWrite and the action collMod on this database, or run `tocsin migrate` with a MONGODB_URL of a user who may.',
    );
  }
};

const slicesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

const runShape = async (deps: MigrationDeps, held: Held, migration: ShapeMigration): Promise<boolean> => {
  const records = deps.database.collection(MIGRATIONS);
  const rounds = await migration.plan(deps.database, held.made);
  for (const several of rounds.flatMap((round) => slicesOf(round, AT_ONCE))) {
    // Changes of collections and indexes cannot be in a transaction; making one twice is harmless.
    if ((await fenced(deps, held, () => Promise.resolve(true))) === null) return false;
    for (const { what } of several)
      deps.log.info({ migration: migration.name, what }, 'a step of a migration');
    await Promise.all(several.map(applied));
    for (const { makes } of several) if (makes !== undefined) held.made.add(makes);
    await records.updateOne({ _id: migration.name }, { $inc: { changed: several.length } });
  }
  const isHeld = await fenced(deps, held, (session) =>
    records.updateOne({ _id: migration.name }, { $set: finished(deps) }, { session }),
  );
  return isHeld !== null;
};
