// `tocsin migrate`: migrates the database to this release before a hub starts on it, or shows what that would do.
import { type Command, Option } from 'commander';
import { ownRelease } from '../config/release.ts';
import { systemClock } from '../outside/clock.ts';
import { systemEntropy } from '../outside/entropy.ts';
import {
  type MigrationPreview,
  migrateDatabase,
  previewMigration,
} from '../service/migration/migrate-database.ts';
import type { ClientOptions } from './client/settings.ts';
import { withOperatorDatabase } from './operator/operator-hub.ts';
import { count, print, printJson, styled } from './terminal/output.ts';

type Options = ClientOptions & { readonly dryRun?: true; readonly json?: true };

export const addMigrate = (program: Command): void => {
  program
    .command('migrate')
    .description('migrate the database to this release (hub and worker do it when they start)')
    .option('--dry-run', 'show what it would do, and change nothing')
    .addOption(new Option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'))
    .option('--json', 'one JSON object per line')
    .action(migrate);
};

const migrate = async (options: Options): Promise<void> => {
  const release = ownRelease();
  const tell = (facts: object): void => {
    const { what } = facts as { what?: string };
    if (what !== undefined && options.json !== true) print(`  ${what}`);
  };
  const log = { info: tell, warn: tell, error: tell };
  const migrations = await withOperatorDatabase(options, (database) =>
    options.dryRun === true
      ? previewMigration({ database, release })
      : migrateDatabase({ database, release, log, clock: systemClock, entropy: systemEntropy }),
  );
  if (options.json === true) for (const migration of migrations) printJson(migration);
  else for (const line of linesOf(migrations)) print(line);
};

const linesOf = (migrations: readonly MigrationPreview[]): string[] => {
  const open = migrations.filter(({ state }) => state !== 'DONE');
  const lines = migrations.flatMap(({ name, about, state, finishedAt, changed, steps }) => [
    `${styled('bold', name)}  ${about}`,
    state === 'DONE'
      ? `  done ${finishedAt?.toISOString() ?? ''}, ${count(changed, 'change')}`
      : `  ${state === 'RUNNING' ? `interrupted after ${count(changed, 'change')}` : 'to be done'}`,
    ...steps.map((step) => `  would ${step}`),
  ]);
  return [
    ...lines,
    open.length === 0
      ? 'The database is at this release.'
      : `${count(open.length, 'migration')} to be done. Nothing was changed.`,
  ];
};
