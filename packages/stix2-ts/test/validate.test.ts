import { describe, expect, test } from '@jest/globals';
import {
  TLP1_MARKING_IDS,
  TLP2_MARKING_IDS,
  tlp1MarkingObject,
  tlpMarkingObject,
} from '../src/marking/tlp.ts';
import { hasErrors, validateBundle, validateBundleInSlices, validateObject } from '../src/validate.ts';

const uuid = '8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';
const domain = {
  spec_version: '2.1',
  created: '2024-01-01T00:00:00.000Z',
  modified: '2024-01-01T00:00:00.000Z',
};
const of = (type: string, rest: object) => ({ type, id: `${type}--${uuid}`, ...domain, ...rest });
const tool = (rest: object) => of('tool', { name: 'nmap', ...rest });
const indicator = (rest: object) =>
  of('indicator', {
    name: 'n',
    description: 'd',
    pattern: "[url:value = 'x']",
    pattern_type: 'stix',
    valid_from: '2024-01-01T00:00:00Z',
    ...rest,
  });
const ipv4 = (value: string) => ({ type: 'ipv4-addr', id: `ipv4-addr--${uuid}`, value });
const marking = (id: string, rest: object) => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id,
  created: '2024-01-01T00:00:00.000Z',
  definition_type: 'statement',
  definition: { statement: 's' },
  ...rest,
});
const bundle = (...objects: unknown[]) => ({ type: 'bundle', id: `bundle--${uuid}`, objects });

function errorsOf(object: unknown): string[] {
  return validateObject(object)
    .filter((finding) => finding.level === 'error')
    .map((finding) => `${finding.code} ${finding.path}`);
}

