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
};

export const factsOf = (object: StixObject): Facts => {
  const reading = readingOf(object);
  return {
    entity: entityKey(object, reading),
    aliases: aliasesOf(object).map(({ key }) => key),
    span: spanOf(object),
    keys: keysOf(object, reading),
    isRevoked: isRevoked(object),
  };
};

const readingOf = (object: StixObject): PatternReading | undefined => {
  const pattern = object['pattern'];
  const isRead =
    object.type === 'indicator' && object['pattern_type'] === 'stix' && typeof pattern === 'string';
  return isRead ? parsePattern(pattern) : undefined;
};
