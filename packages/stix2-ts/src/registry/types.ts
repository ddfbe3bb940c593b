// The table of all STIX 2.1 types: class, section, common and own properties, predefined extensions. Validation,
// TypeScript types and documentation are made from it.
import { domainCommon, extensionCommon, languageCommon, markingCommon, observableCommon } from './common.ts';
import { domainObjects, relationshipObjects } from './domain-objects.ts';
import type { Properties, RecordShape } from './kinds.ts';
import { extensionDefinition, languageContent, markingDefinition } from './meta-objects.ts';
import { predefinedExtensions } from './observable-parts.ts';
import { observables } from './observables.ts';

export type ObjectClass = 'domain' | 'relationship' | 'observable' | 'meta';

export type TypeEntry = {
  readonly type: string;
  readonly objectClass: ObjectClass;
  readonly common: Properties;
  readonly shape: RecordShape;
  readonly extensions: readonly RecordShape[];
};

function entry(objectClass: ObjectClass, common: Properties, shape: RecordShape): [string, TypeEntry] {
  const extensions = predefinedExtensions.get(shape.name) ?? [];
  return [shape.name, { type: shape.name, objectClass, common, shape, extensions }];
}

export const types: ReadonlyMap<string, TypeEntry> = new Map([
  ...domainObjects.map((shape) => entry('domain', domainCommon, shape)),
  ...relationshipObjects.map((shape) => entry('relationship', domainCommon, shape)),
  ...observables.map((shape) => entry('observable', observableCommon, shape)),
  entry('meta', languageCommon, languageContent),
  entry('meta', markingCommon, markingDefinition),
  entry('meta', extensionCommon, extensionDefinition),
]);

/** The class of a type, or null for a custom type. */
export function classOf(type: string): ObjectClass | null {
  return types.get(type)?.objectClass ?? null;
}
