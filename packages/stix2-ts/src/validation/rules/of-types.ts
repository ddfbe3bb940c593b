// Rules of single types that the registry's tables cannot express (STIX 2.1 §4 to §7).
import { identifierType } from '../../identifier.ts';
import { domainCommon } from '../../registry/common.ts';
import type { Kind } from '../../registry/kinds.ts';
import { isDefinedRelationship } from '../../registry/relationships.ts';
import * as words from '../../registry/vocabularies.ts';
import { isRecord, type JsonRecord, textOf } from '../../stix-object.ts';
import { checkContainer } from '../container.ts';
import { error, isFirst, nameOf, type Run, shown, warn, within } from '../run.ts';
import { checkPattern } from './of-patterns.ts';

type ObjectRule = (object: JsonRecord, run: Run) => void;

/** §4.7.1: an indicator should have a name and a description. */
function checkIndicatorTexts(indicator: JsonRecord, run: Run): void {
  if (indicator['name'] !== undefined && indicator['description'] !== undefined) return;
  warn(run, 'TEXTS_MISSING', '4.7.1', 'should have both a name and a description');
}

/** §4.11.1: a malware family has a name. A missing is_family is accepted, since Errata 01 no longer requires it. */
function checkMalware(malware: JsonRecord, run: Run): void {
  if (malware['is_family'] === true && malware['name'] === undefined) {
    error(run, 'PROPERTY_MISSING', '4.11.1', 'is a family and lacks its name');
  }
  if (malware['is_family'] === undefined) {
    warn(
      run,
      'ERRATA_FORM',
      '4.11.1',
      'lacks is_family, which STIX 2.1 requires without Errata 01; older tools refuse it',
    );
  }
}

function checkGrouping(grouping: JsonRecord, run: Run): void {
  if (grouping['name'] !== undefined) return;
  warn(run, 'ERRATA_FORM', '4.4.1', 'lacks its name, which Errata 01 requires');
}

/** §5.1.2: standard relationship types should only join the types they are defined for. */
function checkRelationship(relationship: JsonRecord, run: Run): void {
  const source = identifierType(textOf(relationship, 'source_ref') ?? '');
  const target = identifierType(textOf(relationship, 'target_ref') ?? '');
  const kind = textOf(relationship, 'relationship_type');
  if (source === '' || target === '' || kind === undefined) return;
  if (
    isDefinedRelationship(source, kind, target) ||
    !isFirst(run, 'relationships', `${source} ${kind} ${target}`)
  )
    return;
  const message = `${source} ${kind} ${target} is not a relationship of the standard; it is kept`;
  within(run, 'relationship_type', () => warn(run, 'RELATIONSHIP_UNUSUAL', '5.1', message));
}

/** §5.2.1: boolean in 2.1, string in Errata 01. */
function checkSighting(sighting: JsonRecord, run: Run): void {
  const summary = sighting['summary'];
  if (summary === undefined || typeof summary === 'boolean') return;
  within(run, 'summary', () => {
    if (typeof summary === 'string')
      warn(run, 'ERRATA_FORM', '5.2.1', 'is a string, as in Errata 01; older tools want a boolean');
    else error(run, 'WRONG_KIND', '5.2.1', `is ${nameOf(summary)}; give true or false`);
  });
}

/** §4.14.1: at least one reference must be to an observable. */
function checkObservedData(observed: JsonRecord, run: Run): void {
  const references = observed['object_refs'];
  if (!Array.isArray(references) || references.length === 0) return;
  const isOnlyLinks = references.every(
    (id) => typeof id === 'string' && /^(?:relationship|sighting)--/.test(id),
  );
  if (isOnlyLinks) error(run, 'REFERENCE_TYPE', '4.14.1', 'object_refs must hold at least one observable');
}

