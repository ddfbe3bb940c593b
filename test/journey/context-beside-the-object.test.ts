// Enrichment: a CVE is joined with the known-exploited catalogue, SSVC and, by its CWE, attack patterns. The results are
// separate objects beside the producer's, and are refreshed with their reference set.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { observableIdentifier } from 'stix2-ts/identifier';
import { canonical } from 'stix2-ts/json';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { validateObject } from 'stix2-ts/validate';
import { REAL_FIRST } from '../../src/domain/exercise/partition.ts';
import { WARNING_LIST_IDS } from '../../src/exchange/warning-lists.ts';
import { listSources } from '../../src/service/enrichment/list-sources.ts';
import { loadShippedSets } from '../../src/service/enrichment/load-shipped-sets.ts';
import { refreshFromFiles, removeFromSet } from '../../src/service/enrichment/refresh-from-files.ts';
import { refreshSet } from '../../src/service/enrichment/refresh-set.ts';
import { SOURCES } from '../../src/service/enrichment/sources.ts';
import { enrichmentOf as enrichmentsOf } from '../../src/service/object/read-enrichment.ts';
import { readObject } from '../../src/service/object/read-objects.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../support/objects.ts';

const KEV = join(import.meta.dirname, '../../data/kev/known-exploited.json');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  await loadShippedSets(world.hub);
  await world.drain();
});
afterAll(() => world.close());

const vulnerability = (cve: string, cwe: string) =>
  made('vulnerability', {
    name: cve,
    external_references: [
      { source_name: 'cve', external_id: cve },
      { source_name: 'cwe', external_id: cwe },
    ],
  });

const enrichmentOf = async (id: string) => {
  const reader = await world.actor('northGrid', 'analyst');
  const object = await readObject(world.hub, reader, id, REAL_FIRST);
  if (object === null) throw new Error('the operator reads the vulnerability');
  const [enrichment = []] = await enrichmentsOf(world.hub, [object]);
  return { object, enrichment };
};

test('a known exploited CVE gets a note, and its CWE attack patterns; the object itself is unchanged', async () => {
  const subject = vulnerability('CVE-2021-22681', 'CWE-287');
  const bundle = bundleOf(subject);
  expect(await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ bundle }))).toMatchObject({
    ok: true,
  });
  await world.drain();
  const { object, enrichment } = await enrichmentOf(subject.id);
  expect(canonical(object.object)).toBe(canonical(subject));
  expect(new Set(enrichment.map(({ type }) => type))).toEqual(new Set(['attack-pattern', 'relationship']));
  for (const each of enrichment)
    expect(validateObject(each.object).filter(({ level }) => level === 'error')).toEqual([]);
});

test('what the hub adds carries the marking of its subject, or of the warning where the subject has none', async () => {
  const flaw = {
    name: 'CVE-2021-22681',
    external_references: [{ source_name: 'cwe', external_id: 'CWE-287' }],
  };
  const marked = made('vulnerability', { ...flaw, object_marking_refs: [TLP2_MARKING_IDS.AMBER] });
  const bare = made('vulnerability', flaw);
  const bundle = bundleOf(marked, bare);
  expect(await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ bundle }))).toMatchObject({
    ok: true,
  });
  await world.drain();
  for (const [{ id }, tlp] of [[marked, 'AMBER'] as const, [bare, 'GREEN'] as const]) {
    const { enrichment } = await enrichmentOf(id);
    expect(enrichment.length).toBeGreaterThan(0);
    for (const each of enrichment) {
      expect(each.tlp).toBe(tlp);
      expect(each.object['object_marking_refs']).toEqual([TLP2_MARKING_IDS[tlp]]);
    }
  }
});

