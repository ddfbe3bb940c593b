// Access classes: warnings with the same publisher, marking, audience and cascade have the same readers, so a page decides
// once per class and not once per row. A class only narrows the query; each row is decided again before it leaves (I2).
import { createHash } from 'node:crypto';
import type { AccessFacts } from '../domain/access-facts.ts';
import { rowTokens } from './scope.ts';

/** What `decide` looks at; the others change what is shown, not who reads. */
export type ClassFacts = Omit<AccessFacts, 'unnamed' | 'publicCascade' | 'issuedMs'>;

export type AccessClass = {
  /** Digest of the facts. */
  readonly id: string;
  readonly facts: ClassFacts;
  readonly tokens: readonly string[];
};

const DIGEST_LENGTH = 22;

export const accessClassOf = (access: AccessFacts): AccessClass => {
  const { publisher, tlp, validity, holders, audience, cascade, exercise } = access;
  const facts: ClassFacts = {
    publisher,
    tlp,
    ...(validity === undefined ? {} : { validity }),
    ...(holders === undefined ? {} : { holders }),
    audience,
    cascade,
    exercise,
  };
  return { id: digestOf(JSON.stringify(facts)), facts, tokens: rowTokens(access) };
};

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
