// Validates a bundle as a whole (STIX 2.1 §8): its own properties, and what only all objects together show: missing
// markings, markings that mark each other, conflicting copies of one version.
import { isIdentifier } from '../identifier.ts';
import { predefinedMarking } from '../marking/predefined.ts';
import { isRecord, isStixObject, type JsonRecord, type StixObject } from '../stix-object.ts';
import type { ValidationLevel } from './levels.ts';
import { checkContent, isReadable } from './object.ts';
import {
  error,
  type Finding,
  findingsOf,
  nameOf,
  newRun,
  type Run,
  type Surroundings,
  shown,
  warn,
  within,
} from './run.ts';
import { checkLinks } from './together/links.ts';
import { markingCycles } from './together/marking-cycles.ts';
import { checkVersions } from './together/versions.ts';

export type BundleOptions = {
  /** `strict` (the default) refuses every broken MUST; `receive` keeps what harms nobody (levels.ts). */
  readonly level?: ValidationLevel;
  /** The most objects accepted. A larger bundle is refused without looking at its objects. */
  readonly maxObjects?: number;
  /** Whether a marking definition is known, besides those in the bundle and the predefined ones. */
  readonly knownMarkings?: (id: string) => boolean;
  /** Whether another object is known, so that references to it do not dangle. */
  readonly knownObjects?: (id: string) => boolean;
};

export type BundleReading = {
  readonly objects: StixObject[];
  readonly findings: Finding[];
  /** Positions in the list of the objects that break a MUST, received or not; not limited as the findings are. */
  readonly broken: readonly number[];
  /** Of these, the ones with an error: at the level `strict` all of them. */
  readonly refused: readonly number[];
};

const NOTHING_READ = { broken: [], refused: [] } as const;

const inOrder = (positions: ReadonlySet<number>): number[] => [...positions].sort((a, b) => a - b);

const defaultMaxObjects = 5_000;

/** Cost of one object in the checks across objects: a chain of markings costs as much as three properties. */
const workTogether = 3;

/** Runs the checks of a bundle in order, object by object, and yields the work done so far. */
function* bundleSteps(bundle: unknown, options: BundleOptions): Generator<number, BundleReading> {
  const head = newRun('$', null, options.level ?? 'strict');
  const list = objectsOf(bundle, head, options.maxObjects ?? defaultMaxObjects);
  if (list === null) return { ...NOTHING_READ, objects: [], findings: findingsOf(head) };
  const run: Run = { ...head, surroundings: surroundingsOf(list, options) };
  run.steps.push('objects');
  return yield* listSteps(list, run);
}

/** The objects separately, then together; the path of the run is that of the list. */
function* listSteps(list: readonly unknown[], run: Run): Generator<number, BundleReading> {
  const at = run.steps.push(0) - 1;
  for (let index = 0; index < list.length; index += 1) {
    run.steps[at] = index;
    const object = list[index];
    const isWhole = isReadable(object, run);
    // One object may be as large as a bundle, so scan it in one slice and check it in the next.
    yield run.work;
    if (isWhole) checkContent(object, run);
    yield run.work;
  }
  run.steps.pop();
  for (const check of [checkMarkingCycles, checkVersions, checkLinks]) {
    check(list, run);
    run.work += workTogether * list.length;
    yield run.work;
  }
  return {
    objects: list.filter(isStixObject),
    findings: findingsOf(run),
    broken: inOrder(run.broken),
    refused: inOrder(run.refused),
  };
}

export function checkBundle(bundle: unknown, options: BundleOptions): BundleReading {
  return toTheEnd(bundleSteps(bundle, options));
}

export function checkList(list: readonly unknown[], options: BundleOptions): BundleReading {
  const run = newRun('$', surroundingsOf(list, options), options.level ?? 'strict');
  const most = options.maxObjects ?? defaultMaxObjects;
  const fits = fittingList(list, run, most);
  if (fits === null) return { ...NOTHING_READ, objects: [], findings: findingsOf(run) };
  return toTheEnd(listSteps(fits, run));
}

