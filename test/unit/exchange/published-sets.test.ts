// Reference sets as their sources publish them: the same rows as the tables that ship, versions from the data.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCvss } from '../../../src/exchange/cvss.ts';
import { readCapecRelease } from '../../../src/exchange/published/capec-bundle.ts';
import { cvssOfRecords, ssvcOfRecords } from '../../../src/exchange/published/cve-records.ts';
import {
  listIdOf,
  listIdsIn,
  readListFiles,
  unusedAmong,
  withLists,
} from '../../../src/exchange/published/warning-list-files.ts';
import { readSsvc } from '../../../src/exchange/ssvc.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const data = (file: string): string => readFileSync(path.join(ROOT, 'data', file), 'utf8');
const file = (value: unknown, name = 'x.json') => ({ name, text: JSON.stringify(value) });

const ssvc = {
  type: 'ssvc',
  content: {
    timestamp: '2024-06-11T18:42:21.452782Z',
    options: [{ Exploitation: 'PoC' }, { Automatable: 'no' }, { 'Technical Impact': 'partial' }],
  },
};
const cvss = {
  cvssV3_1: {
    version: '3.1',
    baseScore: 5.4,
    baseSeverity: 'MEDIUM',
    vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:N',
  },
};
const record = (cveId: string, metrics: readonly object[], more: object = {}) => ({
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId, state: 'PUBLISHED', dateUpdated: '2024-08-05T03:07:18.214Z', ...more },
  containers: {
    cna: { providerMetadata: { shortName: 'dwf' } },
    adp: [
      {
        title: 'CISA ADP Vulnrichment',
        metrics,
        providerMetadata: { shortName: 'CISA-ADP', dateUpdated: '2024-09-01T00:00:00.000Z' },
      },
    ],
  },
});

describe('CVE records', () => {
  test('give the rows of the shipped tables', () => {
    const files = [file(record('CVE-2019-1010023', [cvss, { other: ssvc }]))];
    const points = ssvcOfRecords(files);
    const scores = cvssOfRecords(files);
    expect(JSON.parse(points?.rows.get('CVE-2019-1010023') ?? '')).toEqual(
      readSsvc(data('ssvc/ssvc.csv')).get('CVE-2019-1010023'),
    );
    expect(JSON.parse(scores?.rows.get('CVE-2019-1010023') ?? '')).toEqual(
      readCvss(data('cvss/cvss.csv')).get('CVE-2019-1010023'),
    );
    expect([points?.version, points?.isWhole, points?.gone]).toEqual(['2024-09-01', false, []]);
  });

  test('without the metric, or rejected, take a row away', () => {
    const files = [
      file(record('CVE-2020-0001', [])),
      file(record('CVE-2020-0002', [{ other: ssvc }], { state: 'REJECTED' })),
    ];
    const points = ssvcOfRecords(files);
    expect([points?.rows.size, points?.gone]).toEqual([0, ['CVE-2020-0001', 'CVE-2020-0002']]);
  });

  test('are told from anything else', () => {
    expect(ssvcOfRecords([file({ type: 'bundle' })])).toBeNull();
    expect(ssvcOfRecords([{ name: 'x', text: 'cve,exploitation' }])).toBeNull();
    expect(ssvcOfRecords([{ name: 'x', text: '{' }])).toBeNull();
  });

  test('are taken from beside files about their repository, one file after the other', () => {
    const read: string[] = [];
    const lazily = (name: string, value: unknown) => ({
      name,
      get text() {
        read.push(name);
        return JSON.stringify(value);
      },
    });
    const found = cvssOfRecords([
      lazily('cves/delta.json', { fetchTime: '2026-01-01T00:00:00Z', new: [] }),
      lazily('cves/1.json', record('CVE-2020-0001', [cvss])),
      lazily('cves/deltaLog.json', [{ fetchTime: '2026-01-01T00:00:00Z' }]),
      lazily('cves/2.json', record('CVE-2020-0002', [cvss])),
    ]);
    expect([...(found?.rows.keys() ?? [])]).toEqual(['CVE-2020-0001', 'CVE-2020-0002']);
    expect(found?.passedOver).toEqual({ count: 2, first: 'cves/delta.json' });
    expect(read).toEqual(['cves/delta.json', 'cves/1.json', 'cves/deltaLog.json', 'cves/2.json']);
  });
});

