// Two things that were wrongly kept back: the bundle of an unnamed warning may be passed on, although the hub made its
// report in its own name and is itself a member; and an object that was first told in AMBER is open where it was told in
// GREEN afterwards, in sources, by id, in bundles and in what is derived from it. And one that was wrongly told: rows of
// earlier releases that one member's named and unnamed warnings share.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { REAL_FIRST } from '../../../src/domain/exercise/partition.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { type BundleOptions, bundleOfWarning } from '../../../src/service/object/bundle/bundle-of-warning.ts';
import { objectSources } from '../../../src/service/object/object-sources.ts';
import { enrichmentOf } from '../../../src/service/object/read-enrichment.ts';
import { readObject } from '../../../src/service/object/read-objects.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { ObjectId } from '../../../src/store/connect.ts';
import { partUnnamedRows } from '../../../src/store/migration/rows/2026-11-29-part-unnamed-rows.ts';
import type { LinkRow } from '../../../src/store/object/row.ts';
import { bytesOf } from '../../../src/store/objects.ts';
import { memberOf } from '../../support/cast.ts';
import { migrated } from '../../support/database/migrated.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
import { publishBy, publishTo, to } from '../../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
  await world.hub.members.save(memberOf('tocsin-hub', { kind: 'HUB', country: 'ZZ' }));
  world.hub.directory.forget();
});
afterAll(() => world.close());

const policy = () => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: newIdentifier('marking-definition'),
  created: MADE_AT,
  name: 'Not by name',
  extensions: {
    'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
      extension_type: 'property-extension',
      encrypt_in_transit: 'may',
      permitted_actions: 'none',
      affected_party_notifications: 'may',
      tlp: 'white',
      provider_attribution: 'must-not',
      unmodified_resale: 'may',
      iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
      iep_version: 2,
      description: 'Not by name',
      start_date: '2026-01-01T00:00:00Z',
    },
  },
});

const bundleSeen = async (name: 'xbCsirt' | 'northGrid', id: string, options: BundleOptions = {}) => {
  const reader = await world.actor(name);
  const item = await readWarning(world.hub, reader, id);
  if (item === null) throw new Error(`${name} reads it`);
  return (await bundleOfWarning(world.hub, reader, item, options))['objects'] as unknown as {
    id: string;
    type: string;
    modified?: string;
  }[];
};
const versionOf = ({ id, modified }: { id: string; modified?: string }) => `${id} ${modified}`;

test('an unnamed warning without a report of its own is published, corrected by nobody else, and passed on', async () => {
  const iep = policy();
  const tool = made('tool', { name: 'Chisel', object_marking_refs: [iep.id, TLP2_MARKING_IDS.GREEN] });
  const id = await publishTo(world, 'cyberAgency', ['xbCsirt', 'northGrid'], iep, tool);
  const objects = await bundleSeen('xbCsirt', id);
  const report = objects.find(({ type }) => type === 'report');
  expect(report).toMatchObject({ created_by_ref: expect.stringMatching(/^identity--/) });
  const passOn = async (given: readonly object[]) =>
    publishWarning(
      world.hub,
      await world.actor('xbCsirt'),
      draft({ audience: to('northGrid'), bundle: bundleOf(...given) }),
    );
  const passedOn = await passOn(objects);
  if (!passedOn.ok) throw new Error(JSON.stringify(passedOn.problems));
  const versions = (await bundleSeen('northGrid', passedOn.value.warning)).map((each) => versionOf(each));
  expect(versions.filter((each, index) => versions.indexOf(each) !== index)).toEqual([]);
  expect(versions).toEqual(expect.arrayContaining(objects.map((each) => versionOf(each))));
  // What the hub made is passed on as it is, or not at all.
  const definition = objects.find(({ type }) => type === 'extension-definition');
  for (const changed of [report, definition]) {
    const given = objects.map((each) => (each === changed ? { ...each, name: 'Changed' } : each));
    expect([changed?.type, await passOn(given)]).toMatchObject([expect.any(String), { ok: false }]);
  }
  const invented = { ...report, id: newIdentifier('report') };
  expect(await passOn([invented])).toMatchObject({ problems: [{ code: 'NOT_THE_CREATOR' }] });
});

