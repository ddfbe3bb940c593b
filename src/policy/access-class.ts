// Access classes: warnings of the same publisher, marking, audience and cascade are readable by the same readers, so they
// are decided once for a page and not row by row. A class narrows what is read; each row is decided again before it
// leaves (I2).
import { createHash } from 'node:crypto';
import type { AccessFacts } from '../domain/access-facts.ts';
import { rowTokens } from './scope.ts';

/** What `decide` looks at; who must not be named changes what is shown, and not who reads. */
export type ClassFacts = Omit<AccessFacts, 'unnamed'>;

export type AccessClass = {
  /** Digest of the facts. */
  readonly id: string;
  readonly facts: ClassFacts;
  readonly tokens: readonly string[];
};

const DIGEST_LENGTH = 22;

export const accessClassOf = (access: AccessFacts): AccessClass => {
  const { publisher, tlp, validity, audience, cascade, exercise } = access;
  const facts: ClassFacts = {
    publisher,
    tlp,
    ...(validity === undefined ? {} : { validity }),
    audience,
    cascade,
    exercise,
  };
  return { id: digestOf(JSON.stringify(facts)), facts, tokens: rowTokens(access) };
};

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
