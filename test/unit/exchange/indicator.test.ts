// Indicators for people: values out of patterns, addresses that nobody follows by accident, and a table that no spreadsheet
// calculates.
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { lookupValues } from 'stix2-ts/value';
import { defanged } from '../../../src/domain/known/defang.ts';
import { csvLine } from '../../../src/exchange/indicator/csv-text.ts';
import { indicatorsIn, listsOf, listsOfTest } from '../../../src/exchange/indicator/indicator-facts.ts';
import {
  valuesOf as namedBy,
  observationOf,
  testsOf,
} from '../../../src/exchange/indicator/pattern-values.ts';
import { warningListNote } from '../../../src/exchange/warning-lists.ts';

const FRAME = {
  hubIdentityId: 'identity--1',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  markingRefs: [],
};

describe('defanged', () => {
  test.each([
    ['198.51.100.7', '198[.]51[.]100[.]7'],
    ['evil.example.org', 'evil[.]example[.]org'],
    ['https://evil.example/a.php?x=1.2', 'hxxps://evil[.]example/a.php?x=1.2'],
    ['http://198.51.100.7:8080/', 'hxxp://198[.]51[.]100[.]7:8080/'],
    ['duty@evil.example', 'duty[@]evil[.]example'],
    [
      "[domain-name:value = 'evil.example' OR url:value = 'HTTP://Evil.Example/x']",
      "[domain-name:value = 'evil[.]example' OR url:value = 'HxxP://Evil[.]Example/x']",
    ],
    ['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['2001:db8::1', '2001:db8::1'],
    ['No address here. Really none.', 'No address here. Really none.'],
  ])('%s', (text, expected) => {
    expect(defanged(text)).toBe(expected);
  });

  test('leaves nothing that a mail program makes a link of', () => {
    const host = fc.domain();
    fc.assert(
      fc.property(
        host,
        fc.constantFrom('', 'http://', 'https://', 'x@'),
        fc.constantFrom('', '/a', ' and '),
        (name, head, tail) => {
          const text = defanged(`See ${head}${name}${tail}`);
          return !text.includes(name) && !/https?:\/\//.test(text);
        },
      ),
    );
  });
});

describe('CSV', () => {
  test('no cell is calculated, and every cell comes back', () => {
    const risky = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝', ''), fc.string())
      .map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(risky, { minLength: 1, maxLength: 8 }), (cells) => {
        const [read] = parse(csvLine(cells), {
          record_delimiter: '\r\n',
          relax_column_count: true,
        }) as string[][];
        for (const [at, cell] of (read ?? []).entries()) {
          expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
          expect([cells[at], `'${cells[at]}`]).toContain(cell);
        }
        expect(read).toHaveLength(cells.length);
      }),
    );
  });
});

test('what an indicator tests for, and what it indicates', () => {
  const indicator = {
    type: 'indicator',
    spec_version: '2.1',
    id: 'indicator--1',
    name: 'Beacon',
    pattern_type: 'stix',
    pattern: "[ipv4-addr:value = '198.51.100.7'] OR [file:hashes.MD5 = 'D41D8CD98F00B204E9800998ECF8427E']",
    valid_from: '2026-01-01T00:00:00Z',
    valid_until: '2027-01-01T00:00:00Z',
  };
  const objects = [
    indicator,
    { type: 'malware', spec_version: '2.1', id: 'malware--1', name: 'Pumpkill' },
    {
      type: 'relationship',
      spec_version: '2.1',
      id: 'relationship--1',
      relationship_type: 'indicates',
      source_ref: 'indicator--1',
      target_ref: 'malware--1',
    },
    {
      type: 'relationship',
      spec_version: '2.1',
      id: 'relationship--2',
      relationship_type: 'indicates',
      source_ref: 'indicator--1',
      target_ref: 'malware--absent',
    },
    {
      type: 'indicator',
      spec_version: '2.1',
      id: 'indicator--2',
      pattern_type: 'yara',
      pattern: 'rule x {}',
      revoked: true,
    },
  ];
  expect(indicatorsIn(objects as never)).toEqual([
    {
      id: 'indicator--1',
      name: 'Beacon',
      pattern: indicator.pattern,
      patternType: 'stix',
      values: [
        { kind: 'ip', value: '198.51.100.7' },
        { kind: 'hash', value: 'D41D8CD98F00B204E9800998ECF8427E' },
      ],
      indicates: ['Pumpkill'],
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      isRevoked: false,
      markings: [],
      warningLists: [],
    },
    expect.objectContaining({ id: 'indicator--2', values: [], isRevoked: true, name: null }),
  ]);
});

