// What is wrong with a value of any shape: an object, a bundle, or a list of both. A list is judged as a bundle of its
// objects would be.
import { isRecord, type JsonRecord } from 'stix2-ts/stix-object';
import {
  type BundleOptions,
  type BundleReading,
  type Finding,
  type ValidationLevel,
  validateBundle,
  validateList,
  validateObject,
} from 'stix2-ts/validate';

/** Limit per level and file. */
export const mostShown = 100;

export const findingsIn = (value: unknown, level: ValidationLevel): Finding[] => {
  if (isBundle(value)) return inBundle(value, level);
  return Array.isArray(value) ? inList(value, level) : validateObject(value, '$', level);
};

const isBundle = (value: unknown): value is JsonRecord => isRecord(value) && value['type'] === 'bundle';

const inBundle = (bundle: JsonRecord, level: ValidationLevel): Finding[] => {
  const { objects } = bundle;
  const list = Array.isArray(objects) ? objects : [];
  return ofSeveral(list, level, '$.objects', (options) => validateBundle(bundle, options));
};

type Placed = readonly [index: number, value: unknown];

/** Bundles in a list stand for themselves; what lies beside them is judged together. */
const inList = (list: readonly unknown[], level: ValidationLevel): Finding[] => {
  const places: Placed[] = [...list.entries()];
  const bundles = places.filter(([, each]) => isBundle(each));
  const beside = places.filter(([, each]) => !isBundle(each));
  const inBundles = bundles.flatMap(([at, each]) =>
    findingsIn(each, level).map((finding) => ({ ...finding, path: `$[${at}]${finding.path.slice(1)}` })),
  );
  if (beside.length === 0 && bundles.length > 0) return inBundles;
  const objects = beside.map(([, each]) => each);
  const found = ofSeveral(objects, level, '$', (options) => validateList(objects, options));
  return [...found.map((finding) => ({ ...finding, path: placeIn(finding.path, beside) })), ...inBundles];
};

/** The path in the whole list of what was found at a path among the objects beside the bundles. */
const placeIn = (path: string, beside: readonly Placed[]): string =>
  path.replace(/^\$\[(\d+)\]/, (step, at) => `$[${beside[Number(at)]?.[0] ?? step}]`);

const ofSeveral = (
  objects: readonly unknown[],
  level: ValidationLevel,
  root: string,
  validate: (options: BundleOptions) => BundleReading,
): Finding[] => {
  const unknownMarkings = new Set<string>();
  const { findings } = validate({
    level,
    maxObjects: Number.POSITIVE_INFINITY,
    // Only a hub requires that a marking is known, not the standard, so here it is a warning.
    knownMarkings: (id) => Boolean(unknownMarkings.add(id)),
  });
  const missing = [...unknownMarkings].slice(0, mostShown);
  return [...findings, ...missing.map((id) => unknownMarking(objects, id, root))];
};

const unknownMarking = (objects: readonly unknown[], id: string, root: string): Finding => {
  const at = objects.findIndex((each) => isMarkedWith(each, id));
  const message = `${id} is not in the bundle; send its marking-definition along, or a hub that does not know it refuses the bundle`;
  const path = at < 0 ? root : `${root}[${at}]`;
  return { level: 'warning', code: 'MARKING_NOT_FOUND', path, section: '7.2', message };
};

const isMarkedWith = (object: unknown, id: string): boolean => {
  if (!isRecord(object)) return false;
  const { object_marking_refs: refs, granular_markings: granular } = object;
  if (Array.isArray(refs) && refs.includes(id)) return true;
  return Array.isArray(granular) && granular.some((each) => isRecord(each) && each['marking_ref'] === id);
};
