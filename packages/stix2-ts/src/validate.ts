// Validation against STIX 2.1 with Errata 01: errors are broken MUSTs, warnings broken SHOULDs and what is kept
// but unusual. Each finding has a stable code, a JSON path, the section of the standard and what to do.

import type { StixObjects, StixType } from './objects.generated.ts';
import { isRecord } from './stix-object.ts';
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

/**
 * What is wrong with one object by itself: at most 100 findings, errors (broken MUSTs) first. Never throws; a value that
 * is no object is one finding. `path` begins the paths of the findings.
 */
export function validateObject(object: unknown, path = '$'): Finding[] {
  const run = newRun(path, null);
  checkObject(object, run);
  return findingsOf(run);
}

/**
 * The objects of a bundle (STIX 2.1 §8) and what is wrong with them, one by one and together: at most 100 findings,
 * errors first. Never throws; what cannot be read as a bundle has no objects and an error.
 */
export function validateBundle(bundle: unknown, options: BundleOptions = {}): BundleReading {
  return checkBundle(bundle, options);
}

/**
 * As `validateBundle`, awaiting `pause` after every few milliseconds of work, so that others of the thread get a turn:
 * `() => new Promise((resume) => setTimeout(resume))`.
 */
export function validateBundleInSlices(
  bundle: unknown,
  options: BundleOptions,
  pause: () => Promise<unknown>,
): Promise<BundleReading> {
  return checkBundleInSlices(bundle, options, pause);
}

/** Whether a MUST is broken. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error');
}

/** Whether the value is an object of this type without errors: its TypeScript type then holds. */
export function isValid<Type extends StixType>(type: Type, value: unknown): value is StixObjects[Type] {
  return isRecord(value) && value['type'] === type && !hasErrors(validateObject(value));
}
