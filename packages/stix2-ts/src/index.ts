// `stix2-ts`: STIX 2.1 for TypeScript. The main entry point exports the whole public API; subpaths export it by topic.
export { bundleOf, type StixBundle } from './bundle.ts';
export { type Changes, createObject, type NewProperties, newVersion } from './create.ts';
export { type Change, type Difference, differenceOf } from './difference.ts';
export {
  type Alias,
  aliasesOf,
  cveOf,
  entityKey,
  goesByAlias,
  isCve,
  isNear,
  type Span,
  spanOf,
} from './entity.ts';
export {
  identifierByName,
  identifierType,
  isIdentifier,
  isTypeName,
  newIdentifier,
  OBSERVABLE_NAMESPACE,
  observableIdentifier,
} from './identifier.ts';
export {
  canonical,
  isSameValue,
  JSON_LIMITS,
  type JsonLimits,
  type JsonReading,
  parseJson,
  parseJsonInSlices,
} from './json.ts';
export {
  combineMarkings,
  type ExchangePolicy,
  type Markings,
  NO_MARKINGS,
  type Pap,
  papMarkingObject,
  papOfMarking,
  predefinedMarking,
  readMarkings,
  stricterTlp,
  TLP_ORDER,
  TLP1_MARKING_IDS,
  TLP2_MARKING_IDS,
  type Tlp,
  tlp1MarkingObject,
  tlpMarkingObject,
  tlpOfMarking,
} from './marking.ts';
export type * from './objects.generated.ts';
export {
  type Misreading,
  matchPattern,
  type PatternMatch,
  type PatternReading,
  parsePattern,
  patternKey,
} from './pattern.ts';
export { identifiersIn, markingReferencesOf, type Reference, referencesOf } from './references.ts';
export {
  classOf,
  isDefinedRelationship,
  type ObjectClass,
  relationshipsOf,
  type TypeEntry,
  types,
  vocabularies,
} from './registry.ts';
export { isStixObject, type StixObject } from './stix-object.ts';
export {
  type BundleOptions,
  type BundleReading,
  type Finding,
  hasErrors,
  isValid,
  type LeveledRule,
  type RuleCode,
  VALIDATION_RULES,
  type ValidationLevel,
  validateBundle,
  validateBundleInSlices,
  validateList,
  validateObject,
} from './validate.ts';
export {
  canonicalIpv4,
  canonicalIpv6,
  compareTimestamps,
  isIpv4,
  isIpv6,
  isTimestamp,
  isWithin,
  lookupValues,
} from './value.ts';
export {
  creatorOf,
  isRevoked,
  isSameContent,
  isSameVersion,
  latestOf,
  newestFirst,
  type VersionFacts,
} from './version.ts';
