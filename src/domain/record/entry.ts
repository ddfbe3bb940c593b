// An entry: one item of the record, and the only cause of jobs and deliveries (the record is the outbox).
// It holds a salted commitment, so that its number can be its leaf index in the record's Merkle tree.
import { createHash } from 'node:crypto';
import { ACT_EVENTS } from './act-events.ts';

export const EVENTS = [
  'warning.published',
  'warning.updated',
  'warning.cancelled',
  'warning.imported',
  'warning.targeted',
  'delivery.sent',
  'delivery.withheld',
  'delivery.acknowledged',
  'delivery.reminded',
  'case.opened',
  'case.taken',
  'case.noted',
  'case.handed-over',
  'case.closed',
  'delivery.failed',
  'reference-set.refreshed',
  'grade.raised',
  'duplicate.folded',
  'duplicate.linked',
  'duplicate.proposed',
  'duplicate.accepted',
  'duplicate.rejected',
  'duplicate.undone',
  ...ACT_EVENTS,
] as const;
export type Event = (typeof EVENTS)[number];

/** What an entry is about; ids and versions only, never content (I11). */
export type EntrySubject = {
  readonly warning?: string;
  readonly version?: number;
  readonly members?: readonly string[];
  readonly delivery?: string;
  readonly set?: string;
  /** Two warnings, or two entities, that may be the same. */
  readonly pair?: string;
  /** The pairs proposed for one bundle. */
  readonly pairs?: readonly string[];
  /** An act of administration: the id of its line in the audit trail. */
  readonly act?: string;
};

/** SHA-256 over a 32-byte salt and the committed text; discloses nothing without the salt (I12). */
export const commitmentOf = (salt: Buffer, text: string): Buffer =>
  createHash('sha256').update(salt).update(text).digest();
