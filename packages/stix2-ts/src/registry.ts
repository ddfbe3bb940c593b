// `stix2-ts/registry`: the standard as tables of types, properties, relationships and vocabularies.
export { granularMarking, killChainPhase } from './registry/common.ts';
export { contributing } from './registry/contributing.ts';
export {
  type Form,
  isProperty,
  type Kind,
  type Properties,
  type Property,
  type RecordShape,
  type Rule,
  type Target,
} from './registry/kinds.ts';
export { IEP_EXTENSION_ID, IEP_WORDS, PAP_EXTENSION_ID } from './registry/marking-extensions.ts';
export { isDefinedRelationship, relationshipsOf } from './registry/relationships.ts';
export { classOf, type ObjectClass, type TypeEntry, types } from './registry/types.ts';
export * as vocabularies from './registry/vocabularies.ts';