test('refreshing a set updates only what changed', async () => {
  const catalogue = JSON.parse(await readFile(KEV, 'utf8'));
  const [entry] = catalogue.vulnerabilities;
  const subject = vulnerability(entry.cveID, 'CWE-1');
  const bundle = bundleOf(subject);
  await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ bundle }));
  await world.drain();
  const before = (await enrichmentOf(subject.id)).enrichment.map(({ object }) => object);
  expect(before).toEqual([expect.objectContaining({ type: 'note', object_refs: [subject.id] })]);

  entry.knownRansomwareCampaignUse = entry.knownRansomwareCampaignUse === 'Known' ? 'Unknown' : 'Known';
  const texts = {
    'kev/known-exploited.json': JSON.stringify({ ...catalogue, catalogVersion: '2099.01.01' }),
  };
  expect(await refreshSet(world.hub, 'kev', texts)).toMatchObject({ ok: true, value: { changed: 1 } });
  await world.drain();
  const after = (await enrichmentOf(subject.id)).enrichment.map(({ object }) => object);
  expect(after).toHaveLength(1);
  expect(after[0]?.id).toBe(before[0]?.id);
  expect(after[0]?.['content']).not.toBe(before[0]?.['content']);
  expect(Date.parse(String(after[0]?.['modified']))).toBeGreaterThan(
    Date.parse(String(before[0]?.['modified'])),
  );

  catalogue.vulnerabilities.shift();
  await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': JSON.stringify(catalogue) });
  await world.drain();
  expect((await enrichmentOf(subject.id)).enrichment).toEqual([]);
});

test('a file that is not the set changes nothing', async () => {
  expect(await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': '<html>' })).toMatchObject({
    ok: false,
    problems: [{ code: 'SET_UNREADABLE' }],
  });
  expect(await refreshSet(world.hub, 'nvd', {})).toMatchObject({
    ok: false,
    problems: [{ code: 'SET_UNKNOWN' }],
  });
});

test('values on warning lists are flagged, in observables and in patterns; nothing else is', async () => {
  const publisher = await world.actor('cyberAgency');
  const address = { type: 'ipv4-addr', spec_version: '2.1', value: '192.168.7.9' };
  const observable = { ...address, id: observableIdentifier(address) ?? '' };
  const indicator = made('indicator', {
    name: 'C2',
    pattern: "[domain-name:value = 'c2.example' OR url:value IN ('https://bit.ly/x', 'https://c2.example/')]",
    pattern_type: 'stix',
    valid_from: MADE_AT,
  });
  const identity = made('identity', { name: 'Water works', sectors: ['water'] });
  const objects = [observable, indicator, identity, vulnerability('CVE-2021-41544', 'CWE-1')];
  const bundle = bundleOf(...objects);
  expect(await publishWarning(world.hub, publisher, draft({ bundle }))).toMatchObject({ ok: true });
  await world.drain();
  const abstracts = async (id: string) =>
    (await enrichmentOf(id)).enrichment.map(({ object }) => String(object['abstract'])).sort();
  expect(await abstracts(observable.id)).toEqual([
    'On a warning list: List of RFC 1918 CIDR blocks',
    'On a warning list: List of RFC 5735 CIDR blocks',
  ]);
  expect(await abstracts(indicator.id)).toEqual(['On a warning list: List of known URL Shorteners domains']);
  expect(await abstracts(identity.id)).toEqual(['Sector "water": drinking-water, waste-water']);
  expect((await abstracts(objects[3]?.id ?? '')).filter((each) => each.startsWith('CVSS'))).toEqual([
    'CVSS for CVE-2021-41544: 7.8 HIGH',
  ]);
  for (const { object } of (await enrichmentOf(observable.id)).enrichment) {
    expect(validateObject(object).filter(({ level }) => level === 'error')).toEqual([]);
  }

  // EPSS appears once its file is loaded, and the warnings that hold its CVEs are updated.
  const csv = '#model_version:v2025.03.14,score_date:2026-11-27T12:55:00Z\ncve,epss,percentile\n';
  const texts = { 'epss/epss_scores-current.csv': `${csv}CVE-2021-41544,0.0123,0.8\nCVE-1,7,7\n` };
  expect(await refreshSet(world.hub, 'epss', texts)).toMatchObject({ ok: true, value: { changed: 1 } });
  await world.drain();
  expect(await abstracts(objects[3]?.id ?? '')).toContain('EPSS for CVE-2021-41544: 1.2 %');

  // Notes go when the list drops their entry.
  const lists = Object.fromEntries(
    await Promise.all(
      WARNING_LIST_IDS.map(async (id) => {
        const text = await readFile(join(import.meta.dirname, `../../data/warning-lists/${id}.json`), 'utf8');
        return [
          `warning-lists/${id}.json`,
          id === 'rfc1918' ? text.replace('192.168.0.0/16', '10.9.0.0/16') : text,
        ] as const;
      }),
    ),
  );
  expect(await refreshSet(world.hub, 'warning-lists', lists)).toMatchObject({ ok: true });
  await world.drain();
  expect(await abstracts(observable.id)).toEqual(['On a warning list: List of RFC 5735 CIDR blocks']);
});

