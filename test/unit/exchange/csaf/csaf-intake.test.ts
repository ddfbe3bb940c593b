// What the CSAF intake refuses, with code and path, and what it accepts: the standard's test files, and broken input.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseCsaf } from '../../../../src/exchange/csaf/parse-csaf.ts';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';
import { publicSet } from '../../../support/inputs/public-set.ts';
import { randomOf } from '../../../support/random.ts';
import { seed } from '../../../support/seed.ts';
import { seedAdvisories } from '../real-input.ts';

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
    expect(problemsOf(({ document }) => Object.assign(document, { csaf_version: '2.2' }))).toEqual([
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

  test('stray white space in ids and addresses is removed with a finding, and changes nothing else', () => {
    const random = randomOf(seed());
    const text = readFileSync(first, 'utf8');
    const ids = new Set(
      [...text.matchAll(/"(CSAFPID-\d+|https?:\/\/[^"]+|CVE-\d{4}-\d{4,}|ICSM?A-[\w-]+)"/g)].map(
        ([quoted]) => quoted,
      ),
    );
    const before = readCsaf(text);
    for (let round = 0; round < 10; round += 1) {
      const spaced = [...ids].reduce((whole, quoted) => {
        const inner = quoted.slice(1, -1);
        return whole.replace(
          `"${quoted.slice(1, -1)}"`,
          `"${random.pick([` ${inner}`, `${inner} `, `\\n${inner}\\t`])}"`,
        );
      }, text);
      const after = readCsaf(spaced);
      if (!before.ok || !after.ok) throw new Error(JSON.stringify(after));
      expect(after.findings.map(({ code }) => code)).toEqual(['CSAF_SPACES_REMOVED']);
      expect(after.draft).toEqual(before.draft);
      expect(after.stix).toEqual(before.stix);
    }
  });

  test('a date without a zone is read as UTC, with a finding', () => {
    const text = readFileSync(first, 'utf8');
    const { current_release_date: date } = JSON.parse(text).document.tracking;
    const reading = readCsaf(text.replaceAll(date, date.replace(/(?:Z|[+-][\d:]+)$/, '')));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.findings.map(({ code }) => code)).toEqual(['CSAF_DATE_WITHOUT_ZONE']);
    expect(reading.draft.sourceModified).toBe(new Date(date).toISOString());
  });

  test('a failed test that a person tolerates is a finding; another one is not', () => {
    const advisory = JSON.parse(readFileSync(first, 'utf8'));
    advisory.document.tracking.version = '99';
    advisory.vulnerabilities[0].product_status.known_affected.push('nowhere');
    const text = JSON.stringify(advisory);
    const refused = parseCsaf(text, new Set(['6.1.16']));
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['CSAF_TEST_FAILED']);
    const reading = readCsaf(text, { tolerates: new Set(['6.1.16', '6.1.1']) });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.findings.map(({ code }) => code)).toEqual(['CSAF_TEST_TOLERATED', 'CSAF_TEST_TOLERATED']);
  });

  test("a provider's other files are named, and no advisory is taken for one", () => {
    const codes = (value: unknown) => {
      const parsed = parseCsaf(JSON.stringify(value));
      return parsed.ok ? 'taken' : parsed.problems[0]?.code;
    };
    expect(
      codes({ canonical_url: 'https://example.org/provider-metadata.json', metadata_version: '2.0' }),
    ).toBe('CSAF_OTHER_FILE');
    expect(codes({ feed: { id: 'white', entry: [] } })).toBe('CSAF_OTHER_FILE');
    expect(codes({ service: { workspace: [] } })).toBe('CSAF_OTHER_FILE');
    expect(codes({ categories: { category: [] } })).toBe('CSAF_OTHER_FILE');
    expect(codes({ aggregator: {}, aggregator_version: '2.0' })).toBe('CSAF_OTHER_FILE');
    expect(codes({ ...JSON.parse(readFileSync(first, 'utf8')), feed: { entry: [] } })).toBe('taken');
  });

  test.each([
    ['critical', 9.8, 'CRITICAL'],
    [' Medium', 9.8, 'MEDIUM'],
    ['Moderate', 5.5, 'MEDIUM'],
    ['HIHG', 7, 'HIGH'],
    ['', 3.9, 'LOW'],
    ['nothing', 0, 'NONE'],
  ])('a misspelt word for a CVSS score, %j of %d, is read as %s, with a finding', (word, baseScore, is) => {
    const whole = JSON.parse(fieldCase('03-vex-not-affected.json'));
    // A score beside a temporal metric is taken as it is stated.
    const vectorString = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:X';
    const cvss = { version: '3.1', vectorString, baseScore, baseSeverity: word };
    whole.vulnerabilities[0].scores = [
      { products: ['P1'], cvss_v3: { ...cvss, baseSeverity: is } },
      { products: ['P2'], cvss_v3: cvss },
    ];
    const parsed = parseCsaf(JSON.stringify(whole));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const read = parsed.advisory.vulnerabilities?.[0]?.scores?.map((each) => each.cvss_v3?.baseSeverity);
    expect(read).toEqual([is, is]);
    expect(parsed.findings.filter(({ code }) => code === 'CSAF_SEVERITY_READ')).toMatchObject([
      { path: '$.vulnerabilities[0].scores[1].cvss_v3.baseSeverity', message: expect.stringContaining(is) },
    ]);
    // What nothing tells is refused as before.
    whole.vulnerabilities[0].scores[1].cvss_v3 = { ...cvss, baseScore: 'high', baseSeverity: 'huge' };
    expect(parseCsaf(JSON.stringify(whole)).ok).toBe(false);
  });

  test('an advisory of 12,000 products is one warning; what is left out is counted', () => {
    const whole = JSON.parse(fieldCase('03-vex-not-affected.json'));
    const ids = Array.from({ length: 12_000 }, (_, at) => `P${at}`);
    whole.product_tree = {
      full_product_names: ids.map((product_id, at) => ({
        product_id,
        name: `frob-${at} as a component of Example Linux ${at % 7}`,
      })),
    };
    whole.vulnerabilities[0].product_status = {
      known_affected: ids.slice(6_000, 6_010),
      known_not_affected: [...ids.slice(0, 6_000), ...ids.slice(6_010)],
    };
    whole.vulnerabilities[0].threats = undefined;
    const reading = readCsaf(JSON.stringify(whole), { maxObjects: 4_000 });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.stix.length).toBeLessThanOrEqual(4_000);
    const names = new Set(reading.stix.map((object) => object['name']));
    for (let at = 6_000; at < 6_010; at += 1)
      expect(names).toContain(`frob-${at} as a component of Example Linux ${at % 7}`);
    expect(reading.stix.filter(({ type }) => type === 'relationship')).toHaveLength(10);
    const surplus = reading.findings.find(({ code }) => code === 'CSAF_SURPLUS')?.message ?? '';
    const software = reading.stix.filter(({ type }) => type === 'software').length;
    expect(surplus).toContain(`${12_000 - software} products: Example Linux `);
    expect(reading.stix[0]?.['description']).toContain(surplus);
  });
});
