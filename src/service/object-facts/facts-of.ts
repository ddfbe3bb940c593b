// Facts derived from an object's content alone: the entity it describes, its aliases, when it applies, and its keys
// in the reference sets. A pattern is parsed once for all of them.

import { aliasesOf, entityKey, type Span, spanOf } from 'stix2-ts/entity';
import { type PatternReading, parsePattern } from 'stix2-ts/pattern';
import type { StixObject } from 'stix2-ts/stix-object';
import { isRevoked } from 'stix2-ts/version';
import { keysOf } from './keys-of.ts';

export type Facts = {
  /** Key of the entity; null where only the object's id identifies it. */
  readonly entity: string | null;
  readonly aliases: readonly string[];
  readonly span: Span | null;
  readonly keys: readonly string[];
  readonly isRevoked: boolean;
  /** Of an attack pattern: its ATT&CK id, or `-`, a blank, and its name. */
  readonly technique: string | null;
};

export const factsOf = (object: StixObject): Facts => {
  const reading = readingOf(object);
  return {
    entity: entityKey(object, reading),
    aliases: aliasesOf(object).map(({ key }) => key),
    span: spanOf(object),
    keys: keysOf(object, reading),
    isRevoked: isRevoked(object),
    technique: techniqueOf(object),
  };
};

const LONGEST_NAME = 200;

const techniqueOf = (object: StixObject): string | null => {
  const { name, external_references: given } = object;
  if (object.type !== 'attack-pattern' || typeof name !== 'string') return null;
  const references: readonly { readonly source_name?: unknown; readonly external_id?: unknown }[] =
    Array.isArray(given) ? given : [];
  const own = references.find((each) => String(each?.source_name).startsWith('mitre-'))?.external_id;
  const id = typeof own === 'string' && /^T\d{4}(?:\.\d{3})?$/.test(own) ? own : '-';
  return `${id} ${name.slice(0, LONGEST_NAME)}`;
};

const readingOf = (object: StixObject): PatternReading | undefined => {
  const pattern = object['pattern'];
  const isRead =
    object.type === 'indicator' && object['pattern_type'] === 'stix' && typeof pattern === 'string';
  return isRead ? parsePattern(pattern) : undefined;
};
