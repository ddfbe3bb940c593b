// `stix2-ts/validate`: validates against STIX 2.1 with Errata 01. A broken MUST is an error; a broken SHOULD, or
// unusual content that is kept, is a warning. At the level `receive` a broken MUST that harms nobody is received instead
// (validation/levels.ts). Each finding has a stable code, a JSON path, a section and a remedy.

import type { StixObjects, StixType } from './objects.generated.ts';
import { isRecord } from './stix-object.ts';
import {
  type BundleOptions,
  type BundleReading,
  checkBundle,
  checkBundleInSlices,
  checkList,
} from './validation/bundle.ts';
import type { ValidationLevel } from './validation/levels.ts';
import { checkObject } from './validation/object.ts';
import { type Finding, findingsOf, newRun } from './validation/run.ts';

export type { BundleOptions, BundleReading } from './validation/bundle.ts';
export {
  type LeveledRule,
  type RuleCode,
  VALIDATION_RULES,
  type ValidationLevel,
} from './validation/levels.ts';
export type { Finding } from './validation/run.ts';

/**
 * Validates one object by itself. Returns at most 100 findings, errors (broken MUSTs) first. Never throws; a value that
 * is not an object gives one finding. `path` is the prefix of the paths of the findings.
 */
export function validateObject(object: unknown, path = '$', level: ValidationLevel = 'strict'): Finding[] {
  const run = newRun(path, null, level);
  checkObject(object, run);
  return findingsOf(run);
}

/**
 * Validates a bundle (STIX 2.1 §8) and its objects, separately and together. Returns the objects and at most 100
 * findings, errors first. Never throws; a value that is not a bundle gives no objects and an error.
 */
export function validateBundle(bundle: unknown, options: BundleOptions = {}): BundleReading {
  return checkBundle(bundle, options);
}

/**
 * Validates a list of objects as a bundle of them would be validated: separately and together. The paths of the findings
 * are `$[3].created`. Never throws.
 */
export function validateList(objects: readonly unknown[], options: BundleOptions = {}): BundleReading {
  return checkList(objects, options);
}

/**
 * Like `validateBundle`, but awaits `pause` after every few milliseconds of work, to let other work on the thread run:
 * `() => new Promise((resume) => setTimeout(resume))`.
 */
export function validateBundleInSlices(
  bundle: unknown,
  options: BundleOptions,
  pause: () => Promise<unknown>,
): Promise<BundleReading> {
  return checkBundleInSlices(bundle, options, pause);
}

/** Whether any finding is an error, that is, a broken MUST that is not received. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === 'error');
}

/** Type guard: whether the value is a valid object of this type. Warnings are allowed. */
export function isValid<Type extends StixType>(type: Type, value: unknown): value is StixObjects[Type] {
  return isRecord(value) && value['type'] === type && !hasErrors(validateObject(value));
}
