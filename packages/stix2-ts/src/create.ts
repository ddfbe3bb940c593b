// `stix2-ts/create`: making objects and their further versions (STIX 2.1 §2.9, §3.2, §3.6). Neither validates:
// `validateObject` says what is wrong with the result.
import { newIdentifier, observableIdentifier } from './identifier.ts';
import type { Identifier, StixObjects, StixType } from './objects.generated.ts';
import { types } from './registry/types.ts';
import type { JsonRecord, StixObject } from './stix-object.ts';
import { compareTimestamps, isTimestamp } from './value/timestamp.ts';

/** What `createObject` fills in where it is not given. */
type Filled = 'type' | 'id' | 'spec_version' | 'created' | 'modified';

/** The properties of a new object of a type; those that can be filled in may be left out. */
export type NewProperties<Type extends StixType> = Omit<StixObjects[Type], Filled> & {
  readonly [Name in Exclude<Filled, 'type'> & keyof StixObjects[Type]]?: StixObjects[Type][Name];
};

/**
 * An object of this type. Filled in unless given: `spec_version` 2.1; `created` and `modified`, both at `at` in
 * milliseconds, where the type has them; the id: of an observable as §2.9 derives it from its content, else random.
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

/** Properties that all versions of an object share (§3.6.2), and the one that dates a version. */
const FIXED = ['type', 'id', 'created', 'created_by_ref', 'modified'] as const;

/** What may change from one version to the next; a property set to undefined is left out. */
export type Changes<Version> = {
  readonly [Name in Exclude<keyof Version, (typeof FIXED)[number]>]?: Version[Name] | undefined;
};

/**
 * The next version of an object with these changes, `modified` at `at` in milliseconds (§3.6). `revoked: true` revokes it.
 * Does not validate. Throws RangeError for an object without versions (no `modified`), for a revoked one, for a change
 * of a property that all versions share, and when `at` is not after the version that is changed.
 */
export function newVersion<Version extends { readonly type: string; readonly id: Identifier | string }>(
  object: Version,
  changes: Changes<Version>,
  at: Date = new Date(),
): Version {
  const former = object as unknown as StixObject;
  const modified = former['modified'];
  const time = at.toISOString();
  if (typeof modified !== 'string' || !isTimestamp(modified))
    throw new RangeError('an object without `modified` has no versions');
  if (former['revoked'] === true) throw new RangeError('a revoked object has no further versions');
  const fixed = FIXED.find((name) => name in changes);
  if (fixed !== undefined)
    throw new RangeError(`\`${fixed}\` is the same in all versions or set by the time`);
  if (compareTimestamps(time, modified) <= 0)
    throw new RangeError(`a version at ${time} is not after that of ${modified}`);
  const merged: JsonRecord = { ...former, ...changes, modified: time };
  const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as Version;
}
