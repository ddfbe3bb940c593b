// Which migrations this database has had, how far one is that is under way, and which release of Tocsin it needs since.
import { count, declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';

const MIGRATION_STATES = ['RUNNING', 'DONE'] as const;

export type MigrationRow = {
  _id: string;
  /** What was declared when it ran, of a migration that runs again when that changes. */
  revision: string | null;
  state: (typeof MIGRATION_STATES)[number];
  /** Release that ran it. */
  release: string;
  /** The oldest release that may work on the database since. */
  minimum: string | null;
  /** Where it goes on after an interruption. */
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
    _id: text('Name of the migration, as its file is called.'),
    revision: maybe(text('What was declared when it ran.')),
    state: oneOf(MIGRATION_STATES, 'Whether it is done.'),
    release: text('Release of Tocsin that ran it.'),
    minimum: maybe(text('The oldest release that may work on the database since.')),
    position: maybe(text('Where it goes on after an interruption.')),
    changed: count('How much it changed so far: rows, or collections and indexes.'),
    startedAt: instant('When it began.'),
    finishedAt: maybe(instant('When it was done.')),
  },
  indexes: [],
});
