// Findings in references, relationships, patterns, markings and extensions of a bundle.
import type { CodeEntry } from './entry.ts';

export const BUNDLE_REFERENCE_CODES = {
  EXTERNAL_ID: {
    reportedAs: 'refused',
    where: 'a reference',
    wrong: '`cve` or `capec` with an id that is missing or malformed',
    remedy: 'write it like `CVE-2024-12345` or `CAPEC-66`',
  },
  COUNTRY_CODE: {
    reportedAs: 'kept',
    where: 'a location',
    wrong: 'not ISO 3166-1 alpha-2',
    remedy: 'use the code',
  },
  TEXTS_MISSING: {
    reportedAs: 'kept',
    where: 'name and description',
    wrong: 'one of them is missing',
    remedy: 'add both',
  },
  ERRATA_FORM: {
    reportedAs: 'kept',
    where: 'a form',
    wrong: 'valid only in STIX 2.1 or only in its Errata 01',
    remedy: 'follow the newer',
  },
  OLDER_FORM: {
    reportedAs: 'kept',
    where: 'a form',
    wrong: 'written as in an older text of the standard',
    remedy: 'use the newer form, which the message names',
  },
  DEPRECATED: {
    reportedAs: 'kept',
    where: 'observed data',
    wrong: '`objects` is deprecated',
    remedy: 'use `object_refs`',
  },
  REFERENCE_MALFORMED: {
    reportedAs: 'refused or kept',
    where: 'a reference',
    wrong: 'not an identifier',
    remedy: 'use `type--UUID`, in lower case',
  },
  REFERENCE_TYPE: {
    reportedAs: 'refused or kept',
    where: 'a reference',
    wrong: 'points to an object of the wrong type',
    remedy: 'use what the message asks for',
  },
  REFERENCE_LOST: {
    reportedAs: 'refused',
    where: 'a reference',
    wrong: 'points outside its container',
    remedy: 'point to a key of the container',
  },
  OBJECTS_UNRELATED: {
    reportedAs: 'refused',
    where: 'an old container',
    wrong: 'its observables are not connected by references',
    remedy: 'keep those that are connected, or split it into several objects',
  },
  DANGLING_REFERENCE: {
    reportedAs: 'kept',
    where: 'a reference',
    wrong: 'the target is not in the bundle',
    remedy: 'include it if you have it',
  },
  RELATIONSHIP_TYPE_INVALID: {
    reportedAs: 'refused',
    where: 'a relationship',
    wrong: 'characters other than a-z, 0-9 and hyphen',
    remedy: 'rename it',
  },
  RELATIONSHIP_UNUSUAL: {
    reportedAs: 'kept',
    where: 'a relationship',
    wrong: 'not a relationship of the standard',
    remedy: 'use a standard one where it fits',
  },
  VARIANT_OF_SAMPLE: {
    reportedAs: 'refused',
    where: 'a relationship',
    wrong: 'a family is given as a variant of a sample',
    remedy: 'swap source and target',
  },
  PATTERN_INVALID: {
    reportedAs: 'refused',
    where: 'a pattern',
    wrong: 'a syntax error at the position that the message names',
    remedy: 'correct it there',
  },
  PATTERN_TOO_LONG: {
    reportedAs: 'refused',
    where: 'a pattern',
    wrong: 'longer than the limit',
    remedy: 'split the indicator',
  },
  PATTERN_UNSATISFIABLE: {
    reportedAs: 'refused',
    where: 'a pattern',
    wrong: 'no single observation can match everything that AND joins',
    remedy: 'write `[ … ] AND [ … ]`',
  },
  MARKING_NOT_FOUND: {
    reportedAs: 'refused or kept',
    where: 'a marking',
    wrong:
      'the marking definition does not exist here, or is not visible to you; `tocsin stix validate` has no hub and only warns',
    remedy: 'include the definition',
  },
  MARKING_TLP_UNKNOWN: {
    reportedAs: 'refused',
    where: 'a marking',
    wrong: 'a TLP definition that is not one of the standard',
    remedy: 'refer to the standard ones by their ids',
  },
  MARKING_PREDEFINED: {
    reportedAs: 'refused',
    where: 'a marking',
    wrong: 'has the id of a well-known PAP definition, and different content',
    remedy: 'use a new id',
  },
  MARKING_NOT_UNDERSTOOD: {
    reportedAs: 'kept',
    where: 'a marking',
    wrong: 'not understood by this hub, so only the publisher may read what it marks',
    remedy: 'use TLP, IEP 2.0, PAP or a statement',
  },
  MARKING_SELECTOR: {
    reportedAs: 'refused',
    where: 'a granular marking',
    wrong: 'the selector matches nothing',
    remedy: 'write it like `labels.[0]`',
  },
  MARKING_SELF: {
    reportedAs: 'refused',
    where: 'a marking',
    wrong: 'a marking definition marks itself',
    remedy: 'remove the reference',
  },
  MARKING_CYCLE: {
    reportedAs: 'refused',
    where: 'a marking',
    wrong: 'markings that mark each other in a circle',
    remedy: 'break the circle',
  },
  EXTENSION_NAME: {
    reportedAs: 'refused',
    where: '`extensions`',
    wrong: 'neither the id of an extension definition nor `…-ext`',
    remedy: 'use one of the two forms',
  },
  EXTENSION_TYPE_MISSING: {
    reportedAs: 'refused',
    where: '`extensions`',
    wrong: 'no `extension_type`',
    remedy: 'add it',
  },
  CUSTOM_EXTENSION: {
    reportedAs: 'kept',
    where: '`extensions`',
    wrong: 'not defined by an extension definition',
    remedy: 'preferably use one',
  },
} as const satisfies Record<string, CodeEntry>;
