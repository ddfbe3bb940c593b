// What a migration is. One of rows changes what is stored, batch by batch, once; one of shape brings what is declared, and
// runs again when the declarations change.
import type { Database, Session } from '../connect.ts';

type Facts = {
  /** As its file is called: a date, and what it does. */
  readonly name: string;
  readonly about: string;
  /** Set where an older release can no longer work on the database; it then refuses to start. */
  readonly minimum?: string;
};

/** A bounded number of rows: read already, still to be written. */
export type Batch = {
  /** Where the next batch begins; a text that grows. */
  readonly position: string;
  /** Writes within the transaction that is fenced by the lease; answers how many rows changed. */
  write(session: Session): Promise<number>;
};

export type RowMigration = Facts & {
  readonly kind: 'ROWS';
  /** How many rows it would change; writes nothing. */
  remaining(database: Database): Promise<number>;
  /** The next batch from `position` on; null when there is nothing left. Repeating one changes nothing. */
  next(database: Database, position: string | null): Promise<Batch | null>;
};

/** One change of a collection, an index or a validator. Repeating it changes nothing. */
export type ShapeChange = { readonly what: string; apply(): Promise<unknown> };

export type ShapeMigration = Facts & {
  readonly kind: 'SHAPE';
  /** A digest of what is declared. */
  readonly revision: string;
  /** What lacks, in rounds: the changes of one may be made together. Writes nothing. */
  plan(database: Database): Promise<readonly (readonly ShapeChange[])[]>;
};

export type Migration = RowMigration | ShapeMigration;