test('a hit on a warning list is of the value that is on it, and of no other', () => {
  const id = 'indicator--1';
  const pattern =
    "[ipv4-addr:value = '203.0.113.77'] OR [domain-name:value = 'Relay.example'] OR [url:value = 'http://relay.example/x'] OR [ipv6-addr:value = '2001:DB8::1'] OR [file:hashes.MD5 = 'D41D8CD98F00B204E9800998ECF8427E']";
  const note = (value: string, name: string) =>
    warningListNote(FRAME, id, value, { id: name.toLowerCase(), name });
  const [facts] = indicatorsIn([
    { type: 'indicator', id, pattern_type: 'stix', pattern },
    note('ip:203.0.113.77', 'Networks'),
    note(lookupValues({ type: 'ipv6-addr', value: '2001:db8::1' })[0] ?? '', 'Networks'),
    note('host:relay.example', 'Hosts'),
    note('hash:d41d8cd98f00b204e9800998ecf8427e', 'Hashes'),
  ] as never);
  const lists = facts?.values.map((each) => [each.kind, ...listsOf(facts, each)].join(' '));
  expect(lists?.toSorted()).toEqual(['hash Hashes', 'host Hosts', 'ip Networks', 'ip Networks', 'url Hosts']);
  // The same by the values as the contract names them; of a property that is not looked up none.
  const tests = testsOf(observationOf(pattern, 'stix')).flatMap(namedBy);
  const byTest = tests.map((each) => [each.type, ...listsOfTest(facts?.warningLists ?? [], each)].join(' '));
  expect(byTest.toSorted()).toEqual([
    'domain-name Hosts',
    'file Hashes',
    'ipv4-addr Networks',
    'ipv6-addr Networks',
    'url Hosts',
  ]);
  const name = { type: 'file', property: 'name', value: 'relay.example' };
  expect(listsOfTest(facts?.warningLists ?? [], name)).toEqual([]);
  // A note of another wording is of all: rather one look too many.
  const [other] = indicatorsIn([
    { type: 'indicator', id, pattern_type: 'stix', pattern: "[domain-name:value = 'a.example']" },
    { ...note('host:b.example', 'Hosts'), content: 'Something else.' },
  ] as never);
  expect(other?.values.map((each) => listsOf(other, each))).toEqual([['Hosts']]);
});

test('values are as the pattern writes them, each once: nothing is changed, added or left out', () => {
  const valuesOf = (pattern: string) => {
    const object = { type: 'indicator', id: 'indicator--1', pattern_type: 'stix', pattern };
    return indicatorsIn([object] as never)[0]?.values.map(({ kind, value }) => `${kind} ${value}`);
  };
  const url = 'https://raw.githubusercontent.com/Evil/x.PS1?A=%41';
  expect(valuesOf(`[url:value = '${url}'] AND [url:value = '${url}']`)).toEqual([`url ${url}`]);
  expect(valuesOf("[domain-name:value = 'Evil.Example.'] OR [ipv6-addr:value = '2001:DB8::1']")).toEqual([
    'host Evil.Example.',
    'ip 2001:DB8::1',
  ]);
  expect(valuesOf("[ipv4-addr:value IN ('198.51.100.0/24', '203.0.113.9')]")).toEqual([
    'ip 198.51.100.0/24',
    'ip 203.0.113.9',
  ]);
  expect(valuesOf("[url:value != 'https://good.example/'] OR [url:value LIKE 'https://%']")).toEqual([]);
  const many = Array.from({ length: 300 }, (_, at) => `'https://a.example/${at}'`);
  expect(valuesOf(`[url:value IN (${many.join(', ')})]`)).toHaveLength(300);
});
