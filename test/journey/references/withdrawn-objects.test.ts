// What a correction or a cancellation takes out of a warning counts nowhere any more. Only the history of the object shows
// it, marked withdrawn, to its publisher and to members that it was delivered to and that may read the warning as it is now.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { observableIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { followReferences } from '../../../src/store/migration/rows/2026-11-29-follow-references.ts';
import { referencesIn, referencesText } from '../../../src/store/object/references.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { migrated } from '../../support/database/migrated.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, publishTo, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
const tokens = new Map<CastName, string>();
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: { TOCSIN_PUBLISHES_PER_SECOND: '1000', TOCSIN_REQUEST_BURST: '1000' },
  });
  for (const name of ['northGrid', 'southGrid', 'riverWater', 'cyberAgency', 'xbCsirt'] as const)
    tokens.set(name, await endpoint.token(name));
});
afterAll(() => endpoint.close());

const ask = async (name: CastName, query: string, variables: object) => {
  const { body } = await endpoint.ask(tokens.get(name) ?? '', query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data;
};
const BY_ID = `query ById($id: ID!) {
  stixObject(id: $id) { id raw warnings { edges { node { id } } } corroboration sources { id: objectId publisher { slug } } revokedBy { slug } versions { edges { node { withdrawn } } } }
  node(id: $id) { id }
  stixVersions(id: $id) { edges { cursor node { modified withdrawn isLatest revoked raw source { slug } } } }
}`;
const byId = (name: CastName, id: string) => ask(name, BY_ID, { id });
/** Of each version that the history shows: whether it is withdrawn. */
const historyOf = async (name: CastName, id: string): Promise<boolean[]> =>
  (await byId(name, id)).stixVersions.edges.map(
    ({ node }: { node: { withdrawn: boolean } }) => node.withdrawn,
  );
const bundleOfWarning = async (name: CastName, id: string) =>
  (await ask(name, 'query Bundle($id: ID!) { warning(id: $id) { bundle } }', { id })).warning.bundle
    .objects ?? [];

const tool = (name: string, more: object = {}) => made('tool', { name, ...more });
const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();

const correct = async (id: string, expectedVersion: number, ...objects: readonly object[]) => {
  const corrected = await updateWarning(endpoint.hub, await endpoint.actor('cyberAgency'), {
    id,
    expectedVersion,
    draft: { ...texts, bundle: objects.length === 0 ? null : bundleOf(...objects) },
  });
  if (!corrected.ok) throw new Error(JSON.stringify(corrected.problems));
  await endpoint.drain();
};
const cancel = async (id: string, expectedVersion: number, by: CastName = 'cyberAgency') => {
  const actor = await endpoint.actor(by);
  const cancelled = await cancelWarning(endpoint.hub, actor, { id, expectedVersion, reason: 'Nothing.' });
  if (!cancelled.ok) throw new Error(JSON.stringify(cancelled.problems));
  await endpoint.drain();
};

const observable = (type: string, value: string, more: object = {}) => ({
  ...{ type, spec_version: '2.1', id: observableIdentifier({ type, value }) ?? '', value },
  ...more,
});
const noteOn = (...object_refs: string[]) => made('note', { content: 'On it', object_refs });
const listing = (...object_refs: string[]) => made('grouping', { context: 'unspecified', object_refs });

describe('what falls with an object that its version does not hold is named by nothing of that version', () => {
  const seen = async (warning: string): Promise<string> =>
    JSON.stringify(await bundleOfWarning('northGrid', warning));
  const everywhere = { audience: { alternatives: [{}], excludes: [] } };

  test('when the other warning is cancelled, also for a version that came later', async () => {
    const [elsewhere, wrench] = [observable('ipv4-addr', '198.51.100.77'), tool('Wrench')];
    const outside = await publishBy(endpoint, 'xbCsirt', { ...everywhere, bundle: bundleOf(elsewhere) });
    // Without a date it is held by the row of the first version.
    const about = observable('domain-name', 'fell.example', { resolves_to_refs: [elsewhere.id] });
    const [further, list] = [noteOn(about.id), listing(wrench.id, about.id)];
    const warning = await publishTo(endpoint, 'cyberAgency', ['northGrid'], wrench, about, further, list);
    for (const { id } of [wrench, about, further, list]) expect(await seen(warning)).toContain(id);
    await cancel(outside, 1, 'xbCsirt');
    const isNamed = async (): Promise<boolean> => {
      const { stixObject } = await byId('northGrid', list.id);
      const answers = [await seen(warning), JSON.stringify(stixObject)].join();
      expect(answers).toContain(wrench.id);
      return [about, further].some(({ id }) => answers.includes(id));
    };
    expect(await isNamed()).toBe(false);
    // Now its publisher cannot read the other either; the row of the domain says that it could.
    const later = listing(about.id, wrench.id);
    await correct(warning, 1, wrench, about, later);
    expect(await isNamed()).toBe(false);
  });

  test('also where an earlier release listed it as part of the version, once the database is migrated', async () => {
    const [elsewhere, wrench, sure] = [tool('Elsewhere again'), tool('Wrench'), tool('Sure')];
    const outside = await publishBy(endpoint, 'xbCsirt', { ...everywhere, bundle: bundleOf(elsewhere) });
    const about = noteOn(wrench.id, elsewhere.id);
    const further = noteOn(about.id, sure.id);
    const warning = await publishTo(
      endpoint,
      'cyberAgency',
      ['northGrid'],
      ...[wrench, sure, about, further, listing(wrench.id, about.id), listing(sure.id, further.id)],
    );
    const { rows } = endpoint.hub.objects;
    const stored = await rows.find({ warning }).toArray();
    for (const { _id, stixId, references = '|' } of stored)
      if (stixId !== about.id) {
        const { within, beyond, isNeverEmpty } = referencesIn(references);
        const asBefore = { within: [...within, ...beyond], beyond: [], isNeverEmpty };
        await rows.updateOne({ _id }, { $set: { references: referencesText(asBefore) } });
      }
    await cancel(outside, 1, 'xbCsirt');
    expect(await seen(warning)).toContain(about.id);
    const { database } = endpoint.hub;
    const count = await followReferences.remaining(database);
    // The further note, both lists, and the report of the hub.
    expect(count).toBe(4);
    expect(await migrated(database, followReferences)).toBe(count);
    for (const { id } of [wrench, sure]) expect(await seen(warning)).toContain(id);
    for (const { id } of [about, further]) expect(await seen(warning)).not.toContain(id);
    expect(await migrated(database, followReferences)).toBe(0);
  });

  test('when the version itself takes the object out', async () => {
    const [gone, kept] = [tool('Taken out'), tool('Stays')];
    const about = noteOn(gone.id, kept.id);
    const warning = await publishTo(endpoint, 'cyberAgency', ['northGrid'], gone, kept, about);
    expect(await seen(warning)).toContain(about.id);
    await correct(warning, 1, kept, about, listing(about.id, kept.id));
    expect(await seen(warning)).toContain(kept.id);
    for (const { id } of [gone, about]) expect(await seen(warning)).not.toContain(id);
  });
});

test('what a correction takes out is in no list, count or bundle, and in the history of those who held it', async () => {
  const [kept, gone] = [tool('Kept'), tool('Gone')];
  const edge = made('relationship', {
    relationship_type: 'related-to',
    source_ref: kept.id,
    target_ref: gone.id,
  });
  const warning = await publishTo(endpoint, 'cyberAgency', ['northGrid', 'riverWater'], kept, gone, edge);
  expect((await byId('northGrid', gone.id)).stixObject.sources).toHaveLength(1);
  await correct(warning, 1, kept);
  for (const name of ['northGrid', 'riverWater', 'cyberAgency'] as const) {
    for (const { id } of [gone, edge]) {
      expect((await byId(name, id)).stixObject).toBeNull();
      expect((await byId(name, id)).node).toBeNull();
      expect(await historyOf(name, id)).toEqual([true]);
    }
    expect(await historyOf(name, kept.id)).toEqual([false]);
    const bundle = JSON.stringify(await bundleOfWarning(name, warning));
    expect(bundle).toContain(kept.id);
    for (const { id } of [gone, edge]) expect(bundle).not.toContain(id);
  }
  const [{ node: version }] = (await byId('northGrid', gone.id)).stixVersions.edges;
  expect(version).toMatchObject({ isLatest: false, raw: gone, source: { slug: CAST.cyberAgency.slug } });
  // Absent for whoever never had it, as an id that nobody published.
  for (const name of ['southGrid', 'xbCsirt'] as const)
    expect(await byId(name, gone.id)).toEqual({ ...(await byId(name, tool('never').id)) });
  // It counts for nobody else's assertion of the same either.
  await publishTo(endpoint, 'xbCsirt', ['northGrid'], gone);
  const again = await byId('northGrid', gone.id);
  expect(again.stixObject).toMatchObject({
    corroboration: 1,
    sources: [{ publisher: { slug: 'xb-csirt' } }],
  });
  expect(await historyOf('northGrid', gone.id)).toEqual(expect.arrayContaining([true, false]));
  // What is put back is current again.
  await correct(warning, 2, kept, gone);
  expect((await byId('riverWater', gone.id)).stixObject.raw).toEqual(gone);
  expect(await historyOf('riverWater', gone.id)).toEqual([false]);
});

test('who may not read the warning as it is now, or was not sent the version, sees no history', async () => {
  const gone = tool('Not for all');
  const warning = await publishTo(endpoint, 'cyberAgency', ['northGrid', 'riverWater'], gone, tool('Other'));
  await endpoint.hub.deliveries.rows.deleteOne({ warning, version: 1, member: CAST.riverWater.id });
  await correct(warning, 1, tool('Instead'));
  expect(await historyOf('riverWater', gone.id)).toEqual([]);
  expect(await historyOf('northGrid', gone.id)).toEqual([true]);
  const strict = made('report', {
    name: 'Now for its publisher alone',
    report_types: ['threat-report'],
    published: MADE_AT,
    object_refs: [gone.id],
    object_marking_refs: [TLP2_MARKING_IDS.RED],
  });
  await correct(warning, 2, strict);
  expect(await historyOf('northGrid', gone.id)).toEqual([]);
  expect(await historyOf('cyberAgency', gone.id)).toEqual([true]);
});

test('a cancellation withdraws all objects and revokes the hub’s report alone', async () => {
  const gone = tool('Cancelled');
  const warning = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(gone),
  });
  const report = (await bundleOfWarning('northGrid', warning)).find(
    ({ type }: { type: string }) => type === 'report',
  );
  await cancel(warning, 1);
  expect((await byId('northGrid', gone.id)).stixObject).toBeNull();
  expect(await historyOf('northGrid', gone.id)).toEqual([true]);
  const objects = await bundleOfWarning('northGrid', warning);
  expect(objects.find(({ id }: { id: string }) => id === report.id)).toMatchObject({ revoked: true });
  expect(JSON.stringify(objects)).not.toContain(gone.id);
  const shown = await byId('northGrid', report.id);
  expect(shown.stixObject.raw).toMatchObject({ revoked: true });

  // A producer's report is not the hub's to revoke.
  const own = made('report', {
    name: 'Of its producer',
    report_types: ['threat-report'],
    published: MADE_AT,
    object_refs: [gone.id],
  });
  const second = await publishBy(endpoint, 'cyberAgency', {
    audience: to('northGrid'),
    bundle: bundleOf(gone, own),
  });
  await cancel(second, 1);
  expect(await bundleOfWarning('northGrid', second)).toEqual([]);
  expect((await byId('northGrid', own.id)).stixObject).toBeNull();
  const [{ node }] = (await byId('northGrid', own.id)).stixVersions.edges;
  expect(node).toMatchObject({ revoked: false, withdrawn: true });
});
