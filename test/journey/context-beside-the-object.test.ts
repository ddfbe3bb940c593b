// Enrichment: a CVE meets the known-exploited catalogue, SSVC and, by its CWE, attack patterns; always beside the
// producer's object, and renewed when a set is refreshed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadShippedSets, refreshSet } from '../../src/service/enrichment/refresh-set.ts';
import { objectEnrichment } from '../../src/service/object/object-context.ts';
import { readObject } from '../../src/service/object/read-objects.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { canonical } from '../../src/stix/canonical.ts';
import { newIdentifier } from '../../src/stix/identifier.ts';
import { validateObject } from '../../src/stix/validate.ts';
import { draft, openTestHub, type TestHub } from '../support/hub.ts';

const KEV = join(import.meta.dirname, '../../data/kev/known-exploited.json');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  await loadShippedSets(world.hub);
  await world.drain();
}, 120_000);
afterAll(() => world.close());

const at = '2026-01-01T00:00:00.000Z';
const vulnerability = (cve: string, cwe: string) => ({
  type: 'vulnerability',
  spec_version: '2.1',
  id: newIdentifier('vulnerability'),
  created: at,
  modified: at,
  name: cve,
  external_references: [
    { source_name: 'cve', external_id: cve },
    { source_name: 'cwe', external_id: cwe },
  ],
});

const enrichmentOf = async (id: string) => {
  const reader = await world.actor('northGrid', 'analyst');
  const object = await readObject(world.hub, reader, id);
  if (object === null) throw new Error('the operator reads the vulnerability');
  return { object, enrichment: await objectEnrichment(world.hub, reader, object) };
};

test('a known exploited CVE gets its note, and its CWE attack patterns; the object itself stays as it came', async () => {
  const subject = vulnerability('CVE-2021-22681', 'CWE-287');
  const bundle = { type: 'bundle', id: newIdentifier('bundle'), objects: [subject] };
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

test('refreshing a set renews just what it changes', async () => {
  const catalogue = JSON.parse(await readFile(KEV, 'utf8'));
  const [entry] = catalogue.vulnerabilities;
  const subject = vulnerability(entry.cveID, 'CWE-1');
  const bundle = { type: 'bundle', id: newIdentifier('bundle'), objects: [subject] };
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

test('a text that is not the set changes nothing', async () => {
  expect(await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': '<html>' })).toMatchObject({
    ok: false,
    problems: [{ code: 'SET_UNREADABLE' }],
  });
  expect(await refreshSet(world.hub, 'nvd', {})).toMatchObject({
    ok: false,
    problems: [{ code: 'SET_UNKNOWN' }],
  });
});
