import { describe, expect, test } from '@jest/globals';
import { createObject, newVersion } from '../../src/create.ts';
import { isIdentifier } from '../../src/identifier.ts';
import { predefinedMarking } from '../../src/marking/predefined.ts';
import { TLP2_MARKING_IDS } from '../../src/marking/tlp.ts';
import { hasErrors, isValid, validateObject } from '../../src/validate.ts';

const at = new Date('2026-03-01T12:00:00.250Z');
const later = new Date('2026-03-02T00:00:00Z');

describe('a new object', () => {
  test('of a domain type has a random id and timestamps', () => {
    const malware = createObject('malware', { name: 'Example', is_family: true }, at);
    expect(malware).toEqual({
      type: 'malware',
      spec_version: '2.1',
      id: malware.id,
      created: '2026-03-01T12:00:00.250Z',
      modified: '2026-03-01T12:00:00.250Z',
      name: 'Example',
      is_family: true,
    });
    expect(isIdentifier(malware.id)).toBe(true);
    expect(createObject('malware', { name: 'Example', is_family: true }, at).id).not.toBe(malware.id);
    expect(validateObject(malware)).toEqual([]);
  });

  test('of an observable has the id of its content and no timestamps', () => {
    const address = createObject('ipv4-addr', { value: '198.51.100.3' });
    expect(address).toEqual({
      type: 'ipv4-addr',
      spec_version: '2.1',
      id: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
      value: '198.51.100.3',
    });
    expect(createObject('process', { pid: 1 }).id).toMatch(/^process--.{14}4/);
  });

  test('of a marking definition has no modified', () => {
    const marking = createObject('marking-definition', {
      definition_type: 'statement',
      definition: { statement: 'Copyright 2026' },
    });
    expect(Object.keys(marking)).toContain('created');
    expect(Object.keys(marking)).not.toContain('modified');
    expect(hasErrors(validateObject(marking))).toBe(false);
  });

  test('keeps the given properties', () => {
    const id = 'tool--31b940d4-6f7f-459a-80ea-9c1f17b58abc';
    const tool = createObject('tool', { id, name: 'x', created: '2020-01-01T00:00:00.000Z' }, at);
    expect([tool.id, tool.created, tool.modified]).toEqual([
      id,
      '2020-01-01T00:00:00.000Z',
      at.toISOString(),
    ]);
  });

  test('with an invalid date is refused', () => {
    expect(() => createObject('tool', { name: 'x' }, new Date('never'))).toThrow(RangeError);
  });
});

describe('a new version', () => {
  const first = createObject('tool', { name: 'x', description: 'old', tool_version: '1' }, at);

  test('has the changes and a new time, and keeps the rest', () => {
    const second = newVersion(first, { name: 'y', description: undefined }, later);
    const { description: _, ...rest } = first;
    expect(second).toEqual({ ...rest, name: 'y', modified: '2026-03-02T00:00:00.000Z' });
    expect(Object.keys(second)).not.toContain('description');
    expect(first.name).toBe('x');
  });

  test('may revoke the object once', () => {
    const revoked = newVersion(first, { revoked: true }, later);
    expect(revoked.revoked).toBe(true);
    expect(() => newVersion(revoked, { name: 'z' }, new Date('2026-03-03T00:00:00Z'))).toThrow(/revoked/);
  });

  test('is later than the previous one, compared by digits', () => {
    expect(() => newVersion(first, {}, at)).toThrow(/not after/);
    expect(() => newVersion(first, {}, new Date(at.getTime() - 1))).toThrow(/not after/);
    expect(newVersion(first, {}, new Date(at.getTime() + 1)).modified).toBe('2026-03-01T12:00:00.251Z');
  });

  test.each(['type', 'id', 'created', 'created_by_ref', 'modified'])('cannot change %s', (name) => {
    expect(() => newVersion(first, { [name]: 'x' }, later)).toThrow(RangeError);
  });

  test('of an object without versions is refused', () => {
    const address = createObject('ipv4-addr', { value: '198.51.100.3' });
    expect(() => newVersion(address, {}, later)).toThrow(/no versions/);
    const marking = predefinedMarking(TLP2_MARKING_IDS.RED);
    expect(() => newVersion(marking ?? first, {}, later)).toThrow(/no versions/);
  });
});

test('isValid accepts values of the named type without errors', () => {
  const tool = createObject('tool', { name: 'x' }, at);
  expect(isValid('tool', tool)).toBe(true);
  expect(isValid('malware', tool)).toBe(false);
  expect(isValid('tool', { ...tool, name: 1 })).toBe(false);
  expect(isValid('tool', null)).toBe(false);
});
