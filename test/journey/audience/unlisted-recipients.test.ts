// A member that only a declared relation reaches gets the warning and is not shown to its publisher (I32), until it answers,
// which its reason tells it before. Rows that an older hub wrote, and answers that it took, are shown by the same rule.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryId } from '../../../src/domain/delivery.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { listDeliveries, myDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { openReceipts } from '../../../src/service/delivery/mark-received.ts';
import { readDelivery } from '../../../src/service/delivery/read-delivery.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: TestHub;
/** In a sector that the default matrix does not know; it depends on the grid, and says so. */
const lab = { ...CAST.xbCsirt, sectors: [], mayPublish: false };
beforeAll(async () => {
  world = await openTestHub();
  await world.hub.members.save(lab);
  await world.hub.members.saveDependency({
    id: 'dependency--lab-on-north-grid',
    provider: CAST.northGrid.id,
    dependent: lab.id,
    service: 'electricity',
    strength: 1,
    redundancy: 0,
    bufferHours: 1,
  });
  world.hub.directory.forget();
});
afterAll(() => world.close());

const itemOf = async (name: CastName, id: string, role: 'publisher' | 'analyst' = 'analyst') => {
  const item = await readWarning(world.hub, await world.actor(name, role), id);
  if (item === null) throw new Error(`${name} reads it`);
  return item;
};
const listed = async (id: string) => {
  const page = await listDeliveries(
    world.hub,
    await world.actor('cyberAgency'),
    await itemOf('cyberAgency', id, 'publisher'),
    { first: 100, after: null },
  );
  if (page?.ok !== true) throw new Error('its publisher sees the deliveries');
  return page.value.deliveries.map(({ delivery }) => delivery);
};
const ofLab = (id: string) => deliveryId(id, 1, lab.id, 'FEED');
const answer = async (id: string) =>
  acknowledgeWarning(world.hub, await world.actor('xbCsirt', 'analyst'), {
    warning: id,
    answer: 'NEED_HELP',
    note: 'On battery',
  });

describe('a member that declared that it depends on an addressed one', () => {
  let id: string;
  beforeAll(async () => {
    id = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  });

  test('has the warning, and is told what answering shows', async () => {
    const { reason } = await itemOf('xbCsirt', id);
    expect(reason).toMatchObject({ kind: 'DEPENDENCY', basis: 'DECLARED', isUnlisted: true });
    expect(reason.rule).toMatch(
      /Its publisher does not see you among the recipients unless you acknowledge it\.$/,
    );
    const own = await myDeliveries(world.hub, await world.actor('xbCsirt', 'analyst'), [
      await itemOf('xbCsirt', id),
    ]);
    expect(own.get(id)).toMatchObject({ state: 'SENT', reason: { path: [CAST.northGrid.id, lab.id] } });
  });

  test('is in no list, no count and no delivery of its publisher, also after it has read it', async () => {
    const receipts = openReceipts(world.hub);
    receipts.note(await world.actor('xbCsirt', 'analyst'), await itemOf('xbCsirt', id), false);
    await receipts.close();
    const row = await world.hub.deliveries.rows.findOne({ _id: ofLab(id) });
    expect(row).toMatchObject({ state: 'RECEIVED', isListed: false, listedReason: null });
    expect((await listed(id)).map(({ member }) => member)).toEqual([CAST.northGrid.id]);
    expect(await readDelivery(world.hub, await world.actor('cyberAgency'), ofLab(id))).toBeNull();
  });

  test('is seen once it answers, and not why it has the warning', async () => {
    expect(await answer(id)).toMatchObject({ ok: true, value: { reason: { kind: 'DEPENDENCY' } } });
    const seen = (await listed(id)).find(({ member }) => member === lab.id);
    expect(seen).toMatchObject({ state: 'ACKNOWLEDGED', answer: 'NEED_HELP', note: 'On battery' });
    expect(seen?.reason).toEqual({
      kind: 'RELATION',
      rule: 'It has answered. What brought this to it is not shown.',
    });
    expect(await readDelivery(world.hub, await world.actor('cyberAgency'), ofLab(id))).toEqual(seen);
  });
});

test('whom nobody but declared relations would reach makes no audience', async () => {
  const agency = await world.actor('northGrid');
  const request = draft({ audience: to('northGrid') });
  const refused = await publishWarning(world.hub, agency, request);
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'AUDIENCE_EMPTY', path: '$.audience' }] });
  const allowed = await publishWarning(world.hub, agency, { ...request, allowEmptyAudience: true });
  expect(allowed).toMatchObject({ ok: true, value: { recipients: 0 } });
  await world.drain();
  if (allowed.ok) expect((await itemOf('xbCsirt', allowed.value.warning)).reason.kind).toBe('DEPENDENCY');
});

