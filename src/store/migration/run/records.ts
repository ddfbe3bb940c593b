// Which migrations this database has had, the progress of an unfinished one, and which release of Tocsin it now needs.
import { count, declareCollection, instant, maybe, oneOf, text } from '../../collection/declare.ts';

const MIGRATION_STATES = ['RUNNING', 'DONE'] as const;

export type MigrationRow = {
  _id: string;
  /** Digest of the declarations when it ran, for a migration that runs again when they change. */
  revision: string | null;
  state: (typeof MIGRATION_STATES)[number];
  /** Release that ran it. */
  release: string;
  /** The oldest release that may work on the database afterwards. */
  minimum: string | null;
  /** Where it continues after an interruption. */
  position: string | null;
  changed: number;
  startedAt: Date;
  finishedAt: Date | null;
};

export const MIGRATIONS = declareCollection<MigrationRow>({
  stored: 'migrations',
  about: 'Which migrations this database has had.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Name of the migration, as its file.'),
    revision: maybe(text('Digest of the declarations when it ran.')),
    state: oneOf(MIGRATION_STATES, 'Whether it is done.'),
    release: text('Release of Tocsin that ran it.'),
    minimum: maybe(text('The oldest release that may work on the database afterwards.')),
    position: maybe(text('Where it continues after an interruption.')),
    changed: count('Number of changes so far: rows, or collections and indexes.'),
    startedAt: instant('When it began.'),
    finishedAt: maybe(instant('When it was done.')),
  },
  indexes: [],
});
