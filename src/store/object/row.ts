// What is stored of an object: its bytes, and beside them what policy and versions are decided by.
import type { EffectiveTlp, Validity } from '../../domain/marking.ts';
import type { Binary, ObjectId } from '../connect.ts';

export type ObjectRow = {
  _id: ObjectId;
  stixId: string;
  /** `modified` as received; for an object without one `~` and a digest, so that other content is another row. */
  modified: string;
  source: string;
  /** How many rows of this source with this id there were before. */
  ordinal: number;
  type: string;
  warning: string;
  version: number;
  /** The object's own strictest marking, null when it has none. */
  tlp: EffectiveTlp | null;
  /** When its own marking is in force, where that has a bound. */
  validity?: Validity;
  /**
   * Set when this version revokes the object: by the member whose object it was then, or for the line of its source alone
   * where it was nobody's here; `true` in rows from before this was kept.
   */
  revoked?: 'OWNER' | 'SOURCE' | true;
  body: Binary;
};

export type ObjectKey = Pick<
  ObjectRow,
  | '_id'
  | 'stixId'
  | 'modified'
  | 'source'
  | 'ordinal'
  | 'warning'
  | 'version'
  | 'tlp'
  | 'validity'
  | 'revoked'
>;

/** Rows that one answer of the server holds at most: each is made of bytes in one turn of the event loop. */
export const ROWS_AT_ONCE = 1_000;

export const KEYS_ONLY = { body: 0, type: 0 } as const;
