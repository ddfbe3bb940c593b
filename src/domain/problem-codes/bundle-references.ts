// Findings of references, relationships, patterns, markings and extensions of a bundle.
import type { CodeEntry } from './entry.ts';

export const BUNDLE_REFERENCE_CODES = {
  EXTERNAL_ID: {
    asserted: 'refused',
    where: 'a reference',
    wrong: '`cve` or `capec` without an id of its form',
    remedy: 'such as `CVE-2024-12345`, `CAPEC-66`',
  },
  COUNTRY_CODE: {
    asserted: 'kept',
    where: 'a location',
    wrong: 'not ISO 3166-1 alpha-2',
    remedy: 'use the code',
  },
  TEXTS_MISSING: {
    asserted: 'kept',
    where: 'name and description',
    wrong: 'one of them is not there',
    remedy: 'give both',
  },
  ERRATA_FORM: {
    asserted: 'kept',
    where: 'a form',
    wrong: 'right in one of STIX 2.1 and its Errata 01 only',
    remedy: 'follow the newer',
  },
  OLDER_FORM: {
    asserted: 'kept',
    where: 'a form',
    wrong: 'as tools write it that follow an older text',
    remedy: 'the message says the newer',
  },
  DEPRECATED: {
    asserted: 'kept',
    where: 'observed data',
    wrong: '`objects` is deprecated',
    remedy: '`object_refs`',
  },
  REFERENCE_MALFORMED: {
    asserted: 'refused or kept',
    where: 'a reference',
    wrong: 'no identifier',
    remedy: '`type--UUID`, lower case',
  },
  REFERENCE_TYPE: {
    asserted: 'refused or kept',
    where: 'a reference',
    wrong: 'points to the wrong type',
    remedy: 'the message says which is wanted',
  },
  REFERENCE_LOST: {
    asserted: 'refused',
    where: 'a reference',
    wrong: 'points out of its container',
    remedy: 'point to a key of the container',
  },
  OBJECTS_UNRELATED: {
    asserted: 'refused',
    where: 'an old container',
    wrong: 'its observables do not hang together by their references',
    remedy: 'give those that do, or several objects',
  },
  DANGLING_REFERENCE: {
    asserted: 'kept',
    where: 'a reference',
    wrong: 'what it points to is not in the bundle',
    remedy: 'send it along, if you have it',
  },
  RELATIONSHIP_TYPE_INVALID: {
    asserted: 'refused',
    where: 'a relationship',
    wrong: 'other characters than a-z, 0-9, hyphen',
    remedy: 'rename it',
  },
  RELATIONSHIP_UNUSUAL: {
    asserted: 'kept',
    where: 'a relationship',
    wrong: 'not a relationship of the standard',
    remedy: 'use one where it fits',
  },
  VARIANT_OF_SAMPLE: {
    asserted: 'refused',
    where: 'a relationship',
    wrong: 'a family as variant of a sample',
    remedy: 'turn it round',
  },
  PATTERN_INVALID: {
    asserted: 'refused',
    where: 'a pattern',
    wrong: 'breaks at a character, which the message names',
    remedy: 'correct it there',
  },
  PATTERN_TOO_LONG: {
    asserted: 'refused',
    where: 'a pattern',
    wrong: 'longer than the limit',
    remedy: 'split the indicator',
  },
  PATTERN_UNSATISFIABLE: {
    asserted: 'refused',
    where: 'a pattern',
    wrong: 'one observation cannot be all that AND joins in it',
    remedy: '`[ … ] AND [ … ]`',
  },
  MARKING_NOT_FOUND: {
    asserted: 'refused or kept',
    where: 'a marking',
    wrong:
      'the marking definition is not here, or not for you; `tocsin stix validate`, which knows no hub, only warns',
    remedy: 'send the definition along',
  },
  MARKING_TLP_UNKNOWN: {
    asserted: 'refused',
    where: 'a marking',
    wrong: "a TLP definition that is not one of the standard's",
    remedy: 'refer to those by their ids',
  },
  MARKING_PREDEFINED: {
    asserted: 'refused',
    where: 'a marking',
    wrong: 'has the id of a PAP definition that everybody has, and is something else',
    remedy: 'give it an id of its own',
  },
  MARKING_NOT_UNDERSTOOD: {
    asserted: 'kept',
    where: 'a marking',
    wrong: 'says something that no rule here reads, so it closes what it marks to all but its publisher',
    remedy: 'use TLP, IEP 2.0, PAP or a statement',
  },
  MARKING_SELECTOR: {
    asserted: 'refused',
    where: 'a granular marking',
    wrong: 'the selector points to nothing',
    remedy: 'write as in `labels.[0]`',
  },
  MARKING_SELF: {
    asserted: 'refused',
    where: 'a marking',
    wrong: 'a marking definition marks itself',
    remedy: 'remove the reference',
  },
  MARKING_CYCLE: {
    asserted: 'refused',
    where: 'a marking',
    wrong: 'a ring of markings that mark each other',
    remedy: 'break it',
  },
  EXTENSION_NAME: {
    asserted: 'refused',
    where: '`extensions`',
    wrong: 'neither the id of an extension definition nor `…-ext`',
    remedy: 'name it so',
  },
  EXTENSION_TYPE_MISSING: {
    asserted: 'refused',
    where: '`extensions`',
    wrong: 'no `extension_type`',
    remedy: 'say what it extends',
  },
  CUSTOM_EXTENSION: {
    asserted: 'kept',
    where: '`extensions`',
    wrong: 'not defined',
    remedy: 'better use an extension definition',
  },
} as const satisfies Record<string, CodeEntry>;
