import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { aliasesOf, cveOf, entityKey } from '../src/entity/entity-key.ts';
import { isNear, spanOf } from '../src/entity/span.ts';

const aliasKeys = (object: unknown) => aliasesOf(object).map(({ key }) => key);

const indicator = (pattern: string, language = 'stix') => ({
  type: 'indicator',
  pattern_type: language,
  pattern,
});

test('indicators with equivalent patterns are one entity', () => {
  const key = entityKey(indicator("[file:name='a' AND file:size=1]"));
  expect(key).toMatch(/^indicator:[0-9a-f]{64}$/);
  expect(entityKey(indicator("[file:size = 1 AND file:name = 'a']"))).toBe(key);
  expect(entityKey(indicator("[file:name='a' AND file:size=1]", 'yara'))).not.toBe(key);
  expect(entityKey(indicator(' rule a {} ', 'yara'))).toBe(entityKey(indicator('rule a {}', 'yara')));
  expect(entityKey({ type: 'indicator' })).toBeNull();
});

test('vulnerabilities with the same CVE are one entity', () => {
  const reference = (id: string) => ({ source_name: 'cve', external_id: id });
  expect(cveOf({ name: 'x', external_references: [reference('CVE-2024-12345')] })).toBe('CVE-2024-12345');
  expect(cveOf({ name: 'cve-2024-12345' })).toBe('CVE-2024-12345');
  expect(
    cveOf({ name: 'x', external_references: [reference('CVE-2024-1111'), reference('CVE-2024-2222')] }),
  ).toBeNull();
  expect(cveOf({ name: 'Heartbleed' })).toBeNull();
  expect(cveOf(null)).toBeNull();
  expect(entityKey({ type: 'vulnerability', name: 'CVE-2024-12345' })).toBe('vulnerability:CVE-2024-12345');
});

test('observables have their deterministic id as key; objects with too little content have none', () => {
  expect(entityKey({ type: 'ipv4-addr', value: '198.51.100.3' })).toBe(
    'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
  );
  expect(entityKey({ type: 'process', pid: 1 })).toBeNull();
  expect(entityKey({ type: 'report', name: 'x' })).toBeNull();
  expect(entityKey(undefined)).toBeNull();
});

describe('names', () => {
  const named = (type: string, name: string, more: object = {}) => entityKey({ type, name, ...more });

  test.each([
    ['intrusion-set', 'APT28', 'apt 28'],
    ['intrusion-set', 'Lazarus Group', 'LAZARUS'],
    ['threat-actor', 'Équipe Bleue', 'equipe-bleue Team'],
    ['malware', 'LockBit', 'L0ckBit Ransomware'],
    ['tool', 'PsExec', 'ps-exec'],
    ['campaign', 'Operation Aurora', 'Aurora campaign'],
    ['identity', 'Acme, Inc.', 'ACME INC'],
    ['attack-pattern', 'Spear Phishing', 'spear-phishing'],
  ])('of %s: %s and %s are one entity', (type, one, other) => {
    expect(named(type, one)).not.toBeNull();
    expect(named(type, other)).toBe(named(type, one));
  });

  test.each([
    ['intrusion-set', 'APT28', 'APT29'],
    ['malware', 'LockBit', 'LockBit 3.0'],
    ['malware', 'Mirai', 'BianLian'],
    ['threat-actor', 'TA505', 'TAsos'],
  ])('of %s: %s and %s are two entities', (type, one, other) => {
    expect(named(type, one)).not.toBeNull();
    expect(named(type, other)).not.toBe(named(type, one));
  });

  test('types, families and samples, and classes of identities are distinct', () => {
    expect(named('malware', 'Emotet', { is_family: false })).not.toBe(
      named('malware', 'Emotet', { is_family: true }),
    );
    expect(named('tool', 'Emotet')).not.toBe(named('malware', 'Emotet'));
    expect(named('identity', 'Energy', { identity_class: 'class' })).not.toBe(
      named('identity', 'Energy', { identity_class: 'organization' }),
    );
    expect(named('identity', 'Ana Silva', { identity_class: 'individual' })).toBeNull();
  });

  test('a generic or very short word is not a name', () => {
    for (const name of ['Backdoor', 'Ransomware Group', 'x', '...', '', 'n'.repeat(300)])
      expect(named('malware', name)).toBeNull();
  });

  test('aliases are keys of the same form, without the name itself', () => {
    const actor = {
      type: 'intrusion-set',
      name: 'APT28',
      aliases: ['Fancy Bear', 'apt-28', 'Sofacy Group', 7],
    };
    expect(aliasKeys(actor)).toEqual([
      entityKey({ type: 'intrusion-set', name: 'fancybear' }),
      entityKey({ type: 'intrusion-set', name: 'Sofacy' }),
    ]);
    expect(aliasKeys({ type: 'identity', name: 'A', aliases: ['B'] })).toEqual([]);
    expect(aliasKeys(null)).toEqual([]);
  });
});