describe('broken MUSTs of one object', () => {
  test.each<[unknown, string]>([
    [7, 'NOT_AN_OBJECT $'],
    [[], 'NOT_AN_OBJECT $'],
    [null, 'NOT_AN_OBJECT $'],
    [{}, 'TYPE_MISSING $'],
    [tool({ type: 'Tool' }), 'TYPE_MALFORMED $.type'],
    [tool({ type: 'a'.repeat(28).concat('!') }), 'TYPE_MALFORMED $.type'],
    [tool({ id: undefined }), 'ID_MISSING $'],
    [tool({ id: 'tool--1' }), 'ID_MALFORMED $.id'],
    [tool({ id: `tool--${uuid.toUpperCase()}` }), 'ID_MALFORMED $.id'],
    [tool({ id: `malware--${uuid}` }), 'ID_TYPE_MISMATCH $.id'],
    [tool({ spec_version: undefined }), 'SPEC_VERSION_MISSING $'],
    [tool({ spec_version: '2.0' }), 'STIX_2_0 $.spec_version'],
    [tool({ spec_version: '2.2' }), 'SPEC_VERSION_UNSUPPORTED $.spec_version'],
    [tool({ name: undefined }), 'PROPERTY_MISSING $'],
    [tool({ created: undefined }), 'PROPERTY_MISSING $'],
    [tool({ created: '2024-01-01T00:00:00Z' }), 'TIMESTAMP_PRECISION $.created'],
    [tool({ modified: '2023-12-31T23:59:59.999Z' }), 'MODIFIED_BEFORE_CREATED $.modified'],
    [tool({ modified: '2024-02-30T00:00:00.000Z' }), 'TIMESTAMP_INVALID $.modified'],
    [tool({ name: null }), 'NULL_VALUE $.name'],
    [tool({ name: 7 }), 'WRONG_KIND $.name'],
    [tool({ labels: [] }), 'EMPTY_LIST $.labels'],
    [tool({ labels: ['a', 7] }), 'WRONG_KIND $.labels[1]'],
    [tool({ confidence: 101 }), 'OUT_OF_RANGE $.confidence'],
    [tool({ confidence: 1.5 }), 'INTEGER_INVALID $.confidence'],
    [tool({ revoked: 'true' }), 'WRONG_KIND $.revoked'],
    [tool({ lang: 'not a language' }), 'LANGUAGE_INVALID $.lang'],
    [tool({ severity: 'high' }), 'PROPERTY_RESERVED $.severity'],
    [tool({ x_Y: 1 }), 'PROPERTY_NAME $.x_Y'],
    [tool({ x_empty: [] }), 'EMPTY_LIST $.x_empty'],
    [tool({ x_null: null }), 'NULL_VALUE $.x_null'],
    [tool({ x_null: { a: [null] } }), 'NULL_INSIDE $.x_null.a[0]'],
    [tool({ defanged: true }), 'PROPERTY_NOT_ALLOWED $.defanged'],
    [tool({ external_references: [{ source_name: 'x' }] }), 'PROPERTIES_MISSING $.external_references[0]'],
    [{ type: 'url', id: `url--${uuid}`, value: 'foo' }, 'URI_INVALID $.value'],
    [
      {
        type: 'ipv4-addr',
        id: 'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
        value: '198.51.100.3',
        created: '2024-01-01T00:00:00.000Z',
      },
      'ID_SHARED $.id',
    ],
    [tool({ object_marking_refs: [`tool--${uuid}`] }), 'MARKING_REFERENCE $.object_marking_refs[0]'],
    [tool({ object_marking_refs: ['x'] }), 'REFERENCE_MALFORMED $.object_marking_refs[0]'],
    [tool({ extensions: {} }), 'EMPTY_DICTIONARY $.extensions'],
    [
      tool({ extensions: { [`extension-definition--${uuid}`]: { rank: 1 } } }),
      `EXTENSION_TYPE_MISSING $.extensions["extension-definition--${uuid}"]`,
    ],
    [tool({ extensions: { foo: { rank: 1 } } }), 'EXTENSION_NAME $.extensions.foo'],
    [tool({ granular_markings: [{ selectors: ['name'] }] }), 'PROPERTIES_MISSING $.granular_markings[0]'],
    [
      tool({ granular_markings: [{ selectors: ['labels.[1]'], lang: 'en' }], labels: ['a'] }),
      'MARKING_SELECTOR $.granular_markings[0].selectors[0]',
    ],
    [indicator({ pattern: '[a:b = ]' }), 'PATTERN_INVALID $.pattern'],
    [indicator({ pattern: "[f:name = 'x']" }), 'PATTERN_INVALID $.pattern'],
    [indicator({ pattern: "[file:b = 'x']" }), 'PATTERN_INVALID $.pattern'],
    [indicator({ valid_until: '2024-01-01T00:00:00.000Z' }), 'TIME_ORDER $.valid_until'],
    [of('opinion', { opinion: 'maybe', object_refs: [`tool--${uuid}`] }), 'ENUM_VALUE $.opinion'],
    [of('location', { precision: 1, country: 'pt' }), 'PROPERTIES_MISSING $'],
    [of('location', {}), 'PROPERTIES_MISSING $'],
    [of('location', { latitude: 91, longitude: 1 }), 'OUT_OF_RANGE $.latitude'],
    [of('malware', { is_family: true }), 'PROPERTY_MISSING $'],
    [
      of('vulnerability', {
        name: 'x',
        external_references: [{ source_name: 'CVE', external_id: 'CVE-2024-1234' }],
      }),
      'EXTERNAL_ID $.external_references[0]',
    ],
    [
      of('relationship', {
        relationship_type: 'uses',
        source_ref: `sighting--${uuid}`,
        target_ref: `tool--${uuid}`,
      }),
      'REFERENCE_TYPE $.source_ref',
    ],
    [
      of('relationship', {
        relationship_type: 'Uses',
        source_ref: `malware--${uuid}`,
        target_ref: `tool--${uuid}`,
      }),
      'RELATIONSHIP_TYPE_INVALID $.relationship_type',
    ],
    [of('sighting', { sighting_of_ref: `ipv4-addr--${uuid}` }), 'REFERENCE_TYPE $.sighting_of_ref'],
    [
      of('language-content', { object_ref: `tool--${uuid}`, contents: { fr: { a: 'x' } } }),
      'PROPERTY_NAME $.contents.fr.a',
    ],
    [
      of('language-content', { object_ref: `tool--${uuid}`, contents: { 'not one': { name: 'x' } } }),
      'LANGUAGE_INVALID $.contents["not one"]',
    ],
    [ipv4('192.0.2.256'), 'IPV4_INVALID $.value'],
    [
      { type: 'process', id: 'process--ff1e0780-358c-5808-a8c7-d0fca4ef6ef4', pid: 1 },
      'ID_MUST_BE_RANDOM $.id',
    ],
    [{ type: 'artifact', id: `artifact--${uuid}`, payload_bin: 'abc' }, 'BASE64_INVALID $.payload_bin'],
    [{ type: 'artifact', id: `artifact--${uuid}`, url: 'https://a.example/' }, 'PROPERTIES_MISSING $'],
    [{ type: 'file', id: `file--${uuid}`, hashes: { MD5: 'x' } }, 'HASH_INVALID $.hashes.MD5'],
    [{ type: 'file', id: `file--${uuid}`, name: 'x', name_enc: 'bla' }, 'CHARSET_UNKNOWN $.name_enc'],
    [
      { type: 'file', id: `file--${uuid}`, name: 'x', magic_number_hex: 'FF' },
      'HEX_INVALID $.magic_number_hex',
    ],
    [
      { type: 'file', id: `file--${uuid}`, name: 'x', extensions: { 'pdf-ext': { is_optimized: 1 } } },
      'WRONG_KIND $.extensions["pdf-ext"].is_optimized',
    ],
    [
      {
        type: 'network-traffic',
        id: `network-traffic--${uuid}`,
        protocols: ['tcp'],
        src_ref: `url--${uuid}`,
      },
      'REFERENCE_TYPE $.src_ref',
    ],
    [{ type: 'software', id: `software--${uuid}`, name: 'x', cpe: 'cpe:/a:b' }, 'CPE_INVALID $.cpe'],
    [{ type: 'mac-addr', id: `mac-addr--${uuid}`, value: '00:00:AB:CD:EF:01' }, 'MAC_INVALID $.value'],
    [
      { type: 'windows-registry-key', id: `windows-registry-key--${uuid}`, key: 'HKLM\\x' },
      'HIVE_TRUNCATED $.key',
    ],
    [
      marking('marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168', {
        definition_type: 'tlp',
        definition: { tlp: 'red' },
      }),
      'MARKING_TLP_UNKNOWN $',
    ],
    [marking(TLP1_MARKING_IDS.RED, {}), 'MARKING_TLP_UNKNOWN $'],
    [marking(TLP2_MARKING_IDS.RED, {}), 'MARKING_TLP_UNKNOWN $'],
    [{ ...tlpMarkingObject('CLEAR'), id: TLP2_MARKING_IDS.RED }, 'MARKING_TLP_UNKNOWN $'],
    [{ type: 'bundle', id: `bundle--${uuid}` }, 'BUNDLE_NESTED $'],
  ])('%j: %s', (object, wanted) => {
    expect(errorsOf(object)).toEqual([wanted]);
  });

  test('the path of the caller is a prefix', () => {
    expect(validateObject(tool({ name: 7 }), '$.variables.object')[0]?.path).toBe('$.variables.object.name');
  });
});

