import { describe, expect, test } from '@jest/globals';
import { matchPattern } from '../src/pattern/match.ts';

const objects = [
  {
    type: 'observed-data',
    id: 'observed-data--1',
    object_refs: ['network-traffic--1', 'ipv4-addr--1', 'file--1'],
  },
  {
    type: 'network-traffic',
    id: 'network-traffic--1',
    src_ref: 'ipv4-addr--1',
    dst_ref: 'ipv4-addr--2',
    protocols: ['ipv4', 'tcp'],
  },
  { type: 'ipv4-addr', id: 'ipv4-addr--1', value: '198.51.100.3' },
  { type: 'ipv4-addr', id: 'ipv4-addr--2', value: '203.0.113.9' },
  {
    type: 'file',
    id: 'file--1',
    name: 'a\u0301.exe',
    size: 10,
    magic_number_hex: 'ffd8',
    ctime: '2020-01-01T00:00:00.500Z',
    hashes: { 'SHA-256': 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f' },
    content_bin: 'dGhpcyBpcyBhIHRlc3Q=',
  },
];

function matches(pattern: string): boolean | null | undefined {
  const answer = matchPattern(pattern, objects);
  return answer.ok ? answer.matches : undefined;
}

describe('comparisons within one observation', () => {
  test.each([
    ["[network-traffic:src_ref.value = '198.51.100.3']", true],
    // Not listed in object_refs, so not followed (§9.7.4).
    ["[network-traffic:dst_ref.value = '203.0.113.9']", false],
    ["[network-traffic:protocols[*] = 'tcp']", true],
    ["[network-traffic:protocols[0] = 'tcp']", false],
    ["[network-traffic:protocols[7] != 'tcp']", false],
    ["[ipv4-addr:value ISSUBSET '198.51.100.0/24']", true],
    ["[ipv4-addr:value NOT ISSUBSET '198.51.0.0/16']", false],
    ["[file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']", true],
    ["[file:magic_number_hex = h'FFD8']", true],
    ["[file:magic_number_hex = b'/9g=']", true],
    ["[file:magic_number_hex = 'ffd8']", false],
    ["[file:content_bin = 'this is a test']", true],
    ["[file:content_bin = b'dGhpcyBpcyBhIHRlc3Q=']", true],
    ["[file:content_bin = 'dGhpcyBpcyBhIHRlc3Q=']", false],
    ["[file:ctime = t'2020-01-01T00:00:00.5Z']", true],
    ["[file:ctime < t'2020-01-01T00:00:01Z']", true],
    ["[file:name LIKE '\u00e1.%']", true],
    ["[file:name = '\u00e1.exe']", false],
    ['[EXISTS file:size AND file:size IN (9, 10.0)]', true],
    ['[NOT EXISTS file:name_enc]', true],
    ["[file:size = 10 AND ipv4-addr:value = '198.51.100.3']", false],
    ["[file:size = 10 OR ipv4-addr:value = 'x']", true],
    ["[file:size = 11] OR [ipv4-addr:value = '198.51.100.3']", true],
    ["[file:name MATCHES '.*']", null],
    ["[file:name MATCHES '.*' OR file:size = 10]", true],
    ["[file:name MATCHES '.*' AND file:size = 11]", false],
    ['[file:size = 10] REPEATS 2 TIMES', null],
    ['[file:size = 11] FOLLOWEDBY [file:size = 10]', false],
    ['[file:size', undefined],
  ])('%s: %s', (pattern, wanted) => {
    expect(matches(pattern)).toBe(wanted);
  });
});

test('reports the matching observations and what was not evaluated', () => {
  expect(matchPattern("[file:size = 10] AND [file:name MATCHES '.*']", objects)).toEqual({
    ok: true,
    matches: null,
    observations: ['observed-data--1'],
    notEvaluated: ['AND between observations', 'MATCHES on file:name'],
  });
});

test('contained objects and bare observables are matched too', () => {
  const contained = [
    {
      type: 'observed-data',
      id: 'observed-data--2',
      objects: { '0': { type: 'url', value: 'u' }, '1': { type: 'artifact', url_ref: '0' } },
    },
  ];
  expect(matchPattern("[artifact:url_ref.value = 'u']", contained)).toMatchObject({ matches: true });
  expect(matchPattern("[ipv4-addr:value = '198.51.100.3']", objects.slice(2))).toMatchObject({
    matches: true,
  });
  expect(matchPattern('[a:b = 1]', [])).toMatchObject({ matches: false });
});

test('LIKE compares binary values by their bytes (§9.6.4)', () => {
  const held = [
    { type: 'artifact', id: 'artifact--1', payload_bin: 'dGhpcyBpcyBhIHRlc3Q=' },
    { type: 'file', id: 'file--1', magic_number_hex: 'ffd8' },
  ];
  const matches = (pattern: string) => matchPattern(pattern, held);
  expect(matches("[artifact:payload_bin LIKE 'this is%']")).toMatchObject({ matches: true });
  expect(matches("[artifact:payload_bin LIKE 'dGhp%']")).toMatchObject({ matches: false });
  expect(matches("[file:magic_number_hex LIKE 'ÿ_']")).toMatchObject({ matches: true });
  expect(matches("[file:magic_number_hex NOT LIKE 'ffd8']")).toMatchObject({ matches: true });
});

test('a wildcard that would take too long is not evaluated', () => {
  const long = [{ type: 'url', id: 'url--1', value: 'a'.repeat(200_000) }];
  const wild = `[url:value LIKE '%${'a'.repeat(15_000)}b']`;
  expect(matchPattern(wild, long)).toMatchObject({ matches: null });
});
