// The two levels of validation: the table decides alone, and nothing is received that a receiver relies on.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Finding,
  type RuleCode,
  VALIDATION_RULES,
  validateBundle,
  validateList,
  validateObject,
} from '../src/validate.ts';
import { readCases } from './conformance/cases.ts';
import { seed } from './support/seed.ts';

type Case = { case: string; object?: unknown };

const cases = ['stix-2.1-cases.json', 'stix-2.0-cases.json'].flatMap((file) =>
  readCases<Case>(file).flatMap(({ object }) => (typeof object === 'object' ? [object] : [])),
);

const rules = Object.entries(VALIDATION_RULES) as [RuleCode, (typeof VALIDATION_RULES)[RuleCode]][];
const isReceived = (code: string): boolean => VALIDATION_RULES[code as RuleCode]?.receive === 'received';
const keyOf = ({ code, path: place }: Finding): string => `${code} ${place}`;
const of = (findings: readonly Finding[], level: Finding['level']): string[] =>
  findings
    .filter((finding) => finding.level === level)
    .map(keyOf)
    .sort();

/** The errors of `strict` are the errors and the received breaches of `receive`, divided as the table says. */
const expectDivided = (strict: readonly Finding[], receive: readonly Finding[]): void => {
  const errors = strict.filter(({ level }) => level === 'error');
  expect(of(strict, 'received')).toEqual([]);
  expect(of(receive, 'error')).toEqual(
    errors
      .filter(({ code }) => !isReceived(code))
      .map(keyOf)
      .sort(),
  );
  expect(of(receive, 'received')).toEqual(
    errors
      .filter(({ code }) => isReceived(code))
      .map(keyOf)
      .sort(),
  );
  expect(of(receive, 'warning')).toEqual(of(strict, 'warning'));
};

describe('the table', () => {
  test('gives each rule one verdict and a reason', () => {
    expect(rules.length).toBeGreaterThan(70);
    for (const [code, { receive, reason }] of rules) {
      expect([code, ['received', 'refused'].includes(receive), reason.length > 5]).toEqual([
        code,
        true,
        true,
      ]);
    }
  });

  test('decides alone: of the cases of two validators each error is divided by it', () => {
    expect(cases.length).toBeGreaterThan(250);
    const seen = new Set<string>();
    for (const object of cases) {
      const strict = validateObject(object);
      expectDivided(strict, validateObject(object, '$', 'receive'));
      for (const { code, level } of strict) if (level === 'error') seen.add(code);
    }
    expect(seen.size).toBeGreaterThan(30);
  });

  test('never receives what decides identity, access, kind or structure', () => {
    const relied = [
      'ID_MALFORMED',
      'ID_TYPE_MISMATCH',
      'TYPE_MALFORMED',
      'MARKING_NOT_FOUND',
      'MARKING_REFERENCE',
      'MARKING_TLP_UNKNOWN',
      'NULL_VALUE',
      'PATTERN_INVALID',
      'PROPERTY_MISSING',
      'REFERENCE_MALFORMED',
      'TEXT_BROKEN',
      'TIMESTAMP_INVALID',
      'WRONG_KIND',
    ];
    expect(relied.filter((code) => isReceived(code))).toEqual([]);
  });

  test('is the one in the README', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z0-9_]+)` \| (received|refused) \| (.+) \|$/gm)];
    expect(rows.map(([, code, receive, reason]) => ({ code, receive, reason }))).toEqual(
      rules.map(([code, rule]) => ({ code, ...rule })),
    );
  });
});

describe('a list and a bundle', () => {
  const some = fc.subarray(cases, { minLength: 1, maxLength: 12 });

  test('of the same objects get one verdict at each level, with the same findings', () => {
    const property = fc.property(
      some,
      fc.constantFrom('strict' as const, 'receive' as const),
      (objects, level) => {
        const list = validateList(objects, { level });
        const bundle = validateBundle(
          { type: 'bundle', id: 'bundle--5d0092c5-5f74-4287-9642-33f4c354e56d', objects },
          { level },
        );
        const inBundle = list.findings.map((each) => ({
          ...each,
          path: each.path.replace(/^\$/, '$.objects'),
        }));
        expect(inBundle).toEqual(bundle.findings);
        expect([list.broken, list.refused]).toEqual([bundle.broken, bundle.refused]);
      },
    );
    fc.assert(property, { seed: seed(), numRuns: 200 });
  });

  test('name every broken object, however many findings are left out', () => {
    const bad = {
      type: 'tool',
      spec_version: '2.1',
      id: 'tool--11111111-1111-4111-8111-111111111111',
      created: 'x',
    };
    const objects = Array.from({ length: 300 }, () => bad);
    const { findings, broken, refused } = validateList(objects);
    expect([findings.length, broken.length, refused.length]).toEqual([100, 300, 300]);
  });

  test('an empty one is refused at one level and received at the other', () => {
    expect(of(validateList([]).findings, 'error')).toEqual(['EMPTY_LIST $']);
    expect(of(validateList([], { level: 'receive' }).findings, 'received')).toEqual(['EMPTY_LIST $']);
  });
});

describe('a definition with the id of a TLP level', () => {
  const white = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9';
  const red = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';
  const definition = (id: string, more: object) => ({
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    created: '2017-01-20T00:00:00.000Z',
    definition_type: 'tlp',
    ...more,
  });

  test.each([
    ['CLEAR for WHITE', definition(white, { name: 'TLP:CLEAR', definition: { tlp: 'clear' } })],
    [
      'another date',
      definition(white, {
        created: '2020-01-01T00:00:00.000Z',
        name: 'TLP:WHITE',
        definition: { tlp: 'white' },
      }),
    ],
    ['TLP 2.0 in the form of TLP 1', definition(red, { name: 'TLP:RED', definition: { tlp: 'red' } })],
  ])('that states the same level otherwise is received: %s', (_what, object) => {
    expect(of(validateObject(object), 'error')).toEqual(['MARKING_TLP_FORM $']);
    expect(of(validateObject(object, '$', 'receive'), 'error')).toEqual([]);
  });

  test.each([
    ['WHITE that says red', definition(white, { name: 'TLP:RED', definition: { tlp: 'red' } })],
    [
      'WHITE with a name that says amber',
      definition(white, { name: 'TLP:AMBER', definition: { tlp: 'white' } }),
    ],
    ['RED that says clear', definition(red, { name: 'TLP:RED', definition: { tlp: 'clear' } })],
    ['a level that there is not', definition(white, { name: 'TLP:PURPLE', definition: { tlp: 'white' } })],
    [
      'WHITE with the extension of another level',
      definition(white, {
        name: 'TLP:WHITE',
        definition: { tlp: 'white' },
        extensions: {
          'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': {
            extension_type: 'property-extension',
            tlp_2_0: 'red',
          },
        },
      }),
    ],
  ])('that states another level is refused at both levels: %s', (_what, object) => {
    for (const level of ['strict', 'receive'] as const)
      expect(of(validateObject(object, '$', level), 'error')).toEqual(['MARKING_TLP_UNKNOWN $']);
  });
});
