// What a backup says about itself: a head before the rows, a manifest after them, and how it is refused.
import type { Problem } from '../problem.ts';

/** Grows when an older release could no longer read the frames. */
export const BACKUP_FORMAT = 1;

export type BackupHead = {
  readonly format: number;
  /** Id of this backup; a UUID. */
  readonly id: string;
  /** The release of Tocsin that made it. */
  readonly release: string;
  /** The instant of the snapshot, ISO 8601. */
  readonly madeAt: string;
  readonly database: string;
  /** What the database said before it was read: the real counts are in the manifest. */
  readonly expected: { readonly rows: number; readonly bytes: number };
  /** Whether it leaves its mark in the journal; backups of before do not say so. */
  readonly isMarked?: boolean;
};

export type CollectionCount = {
  readonly name: string;
  readonly rows: number;
  /** Of the rows as BSON. */
  readonly bytes: number;
  /** Over the rows in any order, in hex (exchange/backup/row-digest.ts). */
  readonly digest: string;
};

export type BackupManifest = { readonly collections: readonly CollectionCount[] };

export const totalOf = ({
  collections,
}: BackupManifest): { readonly rows: number; readonly bytes: number } => ({
  rows: collections.reduce((sum, { rows }) => sum + rows, 0),
  bytes: collections.reduce((sum, { bytes }) => sum + bytes, 0),
});

/** A backup, or a restore, that cannot be done; the command prints what to do. */
export class BackupFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.message, { cause });
    this.name = 'BackupFault';
    this.problem = problem;
  }
}
