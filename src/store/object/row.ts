// The stored form of an object: its bytes, and the fields by which policy and versions are decided.
import type { EffectiveTlp, Validity } from '../../domain/marking.ts';
import {
  any,
  bytes,
  count,
  declareCollection,
  instant,
  maybe,
  objectId,
  text,
} from '../collection/declare.ts';
import type { Binary, ObjectId } from '../connect.ts';

export type ObjectRow = {
  _id: ObjectId;
  stixId: string;
  /** `modified` as received; without one, `~` and a digest, so that other content is another row. */
  modified: string;
  source: string;
  /**
   * The warning, where its publisher was unnamed: what it asserts there is a row of its own, so that nothing tells
   * whether the same member asserts the object elsewhere under its name (I33).
   */
  voice?: string;
  /**
   * Marking of the version that brought it. Under another marking the same object is another row, so that a stricter
   * assertion does not stand before an open one; absent in rows of older releases.
   */
  under?: EffectiveTlp;
  /**
   * Digest of its content, where this source tells the version of a third party's object with other content in another
   * row.
   */
  twin?: string;
  /** How many earlier rows this source has under this id. */
  ordinal: number;
  type: string;
  warning: string;
  version: number;
  /** The object's own strictest marking, null when it has none. */
  tlp: EffectiveTlp | null;
  /** When its own marking is in force, if it has bounds. */
  validity?: Validity;
  /**
   * Set when this version revokes the object: OWNER if its owner did; SOURCE, for its source's version history only, if the
   * object has no owner here; `true` in rows of older releases.
   */
  revoked?: 'OWNER' | 'SOURCE' | true;
  /**
   * The ids in it that are withheld from readers who may not read what they stand for (references.ts). Rows of older
   * releases lack it: every id in them is withheld so.
   */
  references?: string;
  /** Of a report or grouping: by which its copies are found (copies.ts). */
  copies?: string;
  /** Of an indicator: when its own time ends; absent in rows of older releases until the daily removal fills it in. */
  endsAt?: Date;
  body: Binary;
};

export const OBJECTS = declareCollection<ObjectRow>({
  stored: 'objects',
  about: 'STIX objects as their producers wrote them, a row for each id, version and source.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as a warning that holds it; an indicator for a year after its end (class INDICATORS)',
  fields: {
    _id: objectId('Id of the row.'),
    stixId: text('STIX id of the object.'),
    modified: text('`modified` as received; `~` and a digest for an object without one.'),
    source: text('Id of the member that brought it.'),
    voice: maybe(text('Id of the warning, where its publisher was unnamed.')),
    under: maybe(text('Marking of the version that brought it; absent in older rows.')),
    twin: maybe(text('Digest of its content, where its source tells this version otherwise in another row.')),
    ordinal: count('How many earlier rows this source has under this STIX id.'),
    type: text('STIX type.'),
    warning: text('Id of the warning that brought it first.'),
    version: count('Its version.'),
    tlp: maybe(text("The object's own strictest marking.")),
    validity: maybe(any('When that marking is in force.')),
    revoked: maybe(
      any(
        'Whether this version revokes the object: for everyone (OWNER), or in the history of its source only (SOURCE); `true` in older rows.',
      ),
    ),
    references: maybe(
      text(
        'Ids in it that are withheld from readers who may not read what they stand for; empty lists are `|`.',
      ),
    ),
    copies: maybe(text('Of a report or grouping: how the ids of its copies begin.')),
    endsAt: maybe(
      instant(
        'Of an indicator: when its own time ends, or a day in 9999; absent in older rows until it is filled in.',
      ),
    ),
    body: bytes('The object as JSON, byte for byte.', { personal: 'identities, accounts, e-mail addresses' }),
  },
  indexes: [
    { key: { warning: 1, version: 1 } },
    { key: { stixId: 1, source: 1, ordinal: 1 }, unique: true },
    { key: { copies: 1 }, partialFilterExpression: { copies: { $exists: true } } },
    // For lists of indicators (indicators.ts); other objects are not in them.
    { key: { type: 1, warning: 1, version: 1 }, partialFilterExpression: { type: 'indicator' } },
    { key: { type: 1, _id: 1 }, partialFilterExpression: { type: 'indicator' } },
    // For the removal of those whose time is over (retention/old-indicators.ts).
    { key: { type: 1, endsAt: 1, _id: 1 }, partialFilterExpression: { type: 'indicator' } },
  ],
  // Index of releases that did not count the rows of a source.
  retired: ['stixId_1_modified_1_source_1'],
});

/** A version of a warning that holds rows which another brought. */
export type LinkRow = { _id: ObjectId; warning: string; version: number; objects: ObjectId[] };

export type ObjectKey = Pick<
  ObjectRow,
  | '_id'
  | 'stixId'
  | 'modified'
  | 'source'
  | 'voice'
  | 'under'
  | 'twin'
  | 'ordinal'
  | 'warning'
  | 'version'
  | 'tlp'
  | 'validity'
  | 'revoked'
  | 'references'
>;

/** Whose assertion a row is: its publisher's, or that of its warning alone where the publisher was unnamed. */
export const voiceOf = ({ source, voice }: Pick<ObjectRow, 'source' | 'voice'>): string => voice ?? source;

/** Most rows per batch of the server: each batch is decoded in one turn of the event loop. */
export const ROWS_AT_ONCE = 1_000;

export const KEYS_ONLY = { body: 0, type: 0, copies: 0, endsAt: 0 } as const;
