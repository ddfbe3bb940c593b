// What is known about a warning, in words: each fact with its source and date, the weightiest first, and how many more.
import { expect, test } from '@jest/globals';
import { knownInWords } from '../../../../src/domain/known/known-in-words.ts';
import { knownLines } from '../../../../src/exchange/text/known-text.ts';
import { factsOf } from '../../../../src/service/enrichment/known-facts.ts';

const CVES = ['CVE-2026-1001', 'CVE-2026-1002', 'CVE-2026-1003', 'CVE-2026-1004'];
const ROWS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  kev: {
    'CVE-2026-1001': { dateAdded: '2026-01-02', dueDate: '2026-01-23', ransomware: 'Unknown' },
    'CVE-2026-1002': { dateAdded: '2025-01-02', dueDate: '', ransomware: 'Known' },
  },
  ssvc: {
    'CVE-2026-1001': {
      cve: 'CVE-2026-1001',
      exploitation: 'active',
      automatable: true,
      technicalImpact: 'total',
      timestamp: '2026-01-03T10:00:00Z',
    },
  },
  cvss: {
    'CVE-2026-1003': [
      { version: '3.1', score: 9.8, severity: 'CRITICAL', vector: 'CVSS:3.1/…', source: 'NVD' },
    ],
  },
  epss: Object.fromEntries(
    CVES.map((cve, index) => [cve, { probability: 0.9 - index / 10, percentile: 0.99 }]),
  ),
  capec: {
    'CWE-287': { techniques: { T1078: 'Valid Accounts', T1190: 'Exploit Public-Facing Application' } },
  },
};

/** As a hit in a list of false positives is shown. */
const hit = (value: string): string => {
  const [line = ''] = knownInWords({
    ...known(),
    falsePositives: [
      { value, list: 'List', source: { name: 'S', version: '1', url: 'https://example.org' } },
    ],
  }).filter((each) => each.startsWith('Look twice'));
  return line.replace('Look twice before you block ', '').replace(': it is on "List" (S 1)', '');
};

test('a value on a warning list is defanged where it could be followed, and nowhere else', () => {
  expect(hit('http://evil.example/x.php')).toBe('hxxp://evil[.]example/x.php');
  expect(hit('user@bad.example')).toBe('user[@]bad[.]example');
  expect(hit('fe80::1')).toBe('fe80::1');
  expect(hit('198.51.100.7')).toBe('198[.]51[.]100[.]7');
});

const known = (techniques: readonly string[] = []) => {
  const facts = factsOf([...CVES, 'CWE-287'], techniques, {
    row: (set, key) => {
      const row = ROWS[set]?.[key];
      return row === undefined ? undefined : JSON.stringify(row);
    },
    version: (set) => `${set === 'epss' ? '2026-01-04 v4' : `of ${set}`}`,
  });
  return {
    ...facts,
    exploitedCount: facts.exploited.length,
    decisionCount: facts.decisions.length,
    scoreCount: facts.scores.length,
    probabilityCount: facts.probabilities.length,
    techniqueCount: facts.techniques.length,
    falsePositives: [
      {
        value: '192.0.2.1',
        list: 'Public DNS resolvers',
        source: { name: 'MISP warning lists', version: '1', url: 'https://example.org' },
      },
    ],
    falsePositiveCount: 1,
  };
};

test('each fact says since when, by whom and of which day', () => {
  expect(knownInWords(known(['T1190 As the publisher calls it', '- A name without an id']))).toEqual([
    'CVE-2026-1002 is known to be exploited since 2025-01-02, also by ransomware (CISA KEV of kev)',
    'CVE-2026-1001 is known to be exploited since 2026-01-02; US federal due date 2026-01-23 (CISA KEV of kev)',
    'CVE-2026-1001: SSVC says act (active exploitation, automatable, total impact), 2026-01-03 (CISA SSVC of ssvc)',
    'CVE-2026-1003: CVSS 3.1 9.8 CRITICAL by NVD (CVSS of cvss)',
    'CVE-2026-1001: EPSS 90.0 % within 30 days, higher than 99.0 % of all CVEs (FIRST, 2026-01-04)',
    'CVE-2026-1002: EPSS 80.0 % within 30 days, higher than 99.0 % of all CVEs (FIRST, 2026-01-04)',
    'CVE-2026-1003: EPSS 70.0 % within 30 days, higher than 99.0 % of all CVEs (FIRST, 2026-01-04)',
    '… and 1 more with an EPSS score',
    'Techniques: As the publisher calls it (T1190), A name without an id, Valid Accounts (T1078) (MITRE CAPEC of capec)',
    'Look twice before you block 192[.]0[.]2[.]1: it is on "Public DNS resolvers" (MISP warning lists 1)',
  ]);
});

test('as lines they keep the width, carry no control characters, and are none where nothing is known', () => {
  expect(knownLines([], 40)).toEqual([]);
  const lines = knownLines(knownInWords(known(['T1190 \u001b[2J\u202eof a hostile bundle'])), 40);
  expect(lines[0]).toBe('What is known about it:');
  expect(lines.every((line) => line.length <= 40)).toBe(true);
  for (const control of ['\u001b', '\u202e']) expect(lines.join('')).not.toContain(control);
});

test('the commit of a source is not said; its version and its day are', () => {
  const said = (version: string): string =>
    knownInWords({
      ...known(),
      falsePositives: [{ value: '192.0.2.1', list: 'List', source: { name: 'S', version, url: '' } }],
    }).find((each) => each.startsWith('Look twice')) ?? '';
  expect(said('84f0610')).toMatch(/\(S\)$/);
  expect(said('3.9 (mitre/cti 421deac)')).toMatch(/\(S 3\.9\)$/);
  expect(said('84f0610 (2026-08-20)')).toMatch(/\(S 2026-08-20\)$/);
  expect(said('20260104')).toMatch(/\(S 20260104\)$/);
  // Parts that were loaded one by one are counted: all of them are four lines beneath each action.
  expect(said('84f0610 (2026-08-20); a 1; b removed')).toMatch(
    /\(S 2026-08-20, 2 of its lists changed since\)$/,
  );
  expect(said('2026-01-04 v4')).toMatch(/\(S 2026-01-04 v4\)$/);
});
