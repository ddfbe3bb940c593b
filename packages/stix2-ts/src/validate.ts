// Validation against STIX 2.1 with Errata 01: errors are broken MUSTs, warnings broken SHOULDs and what is kept
// but unusual. Each finding has a stable code, a JSON path, the section of the standard and what to do.
import {
  type BundleOptions,
  type BundleReading,
  checkBundle,
  checkBundleInSlices,
} from './validation/bundle.ts';
import { checkObject } from './validation/object.ts';
import { type Finding, findingsOf, newRun } from './validation/run.ts';

export type { BundleOptions, BundleReading } from './validation/bundle.ts';
export type { Finding } from './validation/run.ts';

/** What is wrong with one object by itself. At most 100 findings, errors first. */
export function validateObject(object: unknown, path = '$'): Finding[] {
  const run = newRun(path, null);
  checkObject(object, run);
  return findingsOf(run);
}

/** The objects of a bundle and what is wrong with them, together and one by one. At most 100 findings, errors first. */
export function validateBundle(bundle: unknown, options: BundleOptions = {}): BundleReading {
  return checkBundle(bundle, options);
}

/** The same, with a pause after every few milliseconds of work (`() => setImmediate()` of node:timers/promises). */
export function validateBundleInSlices(
  bundle: unknown,
  options: BundleOptions,
  pause: () => Promise<unknown>,
): Promise<BundleReading> {
  return checkBundleInSlices(bundle, options, pause);
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error');
}
