// Finding codes that no other test covers: what triggers each, at which path, and whether it is an error.
import { expect, test } from '@jest/globals';
import { validateBundle, validateObject } from 'stix2-ts/validate';

const uuid = '11111111-1111-4111-8111-111111111111';
const created = '2024-01-01T00:00:00.000Z';

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
const tool = (own: object) => domain('tool', { name: 'x', ...own });
const observed = (objects: object) =>
  domain('observed-data', { first_observed: created, last_observed: created, number_observed: 1, objects });
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });

test.each<[string, object]>([
  [
    'error PATTERN_TOO_LONG $.pattern',
    domain('indicator', {
      name: 'i',
      description: 'd',
      pattern: 'x'.repeat(70_000),
      pattern_type: 'snort',
      valid_from: created,
    }),
  ],
  ['error TOO_DEEP', tool({ x_deep: deep(200) })],
  [
    'error DICTIONARY_KEY $.environment_variables["a b"]',
    observable('process', {
      pid: 1,
      environment_variables: { 'a b': 'x' },
    }),
  ],
  ['error EMAIL_INVALID $.value', observable('email-addr', { value: 'Somebody <a@b.example>' })],
  ['error IPV6_INVALID $.value', observable('ipv6-addr', { value: '2001:db8::1::2' })],
  [
    'error PROPERTIES_CONFLICT $',
    observable('artifact', {
      payload_bin: 'YQ==',
      url: 'https://a.example/',
      hashes: { MD5: 'd41d8cd98f00b204e9800998ecf8427e' },
    }),
  ],
  [
    'error REFERENCE_LOST $.objects["0"].src_ref',
    observed({
      '0': { type: 'network-traffic', protocols: ['tcp'], src_ref: '7' },
    }),
  ],
  ['warning MIME_INVALID $.mime_type', observable('file', { name: 'x', mime_type: 'pdf' })],
  ['warning DEFANGED $.value', observable('url', { value: 'hxxps://c2[.]example/a' })],
  ['warning OLDER_FORM $.labels', domain('threat-actor', { name: 'x', labels: ['crime-syndicate'] })],
  ['error DOMAIN_LABELS $.value', observable('domain-name', { value: '_dmarc.example.com' })],
  ['error MARKING_REFERENCE $.object_marking_refs[0]', tool({ object_marking_refs: [`identity--${uuid}`] })],
  [
    'error MARKING_TLP_FORM $',
    {
      type: 'marking-definition',
      id: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
      created: '2017-01-20T00:00:00.000Z',
      definition_type: 'tlp',
      name: 'TLP:WHITE',
      definition: { tlp: 'white' },
    },
  ],
  ['warning COUNTRY_CODE $.country', domain('location', { country: 'Portugal' })],
  [
    'warning CUSTOM_EXTENSION $.extensions["x-mine-ext"]',
    observable('file', {
      name: 'x',
      extensions: { 'x-mine-ext': { a: 1 } },
    }),
  ],
  ['warning DEPRECATED $.objects', observed({ '0': { type: 'url', value: 'https://a.example/' } })],
  ['warning ERRATA_FORM $', domain('grouping', { context: 'unspecified', object_refs: [`tool--${uuid}`] })],
  ['warning ID_NOT_RANDOM $.id', domain('tool', { name: 'x' }, '11111111-1111-1111-8111-111111111111')],
  [
    'warning NOT_LOWERCASE $.extensions["http-request-ext"].request_method',
    observable('network-traffic', {
      protocols: ['tcp', 'http'],
      src_port: 1,
      dst_port: 2,
      src_ref: `ipv4-addr--${uuid}`,
      extensions: { 'http-request-ext': { request_method: 'GET', request_value: '/' } },
    }),
  ],
  [
    'warning PORTS_MISSING $',
    observable('network-traffic', {
      protocols: ['tcp'],
      src_ref: `ipv4-addr--${uuid}`,
    }),
  ],
  [
    'warning TERM_FORM $.kill_chain_phases[0].phase_name',
    tool({
      kill_chain_phases: [{ kill_chain_name: 'x', phase_name: 'Action on Objectives' }],
    }),
  ],
  [
    'warning TEXTS_MISSING $',
    domain('indicator', {
      pattern: "[url:value = 'x']",
      pattern_type: 'stix',
      valid_from: created,
    }),
  ],
])('%s', (wanted, object) => {
  const asserted = validateObject(object).map(({ level, code, path }) => `${level} ${code} ${path}`);
  expect(asserted.filter((each) => each.startsWith(wanted))).toHaveLength(1);
  // In a bundle the finding is the same, at the object's path.
  const { findings } = validateBundle({ type: 'bundle', id: `bundle--${uuid}`, objects: [object] });
  const [level, code] = wanted.split(' ');
  expect(findings).toContainEqual(
    expect.objectContaining({ level, code, path: expect.stringMatching(/^\$\.objects\[0\]/) }),
  );
});
