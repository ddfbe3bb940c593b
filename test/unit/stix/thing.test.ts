import { expect, test } from '@jest/globals';
import { cveOf, thingKey } from '../../../src/stix/thing.ts';

const indicator = (pattern: string, language = 'stix') => ({
  type: 'indicator',
  pattern_type: language,
  pattern,
});

test('indicators are one by what their pattern means', () => {
  const key = thingKey(indicator("[file:name='a' AND file:size=1]"));
  expect(key).toMatch(/^indicator:[0-9a-f]{64}$/);
  expect(thingKey(indicator("[file:size = 1 AND file:name = 'a']"))).toBe(key);
  expect(thingKey(indicator("[file:name='a' AND file:size=1]", 'yara'))).not.toBe(key);
  expect(thingKey(indicator(' rule a {} ', 'yara'))).toBe(thingKey(indicator('rule a {}', 'yara')));
  expect(thingKey({ type: 'indicator' })).toBeNull();
});

test('vulnerabilities are one by their CVE', () => {
  const reference = (id: string) => ({ source_name: 'cve', external_id: id });
  expect(cveOf({ name: 'x', external_references: [reference('CVE-2024-12345')] })).toBe('CVE-2024-12345');
  expect(cveOf({ name: 'cve-2024-12345' })).toBe('CVE-2024-12345');
  expect(
    cveOf({ name: 'x', external_references: [reference('CVE-2024-1111'), reference('CVE-2024-2222')] }),
  ).toBeNull();
  expect(cveOf({ name: 'Heartbleed' })).toBeNull();
  expect(cveOf(null)).toBeNull();
  expect(thingKey({ type: 'vulnerability', name: 'CVE-2024-12345' })).toBe('vulnerability:CVE-2024-12345');
});

test('observables are one by their deterministic id, all else by its own id only', () => {
  expect(thingKey({ type: 'ipv4-addr', value: '198.51.100.3' })).toBe(
    'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
  );
  expect(thingKey({ type: 'process', pid: 1 })).toBeNull();
  expect(thingKey({ type: 'report', name: 'x' })).toBeNull();
  expect(thingKey(undefined)).toBeNull();
});
