// `stix2-ts/entity`: finds out whether objects with different ids describe the same entity.
export { aliasesOf, cveOf, entityKey, isCve, organizationKey } from './entity/entity-key.ts';
export { type Alias, goesByAlias } from './entity/named-entity.ts';
export { isNear, NEAR_MS, type Span, spanOf } from './entity/span.ts';
