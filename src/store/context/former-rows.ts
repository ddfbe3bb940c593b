// Two collections of the release before, with a document for every name and key of an object. Only the migration to one row
// of keys reads them, and hubs of that release may still use them. They are dropped in the next release.
import type { Span } from 'stix2-ts/entity';
import { any, count, declareCollection, maybe, objectId, text, truth } from '../collection/declare.ts';
import type { ObjectId } from '../connect.ts';
import { VALUE_OF_A_PERSON } from './object-context.ts';

export type FormerNameRow = {
  _id: string;
  thing: string;
  row: ObjectId;
  warning: string;
  version: number;
  isAlias?: true;
  of?: string;
  span?: Span;
};

export type FormerKeyRow = { _id: string; key: string; row: ObjectId; warning: string; version: number };

export const FORMER_NAMES = declareCollection<FormerNameRow>({
  stored: 'tellings',
  about: 'Former: which row of an object asserts which entity.',
  access: 'NATIVE',
  isValidated: false,
  isFormer: true,
  kept: 'until the next release',
  fields: {
    _id: text('Entity and row.', VALUE_OF_A_PERSON),
    thing: text('Key of the entity: a pattern, a CVE, a value, a name.', VALUE_OF_A_PERSON),
    row: objectId('The row that asserts it.'),
    warning: text('Id of the warning that brought the row.'),
    version: count('Its version.'),
    isAlias: maybe(truth('Whether the row only gives a further name of the entity.')),
    of: maybe(text('The main name of the entity in such a row.', VALUE_OF_A_PERSON)),
    span: maybe(any('When it was valid, where that distinguishes it from others with the same key.')),
  },
  indexes: [{ key: { thing: 1, _id: 1 } }, { key: { row: 1 } }],
});

export const FORMER_KEYS = declareCollection<FormerKeyRow>({
  stored: 'key_uses',
  about: 'Former: which row of an object holds which key of a reference set.',
  access: 'NATIVE',
  isValidated: false,
  isFormer: true,
  kept: 'until the next release',
  fields: {
    _id: text('Key and row.', VALUE_OF_A_PERSON),
    key: text('A CVE, a weakness, a value, a sector.', VALUE_OF_A_PERSON),
    row: objectId('The row that holds it.'),
    warning: text('Id of the warning that brought the row.'),
    version: count('Its version.'),
  },
  indexes: [{ key: { key: 1, _id: 1 } }, { key: { row: 1 } }],
});
