// What a migration is. One of rows changes stored rows once, batch by batch; one of shape creates what is declared, and
// runs again when the declarations change.
import type { Database, Session } from '../connect.ts';

type Facts = {
  /** Its file name: a date, and what it does. */
  readonly name: string;
  readonly about: string;
  /** The oldest release that can work on the database afterwards; older ones refuse to start. */
  readonly minimum?: string;
};

/** A bounded number of rows, read and not yet written. */
export type Batch = {
  /** Where the next batch starts; positions sort in increasing order. */
  readonly position: string;
  /** Writes within the transaction that the lease fences; returns how many rows changed. */
  write(session: Session): Promise<number>;
};

export type RowMigration = Facts & {
  readonly kind: 'ROWS';
  /** How many rows it would change; writes nothing. */
  remaining(database: Database): Promise<number>;
  /** The next batch after `position`; null when there is none. Repeating a batch changes nothing. */
  next(database: Database, position: string | null): Promise<Batch | null>;
};

/** One change of a collection, an index or a validator. Repeating it changes nothing. */
export type ShapeChange = {
  readonly what: string;
  /** Name of the collection that it makes, with its indexes. */
  readonly makes?: string;
  apply(): Promise<unknown>;
};

export type ShapeMigration = Facts & {
  readonly kind: 'SHAPE';
  /** A digest of the declarations. */
  readonly revision: string;
  /**
   * The missing changes, in rounds: those of one round may be made together. Writes nothing. `made` are the collections that this
   * run has made, of which nothing is missing.
   */
  plan(database: Database, made: ReadonlySet<string>): Promise<readonly (readonly ShapeChange[])[]>;
};

export type Migration = RowMigration | ShapeMigration;
