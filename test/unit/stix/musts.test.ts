// MUSTs of the text that no schema states, each with its section: what breaks it is refused there and nowhere else,
// and what keeps it is not.
import { describe, expect, test } from '@jest/globals';
import { validateBundle, validateObject } from '../../../src/stix/validate.ts';

const uuid = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const created = '2024-01-01T00:00:00.000Z';
const later = '2024-02-01T00:00:00.000Z';

const domain = (type: string, own: object, id = uuid) => ({
  type,
  spec_version: '2.1',
  id: `${type}--${id}`,
  created,
  modified: created,
  ...own,
});
const observable = (type: string, own: object) => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid}`,
  ...own,
});
const indicator = (pattern: string) =>
  domain('indicator', {
    name: 'i',
    description: 'd',
    pattern,
    pattern_type: 'stix',
    valid_from: created,
  });
const definition = (names: string[]) =>
  domain('extension-definition', {
    created_by_ref: `identity--${uuid}`,
    name: 'e',
    description: 'd',
    schema: 's',
    version: '1.0.0',
    extension_types: ['toplevel-property-extension'],
    extension_properties: names,
  });
const program = (time: string) =>
  observable('file', {
    name: 'x',
    extensions: { 'windows-pebinary-ext': { pe_type: 'exe', time_date_stamp: time } },
  });
const mail = (value: unknown) =>
  observable('email-message', { is_multipart: false, additional_header_fields: { Received: value } });

const observed = (objects: object) =>
  domain('observed-data', {
    first_observed: created,
    last_observed: created,
    number_observed: 1,
    objects,
  });

const errorsOf = (object: unknown) =>
  validateObject(object)
    .filter(({ level }) => level === 'error')
    .map(({ code, section, path }) => `${code} §${section} ${path}`);

describe('one object', () => {
  const file = "[file:name = 'x' AND file:size = 1]";
  test.each<[string, string, unknown, unknown]>([
    [
      'headers are lists of strings',
      'WRONG_KIND §6.6.1 $.additional_header_fields.Received',
      mail(3),
      mail(['x']),
    ],
    [
      'document information is text',
      'WRONG_KIND §6.7.4 $.extensions["pdf-ext"].document_info_dict.Title',
      observable('file', { name: 'x', extensions: { 'pdf-ext': { document_info_dict: { Title: 3 } } } }),
      observable('file', { name: 'x', extensions: { 'pdf-ext': { document_info_dict: { Title: 'x' } } } }),
    ],
    [
      'the stamp of a program is precise to the second',
      'TIMESTAMP_PRECISION §6.7.6 $.extensions["windows-pebinary-ext"].time_date_stamp',
      program('2024-01-01T00:00:00.5Z'),
      program('2024-01-01T00:00:00Z'),
    ],
    [
      'names begin with a letter',
      'PROPERTY_NAME §11.1.1 $["1st"]',
      domain('tool', { name: 'x', '1st': 'x' }),
      domain('tool', { name: 'x', first: 'x' }),
    ],
    [
      'an extension redefines nothing',
      'PROPERTY_RESERVED §7.3 $.extension_properties[0]',
      definition(['created']),
      definition(['score']),
    ],
    [
      'an extension names its properties as any',
      'PROPERTY_NAME §7.3.2 $.extension_properties[0]',
      definition(['Score']),
      definition(['score']),
    ],
    [
      'AND is about one object',
      'PATTERN_UNSATISFIABLE §9.5 $.pattern',
      indicator("[file:name = 'x' AND url:value = 'y']"),
      indicator(file),
    ],
    [
      'AND is about one object that some operand leaves open',
      'PATTERN_UNSATISFIABLE §9.5 $.pattern',
      indicator("[(file:name = 'x' OR url:value = 'y') AND mutex:name = 'z']"),
      indicator("[(file:name = 'x' OR url:value = 'y') AND url:value = 'z']"),
    ],
    [
      'one observation is of objects that belong together',
      'OBJECTS_UNRELATED §4.14.1 $.objects',
      observed({ 0: { type: 'url', value: 'https://a.example/' }, 1: { type: 'mutex', name: 'm' } }),
      observed({
        0: { type: 'domain-name', value: 'a.example', resolves_to_refs: ['1'] },
        1: { type: 'ipv4-addr', value: '192.0.2.1' },
      }),
    ],
    [
      'an index begins at nought',
      'PATTERN_INVALID §9 $.pattern',
      indicator("[network-traffic:protocols[-1] = 'tcp']"),
      indicator("[network-traffic:protocols[0] = 'tcp']"),
    ],
    [
      'half a character is no text, however deep',
      'TEXT_BROKEN §2.15 $.x_notes[1].a',
      domain('tool', { name: 'x', x_notes: ['b', { a: 'half \ud83c' }] }),
      domain('tool', { name: 'x', x_notes: ['b', { a: 'whole \ud83c\udf88' }] }),
    ],
    [
      'a number that no double holds is none',
      'NUMBER_TOO_LARGE §2.6 $.x_score',
      domain('tool', { name: 'x', x_score: JSON.parse('1e400') }),
      domain('tool', { name: 'x', x_score: JSON.parse('1e300') }),
    ],
    [
      'an object has an end',
      'OBJECT_TOO_LARGE §3.1 $',
      domain('tool', { name: 'x', labels: Array.from({ length: 50_001 }, () => 'l') }),
      domain('tool', { name: 'x', labels: Array.from({ length: 40_000 }, () => 'l') }),
    ],
    [
      'subsets are of networks',
      'PATTERN_INVALID §9.6.1 $.pattern',
      indicator("[ipv4-addr:value ISSUBSET 'example.com']"),
      indicator("[ipv4-addr:value ISSUBSET '192.0.2.0/24']"),
    ],
    [
      'subsets are of addresses',
      'PATTERN_INVALID §9.6.1 $.pattern',
      indicator("[file:name ISSUPERSET '192.0.2.0/24']"),
      indicator("[network-traffic:dst_ref.value ISSUPERSET '192.0.2.0/24']"),
    ],
  ])('%s', (_, finding, wrong, right) => {
    expect(errorsOf(wrong)).toEqual([finding]);
    expect(errorsOf(right)).toEqual([]);
  });

  test('a header that is a bare string, as older content has it, is kept with a warning', () => {
    expect(errorsOf(mail('x'))).toEqual([]);
    expect(validateObject(mail('x')).map(({ code }) => code)).toContain('OLDER_FORM');
  });
});

describe('objects together', () => {
  const tool = domain('tool', { name: 'x', aliases: ['a', 'b'] });
  const creator = { created_by_ref: `identity--${other}` };
  const translation = (contents: object) =>
    domain(
      'language-content',
      { object_ref: tool.id, object_modified: created, contents: { de: contents } },
      other,
    );
  const family = domain('malware', { name: 'x', is_family: true });
  const sample = domain('malware', { is_family: false }, other);
  const variant = (source_ref: string, target_ref: string) =>
    domain('relationship', { relationship_type: 'variant-of', source_ref, target_ref });

  test.each<[string, string, unknown[], unknown[]]>([
    [
      'created stays',
      'CREATED_CHANGED §3.2 $.objects[1].created',
      [tool, { ...tool, created: later, modified: later }],
      [tool, { ...tool, modified: later }],
    ],
    [
      'the creator stays',
      'CREATOR_CHANGED §3.6 $.objects[1]',
      [tool, { ...tool, ...creator, modified: later }],
      [
        { ...tool, ...creator },
        { ...tool, ...creator, modified: later },
      ],
    ],
    [
      'revoked is for good, whatever the order in the bundle',
      'VERSION_AFTER_REVOKED §3.6 $.objects[0]',
      [
        { ...tool, modified: later },
        { ...tool, revoked: true },
      ],
      [{ ...tool, modified: later, revoked: true }, tool],
    ],
    [
      'one UUID is one object of its creator',
      'ID_REUSED §2.9 $.objects[1].id',
      [{ ...tool, ...creator }, domain('campaign', { name: 'c', ...creator })],
      [{ ...tool, ...creator }, domain('campaign', { name: 'c' })],
    ],
    [
      'a translation of a text is a text',
      'TRANSLATION_SHAPE §7.1.1 $.objects[1].contents.de.name',
      [tool, translation({ name: ['y'] })],
      [tool, translation({ name: 'y', unknown_name: ['y'] })],
    ],
    [
      'a translation of a list is as long',
      'TRANSLATION_SHAPE §7.1.1 $.objects[1].contents.de.aliases',
      [tool, translation({ aliases: ['c'] })],
      [tool, translation({ aliases: ['c', ''] })],
    ],
    [
      'a family is no variant of a sample',
      'VARIANT_OF_SAMPLE §4.11.2 $.objects[2]',
      [family, sample, variant(family.id, sample.id)],
      [family, sample, variant(sample.id, family.id)],
    ],
  ])('%s', (_, finding, wrong, right) => {
    const read = (objects: unknown[]) =>
      validateBundle({ type: 'bundle', id: `bundle--${uuid}`, objects })
        .findings.filter(({ level }) => level === 'error')
        .map(({ code, section, path }) => `${code} §${section} ${path}`);
    expect(read(wrong)).toEqual([finding]);
    expect(read(right)).toEqual([]);
  });
});