function toTheEnd(steps: Generator<number, BundleReading>): BundleReading {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Work between two pauses: a few milliseconds. */
const workPerSlice = 10_000;

export async function checkBundleInSlices(
  bundle: unknown,
  options: BundleOptions,
  pause: () => Promise<unknown>,
): Promise<BundleReading> {
  const steps = bundleSteps(bundle, options);
  let paused = 0;
  let step = steps.next();
  while (step.done !== true) {
    if (step.value - paused >= workPerSlice) {
      paused = step.value;
      await pause();
    }
    step = steps.next();
  }
  return step.value;
}

function objectsOf(bundle: unknown, run: Run, maxObjects: number): readonly unknown[] | null {
  if (!isRecord(bundle) || bundle['type'] !== 'bundle') {
    error(
      run,
      'NOT_A_BUNDLE',
      '8',
      `is ${isRecord(bundle) ? `of type ${shown(bundle['type'])}` : nameOf(bundle)}; give a STIX bundle`,
    );
    return null;
  }
  checkAccess(bundle, run);
  const objects = bundle['objects'];
  if (objects === undefined) return [];
  return listOf(objects, run, maxObjects);
}

function listOf(objects: unknown, run: Run, maxObjects: number): readonly unknown[] | null {
  let list: readonly unknown[] | null = null;
  within(run, 'objects', () => {
    if (Array.isArray(objects)) list = fittingList(objects, run, maxObjects);
    else error(run, 'WRONG_KIND', '8.1', `is ${nameOf(objects)}; give a list of objects`);
  });
  return list;
}

/** Null where it is too long to be looked at. */
function fittingList(objects: readonly unknown[], run: Run, maxObjects: number): readonly unknown[] | null {
  if (objects.length === 0) error(run, 'EMPTY_LIST', '2.12', 'is an empty list; give at least one object');
  if (objects.length <= maxObjects) return objects;
  const message = `holds ${objects.length} objects; send at most ${maxObjects} in one bundle`;
  error(run, 'BUNDLE_TOO_LARGE', '8.1', message);
  return null;
}

function checkAccess(bundle: JsonRecord, run: Run): void {
  const id = bundle['id'];
  if (id === undefined) error(run, 'ID_MISSING', '8.1', 'lacks its id');
  else if (typeof id !== 'string' || !isIdentifier(id) || !id.startsWith('bundle--')) {
    within(run, 'id', () =>
      error(run, 'ID_MALFORMED', '2.9', `${shown(id)} is not an identifier; write bundle--UUID`),
    );
  } else if (id[22] !== '4')
    within(run, 'id', () => warn(run, 'ID_NOT_RANDOM', '2.9', 'should hold a random UUID (version 4)'));
  if (bundle['spec_version'] === '2.0') {
    within(run, 'spec_version', () =>
      error(run, 'STIX_2_0', '3.2', 'is "2.0"; convert the bundle to STIX 2.1 (stix2-elevator does)'),
    );
  }
  for (const name of Object.keys(bundle)) {
    if (name === 'type' || name === 'id' || name === 'objects' || bundle[name] === '2.0') continue;
    within(run, name, () =>
      warn(run, 'CUSTOM_PROPERTY', '8', `${shown(name)} is not a property of bundles; it is dropped`),
    );
  }
}

function surroundingsOf(list: readonly unknown[], options: BundleOptions): Surroundings {
  const ids = new Set<string>();
  const markings = new Set<string>();
  for (const object of list) {
    if (!isStixObject(object)) continue;
    ids.add(object.id);
    if (object.type === 'marking-definition') markings.add(object.id);
  }
  const { knownMarkings, knownObjects } = options;
  return {
    has: (id) => ids.has(id) || knownObjects?.(id) === true,
    knowsMarking: (id) => predefinedMarking(id) !== null || markings.has(id) || knownMarkings?.(id) === true,
  };
}

function checkMarkingCycles(list: readonly unknown[], run: Run): void {
  for (const index of markingCycles(list)) {
    const message = 'is part of, or leads to, a cycle of markings that mark each other';
    within(run, index, () => error(run, 'MARKING_CYCLE', '3.2', message));
  }
}
