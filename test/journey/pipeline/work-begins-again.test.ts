// Work that was interrupted and begins again after the world has changed: nobody is left out, nobody gets what became
// stricter, and an outage is nobody's failure (I8, I15, I23).
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import type { DeliveryState } from '../../../src/domain/delivery.ts';
import { deliverWarning } from '../../../src/service/pipeline/deliver-warning.ts';
import { targetWarning } from '../../../src/service/pipeline/target-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { EntryRow } from '../../../src/store/entries.ts';
import { perform } from '../../../workers/perform.ts';
import { CAST, memberOf } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { bundleOf, made } from '../../support/objects.ts';

let world: TestHub;
beforeEach(async () => {
  world = await openTestHub();
});
afterEach(() => world.close());

const AUDIENCE = { alternatives: [{ sectors: ['nuclear'] }], excludes: [] };

const published = async (): Promise<string> => {
  const actor = await world.actor('cyberAgency');
  const outcome = await publishWarning(
    world.hub,
    actor,
    draft({ audience: AUDIENCE, allowEmptyAudience: true }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.warning;
};
const entryOf = async (warning: string): Promise<EntryRow> => {
  const row = await world.hub.entries.rows.findOne({ 'subject.warning': warning });
  if (row === null) throw new Error('no entry');
  return row;
};
const stateOf = async (
  warning: string,
  version: number,
  member: string,
): Promise<DeliveryState | undefined> =>
  (await world.hub.deliveries.rows.findOne({ warning, version, member }))?.state;

const plants = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    memberOf(`plant-${String(index).padStart(3, '0')}`, { kind: 'OPERATOR', sectors: ['nuclear'] }),
  );

test('a member that leaves between two attempts at targeting moves nobody out of a delivery', async () => {
  const all = plants(130);
  for (const each of all) await world.hub.members.save(each);
  const warning = await published();
  const { hub } = world;
  let calls = 0;
  const dying = {
    ...hub,
    deliveries: {
      ...hub.deliveries,
      ensure: (...given: Parameters<typeof hub.deliveries.ensure>) => {
        calls += 1;
        return calls === 1 ? hub.deliveries.ensure(...given) : Promise.reject(new Error('killed'));
      },
    },
  };
  await expect(targetWarning(dying, await entryOf(warning))).rejects.toThrow('killed');
  const first = new Set(await hub.deliveries.rows.distinct('member', { warning }));
  const leaving = all.find(({ id }) => first.has(id));
  if (leaving === undefined) throw new Error('nobody was targeted');
  await hub.members.save({ ...leaving, isActive: false });

  await targetWarning(hub, await entryOf(warning));
  await world.drain();
  const stay = all.filter(({ id }) => id !== leaving.id);
  const states = await Promise.all(stay.map(({ id }) => stateOf(warning, 1, id)));
  expect(states).toEqual(stay.map(() => 'SENT'));
  // And each once: a delivery is one row, and its entry names it once.
  const sent = await hub.entries.rows.find({ event: 'delivery.sent', 'subject.warning': warning }).toArray();
  const named = sent.flatMap(({ subject }) => subject.members ?? []).filter((id) => id !== leaving.id);
  expect(named.length).toBe(new Set(named).size);
});

test('a version that waits is not sent once a correction has become stricter', async () => {
  const actor = await world.actor('cyberAgency');
  const outcome = await publishWarning(world.hub, actor, draft());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const { warning } = outcome.value;
  await targetWarning(world.hub, await entryOf(warning));
  const depending = CAST.riverWater.id;
  expect(await stateOf(warning, 1, depending)).toBe('PENDING');
  const report = made('report', {
    name: 'Only for those who are addressed',
    published: '2026-01-01T00:00:00.000Z',
    object_refs: [CAST.cyberAgency.identity],
    object_marking_refs: [TLP2_MARKING_IDS.AMBER],
  });
  const correction = { id: warning, expectedVersion: 1, draft: draft({ bundle: bundleOf(report) }) };
  const corrected = await updateWarning(world.hub, actor, correction);
  if (!corrected.ok) throw new Error(JSON.stringify(corrected.problems));
  for (const entry of await world.hub.entries.rows.find({ event: 'warning.targeted' }).toArray())
    await deliverWarning(world.hub, entry);
  const states = [depending, CAST.northGrid.id].map((member) => stateOf(warning, 1, member));
  expect(await Promise.all(states)).toEqual(['WITHHELD', 'SENT']);
});

test('outages take nothing from a job: after a hundred it runs as if for the first time', async () => {
  const warning = await published();
  const { hub } = world;
  const { _id } = await entryOf(warning);
  await hub.entries.rows.updateOne({ _id }, { $set: { open: ['target-warning'], work: 'QUEUED' } });
  const { members } = hub;
  const out = Object.assign(new Error('gone'), { code: 91 });
  const away = { ...hub, warnings: { ...hub.warnings, version: () => Promise.reject(out) }, members };
  const job = { entry: _id.toHexString(), job: 'target-warning' } as const;
  for (let turn = 0; turn < 100; turn += 1) expect(await perform(away, job)).toBe('failed');
  expect((await entryOf(warning)).jobs?.['target-warning']?.starts).toBe(0);
  expect(await perform(hub, job)).toBe('done');
});

test('a read that is older than what was acknowledged loses no delivery', async () => {
  for (const each of plants(2)) await world.hub.members.save(each);
  const warning = await published();
  const { hub } = world;
  // As on a primary that was elected this moment: a read outside a transaction does not find the version yet.
  const find = hub.warnings.version;
  const stale = {
    ...hub,
    warnings: {
      ...hub.warnings,
      version: (...[id, version, session]: Parameters<typeof find>) =>
        session === undefined ? Promise.resolve(null) : find(id, version, session),
    },
  };
  await targetWarning(stale, await entryOf(warning));
  for (const entry of await hub.entries.rows.find({ event: 'warning.targeted' }).toArray())
    await deliverWarning(stale, entry);
  const states = plants(2).map(({ id }) => stateOf(warning, 1, id));
  expect(await Promise.all(states)).toEqual(['SENT', 'SENT']);
});
