// A catalogue that is cut off, older than the one that is loaded, of a day to come, or without much of what is loaded is not taken
// unless a person says so; entries that would be told wrongly are left out and named.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RefreshWay, refreshFromFiles } from '../../../src/service/enrichment/refresh-from-files.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';

let world: TestHub;
const NOW = new Date('2026-11-30T08:00:00.000Z');
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => NOW } });
});
afterAll(() => world.close());

type Entry = { readonly cveID: string; readonly dateAdded: string; readonly dueDate: string };
const entry = (number: number, changes: Partial<Entry> = {}): Entry => ({
  cveID: `CVE-2026-${10_000 + number}`,
  dateAdded: '2026-05-30',
  dueDate: '2026-06-20',
  ...changes,
});
const entries = (count: number): Entry[] => Array.from({ length: count }, (_, at) => entry(at));

type Facts = { readonly version?: string; readonly count?: number; readonly of: readonly object[] };
const catalogue = ({ version, count, of }: Facts): string =>
  JSON.stringify({ catalogVersion: version, count: count ?? of.length, vulnerabilities: of });

const refreshing = (set: string, text: string, way?: RefreshWay) =>
  refreshFromFiles(world.hub, set, [{ name: 'x', text }], way);
const refresh = async (set: string, text: string, way?: RefreshWay) => good(await refreshing(set, text, way));
const refusedFor = async (set: string, text: string): Promise<string[]> => {
  const outcome = await refreshing(set, text);
  return outcome.ok ? ['taken'] : outcome.problems.map(({ code, message }) => `${code} ${message}`);
};
const heldOf = async (set: string) => [...(await world.hub.references.all(set)).keys()].sort();

test('a trial before anything is loaded says what would change of what is shipped, and loads nothing', async () => {
  const text = catalogue({ version: '2026.11.01', of: entries(100) });
  expect(await refresh('kev', text, { isTrial: true, isChosen: true })).toMatchObject({
    added: 100,
    changed: 1_452,
  });
  expect(await heldOf('kev')).toEqual([]);
});

const DOUBTFUL: Readonly<Record<string, readonly [Facts, string]>> = {
  cut: [
    { version: '2026.11.30', count: 101, of: entries(100) },
    'It says that it has 101 entries, and has 100.',
  ],
  older: [
    { version: '2026.10.31', of: entries(100) },
    'It is of version 2026.10.31, which is older than 2026.11.01',
  ],
  'to come': [
    { version: '2099.01.01', of: entries(100) },
    'It is of version 2099.01.01, a day that has not come.',
  ],
  'of no version': [{ of: entries(100) }, 'It does not say which version it is; 2026.11.01 is loaded.'],
  smaller: [{ version: '2026.11.30', of: entries(89) }, 'It would take away 11 of 100 entries.'],
};

test('a whole catalogue that is not what it says, or not newer, stays out', async () => {
  await refresh('kev', catalogue({ version: '2026.11.01', of: entries(100) }), { isChosen: true });
  const before = await heldOf('kev');
  for (const [name, [facts, said]] of Object.entries(DOUBTFUL))
    expect([name, await refusedFor('kev', catalogue(facts))]).toEqual([
      name,
      [expect.stringContaining(`SET_DOUBTFUL ${said}`)],
    ]);
  // A trial says both: what would change, and why it would be refused.
  const { of, version } = DOUBTFUL['smaller']?.[0] ?? { of: [] };
  const tried = await refresh('kev', catalogue({ of, ...(version === undefined ? {} : { version }) }), {
    isTrial: true,
  });
  expect(tried).toMatchObject({ refusals: [{ code: 'SET_DOUBTFUL' }] });
  expect(tried.left).toHaveLength(11);
  expect(await refusedFor('kev', catalogue({ version: '2026.11.30', of: [{ cveID: 'hello' }] }))).toEqual([
    expect.stringContaining('SET_UNREADABLE'),
  ]);
  expect(await heldOf('kev')).toEqual(before);
  // Single entries leave it, and a newer one is taken.
  expect(await refresh('kev', catalogue({ version: '2026.11.30', of: entries(92) }))).toMatchObject({
    added: 0,
    left: expect.arrayContaining(['CVE-2026-10099']),
  });
});

