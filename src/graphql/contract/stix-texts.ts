// Descriptions of the typed STIX fields (stix-types.ts), in our own words after STIX 2.1 with Errata 01. `type.property`
// comes before `property`.

const TEXTS: Readonly<Record<string, string>> = {
  name: 'A name for people. Not unique, and no key: two objects may bear the same.',
  description: 'What it is, in plain text.',
  aliases: 'Other names of the same thing, as many as its producer knows.',
  kill_chain_phases:
    'Phases of an attack that it belongs to, each `{kill_chain_name, phase_name}`, as many as its producer states.',
  first_seen: 'When it was first seen, as its producer wrote the instant.',
  last_seen: 'When it was last seen, as its producer wrote the instant.',
  'report.name': 'Title of the report.',
  'report.report_types':
    'What it is mainly about, by the open vocabulary report-type-ov, as many values as its producer states.',
  'report.published': 'When it was officially published, as its producer wrote the instant.',
  'report.object_refs':
    'Ids of the objects that the report is about, without those that you may not know, as many as it names.',
  'indicator.indicator_types':
    'What a match means, by the open vocabulary indicator-type-ov, such as `malicious-activity`, as many values as its producer states.',
  'indicator.pattern': 'What to look for, in the language that `patternType` names.',
  'indicator.pattern_type':
    'Language of the pattern, by the open vocabulary pattern-type-ov: `stix`, `snort`, `sigma`, `yara` and others.',
  'indicator.pattern_version': 'Version of that language; without one the latest is meant.',
  'indicator.valid_from': 'From when a match is meaningful, as its producer wrote the instant.',
  'indicator.valid_until':
    'From when a match is no longer meaningful, as its producer wrote the instant; without one there is no end.',
  'vulnerability.name': 'A name, mostly its CVE number.',
  'course-of-action.name': 'A short name of the action.',
  'course-of-action.description': 'What to do, in plain text.',
  'malware.malware_types':
    'What it does, by the open vocabulary malware-type-ov, such as `ransomware`, as many values as its producer states.',
  'malware.is_family':
    'Whether it stands for a family, and not for one sample. Errata 01 makes it optional: null is not false.',
  'malware.operating_system_refs':
    'Ids of the software objects that are the operating systems it runs on, as many as it names.',
  'malware.architecture_execution_envs':
    'Processors that it runs on, by the open vocabulary processor-architecture-ov, as many values as its producer states.',
  'malware.implementation_languages':
    'Programming languages that it is written in, by the open vocabulary implementation-language-ov, as many values as its producer states.',
  'malware.capabilities':
    'What it is able to do, by the open vocabulary malware-capabilities-ov, as many values as its producer states.',
  'malware.sample_refs': 'Ids of the files or artifacts that are samples of it, as many as it names.',
  'attack-pattern.name': 'Name of the technique or tactic.',
  'campaign.objective': 'What the adversary wants to achieve by it.',
  'identity.name': 'Name of the person, organisation, group or class.',
  'identity.roles': 'What it does, in free words, as many as its producer states.',
  'identity.identity_class':
    'What kind of entity it is, by the open vocabulary identity-class-ov, such as `organization` or `class`.',
  'identity.sectors':
    'Industries that it belongs to, by the open vocabulary industry-sector-ov, as many values as its producer states.',
  'identity.contact_information': 'How to reach it, in free text.',
  'infrastructure.infrastructure_types':
    'What it is used for, by the open vocabulary infrastructure-type-ov, as many values as its producer states.',
  'sighting.description': 'More about what was seen.',
  'sighting.first_seen': 'Beginning of the time in which it was seen, as its producer wrote the instant.',
  'sighting.last_seen': 'End of the time in which it was seen, as its producer wrote the instant.',
  'sighting.count': 'How often it was seen, from 0 (looked for and not seen) to 999,999,999.',
  'sighting.sighting_of_ref': 'Id of the object that was seen.',
  'sighting.observed_data_refs': 'Ids of the raw observations, as many as it names.',
  'sighting.where_sighted_refs':
    'Ids of the identities or locations that saw it, as many as it names: the victims, when it was seen there.',
  'sighting.summary': 'Whether it sums up others, as text: Errata 01 changes the boolean into a string.',
  'note.abstract': 'A brief summary of the note.',
  'note.content': 'The note, in plain text.',
  'note.authors': 'Names of those who wrote it, as many as its producer states.',
  'note.object_refs': 'Ids of the objects that the note is about, as many as it names.',
  'observed-data.first_observed': 'Beginning of the observation, as its producer wrote the instant.',
  'observed-data.last_observed': 'End of the observation, as its producer wrote the instant.',
  'observed-data.number_observed': 'How often the data was observed, from 1 to 999,999,999.',
  'observed-data.objects': 'Observables in the deprecated form of STIX 2.0: a dictionary of objects.',
  'observed-data.object_refs': 'Ids of the observables, as many as it names.',
};

const OF_TYPES: Readonly<Record<string, string>> = {
  report:
    'A collection of threat intelligence about one subject; the hub makes one for each warning that brings none.',
  indicator: 'A pattern by which suspicious or malicious activity can be detected.',
  vulnerability: 'A weakness of software or hardware that can be exploited.',
  'course-of-action': 'What to do to prevent or to respond to an attack.',
  malware: 'Malicious code, as a family or as one sample.',
  'attack-pattern': 'A way in which adversaries attack, such as a technique of ATT&CK.',
  campaign: 'Malicious activity over some time against certain targets.',
  identity: 'A person, organisation, group or class of them.',
  infrastructure: 'Systems and services that serve a purpose in an attack or a defence.',
  sighting: 'The word of somebody that something was seen, or was not.',
  note: 'Text that adds to other objects.',
  'observed-data': 'What was observed on systems or networks, without judgement.',
};

/** Throws for a property without a text: every field of the contract has a description. */
export const propertyText = (type: string, property: string): string => {
  const text = TEXTS[`${type}.${property}`] ?? TEXTS[property];
  if (text === undefined)
    throw new Error(`src/graphql/contract/stix-texts.ts has no text for ${type}.${property}.`);
  return text;
};

export const typeText = (type: string): string => {
  const text = OF_TYPES[type];
  if (text === undefined) throw new Error(`src/graphql/contract/stix-texts.ts has no text for ${type}.`);
  return text;
};
