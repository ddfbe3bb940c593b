// What the reference sets know about a warning reaches its readers: on the page, in GraphQL and in STIX, only from what every
// reader has, and as fresh as the sets.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { loadShippedSets } from '../../../src/service/enrichment/load-shipped-sets.ts';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestEndpoint;
let token: string;
beforeAll(async () => {
  world = await openTestEndpoint();
  await loadShippedSets(world.hub);
  await world.drain();
  token = await world.token('northGrid', 'analyst');
});
afterAll(() => world.close());

const flaw = (cve: string, cwe: string, more: object = {}) =>
  made('vulnerability', {
    name: cve,
    external_references: [
      { source_name: 'cve', external_id: cve },
      { source_name: 'cwe', external_id: cwe },
    ],
    ...more,
  });
const indicator = (value: string, more: object = {}) =>
  made('indicator', {
    name: 'C2',
    pattern: `[ipv4-addr:value = '${value}']`,
    pattern_type: 'stix',
    valid_from: MADE_AT,
    ...more,
  });
const technique = (id: string, name: string, more: object = {}) =>
  made('attack-pattern', {
    name,
    external_references: [{ source_name: 'mitre-attack', external_id: id }],
    ...more,
  });

const QUERY = `query W($id: ID!) { warning(id: $id) { known {
  inWords exploited { cve } decisions { cve decision } scores { cve band } probabilities { cve probability scoredOn }
  techniques { techniqueId name weakness } techniqueCount falsePositives { value list } falsePositiveCount
} bundle } }`;
const read = async (id: string) => {
  const { body } = await world.ask(token, QUERY, { id });
  expect(body.errors).toBeUndefined();
  return body.data.warning;
};
const epss = (probability: string, day: string) =>
  refreshSet(world.hub, 'epss', {
    'epss/epss_scores-current.csv': `#model_version:v4,score_date:${day}T12:00:00Z\ncve,epss,percentile\nCVE-2024-3400,${probability},0.99\n`,
  });

const RED = { object_marking_refs: [TLP2_MARKING_IDS.RED] };

test('KEV, SSVC, CVSS, EPSS, techniques and false positives, each with its source', async () => {
  await epss('0.9', '2026-11-27');
  const id = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(
      flaw('CVE-2024-3400', 'CWE-287'),
      indicator('192.168.7.9'),
      technique('T1190', 'Exploit Public-Facing Application'),
    ),
  });
  const { known, bundle } = await read(id);
  expect(known.exploited).toEqual([{ cve: 'CVE-2024-3400' }]);
  expect(known.decisions).toEqual([
    { cve: 'CVE-2024-3400', decision: expect.stringMatching(/^(ACT|ATTEND)$/) },
  ]);
  expect(known.probabilities).toEqual([{ cve: 'CVE-2024-3400', probability: 0.9, scoredOn: '2026-11-27' }]);
  expect(known.techniques[0]).toEqual({
    techniqueId: 'T1190',
    name: 'Exploit Public-Facing Application',
    weakness: null,
  });
  expect(known.techniques.some(({ weakness }: { weakness: string }) => weakness === 'CWE-287')).toBe(true);
  expect(known.techniqueCount).toBeGreaterThan(1);
  expect(known.falsePositives).toEqual(
    expect.arrayContaining([{ value: '192.168.7.9', list: expect.stringMatching(/RFC 1918/i) }]),
  );
  const page = await world.get(token, `/warnings/${id}`);
  for (const sentence of known.inWords)
    expect(page.body.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '));
  // In STIX as notes of the hub about objects that are in the bundle.
  const ids = new Set(bundle.objects.map((object: { id: string }) => object.id));
  const notes = bundle.objects.filter(({ type }: { type: string }) => type === 'note');
  const abstracts = notes.map(({ abstract }: { abstract: string }) => abstract).join();
  for (const said of [
    'CVE-2024-3400 is known to be exploited',
    'SSVC for CVE-2024-3400',
    'EPSS for CVE-2024-3400',
  ])
    expect(abstracts).toContain(said);
  for (const note of notes) {
    expect(note.object_refs.every((each: string) => ids.has(each))).toBe(true);
    expect(ids.has(note.created_by_ref)).toBe(true);
  }
  // A refreshed set is told at once, without a new version.
  await epss('0.5', '2026-11-28');
  expect((await read(id)).known.probabilities).toEqual([
    { cve: 'CVE-2024-3400', probability: 0.5, scoredOn: '2026-11-28' },
  ]);
});

test('what some reader may not read is not known of the warning', async () => {
  const id = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(
      flaw('CVE-2024-3400', 'CWE-287', RED),
      indicator('192.168.7.10', RED),
      technique('T1059', 'A secret technique', RED),
    ),
  });
  const { known, bundle } = await read(id);
  expect(known).toEqual({
    inWords: [],
    exploited: [],
    decisions: [],
    scores: [],
    probabilities: [],
    techniques: [],
    techniqueCount: 0,
    falsePositives: [],
    falsePositiveCount: 0,
  });
  expect(JSON.stringify(bundle)).not.toMatch(/CVE-2024-3400|192\.168\.7\.10|T1059/);
});

test('a warning without objects tells what is known about the CVEs that it names', async () => {
  const id = await publishBy(world, 'cyberAgency', {
    audience: to('northGrid'),
    externalReferences: [{ source: 'cve', id: 'CVE-2024-3400', url: null }],
  });
  // Its bundle says so too, about the report that names the CVE.
  const { bundle } = await read(id);
  const report = bundle.objects.find(({ type }: { type: string }) => type === 'report');
  const notes = bundle.objects.filter(({ type }: { type: string }) => type === 'note');
  const abstracts = notes.map(({ abstract }: { abstract: string }) => abstract).join('\n');
  expect(abstracts).toContain('CVE-2024-3400');
  expect(abstracts).toMatch(/exploited/i);
  for (const note of notes) expect(note.object_refs).toEqual([report.id]);
  expect((await read(id)).known.exploited).toEqual([{ cve: 'CVE-2024-3400' }]);
  await world.hub.context.warnings.rows.deleteOne({ _id: id });
  // Until a worker has gathered its keys.
  expect((await read(id)).known.exploited).toEqual([{ cve: 'CVE-2024-3400' }]);
});