/** Properties of STIX 2.1 that hold what `labels` of STIX 2.0 held, where it was required. */
const LABELS_BEFORE: ReadonlyMap<string, { readonly name: string; readonly words: ReadonlySet<string> }> =
  new Map([
    ['indicator', { name: 'indicator_types', words: wordsOf(words.indicatorType) }],
    ['malware', { name: 'malware_types', words: wordsOf(words.malwareType) }],
    ['report', { name: 'report_types', words: wordsOf(words.reportType) }],
    ['threat-actor', { name: 'threat_actor_types', words: wordsOf(words.threatActorType) }],
    ['tool', { name: 'tool_types', words: wordsOf(words.toolType) }],
  ]);

function wordsOf(kind: Kind): ReadonlySet<string> {
  return new Set(kind.is === 'vocabulary' ? kind.values : []);
}

/** §4: kinds of indicators, malware and so on have a property of their own since STIX 2.1. */
function checkLabels(object: JsonRecord, run: Run): void {
  const type = textOf(object, 'type') ?? '';
  const before = LABELS_BEFORE.get(type);
  const labels = object['labels'];
  if (before === undefined || object[before.name] !== undefined || !Array.isArray(labels)) return;
  const older = labels.find((label) => typeof label === 'string' && before.words.has(label));
  if (older === undefined || !isFirst(run, 'older labels', type)) return;
  const message = `holds ${shown(older)}, as in STIX 2.0; in STIX 2.1 it belongs into ${before.name}`;
  within(run, 'labels', () => warn(run, 'OLDER_FORM', '4', message));
}

const DEFANGED_URL = /^(?:hxxps?|fxp):|\[(?:\.|:|dot)\]/i;

/** §3.2: `defanged` says whether the data in an observable has been defanged. */
function checkDefanged(object: JsonRecord, run: Run): void {
  if (object['defanged'] === true || !DEFANGED_URL.test(textOf(object, 'value') ?? '')) return;
  const message =
    'is defanged, so that tools do not find or block it; write the value itself, or add defanged: true';
  within(run, 'value', () => warn(run, 'DEFANGED', '3.2', message));
}

const CVE = /^CVE-\d{4}-\d{4,}$/;
const CAPEC = /^CAPEC-\d+$/;

/** §4.19.1 and §4.1.1: CVE and CAPEC ids have a fixed spelling. */
function externalIds(source: string, form: RegExp, section: string): ObjectRule {
  return (object, run) => {
    const references = object['external_references'];
    if (!Array.isArray(references)) return;
    for (const [index, reference] of references.entries()) {
      if (!isRecord(reference) || isRightReference(reference, source, form)) continue;
      const message = `needs source_name "${source}" and an external_id such as ${source === 'cve' ? 'CVE-2024-12345' : 'CAPEC-66'}`;
      within(run, 'external_references', () =>
        within(run, index, () => error(run, 'EXTERNAL_ID', section, message)),
      );
    }
  };
}

function isRightReference(reference: JsonRecord, source: string, form: RegExp): boolean {
  const name = textOf(reference, 'source_name') ?? '';
  const id = textOf(reference, 'external_id');
  if (name.toLowerCase() === source) return name === source && (id === undefined || form.test(id));
  return id === undefined || !form.test(id) || name === '';
}

const COUNTRY = /^[A-Za-z]{2}$/;

function checkLocation(location: JsonRecord, run: Run): void {
  const country = textOf(location, 'country');
  if (country === undefined || (COUNTRY.test(country) && !/^(?:xx|zz)$/i.test(country))) return;
  within(run, 'country', () =>
    warn(run, 'COUNTRY_CODE', '4.10.1', `${shown(country)} is not an ISO 3166-1 alpha-2 code`),
  );
}

/** §6.12: network traffic should say both ports. */
function checkTraffic(traffic: JsonRecord, run: Run): void {
  if (traffic['src_port'] !== undefined && traffic['dst_port'] !== undefined) return;
  warn(run, 'PORTS_MISSING', '6.12', 'should have both src_port and dst_port');
}

const ENCODED_WORD = /=\?[^?\s]+\?[bq]\?[^?\s]*\?=/i;

