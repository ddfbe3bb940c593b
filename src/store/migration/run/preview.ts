// What an upgrade would do to this database. Changes nothing.
import type { Database } from '../../connect.ts';
import { MIGRATION_LIST } from '../list.ts';
import { refuseIfTooOld } from '../release.ts';
import { MIGRATIONS } from './records.ts';
import { pendingMigrations } from './run-migrations.ts';

export type MigrationPreview = {
  readonly name: string;
  readonly about: string;
  readonly state: 'DONE' | 'RUNNING' | 'PENDING';
  readonly finishedAt: Date | null;
  /** How many changes it has made so far. */
  readonly changed: number;
  /** What it would do, one line per step. */
  readonly steps: readonly string[];
};

const NOTHING_MADE: ReadonlySet<string> = new Set();

export const previewMigrations = async (
  database: Database,
  release: string,
): Promise<readonly MigrationPreview[]> => {
  await refuseIfTooOld(database, release);
  const rows = new Map((await database.collection(MIGRATIONS).find().toArray()).map((row) => [row._id, row]));
  const pending = new Set((await pendingMigrations({ database, release })).map(({ name }) => name));
  const previews: MigrationPreview[] = [];
  for (const migration of MIGRATION_LIST) {
    const { name, about } = migration;
    const row = rows.get(name);
    const isPending = pending.has(name);
    previews.push({
      name,
      about,
      state: !isPending ? 'DONE' : row?.state === 'RUNNING' ? 'RUNNING' : 'PENDING',
      finishedAt: row?.finishedAt ?? null,
      changed: row?.changed ?? 0,
      steps: !isPending
        ? []
        : migration.kind === 'SHAPE'
          ? (await migration.plan(database, NOTHING_MADE)).flat().map(({ what }) => what)
          : [`change ${await migration.remaining(database)} rows`],
    });
  }
  return previews;
};
