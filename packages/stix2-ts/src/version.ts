// `stix2-ts/version`: versions of one object (STIX 2.1 §3.6), identified by (id, modified) as an instant. The newest
// counts whatever the order of arrival, only the creator makes new ones, and a revoked object stays revoked.
import { isRecord, type StixObject } from './stix-object.ts';
import { compareTimestamps, isTimestamp } from './value/timestamp.ts';

export type VersionFacts = { readonly modified: string; readonly isRevoked: boolean };

/** Whether `modified` is a timestamp. Observables and marking definitions have none. */
export const isDated = (modified: string): boolean => isTimestamp(modified);

/** Whether two `modified` are the same instant, however many digits they are written with. */
export const isSameVersion = (a: string, b: string): boolean =>
  a === b || (isTimestamp(a) && isTimestamp(b) && compareTimestamps(a, b) === 0);

/** Sort order: newest first, undated last. */
export const newestFirst = (a: string, b: string): number => {
  const [left, right] = [isTimestamp(a), isTimestamp(b)];
  return left && right ? compareTimestamps(b, a) : Number(right) - Number(left);
};

/** Of one creator's versions in any order: the one that revoked the object, else the newest. Ties go to the first. */
export const latestOf = <Version extends VersionFacts>(versions: readonly Version[]): Version | undefined => {
  const sorted = versions.toSorted((a, b) => newestFirst(a.modified, b.modified));
  const revocations = sorted.filter(({ isRevoked }) => isRevoked);
  const first = revocations.at(-1);
  if (first === undefined) return sorted[0];
  // Versions after a revocation are void; of equal revocations the first in order counts.
  return revocations.find(({ modified }) => isSameVersion(modified, first.modified));
};

export const isRevoked = (object: StixObject): boolean => object['revoked'] === true;

/** The only producer that may make further versions; null when the object names no creator. */
export const creatorOf = (object: StixObject): string | null => {
  const creator = object['created_by_ref'];
  return typeof creator === 'string' ? creator : null;
};

/** Deeper than any accepted document. Below this depth two values count as different. */
const DEEPEST = 200;

/** What a property means where it is absent (§3.2, §5.2.1). A tool that writes it out says nothing new. */
const DEFAULTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['revoked', false],
  ['lang', 'en'],
]);

/** The same of single types. */
const DEFAULTS_OF_TYPE: ReadonlyMap<unknown, ReadonlyMap<string, unknown>> = new Map([
  ['sighting', new Map<string, unknown>([['summary', false]])],
]);

const isDefault = (object: Record<string, unknown>, name: string): boolean => {
  const value = object[name];
  // Optional on observables alone, which have no `created`.
  if (name === 'spec_version') return value === '2.1' && object['created'] === undefined;
  const defaults = DEFAULTS_OF_TYPE.get(object['type']);
  return value !== undefined && (value === DEFAULTS.get(name) || value === defaults?.get(name));
};

const withoutDefaults = (object: unknown): unknown => {
  if (!isRecord(object)) return object;
  const names = Object.keys(object);
  if (!names.some((name) => isDefault(object, name))) return object;
  return Object.fromEntries(
    names.filter((name) => !isDefault(object, name)).map((name) => [name, object[name]]),
  );
};

/**
 * Whether two copies of a version have the same properties and values. Instants may differ in trailing zeros, and a
 * property of the object may be absent where it has its default, such as `revoked: false`.
 */
export const isSameContent = (a: unknown, b: unknown): boolean =>
  isSame(a, b) || isSame(withoutDefaults(a), withoutDefaults(b));

const isSame = (a: unknown, b: unknown, depth = 0): boolean => {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return isSameVersion(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (depth > DEEPEST || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name], depth + 1))
  );
};
