// Compares the registry with the tables in the text of STIX 2.1 with Errata 01: every property with its kind and
// whether it is required, every vocabulary, relationship and contributing property, and nothing else.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  contributing,
  granularMarking,
  IEP_EXTENSION_ID,
  isDefinedRelationship,
  isProperty,
  type Kind,
  killChainPhase,
  PAP_EXTENSION_ID,
  type RecordShape,
  types,
  vocabularies as words,
} from 'stix2-ts/registry';

type Tables = {
  properties: Record<string, Record<string, string>>;
  vocabularies: Record<string, string[]>;
  relationships: Record<string, string[]>;
  contributing: Record<string, string[]>;
};

const tables = JSON.parse(
  readFileSync(new URL('cases/standard-tables.json', import.meta.url), 'utf8'),
) as Tables;

const shapes = new Map<string, RecordShape>();

function addShape(shape: RecordShape): void {
  if (shapes.has(shape.name)) return;
  shapes.set(shape.name, shape);
  for (const entry of Object.values(shape.properties)) addKind(isProperty(entry) ? entry.kind : entry);
}

function addKind(kind: Kind): void {
  if (kind.is === 'record') addShape(kind.record);
  else if (kind.is === 'list' || kind.is === 'dictionary') addKind(kind.of);
}

for (const { shape, extensions } of types.values()) for (const one of [shape, ...extensions]) addShape(one);
for (const shape of [killChainPhase, granularMarking]) addShape(shape);

/** The kind in the words of the standard's tables. */
function kindText(kind: Kind): string {
  switch (kind.is) {
    case 'list':
      return `list of ${kindText(kind.of)}`;
    case 'record':
      return kind.record.name;
    case 'vocabulary':
      return 'open-vocab';
    case 'container':
      return 'observable-container';
    case 'headers':
    case 'contents':
    case 'extensions':
      return 'dictionary';
    default:
      return kind.is;
  }
}

/** Where the registry deliberately differs, and why. */
const known: Record<string, string> = {
  'attack-pattern external_references': 'a common property, with the rest of them',
  'vulnerability external_references': 'a common property, with the rest of them',
  'file extensions': 'a common property, with the rest of them',
  'network-traffic extensions': 'a common property, with the rest of them',
  'process extensions': 'a common property, with the rest of them',
  'user-account extensions': 'a common property, with the rest of them',
  'grouping name': 'Errata 01 makes it required: a missing one is a warning',
  'sighting summary': 'boolean before Errata 01: both are taken',
  'windows-process-ext window_title': 'the name before Errata 01: both are taken',
  'marking-definition definition': 'checked by definition_type',
};

describe('the registry matches the tables of the standard', () => {
  test('every property, its kind, and whether it is required', () => {
    const others = Object.entries(tables.properties).flatMap(([name, asserted]) => {
      const own = shapes.get(name)?.properties ?? {};
      const here = Object.fromEntries(
        Object.entries(own).map(([property, entry]) => [
          property,
          isProperty(entry) ? `${kindText(entry.kind)}, required` : kindText(entry),
        ]),
      );
      return [...new Set([...Object.keys(asserted), ...Object.keys(here)])]
        .filter((property) => asserted[property] !== here[property])
        .map((property) => `${name} ${property}`);
    });
    expect(others.sort()).toEqual(Object.keys(known).sort());
    expect(Object.keys(tables.properties).length).toBe(62);
    // The extensions of OASIS's common objects are not in the text.
    const ofOthers = [IEP_EXTENSION_ID, PAP_EXTENSION_ID];
    expect([...shapes.keys()].filter((name) => tables.properties[name] === undefined)).toEqual(ofOthers);
  });

  test('every term of every vocabulary and enumeration', () => {
    const here = Object.values(words).flatMap((kind) =>
      !Array.isArray(kind) && 'name' in kind && kind.name !== 'definition_type'
        ? [[kind.name, [...kind.values].sort(), kind.is === 'enum'] as const]
        : [],
    );
    const asserted = Object.entries(tables.vocabularies).filter(([name]) => name !== 'hash-algorithm-ov');
    expect(here.map(([name, values]) => [name, values]).sort()).toEqual(
      asserted.map(([name, values]) => [name, [...values].sort()]).sort(),
    );
    for (const [name, , isClosed] of here) expect([name, isClosed]).toEqual([name, name.endsWith('-enum')]);
    expect([...words.hashAlgorithms].sort()).toEqual(
      [...(tables.vocabularies['hash-algorithm-ov'] ?? [])].sort(),
    );
  });

  test('every relationship, and no other', () => {
    const all = [...types.keys()];
    const observables = all.filter((type) => types.get(type)?.objectClass === 'observable');
    const asserted = new Set(
      Object.entries(tables.relationships).flatMap(([line, targets]) =>
        targets
          .flatMap((target) => (target === '*observable' ? observables : [target]))
          .map((target) => `${line} ${target}`),
      ),
    );
    const verbs = new Set(Object.keys(tables.relationships).map((line) => line.split(' ')[1] ?? ''));
    const here = all.flatMap((source) =>
      [...verbs].flatMap((verb) =>
        all
          .filter((target) => isDefinedRelationship(source, verb, target))
          .map((target) => `${source} ${verb} ${target}`),
      ),
    );
    expect(here.sort()).toEqual([...asserted].sort());
    expect(asserted.size).toBeGreaterThan(100);
  });

  test('every property that makes an id', () => {
    const asserted = Object.entries(tables.contributing).filter(([, names]) => names.length > 0);
    expect([...contributing].map(([type, names]) => [type, [...names]]).sort()).toEqual(asserted.sort());
    expect(asserted).toHaveLength(17);
  });
});