describe('kept, with a warning', () => {
  test.each<[unknown, string]>([
    [tool({ tool_types: ['mine'] }), 'VOCABULARY_VALUE $.tool_types[0]'],
    [tool({ x_mine: 1 }), 'CUSTOM_PROPERTY $.x_mine'],
    [tool({ x_mine: { deep: [] } }), 'EMPTY_LIST $.x_mine.deep'],
    [tool({ created_by_ref: `source--${uuid}` }), 'REFERENCE_TYPE $.created_by_ref'],
    [of('x-mine', { thing: 1 }), 'CUSTOM_TYPE $'],
    [
      of('relationship', {
        relationship_type: 'uses',
        source_ref: `tool--${uuid}`,
        target_ref: `malware--${uuid}`,
      }),
      'RELATIONSHIP_UNUSUAL $.relationship_type',
    ],
    [
      { type: 'ipv4-addr', id: 'ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd', value: '198.51.100.3' },
      'ID_NOT_OF_CONTENT $.id',
    ],
    [ipv4('198.51.100.3'), 'ID_NOT_DETERMINISTIC $.id'],
    [
      tool({ external_references: [{ source_name: 'x', url: 'https://a.example/' }] }),
      'PROPERTY_ADVISED $.external_references[0]',
    ],
  ])('%j: %s', (object, wanted) => {
    const findings = validateObject(object);
    expect(hasErrors(findings)).toBe(false);
    expect(findings.map((finding) => `${finding.code} ${finding.path}`)).toContain(wanted);
  });

  test('both forms are accepted where STIX 2.1 and Errata 01 differ', () => {
    for (const summary of [true, 'a text']) {
      expect(hasErrors(validateObject(of('sighting', { sighting_of_ref: `tool--${uuid}`, summary })))).toBe(
        false,
      );
    }
    expect(errorsOf(of('malware', { name: 'x' }))).toEqual([]);
    expect(errorsOf(of('grouping', { context: 'unspecified', object_refs: [`tool--${uuid}`] }))).toEqual([]);
  });

  test('no warning for properties added by a top-level extension', () => {
    const extensions = {
      [`extension-definition--${uuid}`]: { extension_type: 'toplevel-property-extension' },
    };
    expect(validateObject(tool({ rank: 1, extensions }))).toEqual([]);
  });
});