test('entries that name no CVE or an impossible day are left out and named, and what is known of their CVEs stays', async () => {
  const wrong = [
    { ...entry(0), cveID: 'hello' },
    entry(1, { dateAdded: '2026-02-30' }),
    entry(2, { dateAdded: '2031-01-01' }),
    entry(3, { dueDate: 'soon' }),
    entry(900, { dateAdded: '' }),
    {},
  ];
  const before = (await world.hub.references.all('kev')).get('CVE-2026-10001');
  const of = [...wrong, ...entries(92).slice(4)];
  const { left, leftOut } = await refresh('kev', catalogue({ version: '2026.11.30', of }));
  expect(leftOut).toEqual([
    'vulnerabilities[0] HELLO: it names no CVE',
    'vulnerabilities[1] CVE-2026-10001: it was added on "2026-02-30", which is no day',
    'vulnerabilities[2] CVE-2026-10002: it was added on 2031-01-01, which has not come',
    'vulnerabilities[3] CVE-2026-10003: it is due on "soon", which is no day',
    'vulnerabilities[4] CVE-2026-10900: it was added on "", which is no day',
    'vulnerabilities[5] : it names no CVE',
  ]);
  expect(left).toEqual(['CVE-2026-10000']);
  expect((await world.hub.references.all('kev')).get('CVE-2026-10001')).toBe(before);
  // However many are left out: nothing of them is taken away.
  const many = entries(92).map((each, at) => ({ ...each, ...(at < 60 ? { dueDate: '2026-13-01' } : {}) }));
  const taken = await refresh('kev', catalogue({ version: '2026.11.30', of: many }));
  expect([taken.leftOut?.length, taken.left]).toEqual([60, []]);
});

type Scored = { readonly state?: 'REJECTED'; readonly score?: number };
/** A CVE record, by who gave it a number. */
const record = (number: number, { state, score }: Scored): string =>
  JSON.stringify({
    dataType: 'CVE_RECORD',
    cveMetadata: {
      cveId: `CVE-2026-${number}`,
      state: state ?? 'PUBLISHED',
      dateUpdated: '2026-11-29T00:00:00.000Z',
    },
    containers: {
      cna: {
        providerMetadata: { shortName: 'maker' },
        metrics:
          score === undefined
            ? []
            : [
                {
                  cvssV3_1: { version: '3.1', baseScore: score, baseSeverity: 'HIGH', vectorString: VECTOR },
                },
              ],
      },
    },
  });
const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N';

test('records that hold nothing any more take their rows away, also where nothing else comes', async () => {
  const ours = async () => (await heldOf('cvss')).filter((cve) => cve.startsWith('CVE-2026-2000'));
  for (const number of [20_001, 20_002]) await refresh('cvss', record(number, { score: 7.5 }));
  expect(await ours()).toEqual(['CVE-2026-20001', 'CVE-2026-20002']);
  expect(await refresh('cvss', record(20_001, { state: 'REJECTED', score: 7.5 }))).toMatchObject({
    changed: 1,
    left: ['CVE-2026-20001'],
  });
  expect(await refresh('cvss', record(20_002, {}))).toMatchObject({ left: ['CVE-2026-20002'] });
  expect(await ours()).toEqual([]);
  // What is not there cannot be taken away, and what is no record is no set.
  expect(await refresh('cvss', record(20_003, { state: 'REJECTED' }))).toMatchObject({
    changed: 0,
    left: [],
  });
  expect(await refusedFor('cvss', '{"hello":1}')).toEqual([expect.stringContaining('SET_UNREADABLE')]);
});

const HEADER = 'cve,epss,percentile';
const scores = (day: string, rows: readonly string[]): string =>
  [`#model_version:v2026.03.16,score_date:${day}T00:00:00+0000`, HEADER, ...rows, ''].join('\n');
const scored = (count: number) => entries(count).map(({ cveID }) => `${cveID},0.5,0.9`);

test('scores of a day are held to the same', async () => {
  await refresh('epss', scores('2026-11-28', scored(100)));
  expect(await refusedFor('epss', scores('2026-11-27', scored(100)))).toEqual([
    expect.stringContaining('which is older than 2026-11-28'),
  ]);
  expect(await refusedFor('epss', [HEADER, ...scored(1), ''].join('\n'))).toEqual([
    expect.stringContaining('It does not say which version it is'),
    expect.stringContaining('It would take away 99 of 100 entries.'),
  ]);
  const wrong = ['hello,0.5,0.9', 'CVE-2026-77777,1.5,0.9'];
  const { leftOut } = await refresh('epss', scores('2026-11-29', [...scored(100), ...wrong]));
  expect(leftOut).toEqual(['score 101 hello: 0.5,0.9', 'score 102 CVE-2026-77777: 1.5,0.9']);
});