describe('the bundles of CAPEC and ATT&CK', () => {
  const pattern = (id: number, more: object) => ({
    type: 'attack-pattern',
    name: `Pattern ${id}`,
    modified: '2023-01-24T00:00:00.000Z',
    x_capec_status: 'Draft',
    x_capec_version: '3.9',
    external_references: [
      { source_name: 'capec', external_id: `CAPEC-${id}` },
      { source_name: 'cwe', external_id: 'CWE-425' },
    ],
    ...more,
  });
  const attack = {
    type: 'bundle',
    objects: [
      { type: 'x-mitre-collection', x_mitre_version: '18.1' },
      {
        type: 'attack-pattern',
        name: 'Endpoint Denial of Service',
        external_references: [{ source_name: 'mitre-attack', external_id: 'T1499' }],
      },
    ],
  };

  test('give weaknesses with their patterns, without withdrawn ones, and names of techniques', () => {
    const withTechnique = pattern(131, {});
    withTechnique.external_references.push({ source_name: 'ATTACK', external_id: 'T1499' });
    const capec = {
      type: 'bundle',
      objects: [pattern(87, {}), withTechnique, pattern(9, { x_capec_status: 'Deprecated' })],
    };
    const release = readCapecRelease([file(capec), file(attack)]);
    expect(release?.capec?.version).toBe('3.9 of 2023-01-24');
    // Those that lead to a technique come first.
    expect(release?.capec?.byCwe.get('CWE-425')).toEqual(['CAPEC-131', 'CAPEC-87']);
    expect([release?.techniques.get('T1499')?.name, release?.attackVersion]).toEqual([
      'Endpoint Denial of Service',
      'ATT&CK 18.1',
    ]);
  });

  test('each may come alone, and other files are none of them', () => {
    expect(readCapecRelease([file(attack)])).toMatchObject({ capec: null, attackVersion: 'ATT&CK 18.1' });
    expect(readCapecRelease([file({ type: 'bundle', objects: [{ type: 'tool' }] })])).toBeNull();
    expect(readCapecRelease([file(attack), { name: 'x.csv', text: 'capec,name' }])).toBeNull();
  });
});

describe("MISP's warning lists", () => {
  const list = (name: string, entries: readonly string[], version = 20240422) => ({
    name,
    type: 'hostname',
    list: entries,
    version,
  });
  const held = (lists: ReturnType<typeof readListFiles>) => withLists(new Map(), lists?.lists ?? [], []).rows;
  const two = readListFiles([
    file(list('First', ['a.example', 'b.example']), 'lists/first/list.json'),
    file(list('Second', ['b.example']), 'second.json.gz'),
  ]);

  test('have their own names', () => {
    expect(['lists/tor-exit/list.json', 'tor-exit.json', 'a/b/tor-exit.json.gz'].map(listIdOf)).toEqual([
      'tor-exit',
      'tor-exit',
      'tor-exit',
    ]);
    expect([...listIdsIn(held(two))].sort()).toEqual(['first', 'second']);
  });

  test('are renewed and removed without the others', () => {
    const renewed = readListFiles([file(list('First', ['c.example'], 20250101), 'first.json')]);
    const after = withLists(held(two), renewed?.lists ?? [], []);
    expect([...after.rows.keys()].sort()).toEqual(['below:b.example', 'below:c.example']);
    expect(after.version).toBe('20250101');
    const without = withLists(held(two), [], ['first']);
    expect([...without.rows.keys()]).toEqual(['below:b.example']);
    expect(JSON.parse(without.rows.get('below:b.example') ?? '')).toEqual([{ id: 'second', name: 'Second' }]);
  });

  test('are told from anything else', () => {
    expect(readListFiles([file({ list: [] })])).toBeNull();
    expect(readListFiles([{ name: 'x', text: 'a,b' }])).toBeNull();
    const schema = file({ $schema: 'x' }, 'schema.json');
    expect(readListFiles([schema, file(list('First', ['a.example']), 'first.json')])).toMatchObject({
      lists: [{ id: 'first' }],
      passedOver: { count: 1, first: 'schema.json' },
    });
  });

  test('of regular expressions are named as not used', () => {
    const expressions = { ...list('Expressions', ['^a.*b$']), type: 'regex' };
    const found = readListFiles([
      file(expressions, 'regex.json'),
      file(list('First', ['a.example']), 'first.json'),
    ]);
    expect(unusedAmong(found?.lists ?? [])).toEqual(['regex']);
  });
});
