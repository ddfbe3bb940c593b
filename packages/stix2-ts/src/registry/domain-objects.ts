// The nineteen domain objects (STIX 2.1 §4): the properties of each type and the rules between them.
import { killChainPhase } from './common.ts';
import {
  between,
  boolean,
  formed,
  free,
  listOf,
  type RecordShape,
  record,
  ref,
  refTo,
  required,
  string,
  timestamp,
} from './kinds.ts';
import * as words from './vocabularies.ts';

const killChainPhases = listOf(record(killChainPhase));
const seen = { rule: 'order', first: 'first_seen', second: 'last_seen' } as const;
const anyObjects = required(listOf(refTo('any')));
const named = { name: required(string), description: string };
const aliases = listOf(string);
const seenTimes = { first_seen: timestamp, last_seen: timestamp };

export const domainObjects: readonly RecordShape[] = [
  {
    name: 'attack-pattern',
    section: '4.1.1',
    properties: { ...named, aliases, kill_chain_phases: killChainPhases },
  },
  {
    name: 'campaign',
    section: '4.2.1',
    properties: { ...named, aliases, ...seenTimes, objective: string },
    rules: [seen],
  },
  { name: 'course-of-action', section: '4.3.1', properties: named },
  {
    name: 'grouping',
    section: '4.4.1',
    // Errata 01 requires the name, which was optional in 2.1, so a missing one is a warning (see validation/rules).
    properties: {
      name: string,
      description: string,
      context: required(words.groupingContext),
      object_refs: anyObjects,
    },
  },
  {
    name: 'identity',
    section: '4.5.1',
    properties: {
      ...named,
      roles: listOf(string),
      identity_class: words.identityClass,
      sectors: listOf(words.industrySector),
      contact_information: string,
    },
  },
  { name: 'incident', section: '4.6.1', properties: named },
  {
    name: 'indicator',
    section: '4.7.1',
    properties: {
      name: string,
      description: string,
      indicator_types: listOf(words.indicatorType),
      pattern: required(string),
      pattern_type: required(words.patternType),
      pattern_version: string,
      valid_from: required(timestamp),
      valid_until: timestamp,
      kill_chain_phases: killChainPhases,
    },
    rules: [{ rule: 'order', first: 'valid_from', second: 'valid_until', isStrict: true }],
  },
  {
    name: 'infrastructure',
    section: '4.8.1',
    properties: {
      ...named,
      infrastructure_types: listOf(words.infrastructureType),
      aliases,
      kill_chain_phases: killChainPhases,
      ...seenTimes,
    },
    rules: [seen],
  },
  {
    name: 'intrusion-set',
    section: '4.9.1',
    properties: {
      ...named,
      aliases,
      ...seenTimes,
      goals: listOf(string),
      resource_level: words.attackResourceLevel,
      primary_motivation: words.attackMotivation,
      secondary_motivations: listOf(words.attackMotivation),
    },
    rules: [seen],
  },
  {
    name: 'location',
    section: '4.10.1',
    properties: {
      name: string,
      description: string,
      latitude: { is: 'float', min: -90, max: 90 },
      longitude: { is: 'float', min: -180, max: 180 },
      precision: { is: 'float' },
      region: words.region,
      country: string,
      administrative_area: string,
      city: string,
      street_address: string,
      postal_code: string,
    },
    rules: [
      { rule: 'someOf', names: ['region', 'country', 'latitude', 'longitude'] },
      { rule: 'needs', name: 'latitude', others: ['longitude'] },
      { rule: 'needs', name: 'longitude', others: ['latitude'] },
      { rule: 'needs', name: 'precision', others: ['latitude', 'longitude'] },
    ],
  },
  {
    name: 'malware',
    section: '4.11.1',
    properties: {
      name: string,
      description: string,
      malware_types: listOf(words.malwareType),
      is_family: boolean,
      aliases,
      kill_chain_phases: killChainPhases,
      ...seenTimes,
      operating_system_refs: listOf(ref('software')),
      architecture_execution_envs: listOf(words.processorArchitecture),
      implementation_languages: listOf(words.implementationLanguage),
      capabilities: listOf(words.malwareCapability),
      sample_refs: listOf(ref('file', 'artifact')),
    },
    rules: [seen],
  },
  {
    name: 'malware-analysis',
    section: '4.12.1',
    properties: {
      product: required(formed('termName')),
      version: string,
      host_vm_ref: ref('software'),
      operating_system_ref: ref('software'),
      installed_software_refs: listOf(ref('software')),
      configuration_version: string,
      modules: listOf(string),
      analysis_engine_version: string,
      analysis_definition_version: string,
      submitted: timestamp,
      analysis_started: timestamp,
      analysis_ended: timestamp,
      result_name: string,
      result: words.malwareResult,
      analysis_sco_refs: listOf(refTo('observable')),
      sample_ref: ref('file', 'network-traffic', 'artifact'),
    },
    rules: [{ rule: 'someOf', names: ['result', 'analysis_sco_refs'] }],
  },
  {
    name: 'note',
    section: '4.13.1',
    properties: {
      abstract: string,
      content: required(string),
      authors: listOf(string),
      object_refs: anyObjects,
    },
  },
  {
    name: 'observed-data',
    section: '4.14.1',
    properties: {
      first_observed: required(timestamp),
      last_observed: required(timestamp),
      number_observed: required(between(1, 999_999_999)),
      objects: { is: 'container' },
      object_refs: listOf(refTo('observable|relationship')),
    },
    rules: [
      { rule: 'order', first: 'first_observed', second: 'last_observed' },
      { rule: 'someOf', names: ['objects', 'object_refs'] },
      { rule: 'notBoth', names: ['objects', 'object_refs'] },
    ],
  },
  {
    name: 'opinion',
    section: '4.15.1',
    properties: {
      explanation: string,
      authors: listOf(string),
      opinion: required(words.opinionValue),
      object_refs: anyObjects,
    },
  },
  {
    name: 'report',
    section: '4.16.1',
    properties: {
      ...named,
      report_types: listOf(words.reportType),
      published: required(timestamp),
      object_refs: anyObjects,
    },
  },
  {
    name: 'threat-actor',
    section: '4.17.1',
    properties: {
      ...named,
      threat_actor_types: listOf(words.threatActorType),
      aliases,
      ...seenTimes,
      roles: listOf(words.threatActorRole),
      goals: listOf(string),
      sophistication: words.threatActorSophistication,
      resource_level: words.attackResourceLevel,
      primary_motivation: words.attackMotivation,
      secondary_motivations: listOf(words.attackMotivation),
      personal_motivations: listOf(words.attackMotivation),
    },
    rules: [seen],
  },
  {
    name: 'tool',
    section: '4.18.1',
    properties: {
      ...named,
      tool_types: listOf(words.toolType),
      aliases,
      kill_chain_phases: killChainPhases,
      tool_version: string,
    },
  },
  { name: 'vulnerability', section: '4.19.1', properties: named },
];

export const relationshipObjects: readonly RecordShape[] = [
  {
    name: 'relationship',
    section: '5.1.2',
    properties: {
      relationship_type: required(formed('relationship')),
      description: string,
      source_ref: required(refTo('domain|observable')),
      target_ref: required(refTo('domain|observable')),
      start_time: timestamp,
      stop_time: timestamp,
    },
    rules: [{ rule: 'order', first: 'start_time', second: 'stop_time', isStrict: true }],
  },
  {
    name: 'sighting',
    section: '5.2.1',
    properties: {
      description: string,
      ...seenTimes,
      count: between(0, 999_999_999),
      sighting_of_ref: required(refTo('domain')),
      observed_data_refs: listOf(ref('observed-data')),
      where_sighted_refs: listOf(ref('identity', 'location')),
      // Boolean in 2.1, string in Errata 01. Both are accepted, the string with a warning (see validation/rules).
      summary: free,
    },
    rules: [seen],
  },
];