describe('a bundle', () => {
  const known = '11111111-1111-4111-8111-111111111111';
  const marked = tool({ object_marking_refs: [`marking-definition--${known}`] });
  const codes = (content: unknown, options = {}) =>
    validateBundle(content, options).findings.map((finding) => `${finding.code} ${finding.path}`);

  test('that is not a bundle, too large or empty is refused at once', () => {
    expect(codes('x')).toEqual(['NOT_A_BUNDLE $']);
    expect(codes({ type: 'tool' })).toEqual(['NOT_A_BUNDLE $']);
    expect(codes({ type: 'bundle', id: `bundle--${uuid}`, objects: [] })).toEqual(['EMPTY_LIST $.objects']);
    expect(codes(bundle(tool({}), tool({}), tool({})), { maxObjects: 2 })).toEqual([
      'BUNDLE_TOO_LARGE $.objects',
    ]);
    expect(codes(bundle(tool({}), 7))).toEqual(['NOT_AN_OBJECT $.objects[1]']);
    expect(validateBundle(bundle(tool({}), 7)).objects).toEqual([tool({})]);
  });

  test('contains the markings it refers to, unless they are known', () => {
    expect(codes(bundle(marked))).toEqual(['MARKING_NOT_FOUND $.objects[0].object_marking_refs[0]']);
    expect(codes(bundle(marked), { knownMarkings: (id: string) => id.endsWith(known) })).toEqual([]);
    expect(codes(bundle(marked, marking(`marking-definition--${known}`, {})))).toEqual([]);
    const granular = tool({
      granular_markings: [{ selectors: ['name'], marking_ref: `marking-definition--${known}` }],
    });
    expect(codes(bundle(granular))).toEqual([
      'MARKING_NOT_FOUND $.objects[0].granular_markings[0].marking_ref',
    ]);
    for (const id of Object.values({ ...TLP2_MARKING_IDS, ...TLP1_MARKING_IDS })) {
      expect(codes(bundle(tool({ object_marking_refs: [id] })))).toEqual([]);
    }
  });

  test('has no marking that marks itself, directly or through others', () => {
    const ids = ['a', 'b', 'c'].map(
      (letter) => `marking-definition--${letter.repeat(8)}-1111-4111-8111-111111111111`,
    );
    const chain = (from: number, to: number) => marking(ids[from] ?? '', { object_marking_refs: [ids[to]] });
    expect(codes(bundle(chain(0, 0)))).toEqual(['MARKING_SELF $.objects[0].object_marking_refs']);
    const green = tlp1MarkingObject('GREEN');
    expect(codes(bundle({ ...green, object_marking_refs: [green.id] }))).toEqual([
      'MARKING_TLP_FORM $.objects[0].object_marking_refs',
    ]);
    expect(codes(bundle(chain(0, 1), chain(1, 2), chain(2, 0))).sort()).toEqual(
      [0, 1, 2].map((at) => `MARKING_CYCLE $.objects[${at}]`),
    );
    expect(codes(bundle(chain(0, 1), chain(1, 2), marking(ids[2] ?? '', {})))).toEqual([]);
  });

  test('has one content per version', () => {
    expect(codes(bundle(tool({}), tool({})))).toEqual([]);
    expect(codes(bundle(tool({}), tool({ modified: '2024-02-01T00:00:00.000Z', name: 'other' })))).toEqual(
      [],
    );
    expect(codes(bundle(tool({}), tool({ name: 'other' })))).toEqual(['DUPLICATE_OBJECT $.objects[1]']);
  });

  test('keeps dangling references and flags them', () => {
    const author = tool({ created_by_ref: `identity--${known}` });
    expect(codes(bundle(author))).toEqual(['DANGLING_REFERENCE $.objects[0].created_by_ref']);
    expect(codes(bundle(author), { knownObjects: () => true })).toEqual([]);
    expect(codes(bundle(tool({ x_other_ref: `identity--${known}` })))).toContain(
      'DANGLING_REFERENCE $.objects[0].x_other_ref',
    );
  });

  test('validates in slices with the same result, and pauses', async () => {
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const content = bundle(
      ...Array.from({ length: 30 }, (_, at) =>
        indicator({
          pattern: `[url:value IN (${'1,'.repeat(3_000)}${at})]`,
          id: `indicator--${String(at).padStart(8, '0')}${uuid.slice(8)}`,
        }),
      ),
      tool({ name: 7 }),
    );
    expect(await validateBundleInSlices(content, {}, pause)).toEqual(validateBundle(content));
    expect(pauses).toBeGreaterThan(0);
    expect(await validateBundleInSlices('x', {}, pause)).toEqual(validateBundle('x'));
  });

  test('warnings never crowd out errors', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      tool({ tool_types: [`t${at}`], modified: `2024-01-01T00:00:00.${String(at).padStart(3, '0')}Z` }),
    );
    const { findings } = validateBundle(
      bundle(...many, tool({ name: 7, modified: '2025-01-01T00:00:00.000Z' })),
    );
    expect(findings).toHaveLength(100);
    expect(findings[0]).toMatchObject({
      level: 'error',
      code: 'WRONG_KIND',
      path: '$.objects[300].name',
      section: '4.18.1',
    });
  });
});