/** §6.6: "Header field values that have been encoded as described in section 2 of [RFC2047] MUST be decoded". */
function checkMail(mail: JsonRecord, run: Run): void {
  const report = () =>
    error(run, 'HEADER_ENCODED', '6.6', 'is still encoded (RFC 2047); write the text that it stands for');
  if (ENCODED_WORD.test(textOf(mail, 'subject') ?? '')) within(run, 'subject', report);
  const fields = mail['additional_header_fields'];
  if (!isRecord(fields)) return;
  for (const [name, field] of Object.entries(fields)) {
    const values: readonly unknown[] = Array.isArray(field) ? field : [field];
    if (!values.some((value) => typeof value === 'string' && ENCODED_WORD.test(value))) continue;
    within(run, 'additional_header_fields', () => within(run, name, report));
  }
}

const ABBREVIATED_HIVE = /^(?:HKLM|HKCC|HKCR|HKCU|HKU)(?:\\|$)/i;

/** §6.17.1: "The hive portion of the key MUST be fully expanded and not truncated". */
function checkRegistryKey(key: JsonRecord, run: Run): void {
  if (!ABBREVIATED_HIVE.test(textOf(key, 'key') ?? '')) return;
  within(run, 'key', () =>
    error(
      run,
      'HIVE_TRUNCATED',
      '6.17.1',
      'abbreviates the hive; write HKEY_LOCAL_MACHINE and so on in full',
    ),
  );
}

/** §7.3.1: only top-level extensions list property names. */
function checkExtensionDefinition(definition: JsonRecord, run: Run): void {
  const kinds = definition['extension_types'];
  const isTop = Array.isArray(kinds) && kinds.includes('toplevel-property-extension');
  if (definition['extension_properties'] !== undefined && !isTop) {
    const message = 'is only for extension_types with toplevel-property-extension';
    within(run, 'extension_properties', () => error(run, 'PROPERTIES_CONFLICT', '7.3.1', message));
  }
  within(run, 'extension_properties', () =>
    checkExtensionProperties(definition['extension_properties'], run),
  );
  if (definition['description'] === undefined)
    warn(run, 'TEXTS_MISSING', '7.3.1', 'should have a description');
}

const PROPERTY_NAME = /^[a-z][a-z0-9_]{2,249}$/;

/** §7.3 and §7.3.2: property names of an extension follow the usual rules and do not redefine common properties. */
function checkExtensionProperties(names: unknown, run: Run): void {
  if (!Array.isArray(names)) return;
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') continue;
    within(run, index, () => {
      if (Object.hasOwn(domainCommon, name))
        error(run, 'PROPERTY_RESERVED', '7.3', `${name} is a common property; use another name`);
      else if (!PROPERTY_NAME.test(name))
        error(
          run,
          'PROPERTY_NAME',
          '7.3.2',
          `${shown(name)} is not 3 to 250 of a-z, 0-9, underscore, a letter first`,
        );
    });
  }
}

export const objectRules: ReadonlyMap<string, readonly ObjectRule[]> = new Map([
  ['attack-pattern', [externalIds('capec', CAPEC, '4.1.1')]],
  ['email-message', [checkMail]],
  ['extension-definition', [checkExtensionDefinition]],
  ['grouping', [checkGrouping]],
  ['indicator', [checkPattern, checkIndicatorTexts, checkLabels]],
  ['location', [checkLocation]],
  ['malware', [checkMalware, checkLabels]],
  ['network-traffic', [checkTraffic]],
  ['observed-data', [checkObservedData, checkContainer]],
  ['relationship', [checkRelationship]],
  ['report', [checkLabels]],
  ['sighting', [checkSighting]],
  ['threat-actor', [checkLabels]],
  ['tool', [checkLabels]],
  ['url', [checkDefanged]],
  ['vulnerability', [externalIds('cve', CVE, '4.19.1')]],
  ['windows-registry-key', [checkRegistryKey]],
]);
