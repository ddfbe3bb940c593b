// What is stored of an object: its bytes, and beside them what policy and versions are decided by.
import type { EffectiveTlp, Validity } from '../../domain/marking.ts';
import { any, bytes, count, declareCollection, maybe, objectId, text } from '../collection/declare.ts';
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

export const OBJECTS = declareCollection<ObjectRow>({
  stored: 'objects',
  about: 'STIX objects as their producers wrote them, a row for each id, version and source.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'for the life of the hub',
  fields: {
    _id: objectId('Id of the row.'),
    stixId: text('STIX id of the object.'),
    modified: text('`modified` as received; `~` and a digest for an object without one.'),
    source: text('Id of the member that brought it.'),
    ordinal: count('How many rows of this source with this STIX id there were before.'),
    type: text('STIX type.'),
    warning: text('Id of the warning that brought it first.'),
    version: count('Its version.'),
    tlp: maybe(text("The object's own strictest marking.")),
    validity: maybe(any('When that marking is in force.')),
    revoked: maybe(any('Whether this version revokes the object, and for whom; `true` in older rows.')),
    body: bytes('The object as JSON, byte for byte.', { personal: 'identities, accounts, e-mail addresses' }),
  },
  indexes: [{ key: { warning: 1, version: 1 } }, { key: { stixId: 1, source: 1, ordinal: 1 }, unique: true }],
  // From before the rows of a source were counted.
  retired: ['stixId_1_modified_1_source_1'],
});

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