test('an object first told in AMBER is GREEN where it was told in GREEN', async () => {
  const flaw = made('vulnerability', { name: 'CVE-2021-44228' });
  const shared = made('malware', { name: 'Reopened', is_family: true });
  const audience = to('northGrid', 'southGrid');
  const strict = await publishBy(world, 'cyberAgency', {
    marking: 'AMBER',
    audience,
    bundle: bundleOf(flaw, shared),
  });
  const open = await publishBy(world, 'cyberAgency', {
    marking: 'GREEN',
    audience,
    bundle: bundleOf(flaw, shared),
  });
  const reader = await world.actor('northGrid', 'analyst');
  const seen = await readObject(world.hub, reader, shared.id, REAL_FIRST);
  if (seen === null) throw new Error('northGrid reads it');
  const { tellers, corroboration } = await objectSources(world.hub, reader, seen);
  expect(tellers).toMatchObject([{ tlp: 'GREEN', warning: open }]);
  expect(corroboration).toBe(1);
  const cve = await readObject(world.hub, reader, flaw.id, REAL_FIRST);
  const [enriched] = cve === null ? [] : await enrichmentOf(world.hub, [cve]);
  for (const each of enriched ?? []) {
    expect(each.tlp).toBe('GREEN');
    expect(each.object['object_marking_refs']).toEqual([TLP2_MARKING_IDS.GREEN]);
  }
  // Within each warning its own marking applies.
  for (const [id, name] of [
    [strict, 'AMBER'],
    [open, 'GREEN'],
  ] as const) {
    const objects = await bundleSeen('northGrid', id);
    expect([name, objects.map((each) => each.id)]).toEqual([
      name,
      expect.arrayContaining([flaw.id, shared.id]),
    ]);
  }
  // At its newest, a bundle in GREEN that holds an older version takes the newer one once that is told in GREEN too.
  const newer = { ...shared, modified: '2026-02-01T00:00:00.000Z', name: 'Reopened, again' };
  await publishBy(world, 'cyberAgency', { marking: 'AMBER', audience, bundle: bundleOf(newer) });
  const nameIn = async (options?: BundleOptions) =>
    (await bundleSeen('northGrid', open, options)).find((each) => each.id === shared.id) as
      | { name?: string }
      | undefined;
  expect((await nameIn({ isNewest: true }))?.name).toBe('Reopened');
  await publishBy(world, 'cyberAgency', { marking: 'GREEN', audience, bundle: bundleOf(newer) });
  expect((await nameIn({ isNewest: true }))?.name).toBe('Reopened, again');
  // Otherwise it holds what was published in it.
  expect((await nameIn())?.name).toBe('Reopened');
});

