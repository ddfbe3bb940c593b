// Versions of one object (STIX 2.1 §3.6): identity is (id, modified) as an instant, the newest counts whatever the order
// in which they came, only the creator makes them, and what is revoked stays revoked.
import type { StixObject } from './stix-object.ts';
import { compareTimestamps, isTimestamp } from './value/timestamp.ts';

export type VersionFacts = { readonly modified: string; readonly isRevoked: boolean };

/** Whether the text dates a version: observables and marking definitions have none. */
export const isDated = (modified: string): boolean => isTimestamp(modified);

/** The same version, however many digits its instant is written with. */
export const isSameVersion = (a: string, b: string): boolean =>
  a === b || (isTimestamp(a) && isTimestamp(b) && compareTimestamps(a, b) === 0);

/** Newest first; what has no date comes last. */
export const newestFirst = (a: string, b: string): number => {
  const [left, right] = [isTimestamp(a), isTimestamp(b)];
  return left && right ? compareTimestamps(b, a) : Number(right) - Number(left);
};

/** Of one creator's versions, in any order: the one that revoked the object, else the newest; equals by their order. */
export const latestOf = <Version extends VersionFacts>(versions: readonly Version[]): Version | undefined => {
  const sorted = versions.toSorted((a, b) => newestFirst(a.modified, b.modified));
  const revocations = sorted.filter(({ isRevoked }) => isRevoked);
  const first = revocations.at(-1);
  if (first === undefined) return sorted[0];
  // Later versions are void; of equal ones the first in order.
  return revocations.find(({ modified }) => isSameVersion(modified, first.modified));
};

export const isRevoked = (object: StixObject): boolean => object['revoked'] === true;

/** Who alone may make further versions: the creator, null when the object names none. */
export const creatorOf = (object: StixObject): string | null => {
  const creator = object['created_by_ref'];
  return typeof creator === 'string' ? creator : null;
};

/** Deeper than anything that is taken in; beyond it two values count as different. */
const DEEPEST = 200;

/** One version as two tools write it: the same properties and values, an instant being the same with more zeros. */
export const isSameContent = (a: unknown, b: unknown, depth = 0): boolean => {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return isSameVersion(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (depth > DEEPEST || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameContent(left[name], right[name], depth + 1))
  );
};
