// MUSTs of the standard that no schema expresses, each with its section: a violation is an error at its path and
// nowhere else, and the valid form is accepted.
import { describe, expect, test } from '@jest/globals';
import { validateBundle, validateObject } from '../src/validate.ts';

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

const nested = { extension_type: 'property-extension' };

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
      'header values are lists, not bare strings',
      'OLDER_FORM §6.6.1 $.additional_header_fields.Received',
      mail('x'),
      mail(['x', 'y']),
    ],
    [
      'a required list names something',
      'LIST_REQUIRED §4.16.1 $.object_refs',
      domain('report', { name: 'x', published: created, object_refs: [] }),
      domain('report', { name: 'x', published: created, object_refs: [`tool--${other}`] }),
    ],
    [
      'a label of a domain name holds letters, digits and hyphens',
      'DOMAIN_LABELS §6.4.1 $.value',
      observable('domain-name', { value: 'a_b.example' }),
      observable('domain-name', { value: 'bücher.example' }),
    ],
    [
      'document information values are strings',
      'WRONG_KIND §6.7.4 $.extensions["pdf-ext"].document_info_dict.Title',
      observable('file', { name: 'x', extensions: { 'pdf-ext': { document_info_dict: { Title: 3 } } } }),
      observable('file', { name: 'x', extensions: { 'pdf-ext': { document_info_dict: { Title: 'x' } } } }),
    ],
    [
      'the time stamp of a program has whole seconds',
      'TIMESTAMP_PRECISION §6.7.6 $.extensions["windows-pebinary-ext"].time_date_stamp',
      program('2024-01-01T00:00:00.5Z'),
      program('2024-01-01T00:00:00Z'),
    ],
    [
      'property names begin with a letter',
      'PROPERTY_NAME §11.1.1 $["1st"]',
      domain('tool', { name: 'x', '1st': 'x' }),
      domain('tool', { name: 'x', first: 'x' }),
    ],
    [
      'an extension redefines no common property',
      'PROPERTY_RESERVED §7.3 $.extension_properties[0]',
      definition(['created']),
      definition(['score']),
    ],
    [
      'property names of an extension follow the usual rules',
      'PROPERTY_NAME §7.3.2 $.extension_properties[0]',
      definition(['Score']),
      definition(['score']),
    ],
    [
      'AND applies to one object',
      'PATTERN_UNSATISFIABLE §9.5 $.pattern',
      indicator("[file:name = 'x' AND url:value = 'y']"),
      indicator(file),
    ],
    [
      'AND applies to one object, even if some operand allows several types',
      'PATTERN_UNSATISFIABLE §9.5 $.pattern',
      indicator("[(file:name = 'x' OR url:value = 'y') AND mutex:name = 'z']"),
      indicator("[(file:name = 'x' OR url:value = 'y') AND url:value = 'z']"),
    ],
    [
      'the objects of one observation are related',
      'OBJECTS_UNRELATED §4.14.1 $.objects',
      observed({ 0: { type: 'url', value: 'https://a.example/' }, 1: { type: 'mutex', name: 'm' } }),
      observed({
        0: { type: 'domain-name', value: 'a.example', resolves_to_refs: ['1'] },
        1: { type: 'ipv4-addr', value: '192.0.2.1' },
      }),
    ],
    [
      'an index starts at zero',
      'PATTERN_INVALID §9 $.pattern',
      indicator("[network-traffic:protocols[-1] = 'tcp']"),
      indicator("[network-traffic:protocols[0] = 'tcp']"),
    ],
    [
      'a container holds observables of STIX 2.0 or 2.1',
      'PROPERTY_MISSING §6.8.1 $.objects["0"]',
      observed({ 0: { type: 'ipv4-addr' } }),
      observed({ 0: { type: 'process', name: 'a property of STIX 2.0' } }),
    ],
    [
      'values in a container have the kind of their property',
      'WRONG_KIND §6.4.1 $.objects["0"].value',
      observed({ 0: { type: 'domain-name', value: 5 } }),
      observed({ 0: { type: 'x-odd', value: 5 } }),
    ],
    [
      'keys in a container point to an allowed type',
      'REFERENCE_TYPE §2.13 $.objects["0"].src_ref',
      observed({
        0: { type: 'network-traffic', protocols: ['tcp'], src_ref: '1' },
        1: { type: 'url', value: 'a:b' },
      }),
      observed({
        0: { type: 'network-traffic', protocols: ['tcp'], src_ref: '1' },
        1: { type: 'ipv4-addr', value: '192.0.2.1' },
      }),
    ],
    [
      'a type is reserved',
      'TYPE_RESERVED §3.8 $.type',
      domain('action', { name: 'x' }),
      domain('x-action', { name: 'x' }),
    ],
    [
      'header fields are decoded',
      'HEADER_ENCODED §6.6 $.subject',
      observable('email-message', { is_multipart: false, subject: '=?iso-8859-1?q?this=20is=20text?=' }),
      observable('email-message', { is_multipart: false, subject: 'this = is? text?=' }),
    ],
    [
      'all header fields are decoded',
      'HEADER_ENCODED §6.6 $.additional_header_fields.Received',
      mail(['x', '=?utf-8?B?w7w=?=']),
      mail(['x', 'ü']),
    ],
    [
      'a label does not begin or end with a hyphen',
      'DOMAIN_INVALID §6.4.1 $.value',
      observable('domain-name', { value: 'a.b-.example' }),
      observable('domain-name', { value: 'xn--a-b.example' }),
    ],
    [
      'brackets occur only in the host of a URL',
      'URI_INVALID §6.15.1 $.value',
      observable('url', { value: 'https://a.example/[x]' }),
      observable('url', { value: 'https://[2001:db8::1]/x' }),
    ],
    [
      'a URL has one fragment',
      'URI_INVALID §6.15.1 $.value',
      observable('url', { value: 'https://a.example/#x#y' }),
      observable('url', { value: 'https://a.example/#x' }),
    ],
    [
      'a translation has some text',
      'EMPTY_DICTIONARY §2.3 $.contents.de',
      domain('language-content', { object_ref: `tool--${other}`, contents: { de: {} } }),
      domain('language-content', { object_ref: `tool--${other}`, contents: { de: { name: 'x' } } }),
    ],
    [
      'a custom extension has properties',
      'PROPERTIES_MISSING §11.3.1 $.extensions["x-foo-ext"]',
      observable('file', { name: 'x', extensions: { 'x-foo-ext': {} } }),
      observable('file', { name: 'x', extensions: { 'x-foo-ext': { rank: 1 } } }),
    ],
    [
      'property names of a custom extension follow the usual rules',
      'PROPERTY_NAME §11.3.1 $.extensions["x-foo-ext"]["Foo Bar"]',
      observable('file', { name: 'x', extensions: { 'x-foo-ext': { 'Foo Bar': 1 } } }),
      observable('file', { name: 'x', extensions: { 'x-foo-ext': { foo_bar: { 'Foo Bar': 1 } } } }),
    ],
    [
      'property names in an extension follow the usual rules',
      `PROPERTY_NAME §7.3.2 $.extensions["extension-definition--${other}"].Rank`,
      domain('tool', {
        name: 'x',
        extensions: { [`extension-definition--${other}`]: { ...nested, Rank: 1 } },
      }),
      domain('tool', {
        name: 'x',
        extensions: { [`extension-definition--${other}`]: { ...nested, rank: 1 } },
      }),
    ],
    [
      'a dictionary is not empty',
      'EMPTY_DICTIONARY §2.3 $.x_notes',
      domain('tool', { name: 'x', x_notes: {} }),
      domain('tool', { name: 'x', x_notes: { inner: {} } }),
    ],
    [
      'a lone surrogate is refused at any depth',
      'TEXT_BROKEN §2.15 $.x_notes[1].a',
      domain('tool', { name: 'x', x_notes: ['b', { a: 'half \ud83c' }] }),
      domain('tool', { name: 'x', x_notes: ['b', { a: 'whole \ud83c\udf88' }] }),
    ],
    [
      'a number beyond the range of a double is refused',
      'NUMBER_TOO_LARGE §2.6 $.x_score',
      domain('tool', { name: 'x', x_score: JSON.parse('1e400') }),
      domain('tool', { name: 'x', x_score: JSON.parse('1e300') }),
    ],
    [
      'an object is bounded',
      'OBJECT_TOO_LARGE §3.1 $',
      domain('tool', { name: 'x', labels: Array.from({ length: 50_001 }, () => 'l') }),
      domain('tool', { name: 'x', labels: Array.from({ length: 40_000 }, () => 'l') }),
    ],
    [
      'ISSUBSET compares with a network',
      'PATTERN_INVALID §9.6.1 $.pattern',
      indicator("[ipv4-addr:value ISSUBSET 'example.com']"),
      indicator("[ipv4-addr:value ISSUBSET '192.0.2.0/24']"),
    ],
    [
      'ISSUBSET compares addresses',
      'PATTERN_INVALID §9.6.1 $.pattern',
      indicator("[file:name ISSUPERSET '192.0.2.0/24']"),
      indicator("[network-traffic:dst_ref.value ISSUPERSET '192.0.2.0/24']"),
    ],
  ])('%s', (_, finding, wrong, right) => {
    expect(errorsOf(wrong)).toEqual([finding]);
    expect(errorsOf(right)).toEqual([]);
  });

  test.each([
    [{ x_a_hex: 'XYZ', x_b_hex: 'ff' }, 'HEX_INVALID $.x_a_hex'],
    [{ x_a_bin: '!!', x_b_bin: 'aGk=' }, 'BASE64_INVALID $.x_a_bin'],
    [{ x_a_ref: 'nowhere', x_b_ref: `tool--${other}` }, 'REFERENCE_MALFORMED $.x_a_ref'],
    [{ x_a_refs: `tool--${other}`, x_b_refs: [`tool--${other}`] }, 'REFERENCE_MALFORMED $.x_a_refs'],
  ])(
    'a custom property that does not hold what its name implies is kept with a warning: %j',
    (own, finding) => {
      const found = validateObject(domain('tool', { name: 'x', ...own }));
      expect(found.filter(({ level }) => level === 'error')).toEqual([]);
      const odd = found.filter(({ code }) => code !== 'CUSTOM_PROPERTY');
      expect(odd.map(({ code, path }) => `${code} ${path}`)).toEqual([finding]);
    },
  );
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
      'the creator does not change',
      'CREATOR_CHANGED §3.6 $.objects[1]',
      [tool, { ...tool, ...creator, modified: later }],
      [
        { ...tool, ...creator },
        { ...tool, ...creator, modified: later },
      ],
    ],
    [
      'a revocation is final, whatever the order in the bundle',
      'VERSION_AFTER_REVOKED §3.6 $.objects[0]',
      [
        { ...tool, modified: later },
        { ...tool, revoked: true },
      ],
      [{ ...tool, modified: later, revoked: true }, tool],
    ],
    [
      'a creator uses a UUID for one object only',
      'ID_REUSED §2.9 $.objects[1].id',
      [{ ...tool, ...creator }, domain('campaign', { name: 'c', ...creator })],
      [{ ...tool, ...creator }, domain('campaign', { name: 'c' })],
    ],
    [
      'the translation of a string is a string',
      'TRANSLATION_SHAPE §7.1.1 $.objects[1].contents.de.name',
      [tool, translation({ name: ['y'] })],
      [tool, translation({ name: 'y', unknown_name: ['y'] })],
    ],
    [
      'the translation of a list has the same length',
      'TRANSLATION_SHAPE §7.1.1 $.objects[1].contents.de.aliases',
      [tool, translation({ aliases: ['c'] })],
      [tool, translation({ aliases: ['c', ''] })],
    ],
    [
      'a family is not a variant of a sample',
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