describe('what one member published under its name and without it, with an earlier release,', () => {
  const iep = policy();
  const marker = made('tool', { name: 'Awl', object_marking_refs: [iep.id, TLP2_MARKING_IDS.GREEN] });
  const [flaw, first, second] = [
    made('vulnerability', { name: 'CVE-2021-44228' }),
    made('malware', { name: 'Named first', is_family: true }),
    made('malware', { name: 'Unnamed first', is_family: true }),
  ];
  // More than are parted in one batch.
  const many = Array.from({ length: 120 }, (_, index) => made('tool', { name: `Tool ${index}` }));
  const audience = to('northGrid', 'southGrid');
  const marked = { marking: 'GREEN', audience } as const;
  const publish = (...objects: readonly object[]) =>
    publishBy(world, 'cyberAgency', { ...marked, bundle: bundleOf(...objects) });
  const warnings: string[] = [];
  beforeAll(async () => {
    warnings.push(await publish(flaw, first, ...many));
    warnings.push(await publish(iep, marker, flaw, first, second, ...many));
    warnings.push(await publish(second));
    warnings.push(await publish(iep, marker, first));
    await makeKnown();
  });

  /** As if a reference set knew the flaw. */
  const makeKnown = async (): Promise<void> => {
    const stixId = newIdentifier('note');
    const facts = { stixId, type: 'note', subject: flaw.id, set: 'made up', setVersion: '1', key: flaw.name };
    const body = bytesOf(JSON.stringify({ type: 'note', id: stixId }));
    const rows = await world.hub.objects.rows.find({ stixId: flaw.id }).toArray();
    await world.hub.context.saveEnrichments(
      rows.map(({ _id, warning, version }) => ({
        ...{ ...facts, _id: `${stixId} ${_id.toHexString()}`, row: _id, warning, version, body },
      })),
    );
  };

  const sourcesOf = async (id: string) => {
    const reader = await world.actor('northGrid', 'analyst');
    const seen = await readObject(world.hub, reader, id, REAL_FIRST);
    if (seen === null) throw new Error('northGrid reads it');
    const { tellers, corroboration } = await objectSources(world.hub, reader, seen);
    const [known = []] = await enrichmentOf(world.hub, [seen]);
    return {
      tellers: tellers.map(({ publisher, warning, tlp }) => [warning, publisher.slug, tlp].join()).sort(),
      corroboration,
      known: known.map((each) => each.id).sort(),
    };
  };
  const heldBy = async (warning: string): Promise<string[]> => {
    const held: string[] = [];
    for await (const rows of world.hub.objects.walk(warning, 1, 50))
      held.push(...rows.map(({ stixId }) => stixId));
    return held.sort();
  };
  const seenByReader = async () => ({
    held: await Promise.all(warnings.map(heldBy)),
    objects: await Promise.all([flaw, first, second, marker].map(({ id }) => sourcesOf(id))),
    bundles: await Promise.all(
      warnings.map(async (id) => (await bundleSeen('northGrid', id)).map(versionOf).sort()),
    ),
  });

  /** Leaves one row for each object, as releases did that knew no voice. */
  const sharedAsBefore = async (): Promise<void> => {
    const { rows, links } = world.hub.objects;
    const held = await rows
      .find({ warning: { $in: warnings } })
      .sort({ _id: 1 })
      .toArray();
    const byObject = Map.groupBy(held, ({ stixId, modified }) => `${stixId} ${modified}`);
    const linked = new Map<string, LinkRow>();
    for (const [kept, ...others] of byObject.values()) {
      await rows.updateOne({ _id: kept?._id ?? new ObjectId() }, { $unset: { voice: '' } });
      for (const { _id, warning, version } of others) {
        await rows.deleteOne({ _id });
        await world.hub.context.objects.rows.deleteOne({ _id });
        await world.hub.context.enrichments.deleteMany({ row: _id });
        const link = linked.get(warning) ?? { _id: new ObjectId(), warning, version, objects: [] };
        if (kept !== undefined) link.objects.push(kept._id);
        linked.set(warning, link);
      }
    }
    await links.insertMany([...linked.values()]);
  };

  test('looks like what two members published once its rows are parted', async () => {
    const { database } = world.hub;
    const before = await seenByReader();
    // The flaw is one entity with those of the test above, which counts as one source.
    expect(before.objects[0]?.known).not.toEqual([]);
    expect(before.objects.map(({ tellers }) => tellers.length)).toEqual([3, 3, 2, 2]);
    await sharedAsBefore();
    expect((await seenByReader()).objects.map(({ tellers }) => tellers.length)).toEqual([2, 1, 1, 1]);
    const count = await partUnnamedRows.remaining(database);
    expect(count).toBeGreaterThan(4);
    const sizes: number[] = [];
    const next: typeof partUnnamedRows.next = async (...given) => {
      const batch = await partUnnamedRows.next(...given);
      if (batch === null) return null;
      const write: typeof batch.write = async (session) => {
        const size = await batch.write(session);
        sizes.push(size);
        return size;
      };
      return { ...batch, write };
    };
    expect(await migrated(database, { ...partUnnamedRows, next })).toBeGreaterThan(120);
    // A transaction has its time.
    expect(Math.max(...sizes)).toBe(100);
    expect(await seenByReader()).toEqual(before);
    expect(await partUnnamedRows.remaining(database)).toBe(0);
    expect(await migrated(database, partUnnamedRows)).toBe(0);
    expect(await seenByReader()).toEqual(before);
  });
});