test('recipients that are listed are sent in chunks of their own', async () => {
  const id = await publishBy(world, 'cyberAgency', { audience: to('northGrid'), headline: 'Chunks' });
  const targeted = await world.hub.entries.rows
    .find({ event: 'warning.targeted', 'subject.warning': id })
    .toArray();
  const [first, second, ...rest] = targeted.map(({ subject }) => subject.members);
  // The hospital declares the same dependency, and a closed group does not cascade by the matrix.
  expect([first, second?.toSorted(), rest]).toEqual([
    [CAST.northGrid.id],
    [CAST.cityHospital.id, lab.id].sort(),
    [],
  ]);
});

describe('what a hub of the release before wrote', () => {
  const OLD = { $unset: { isListed: '', listedReason: '' } } as const;

  test('deliveries are listed by the same rule, the first time that somebody looks', async () => {
    const id = await publishBy(world, 'cyberAgency', { headline: 'By an old worker' });
    const before = await listed(id);
    expect(before.length).toBeGreaterThan(3);
    await world.hub.deliveries.rows.updateMany({ warning: id }, OLD);
    expect(await readDelivery(world.hub, await world.actor('cyberAgency'), ofLab(id))).toBeNull();
    expect(await listed(id)).toEqual(before);
    expect(await world.hub.deliveries.unsettled(id, 1)).toEqual([]);
  });

  test('an answer that it took shows the member, though it does not know of the rule', async () => {
    const id = await publishBy(world, 'cyberAgency', {
      audience: to('northGrid'),
      headline: 'Answered there',
    });
    await answer(id);
    await world.hub.deliveries.rows.updateOne({ _id: ofLab(id) }, { $set: { isListed: false } });
    expect((await listed(id)).map(({ member }) => member)).toContain(lab.id);
  });

  test('a stored answer does not give its count again', async () => {
    const agency = await world.actor('cyberAgency');
    const options = { idempotencyKey: 'kept-by-an-old-hub' };
    const published = await publishWarning(world.hub, agency, draft({ headline: 'Kept' }), options);
    const [kept] = await world.hub.answers.rows.find().sort({ at: -1 }).toArray();
    const { listed: _, ...rest } = JSON.parse(kept!.answer);
    const old = JSON.stringify({ ...rest, recipients: 99 });
    await world.hub.answers.rows.updateOne({ _id: kept!._id }, { $set: { answer: old } });
    const again = await publishWarning(world.hub, agency, draft({ headline: 'Kept' }), options);
    expect(published.ok && again.ok && again.value.warning === published.value.warning).toBe(true);
    expect(again).toMatchObject({ ok: true, value: { recipients: null } });
  });
});

test('a listed delivery stays as its publisher sees it when only a declared relation lets the member read on', async () => {
  const id = await publishBy(world, 'cyberAgency', { headline: 'Moved away' });
  const before = (await listed(id)).find(({ member }) => member === CAST.cityHospital.id);
  expect(before).toMatchObject({ state: 'SENT', reason: { basis: 'DEFAULT_MATRIX' } });
  await world.hub.members.save({ ...CAST.cityHospital, sectors: ['research'] });
  world.hub.directory.forget();
  const item = await itemOf('cityHospital', id);
  expect(item.reason).toMatchObject({ basis: 'DECLARED', isUnlisted: true });
  const receipts = openReceipts(world.hub);
  receipts.note(await world.actor('cityHospital', 'analyst'), item, false);
  await receipts.close();
  expect((await listed(id)).find(({ member }) => member === CAST.cityHospital.id)).toEqual(before);
  await world.hub.members.save(CAST.cityHospital);
  world.hub.directory.forget();
});

test('the list costs its publisher the same however many are not listed', async () => {
  const id = await publishBy(world, 'cyberAgency', { headline: 'As many as you like' });
  const { db } = world.hub.database.connection;
  if (db === undefined) throw new Error('a connection has a database');
  const rows = world.hub.deliveries.rows;
  const [row] = await rows.find({ warning: id, version: 1 }).toArray();
  /** Rows and keys that the database looked at. */
  const cost = async (): Promise<number[]> => {
    await db.command({ profile: 2 });
    const names = (await listed(id)).map(({ member }) => member);
    await db.command({ profile: 0 });
    const [read] = await db
      .collection('system.profile')
      .find({ 'command.find': 'deliveries', nreturned: names.length })
      .sort({ ts: -1 })
      .limit(1)
      .toArray();
    return [names.length, read?.['docsExamined'], read?.['keysExamined']];
  };
  const before = await cost();
  expect(before[1]).toBe(before[0]);
  await rows.insertMany(
    Array.from({ length: 300 }, (_, index) => ({
      ...row!,
      _id: `${row!._id}/${index}`,
      member: `${row!.member.slice(0, -4)}${String(index).padStart(4, '0')}`,
      isListed: false,
      state: 'SENT' as const,
    })),
  );
  expect(await cost()).toEqual(before);
});
