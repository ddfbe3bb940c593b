// `stix2-ts/create`: makes objects and new versions of them (STIX 2.1 §2.9, §3.2, §3.6). Neither function validates;
// use `validateObject` on the result.
import { newIdentifier, observableIdentifier } from './identifier.ts';
import type { Identifier, StixObjects, StixType } from './objects.generated.ts';
import { types } from './registry/types.ts';
import type { JsonRecord, StixObject } from './stix-object.ts';
import { compareTimestamps, isTimestamp } from './value/timestamp.ts';

/** The properties that `createObject` fills in when they are not given. */
type Filled = 'type' | 'id' | 'spec_version' | 'created' | 'modified';

/** The properties of a new object; those that `createObject` fills in are optional. */
export type NewProperties<Type extends StixType> = Omit<StixObjects[Type], Filled> & {
  readonly [Name in Exclude<Filled, 'type'> & keyof StixObjects[Type]]?: StixObjects[Type][Name];
};

/**
 * Makes an object of this type. Unless given, it fills in `spec_version` (2.1), `created` and `modified` (both `at`, to
 * the millisecond, where the type has them) and the id: derived from the content for an observable (§2.9), else random.
 * Does not validate. Throws RangeError when `at` is an invalid date.
 */
export function createObject<Type extends StixType>(
  type: Type,
  properties: NewProperties<Type>,
  at: Date = new Date(),
): StixObjects[Type] {
  const common = types.get(type)?.common ?? {};
  const time = at.toISOString();
  const object = {
    type,
    spec_version: '2.1',
    ...('created' in common ? { created: time } : {}),
    ...('modified' in common ? { modified: time } : {}),
    ...properties,
  };
  const id = 'id' in object ? object.id : (observableIdentifier(object) ?? newIdentifier(type));
  const { type: _, ...others } = object;
  return { type, ...others, id } as unknown as StixObjects[Type];
}

/** Properties that all versions of an object share (§3.6.2), and `modified`, which dates a version. */
const FIXED = ['type', 'id', 'created', 'created_by_ref', 'modified'] as const;

/** Properties that may change between versions. A property set to undefined is removed. */
export type Changes<Version> = {
  readonly [Name in Exclude<keyof Version, (typeof FIXED)[number]>]?: Version[Name] | undefined;
};

/**
 * Makes the next version of an object with these changes and `modified` set to `at`, to the millisecond (§3.6).
 * `revoked: true` revokes the object. Does not validate. Throws RangeError for an object without `modified`, a revoked
 * object, a change to a property that all versions share, or an `at` that is not after the version changed.
 */
export function newVersion<Version extends { readonly type: string; readonly id: Identifier | string }>(
  object: Version,
  changes: Changes<Version>,
  at: Date = new Date(),
): Version {
  const previous = object as unknown as StixObject;
  const modified = previous['modified'];
  const time = at.toISOString();
  if (typeof modified !== 'string' || !isTimestamp(modified))
    throw new RangeError('an object without `modified` has no versions');
  if (previous['revoked'] === true) throw new RangeError('a revoked object has no further versions');
  const fixed = FIXED.find((name) => name in changes);
  if (fixed !== undefined)
    throw new RangeError(`\`${fixed}\` is the same in all versions or set by the time`);
  if (compareTimestamps(time, modified) <= 0)
    throw new RangeError(`a version at ${time} is not after that of ${modified}`);
  const merged: JsonRecord = { ...previous, ...changes, modified: time };
  const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as Version;
}
