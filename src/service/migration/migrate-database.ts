// Runs migrations separately from a start, for the hub's operator: a preview, or the migration itself.
import type { Hub } from '../../hub.ts';
import { hashPersonsLately } from '../../store/migration/rows/2026-11-29-hash-persons.ts';
import { noteEndsLately } from '../../store/migration/rows/2026-11-29-note-ends.ts';
import { makePersonsLately } from '../../store/migration/rows/2026-11-29-persons-of-keys.ts';
import { type MigrationPreview, previewMigrations } from '../../store/migration/run/preview.ts';
import { runMigrations } from '../../store/migration/run/run-migrations.ts';

export type { MigrationPreview } from '../../store/migration/run/preview.ts';

type MigrationDeps = Pick<Hub, 'database' | 'clock' | 'entropy' | 'log'> & { readonly release: string };

/** What a migration would do now; writes nothing. */
export const previewMigration = ({
  database,
  release,
}: Pick<MigrationDeps, 'database' | 'release'>): Promise<readonly MigrationPreview[]> =>
  previewMigrations(database, release);

/** Runs pending migrations, and returns the state of all of them afterwards. */
export const migrateDatabase = async (deps: MigrationDeps): Promise<readonly MigrationPreview[]> => {
  await runMigrations({ ...deps, holder: deps.entropy.uuid() });
  return previewMigrations(deps.database, deps.release);
};

/** An upgrade is over by then. */
const LATELY_MS = 2 * 24 * 3_600_000;

/** Brings rows up to date that a hub of the release before has written since the migration, beside this one. */
export const keepUpWithOlderHubs = async ({
  database,
  members,
  directory,
  clock,
}: Pick<Hub, 'database' | 'members' | 'directory' | 'clock'>): Promise<void> => {
  while ((await hashPersonsLately(database)) > 0);
  const publishers = [...(await directory.current()).members.values()].filter(({ mayPublish }) => mayPublish);
  const from = new Date(clock.now().getTime() - LATELY_MS);
  await noteEndsLately(
    database,
    publishers.map(({ id }) => id),
    from,
  );
  while ((await makePersonsLately(database, members.change)) > 0);
};
