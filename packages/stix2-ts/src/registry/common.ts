// Properties shared by STIX objects, by class of object (STIX 2.1 §3.2), and the types used in them.
import {
  between,
  boolean,
  formed,
  hashes,
  type Kind,
  listOf,
  type Properties,
  type RecordShape,
  record,
  ref,
  required,
  string,
} from './kinds.ts';

export const externalReference: RecordShape = {
  name: 'external-reference',
  section: '2.5',
  properties: {
    source_name: required(string),
    description: string,
    // Unlike for `url` and `artifact`, the standard cites RFC 3986 here without a MUST, so a bad URI is a warning.
    url: formed('uriAdvised'),
    hashes,
    external_id: string,
  },
  rules: [
    { rule: 'someOf', names: ['description', 'url', 'external_id'] },
    { rule: 'advises', name: 'url', other: 'hashes' },
  ],
};

export const killChainPhase: RecordShape = {
  name: 'kill-chain-phase',
  section: '2.11',
  properties: { kill_chain_name: required(formed('termName')), phase_name: required(formed('termName')) },
};

export const granularMarking: RecordShape = {
  name: 'granular-marking',
  section: '7.2.3',
  properties: {
    lang: formed('language'),
    marking_ref: ref('marking-definition'),
    selectors: required(listOf(string)),
  },
  rules: [
    { rule: 'someOf', names: ['lang', 'marking_ref'] },
    { rule: 'notBoth', names: ['lang', 'marking_ref'] },
  ],
};

/** `created` and `modified` need at least millisecond precision (§3.2). */
const versionTime: Kind = { is: 'timestamp', digits: 3 };

const always = { type: required(string), id: required(string) };
const markings = {
  object_marking_refs: listOf(ref('marking-definition')),
  granular_markings: listOf(record(granularMarking)),
};
const extensions = { extensions: { is: 'extensions' } as const };
const creator = { created_by_ref: ref('identity') };
const references = { external_references: listOf(record(externalReference)) };
const tags = { revoked: boolean, labels: listOf(string) };

/** Domain objects (§4) and relationship objects (§5). */
export const domainCommon: Properties = {
  ...always,
  spec_version: required(string),
  ...creator,
  created: required(versionTime),
  modified: required(versionTime),
  ...tags,
  confidence: between(0, 100),
  lang: formed('language'),
  ...references,
  ...markings,
  ...extensions,
};

/** Observables (§6). */
export const observableCommon: Properties = {
  ...always,
  spec_version: string,
  ...markings,
  defanged: boolean,
  ...extensions,
};

export const languageCommon: Properties = {
  ...always,
  spec_version: required(string),
  ...creator,
  created: required(versionTime),
  modified: required(versionTime),
  ...tags,
  confidence: between(0, 100),
  ...references,
  ...markings,
  ...extensions,
};

export const markingCommon: Properties = {
  ...always,
  spec_version: required(string),
  ...creator,
  created: required(versionTime),
  ...references,
  ...markings,
  ...extensions,
};

export const extensionCommon: Properties = {
  ...always,
  spec_version: required(string),
  created_by_ref: required(ref('identity')),
  created: required(versionTime),
  modified: required(versionTime),
  ...tags,
  ...references,
  ...markings,
};
