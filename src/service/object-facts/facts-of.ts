// What the hub finds out of one object by its content alone: which entity it describes, what else that is called, when it
// held, and what the reference sets know it by. A pattern is read once for all of it.

import { aliasesOf, entityKey, type Span, spanOf } from 'stix2-ts/entity';
import { type PatternReading, parsePattern } from 'stix2-ts/pattern';
import type { StixObject } from 'stix2-ts/stix-object';
import { isRevoked } from 'stix2-ts/version';
import { keysOf } from './keys-of.ts';

export type Facts = {
  /** Key of the entity; null where only the object's id can say. */
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
