// Indicators as people use them: the plain values that a pattern tests for, what they point to, and how long they hold.
import { tlpOfMarking } from 'stix2-ts/marking';
import type { StixObject } from 'stix2-ts/stix-object';
import type { EffectiveTlp } from '../../domain/marking.ts';
import { listNamedBy, valueNamedBy } from '../warning-lists.ts';
import { lookedUp } from './looked-up.ts';
import { observationOf, type PatternValue, testsOf, valuesOf } from './pattern-values.ts';

/** `kind` is ip, host, url or hash; the value as its producer wrote it. */
export type IndicatorValue = { readonly kind: string; readonly value: string };

export type IndicatorFacts = {
  readonly id: string;
  readonly name: string | null;
  readonly pattern: string;
  /** stix, sigma, snort, suricata, yara or pcre (STIX 2.1 §10.10). */
  readonly patternType: string;
  /** Empty where the pattern tests for other things than addresses, hosts, URLs and hashes. */
  readonly values: readonly IndicatorValue[];
  /** Names of what it indicates, such as malware and techniques, by the relationships beside it. */
  readonly indicates: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isRevoked: boolean;
  /** Its own levels of TLP, where it has one; those that the hub does not understand are UNKNOWN. */
  readonly markings: readonly EffectiveTlp[];
  /** Which of its values are on lists of common false positives, by the notes beside it. */
  readonly warningLists: readonly ListedValue[];
};

/** `value` is as it was looked up; null where the note does not say it, so that it may be any of them. */
export type ListedValue = { readonly list: string; readonly value: string | null };

const textAt = (object: StixObject, name: string): string | null => {
  const value = (object as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : null;
};

type Beside = { readonly indicates?: readonly string[]; readonly warningLists?: readonly ListedValue[] };

export const indicatorFacts = (
  object: StixObject,
  { indicates = [], warningLists = [] }: Beside = {},
): IndicatorFacts => ({
  id: object.id,
  name: textAt(object, 'name'),
  pattern: textAt(object, 'pattern') ?? '',
  patternType: textAt(object, 'pattern_type') ?? 'stix',
  values: plainValues(textAt(object, 'pattern') ?? '', textAt(object, 'pattern_type') ?? 'stix'),
  indicates,
  validFrom: textAt(object, 'valid_from'),
  validUntil: textAt(object, 'valid_until'),
  isRevoked: (object as Readonly<Record<string, unknown>>)['revoked'] === true,
  markings: markingsOf(object),
  warningLists,
});

const KINDS: Readonly<Record<string, string>> = {
  'ipv4-addr': 'ip',
  'ipv6-addr': 'ip',
  'domain-name': 'host',
  url: 'url',
};

const kindOf = ({ type, property }: PatternValue): string | undefined => {
  if (property === 'value') return KINDS[type];
  return /^hashes\.[^.[]+$/.test(property) ? 'hash' : undefined;
};

/** Each once, in the order of the pattern. */
const plainValues = (pattern: string, patternType: string): IndicatorValue[] => {
  const found = new Map<string, IndicatorValue>();
  for (const each of testsOf(observationOf(pattern, patternType)).flatMap(valuesOf)) {
    const kind = kindOf(each);
    if (kind !== undefined) found.set(`${kind} ${each.value}`, { kind, value: each.value });
  }
  return [...found.values()];
};

const markingsOf = (object: StixObject): EffectiveTlp[] =>
  refsIn(object, 'object_marking_refs').flatMap((id) => tlpOfMarking(id) ?? []);

const refsIn = (object: StixObject, name: string): readonly string[] => {
  const refs = (object as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(refs) ? refs.filter((each) => typeof each === 'string') : [];
};

/** By indicator, what the hub's notes among these objects say of its values. */
const warningListsIn = (objects: readonly StixObject[]): ReadonlyMap<string, readonly ListedValue[]> => {
  const lists = new Map<string, ListedValue[]>();
  for (const object of objects) {
    const name = object.type === 'note' ? listNamedBy(textAt(object, 'abstract') ?? '') : null;
    if (name === null) continue;
    const value = valueNamedBy(textAt(object, 'content') ?? '', name);
    for (const id of refsIn(object, 'object_refs'))
      lists.set(id, [...(lists.get(id) ?? []), { list: name, value }]);
  }
  return lists;
};

const TYPES: Readonly<Record<string, string>> = { host: 'domain-name', url: 'url', hash: 'file' };

const typeOf = ({ kind, value }: IndicatorValue): string =>
  TYPES[kind] ?? (value.includes(':') ? 'ipv6-addr' : 'ipv4-addr');

const listsWith = (listed: readonly ListedValue[], texts: readonly string[]): string[] => {
  const own = listed.filter(({ value }) => value === null || texts.includes(value));
  return [...new Set(own.map(({ list }) => list))];
};

/** The names of the lists that this value is on. */
export const listsOf = ({ warningLists }: IndicatorFacts, value: IndicatorValue): string[] =>
  warningLists.length === 0 ? [] : listsWith(warningLists, lookedUp(typeOf(value), value.value));

/** The same of a value as a pattern names it. */
export const listsOfTest = (
  listed: readonly ListedValue[],
  { type, property, value }: PatternValue,
): string[] => {
  if (listed.length === 0) return [];
  const kind = kindOf({ type, property, value });
  return listsWith(listed, kind === undefined ? [] : lookedUp(typeOf({ kind, value }), value));
};

/** Every indicator among these objects, with what the relationships and notes among them say of it. */
export const indicatorsIn = (objects: readonly StixObject[]): IndicatorFacts[] => {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const indicated = new Map<string, string[]>();
  for (const object of objects) {
    if (object.type !== 'relationship' || textAt(object, 'relationship_type') !== 'indicates') continue;
    const target = byId.get(textAt(object, 'target_ref') ?? '');
    const name = target === undefined ? null : textAt(target, 'name');
    const source = textAt(object, 'source_ref') ?? '';
    if (name !== null) indicated.set(source, [...(indicated.get(source) ?? []), name]);
  }
  const listed = warningListsIn(objects);
  return objects
    .filter(({ type }) => type === 'indicator')
    .map((object) =>
      indicatorFacts(object, {
        indicates: indicated.get(object.id) ?? [],
        warningLists: listed.get(object.id) ?? [],
      }),
    );
};