test('every reference set states its origin and how fresh it is', async () => {
  const sources = await listSources(world.hub);
  expect(sources.map(({ name }) => name)).toEqual(SOURCES.map(({ facts }) => facts.name));
  for (const source of sources) {
    expect(source.licence).not.toBe('');
    expect(source.makes.length).toBeGreaterThan(0);
  }
  // Loaded just now, all of them; the data of some are older than they stay fresh.
  const now = world.hub.clock.now().getTime();
  const isOld = ({ version, freshForDays }: (typeof sources)[number]): boolean => {
    const [date = ''] = /\d{4}[-.]\d\d[-.]\d\d/.exec(version ?? '') ?? [];
    return (
      freshForDays !== null &&
      date !== '' &&
      now - Date.parse(date.replaceAll('.', '-')) > freshForDays * 86_400_000
    );
  };
  expect(sources.map((each) => [each.name, each.isStale])).toEqual(
    sources.map((each) => [each.name, isOld(each)]),
  );
  expect(sources.find(({ name }) => name === 'kev')?.isStale).toBe(true);
});

test('a set is taken as its source publishes it: parts are added, renewed and removed, and what left is listed', async () => {
  const address = { type: 'ipv4-addr', spec_version: '2.1', value: '203.0.113.77' };
  const observable = { ...address, id: observableIdentifier(address) ?? '' };
  const flaw = vulnerability('CVE-2026-77777', 'CWE-1');
  const bundle = bundleOf(observable, flaw);
  await publishWarning(world.hub, await world.actor('cyberAgency'), draft({ bundle }));
  await world.drain();
  const abstracts = async (id: string) =>
    (await enrichmentOf(id)).enrichment.map(({ object }) => String(object['abstract'])).sort();
  const exits = { name: 'List of exits', type: 'cidr', list: ['203.0.113.77'], version: 20260101 };
  const file = { name: 'lists/exits/list.json', text: JSON.stringify(exits) };
  const before = (await abstracts(observable.id)).length;
  const added = await refreshFromFiles(world.hub, 'warning-lists', [file]);
  expect(added).toMatchObject({
    ok: true,
    value: { changed: 1, left: [], version: expect.stringContaining('exits 20260101') },
  });
  await world.drain();
  expect(await abstracts(observable.id)).toContain('On a warning list: List of exits');
  expect(await removeFromSet(world.hub, 'warning-lists', ['exits'])).toMatchObject({
    ok: true,
    value: { left: ['net:203.0.113.77'] },
  });
  await world.drain();
  expect(await abstracts(observable.id)).toHaveLength(before);
  expect(await removeFromSet(world.hub, 'warning-lists', ['exits'])).toMatchObject({
    ok: false,
    problems: [{ code: 'SET_PART_UNKNOWN' }],
  });

  // One CVE record does not replace the set.
  const points = {
    type: 'ssvc',
    content: {
      timestamp: '2026-11-01T00:00:00Z',
      options: [{ Exploitation: 'active' }, { Automatable: 'yes' }, { 'Technical Impact': 'total' }],
    },
  };
  const record = {
    dataType: 'CVE_RECORD',
    cveMetadata: { cveId: 'CVE-2026-77777', state: 'PUBLISHED', dateUpdated: '2026-11-02T00:00:00Z' },
    containers: { adp: [{ metrics: [{ other: points }] }] },
  };
  const rows = (await world.hub.references.all('ssvc')).size;
  const one = await refreshFromFiles(world.hub, 'ssvc', [{ name: 'x', text: JSON.stringify(record) }]);
  expect(one).toMatchObject({ ok: true, value: { changed: 1, version: '2026-11-02', left: [] } });
  expect((await world.hub.references.all('ssvc')).size).toBe(rows + 1);
  await world.drain();
  expect(await abstracts(flaw.id)).toContain('SSVC for CVE-2026-77777: act');
  expect(await refreshFromFiles(world.hub, 'ssvc', [{ name: 'x', text: '<html>' }])).toMatchObject({
    ok: false,
    problems: [{ code: 'SET_UNREADABLE' }],
  });
});
