// The one table of the rules whose breach is an error, and what each level of validation does about it. *Strict* refuses
// every breach: it judges whether content is STIX 2.1. *Receive* keeps what another tool wrote and every reader can still
// use: the object stays as it is and carries a finding. It refuses what the receiver itself relies on: identity and
// versions, markings, what refers to what, the kinds of values, and values that people block by.

import type { FindingCode } from './finding-codes.ts';

export type ValidationLevel = 'strict' | 'receive';

export type LeveledRule = {
  /** What `receive` does about a breach; `strict` refuses it. */
  readonly receive: 'received' | 'refused';
  readonly reason: string;
};

const received = (reason: string) => ({ receive: 'received', reason }) as const;
const refused = (reason: string) => ({ receive: 'refused', reason }) as const;

const STRUCTURE = 'what is sent cannot be read as STIX objects';
const IDENTITY = 'without it nobody can tell which object this is';
const VERSION = 'versions are compared by it';
const ACCESS = 'it decides who may read the object';
const KIND = 'readers take the value for what the standard says it is';
const BLOCKED = 'people block and search by this value';
const SIDE = 'a detail, kept as it was written';
const NAME = 'a name that nothing here depends on';
const COMPANION = 'readers use the properties that are there';

/** By the code of the finding. A code stands for one rule, so that it has one verdict at each level. */
export const VALIDATION_RULES = {
  BASE64_INVALID: received('bytes are kept as text and never decoded here'),
  BUNDLE_NESTED: refused(STRUCTURE),
  BUNDLE_TOO_LARGE: refused('the work for one bundle is bounded'),
  CHARSET_UNKNOWN: received(SIDE),
  CPE_INVALID: received('older products are written as CPE 2.2; the name is kept as it was written'),
  CREATED_CHANGED: refused(VERSION),
  CREATOR_CHANGED: refused(VERSION),
  DICTIONARY_KEY: received(NAME),
  DOMAIN_INVALID: refused(BLOCKED),
  DOMAIN_LABELS: received('names with an underscore resolve and are used, such as _dmarc.example.com'),
  DUPLICATE_OBJECT: refused('it is unclear which of the two contents is meant'),
  EMAIL_INVALID: received('mail tools write the display name into the address'),
  EMPTY_DICTIONARY: received('it says as much as no property'),
  EMPTY_LIST: received('it says as much as no property'),
  ENUM_VALUE: received('a word that readers show as it is'),
  EXTENSION_NAME: received(NAME),
  EXTENSION_TYPE_MISSING: received('extensions of STIX 2.1 drafts lack it; their content is kept either way'),
  EXTERNAL_ID: received('tools write CVE and NVD as source names; the id is still found'),
  HASH_INVALID: refused(BLOCKED),
  HEADER_ENCODED: received('readers can decode it'),
  HEX_INVALID: received(SIDE),
  HIVE_TRUNCATED: received('HKLM and the like are unambiguous'),
  ID_MALFORMED: refused(IDENTITY),
  ID_MISSING: refused(IDENTITY),
  ID_MUST_BE_RANDOM: received('any UUID distinguishes the object'),
  ID_REUSED: received(
    'MISP gives an attribute, its indicator and its observation one UUID; the ids still differ by type',
  ),
  ID_SHARED: received('each source keeps its own text of an observable'),
  ID_TYPE_MISMATCH: refused(IDENTITY),
  INTEGER_INVALID: refused(KIND),
  IPV4_INVALID: refused(BLOCKED),
  IPV6_INVALID: refused(BLOCKED),
  LANGUAGE_INVALID: received('en_US is understood as well as en-US'),
  LIST_REQUIRED: refused('the object is about what the list names'),
  MAC_INVALID: received('capitals and hyphens are the usual form elsewhere'),
  MARKING_CYCLE: refused(ACCESS),
  MARKING_NOT_FOUND: refused(ACCESS),
  MARKING_PREDEFINED: refused(ACCESS),
  MARKING_REFERENCE: refused(ACCESS),
  MARKING_SELECTOR: received('the marking counts for the whole object'),
  MARKING_SELF: refused(ACCESS),
  MARKING_TLP_FORM: received('the id fixes the level, and the definition states the same one'),
  MARKING_TLP_UNKNOWN: refused(ACCESS),
  MODIFIED_BEFORE_CREATED: received('only modified tells versions apart'),
  NOT_AN_OBJECT: refused(STRUCTURE),
  NOT_A_BUNDLE: refused(STRUCTURE),
  NULL_INSIDE: received(
    'tools write what is unset as null in their own content, which the standard does not define',
  ),
  NULL_VALUE: refused(KIND),
  NUMBER_TOO_LARGE: refused('it would not be the same number for the next reader'),
  OBJECTS_UNRELATED: received('the observables are kept together as they were observed'),
  OBJECT_TOO_LARGE: refused('the work for one object is bounded'),
  OLDER_FORM: received('the older form means the same'),
  OUT_OF_RANGE: refused(KIND),
  PATTERN_INVALID: refused('a detection tool would stop at it'),
  PATTERN_TOO_LONG: refused('the work for one pattern is bounded'),
  PATTERN_UNSATISFIABLE: received('the pattern can be read; it matches nothing until it is corrected'),
  PROPERTIES_CONFLICT: received(COMPANION),
  PROPERTIES_MISSING: received(COMPANION),
  PROPERTY_MISSING: refused(KIND),
  PROPERTY_NAME: received(NAME),
  PROPERTY_NOT_ALLOWED: received(NAME),
  PROPERTY_RESERVED: received(NAME),
  REFERENCE_LOST: refused('it is unclear what is meant'),
  REFERENCE_MALFORMED: refused(ACCESS),
  REFERENCE_TYPE: received('the reference leads to an object all the same'),
  RELATIONSHIP_TYPE_INVALID: received('a word that readers show as it is'),
  SPEC_VERSION_MISSING: refused('the object is STIX 2.0, whose properties mean other things'),
  SPEC_VERSION_UNSUPPORTED: refused('properties of another version may mean other things'),
  STIX_2_0: refused('properties of STIX 2.0 mean other things'),
  TEXT_BROKEN: refused('it cannot be passed on in UTF-8'),
  TIMESTAMP_INVALID: refused(VERSION),
  TIMESTAMP_PRECISION: received('the moment is the same without milliseconds'),
  TIME_ORDER: received('both times are kept as they were written'),
  TOO_DEEP: refused('the work for one object is bounded'),
  TRANSLATION_SHAPE: received('the original text is there'),
  TYPE_MALFORMED: refused(IDENTITY),
  TYPE_MISSING: refused(IDENTITY),
  TYPE_RESERVED: refused(IDENTITY),
  URI_INVALID: received('addresses of malware hold spaces, braces and letters of all languages'),
  VARIANT_OF_SAMPLE: received(SIDE),
  VERSION_AFTER_REVOKED: refused(VERSION),
  WRONG_KIND: refused(KIND),
} as const satisfies Partial<Record<FindingCode, LeveledRule>>;

/** A code whose rule is in the table; no other can be raised as an error. */
export type RuleCode = keyof typeof VALIDATION_RULES;

/** Whether a breach is received at this level. */
export const isReceived = (code: RuleCode, level: ValidationLevel): boolean =>
  level === 'receive' && VALIDATION_RULES[code].receive === 'received';
