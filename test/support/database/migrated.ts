// Runs one migration of rows on a database in use, batch by batch as at a start.
import type { Database } from '../../../src/store/connect.ts';
import type { RowMigration } from '../../../src/store/migration/migration.ts';

/** How many rows changed. */
export const migrated = async (database: Database, migration: RowMigration): Promise<number> => {
  let changed = 0;
  for (let position: string | null = null; ; ) {
    const batch = await migration.next(database, position);
    if (batch === null) return changed;
    if (position !== null && batch.position <= position) throw new Error('positions increase');
    changed += await database.transaction((session) => batch.write(session));
    position = batch.position;
  }
};
