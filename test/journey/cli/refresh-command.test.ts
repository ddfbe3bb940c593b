// `tocsin refresh` as an operator runs it: folders as their sources keep them, what is passed over and not used, what left the set, and
// parts that are taken out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestHub, type TestHub } from '../../support/hub.ts';

const MAIN = path.join(import.meta.dirname, '../../../src/cli/main.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-refresh-'));

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const refresh = (args: readonly string[], cwd = folder) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'refresh', ...args], {
    encoding: 'utf8',
    cwd,
    env: {
      ...process.env,
      NODE_OPTIONS: '--conditions=tocsin-source',
      MONGODB_URL: world.mongodbUrl,
      TOCSIN_DATABASE: world.database,
      NO_COLOR: '1',
    },
  });
  return { status, said: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
};

const put = (name: string, value: unknown): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};

const catalogue = (...cves: string[]) => ({
  catalogVersion: `2026.${cves.length}`,
  vulnerabilities: cves.map((cveID) => ({
    cveID,
    vulnerabilityName: 'x',
    dateAdded: '2026-05-30',
    dueDate: '2026-06-20',
    requiredAction: 'Update.',
    knownRansomwareCampaignUse: 'Known',
    notes: '',
    cwes: [],
  })),
});

test('what left a catalogue is listed; one that takes much away is not taken unless somebody says so', () => {
  const [both, one] = [
    put('both.json', catalogue('CVE-2026-1001', 'CVE-2026-1111')),
    put('one.json', { ...catalogue('CVE-2026-1001'), catalogVersion: '2026.3' }),
  ];
  const doubtful = refresh(['kev', both]);
  expect([doubtful.status, doubtful.said]).toEqual([
    1,
    expect.stringContaining('It would take away 1352 of 1352 entries.'),
  ]);
  const change = 'kev would be at 2026.2: 2 added, 0 changed, 1352 removed.';
  // As the refusal advises, without the option that would take it.
  const advised = refresh(['kev', both, '--dry-run']);
  expect([advised.status, advised.said]).toEqual([1, expect.stringContaining(change)]);
  expect(advised.said).toContain('It would not be taken without --replace. Nothing was written.');
  expect(advised.said).toContain('It would take away 1352 of 1352 entries.');
  const tried = refresh(['kev', both, '--replace', '--dry-run']);
  expect([tried.status, tried.said]).toEqual([0, expect.stringContaining(change)]);
  expect(tried.said).toContain('A dry run: nothing was written.');
  expect(refresh(['kev', both, '--replace']).status).toBe(0);
  const { status, said } = refresh(['kev', one]);
  expect(status).toBe(0);
  expect(said).toContain('No longer in it: CVE-2026-1111.');
});

test('CVE records come in a folder with files about their repository, which are passed over and named', () => {
  const metric = {
    cvssV3_1: {
      version: '3.1',
      baseScore: 9.8,
      baseSeverity: 'CRITICAL',
      vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    },
  };
  put('cves/2026/0xxx/CVE-2026-0001.json', {
    dataType: 'CVE_RECORD',
    cveMetadata: { cveId: 'CVE-2026-0001', state: 'PUBLISHED', dateUpdated: '2026-11-02T00:00:00Z' },
    containers: { cna: { metrics: [metric] } },
  });
  const delta = put('cves/delta.json', { fetchTime: '2026-11-02T00:00:00Z', new: [] });
  put('cves/deltaLog.json', [{ fetchTime: '2026-11-02T00:00:00Z' }]);
  const { status, said } = refresh(['cvss', 'cves']);
  expect([status, said]).toEqual([0, expect.stringContaining('1 entry changed')]);
  expect(said).toContain(`Passed over: 2 files that hold something else, first ${delta}.`);
  expect(refresh(['cvss', delta])).toMatchObject({
    status: 1,
    said: expect.stringContaining('This is not the cvss set'),
  });
});

test('scores of a day are taken from a folder', () => {
  put(
    'epss/scores.CSV',
    '#model_version:v2026.03.16,score_date:2026-11-01T00:00:00+0000\ncve,epss,percentile\nCVE-2026-0001,0.5,0.9\n',
  );
  expect(refresh(['epss', 'epss'])).toMatchObject({
    status: 0,
    said: expect.stringContaining('1 entry changed'),
  });
});

test('a warning list has the name of its folder from wherever it is named; what is not used is said; --remove takes it out', () => {
  const list = (name: string, entry: string, type = 'hostname') => ({
    name,
    description: name,
    type,
    list: [entry],
    version: 1,
  });
  put('lists/tor-exit/list.json', list('Exits', 'exit.example'));
  put('lists/other/list.json', list('Others', 'other.example'));
  put('lists/expressions/list.json', list('Expressions', '^a.*$', 'regex'));
  expect(refresh(['warning-lists', 'list.json'], path.join(folder, 'lists/tor-exit')).said).toContain(
    'tor-exit 1',
  );
  expect(refresh(['warning-lists', './list.json'], path.join(folder, 'lists/other')).said).toContain(
    'other 1',
  );
  const unused = refresh(['warning-lists', 'lists/expressions/list.json']);
  expect([unused.status, unused.said]).toEqual([0, expect.stringContaining('Not used: expressions.')]);
  const removed = refresh(['warning-lists', '--remove', 'tor-exit']);
  expect([removed.status, removed.said]).toEqual([0, expect.stringContaining('below:exit.example')]);
  // The other one is there as before.
  expect(refresh(['warning-lists', '--remove', 'other'])).toMatchObject({
    status: 0,
    said: expect.stringContaining('below:other.example'),
  });
  expect(refresh(['warning-lists', '--remove', 'other'])).toMatchObject({
    status: 1,
    said: expect.stringContaining('does not hold other'),
  });
});
