// The bundle of a warning for readers that take nothing but strict STIX 2.1: without the objects that were received although
// they break a MUST. It depends only on what the reader gets anyway, so that leaving objects out tells nothing.

import { bundleOf, type StixBundle } from 'stix2-ts/bundle';
import { predefinedMarking } from 'stix2-ts/marking';
import { markingReferencesOf } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';
import { validateBundleInSlices } from 'stix2-ts/validate';
import { yieldToEventLoop } from '../../yield-to-event-loop.ts';

/**
 * The objects of the bundle that are strict STIX. A well-known marking definition that was written otherwise is replaced by
 * the standard's; what another left-out definition marks is left out too, since nobody could read its marking.
 */
export const strictBundle = async (bundle: StixBundle<StixObject>): Promise<StixBundle<StixObject>> => {
  const objects = bundle.objects ?? [];
  const options = { maxObjects: Number.POSITIVE_INFINITY, knownMarkings: () => true };
  const { broken } = await validateBundleInSlices(bundleOf(objects), options, yieldToEventLoop);
  if (broken.length === 0) return bundle;
  const standard = new Map<StixObject, StixObject>();
  const without = new Set<StixObject>();
  for (const index of broken) {
    const object = objects[index];
    if (object === undefined) continue;
    const predefined = predefinedMarking(object.id);
    if (predefined === null) without.add(object);
    else standard.set(object, predefined);
  }
  markedBy(objects, without);
  return bundleOf(objects.flatMap((object) => (without.has(object) ? [] : [standard.get(object) ?? object])));
};

/** Adds what the left-out definitions mark, directly or through other definitions. */
const markedBy = (objects: readonly StixObject[], without: Set<StixObject>): void => {
  const marked = new Map<string, StixObject[]>();
  for (const object of objects) {
    for (const { id } of markingReferencesOf(object)) {
      const known = marked.get(id);
      if (known === undefined) marked.set(id, [object]);
      else known.push(object);
    }
  }
  const open = [...without];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type !== 'marking-definition') continue;
    for (const object of marked.get(next.id) ?? []) {
      if (without.has(object)) continue;
      without.add(object);
      open.push(object);
    }
  }
};
