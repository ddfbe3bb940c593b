// What the CSAF intake refuses, with code and path, and what it accepts: the standard's test files, and broken input.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseCsaf } from '../../../src/exchange/csaf/parse-csaf.ts';
import { publicSet } from '../../support/public-set.ts';
import { seedAdvisories } from './real-input.ts';

type Json = Record<string, unknown>;
type Change = (advisory: { document: Json; product_tree: Json; vulnerabilities: Json[] }) => void;

const first = seedAdvisories()[0] ?? '';

function problemsOf(change: Change) {
  const advisory = JSON.parse(readFileSync(first, 'utf8'));
  change(advisory);
  const parsed = parseCsaf(JSON.stringify(advisory));
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('the CSAF intake', () => {
  test('what is not a CSAF 2.0 document is refused with code and path', () => {
    const codes = (text: string) => {
      const parsed = parseCsaf(text);
      return parsed.ok ? 'taken' : parsed.problems[0]?.code;
    };
    expect(codes('')).toBe('CSAF_NOT_JSON');
    expect(codes('{"document":')).toBe('CSAF_NOT_JSON');
    expect(codes(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toBe('CSAF_TOO_DEEP');
    for (const text of ['null', '[]', '"text"', '{}', '{"document":{"csaf_version":"2.0"}}']) {
      expect(codes(text)).toBe('CSAF_INVALID');
    }
    expect(codes(`\uFEFF${readFileSync(first, 'utf8')}`)).toBe('taken');
  });

  test('a fault is reported with its path', () => {
    expect(problemsOf(() => {})).toEqual([]);
    expect(problemsOf(({ document }) => Object.assign(document, { csaf_version: '2.1' }))).toEqual([
      'CSAF_INVALID $.document.csaf_version',
    ]);
    expect(
      problemsOf(({ vulnerabilities }) => Object.assign(vulnerabilities[0] ?? {}, { cve: 'CVE-1' })),
    ).toEqual(['CSAF_INVALID $.vulnerabilities[0].cve']);
    const product = (purl: string) => ({
      full_product_names: [{ name: 'x', product_id: 'p', product_identification_helper: { purl } }],
    });
    const purlOf = (purl: string) =>
      problemsOf(({ product_tree: tree }) => Object.assign(tree, product(purl)));
    expect(purlOf('pkg:npm/%40scope/name@1.2.3')).toEqual([]);
    expect(purlOf('pkg:maven/@1.3.4')).toEqual([
      'CSAF_TEST_FAILED $.product_tree.full_product_names[0].product_identification_helper.purl',
    ]);
    expect(problemsOf(({ document }) => Object.assign(document, { lang: 'en_US' }))).toEqual([
      'CSAF_TEST_FAILED $.document.lang',
    ]);
    expect(problemsOf(({ document }) => Object.assign(document, { lang: 'zz' }))).toEqual([
      'CSAF_TEST_FAILED $.document.lang',
    ]);
    const unknown = { product_status: { known_affected: ['no-such-product'] } };
    expect(problemsOf(({ vulnerabilities }) => Object.assign(vulnerabilities[0] ?? {}, unknown))).toEqual([
      'CSAF_TEST_FAILED $.vulnerabilities[0].product_status.known_affected[0]',
    ]);
  });

  test('the conformance files of the standard: no valid file is refused, and the faulty ones that matter are', () => {
    const files = publicSet('csaf-tests');
    const isTaken = (file: string): boolean => parseCsaf(files.get(file) ?? '').ok;
    type Case = { test: string; file: string; valid: boolean };
    const cases = JSON.parse(files.get('cases.json') ?? '') as Case[];
    expect(cases).toHaveLength(135);
    const taken = cases.filter(({ file }) => isTaken(file));
    const refusedSound = cases.filter((one) => one.valid && !taken.includes(one));
    expect(refusedSound.map((one) => one.file)).toEqual([]);
    // CVSS arithmetic, CWE names, involvements, hashes, profiles, translation, words in version names.
    const takenFaulty = new Set(taken.filter((one) => !one.valid).map((one) => one.test));
    expect([...takenFaulty].sort()).toEqual(
      '6.1.10 6.1.11 6.1.24 6.1.25 6.1.27.10 6.1.27.2 6.1.27.9 6.1.28 6.1.31'.split(' '),
    );
    const examples = [...files.keys()].filter((file) => file.startsWith('examples/'));
    expect(examples).toHaveLength(12);
    expect(examples.filter((file) => !isTaken(file))).toEqual([]);
  });
});