describe('entities with more than a name', () => {
  const reference = (source_name: string, external_id: string) => ({ source_name, external_id });

  test('techniques and mitigations use catalogue ids, ATT&CK before CAPEC', () => {
    const technique = (name: string, ...external_references: object[]) =>
      entityKey({ type: 'attack-pattern', name, external_references });
    const known = technique(
      'Brute Force',
      reference('mitre-attack', 'T1110'),
      reference('capec', 'CAPEC-49'),
    );
    expect(technique('Guessing', reference('mitre-attack', 't1110'))).toBe(known);
    expect(technique('Brute Force', reference('capec', 'CAPEC-49'))).not.toBe(known);
    const mitigation = (...external_references: object[]) =>
      entityKey({ type: 'course-of-action', name: 'Apply the patch', external_references });
    expect(mitigation(reference('mitre-attack', 'M0951'))).not.toBeNull();
    expect(mitigation(reference('vendor', 'KB-1'))).toBeNull();
  });

  test('places, reports, groupings, incidents and relationships', () => {
    const place = (more: object) => entityKey({ type: 'location', ...more });
    expect(place({ name: 'Germany', country: 'DE' })).toBe(
      place({ region: 'western-europe', country: 'de' }),
    );
    expect(place({ region: 'western-europe' })).not.toBe(place({ country: 'DE' }));
    expect(place({ latitude: 1.5, longitude: 2 })).toBe(place({ name: 'x', latitude: 1.5, longitude: 2 }));
    const report = (published: string) => entityKey({ type: 'report', name: 'A flaw', published });
    expect(report('2026-01-01T00:00:00Z')).toBe(report('2026-01-01T00:00:00.000Z'));
    expect(report('2026-01-02T00:00:00Z')).not.toBe(report('2026-01-01T00:00:00Z'));
    const grouping = (object_refs: string[]) =>
      entityKey({ type: 'grouping', name: 'Indicators', context: 'suspicious-activity', object_refs });
    expect(grouping(['b', 'a'])).toBe(grouping(['a', 'b']));
    expect(grouping(['a'])).not.toBe(grouping(['a', 'b']));
    const incident = (more: object) => entityKey({ type: 'incident', name: 'Phishing', ...more });
    expect(incident({})).toBeNull();
    expect(incident({ external_references: [reference('cert', 'INC-1')] })).not.toBeNull();
    const edge = (source_ref: string, more: object = {}) =>
      entityKey({ type: 'relationship', relationship_type: 'uses', source_ref, target_ref: 't', ...more });
    expect(edge('a')).toBe(edge('a', { description: 'x' }));
    expect(edge('a')).not.toBe(edge('b'));
    expect(edge('a', { start_time: '2026-01-01T00:00:00Z' })).toBe(edge('a'));
  });

  test('relationships within thirty days are one entity; those without times match only each other', () => {
    const near = (one: object, other: object) => {
      const spans = [one, other].map((times) => spanOf({ type: 'relationship', ...times }) ?? {});
      return [isNear(spans[0] ?? {}, spans[1] ?? {}), isNear(spans[1] ?? {}, spans[0] ?? {})];
    };
    const from = (start_time: string, stop_time?: string) =>
      stop_time === undefined ? { start_time } : { start_time, stop_time };
    expect(near({}, {})).toEqual([true, true]);
    expect(near(from('2026-01-01T00:00:00Z'), from('2026-01-31T00:00:00.000Z'))).toEqual([true, true]);
    expect(near(from('2026-01-01T00:00:00Z'), from('2026-01-31T00:00:00.001Z'))).toEqual([false, false]);
    expect(near(from('2016-12-31T23:59:60Z'), from('2017-01-01T00:00:00Z'))).toEqual([true, true]);
    expect(near(from('2026-01-01T00:00:00Z'), {})).toEqual([false, false]);
    const [year, month] = [from('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'), '2026-02-01T00:00:00Z'];
    expect(near(year, from('2026-01-01T00:00:00Z', month))).toEqual([false, false]);
    expect(near(year, from('2026-01-01T00:00:00Z'))).toEqual([false, false]);
    expect(spanOf({ type: 'malware', start_time: month })).toBeNull();
  });
});

test('no two objects of ATT&CK for ICS become one entity, by name or by alias', () => {
  const file = new URL('../../../data/attack-ics/ics-attack-18.1.json', import.meta.url);
  const { objects } = JSON.parse(readFileSync(file, 'utf8')) as { objects: Record<string, unknown>[] };
  const current = objects.filter(
    (object) => object['revoked'] !== true && object['x_mitre_deprecated'] !== true,
  );
  const byKey = Map.groupBy(
    current.filter((object) => entityKey(object) !== null),
    (object) => entityKey(object),
  );
  expect(byKey.size).toBeGreaterThan(1_000);
  expect([...byKey].filter(([, same]) => same.length > 1)).toEqual([]);
  const joined = current.flatMap((object) =>
    aliasKeys(object).filter((key) => byKey.get(key)?.some(({ id }) => id !== object['id']) === true),
  );
  expect(joined).toEqual([]);
});
