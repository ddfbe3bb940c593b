// Migrating as an act of its own, for who runs the hub: what it would do, and doing it before a hub is started.
import type { Hub } from '../../hub.ts';
import { type MigrationPreview, previewMigrations } from '../../store/migration/preview.ts';
import { runMigrations } from '../../store/migration/run-migrations.ts';

export type { MigrationPreview } from '../../store/migration/preview.ts';

type MigrationDeps = Pick<Hub, 'database' | 'clock' | 'entropy' | 'log'> & { readonly release: string };

/** What a migration would do now; writes nothing. */
export const previewMigration = ({
  database,
  release,
}: Pick<MigrationDeps, 'database' | 'release'>): Promise<readonly MigrationPreview[]> =>
  previewMigrations(database, release);

/** Does what is undone, and answers all migrations as they are then. */
export const migrateDatabase = async (deps: MigrationDeps): Promise<readonly MigrationPreview[]> => {
  await runMigrations({ ...deps, holder: deps.entropy.uuid() });
  return previewMigrations(deps.database, deps.release);
};
