// Who was told of a warning by mail or webhook is told once that a refresh raised its grade: also where the delivery of the version
// went long before.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addWebhook } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { changeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { refreshSet } from '../../../src/service/enrichment/refresh-set.ts';
import type { CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { type MailServer, openMailServer, type Received } from '../../support/channels/mail-server.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { catalogueOf } from '../../support/inputs/kev-catalogue.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';
import { subscriptionWith } from '../../support/subscription/subscriptions.ts';

let world: ChannelWorld;
let server: MailServer;
beforeAll(async () => {
  server = await openMailServer();
  const mail = { url: server.url, from: 'Tocsin <hub@hub.example>', bounces: null };
  world = await openChannelWorld({ mail });
  await allowThisMachine(world);
  await refresh();
});
afterAll(async () => {
  await world.close();
  await server.close();
});

const HOUR = 3_600_000;
let versions = 0;
const listed = new Set(['CVE-2026-1000']);

/** The catalogue with further CVEs. */
const refresh = async (...cves: string[]): Promise<void> => {
  for (const cve of cves) listed.add(cve);
  await load();
};
const load = async (): Promise<void> => {
  versions += 1;
  world.clock.add(HOUR);
  const text = catalogueOf([...listed], versions);
  good(await refreshSet(world.hub, 'kev', { 'kev/known-exploited.json': text }));
  await world.drain();
};

const publish = async (cve: string, of: CastName, changes: Parameters<typeof publishBy>[2] = {}) => {
  const id = await publishBy(world, 'cyberAgency', {
    headline: `About ${cve}`,
    marking: 'GREEN',
    audience: to(of),
    externalReferences: [{ source: 'cve', id: cve, url: null }],
    urgency: 'EXPECTED',
    certainty: 'POSSIBLE',
    ...changes,
  });
  return id;
};
const mailsTo = (address: string): Received[] => server.mails.filter((each) => each.to === address);
const mailbox = async (of: CastName, address: string, changes: Parameters<typeof plantEndpoint>[2] = {}) =>
  plantEndpoint(world, of, { channel: 'MAIL', address, form: 'FULL', ...changes });

test('one further mail says that it was raised and why, in the thread of its version; nothing repeats it', async () => {
  const address = 'desk@north.example';
  const { id } = await mailbox('northGrid', address);
  const cve = 'CVE-2026-5001';
  const warning = await publish(cve, 'northGrid');
  const [first, ...none] = mailsTo(address);
  expect(none).toEqual([]);
  await refresh(cve);
  const [, second, ...more] = mailsTo(address);
  expect(more).toEqual([]);
  expect(second?.headers['subject']).toMatch(/^\[TLP:GREEN\] SEVERE RAISED: About CVE-2026-5001$/);
  expect(second?.raw.replace(/=\r?\n/g, '').replace(/\s+/g, ' ')).toContain(
    `Known to be exploited: ${cve} since 2026-05-30`,
  );
  expect(second?.headers['references']).toContain(first?.headers['message-id'] ?? 'none');
  expect(second?.headers['message-id']).not.toBe(first?.headers['message-id']);
  // It goes from the catalogue and comes back, and the dispatcher reads the record anew.
  listed.delete(cve);
  await load();
  await refresh(cve);
  await world.hub.counters.rows.updateOne({ _id: 'dispatched' }, { $set: { value: 0 } });
  await world.drain();
  expect(mailsTo(address)).toHaveLength(2);
  const rows = await world.hub.channelDeliveries.rows.find({ endpoint: id, warning }).toArray();
  expect(rows.map(({ occasion, state }) => `${occasion} ${state}`).toSorted()).toEqual([
    'NOTICE SENT',
    'WARNING SENT',
  ]);
});

test('a webhook gets warning.raised with the grade, in the full form with the reason', async () => {
  const admin = await world.actor('riverWater', 'member-admin');
  for (const [path, form] of [
    ['/thin', 'THIN'],
    ['/full', 'FULL'],
  ] as const) {
    const address = world.receiver.url(path);
    good(
      await addWebhook(world.hub, admin, { address, label: path, form, ceiling: 'AMBER', signature: 'HMAC' }),
    );
    await world.drain();
  }
  const cve = 'CVE-2026-5002';
  const warning = await publish(cve, 'riverWater');
  await refresh(cve);
  const types = (path: string) => world.receiver.at(path).map(({ json }) => json['type']);
  expect(types('/thin').slice(-2)).toEqual(['warning.published', 'warning.raised']);
  expect(types('/full').slice(-2)).toEqual(['warning.published', 'warning.raised']);
  const grade = { warning, version: 1, urgency: 'IMMEDIATE', certainty: 'OBSERVED' };
  const [thin, full] = ['/thin', '/full'].map((path) => world.receiver.at(path).at(-1)?.json.data);
  expect(thin).toMatchObject(grade);
  expect(JSON.stringify(thin)).not.toContain('2026-05-30');
  expect(full).toMatchObject({ ...grade, raisedBecause: expect.stringContaining(`${cve} since 2026-05-30`) });
});

test('what is above GREEN says in clear mail only that a warning waits, and who was not told gets nothing', async () => {
  const [told, late] = ['desk@south.example', 'late@south.example'];
  await mailbox('southGrid', told, { form: 'THIN' });
  const cve = 'CVE-2026-5003';
  await publish(cve, 'southGrid', { marking: 'AMBER' });
  // It is there since after the publication.
  await mailbox('southGrid', late, { hasSubscribed: true });
  await mailbox('riverWater', 'other@river.example');
  await refresh(cve);
  const [first, second, ...more] = mailsTo(told);
  expect(more).toEqual([]);
  expect(second?.headers['subject']).toBe(first?.headers['subject']);
  expect(second?.raw).not.toContain(cve);
  expect(second?.raw).not.toContain('RAISED');
  expect(mailsTo('other@river.example')).toEqual([]);
});

test('what a digest has brought is raised by a message of its own; what still waits goes once, as it is', async () => {
  const address = 'digest@hospital.example';
  const { id, member } = await mailbox('cityHospital', address);
  const daily = subscriptionWith({ id: 'subscription--digested', endpoint: id, member, person: null });
  await world.hub.database.transaction((session) => world.hub.subscriptions.save(daily, session));
  const [gone, waits] = ['CVE-2026-5004', 'CVE-2026-5005'];
  await publish(gone, 'cityHospital', { severity: 'MODERATE' });
  expect(mailsTo(address)).toHaveLength(0);
  world.clock.add(25 * HOUR);
  await gatherDigests(world.hub);
  await world.drain();
  expect(mailsTo(address)).toHaveLength(1);
  await publish(waits, 'cityHospital', { severity: 'SEVERE' });
  expect(mailsTo(address)).toHaveLength(1);
  await refresh(gone, waits);
  const subjects = mailsTo(address)
    .slice(1)
    .map(({ headers }) => headers['subject']);
  expect(subjects.toSorted()).toEqual([
    `[TLP:GREEN] MODERATE RAISED: About ${gone}`,
    `[TLP:GREEN] SEVERE: About ${waits}`,
  ]);
});

test('a paused endpoint gets it as it gets corrections, a disabled one does not', async () => {
  const [paused, disabled] = ['paused@gas.example', 'off@gas.example'];
  const { id } = await mailbox('smallGas', paused);
  const off = await mailbox('smallGas', disabled);
  const cve = 'CVE-2026-5006';
  await publish(cve, 'smallGas');
  const admin = await world.actor('smallGas', 'member-admin');
  good(await changeEndpoint(world.hub, admin, id, { isPaused: true }));
  await world.hub.database.transaction((session) =>
    world.hub.endpoints.save({ ...off, state: 'DISABLED', cause: 'FAILING' }, session),
  );
  await refresh(cve);
  expect(mailsTo(paused)).toHaveLength(2);
  expect(mailsTo(disabled)).toHaveLength(1);
});

test('what waits for a digest goes at once when a refresh makes it urgent, the rest goes on waiting', async () => {
  const { id, member } = await mailbox('metroRail', 'waits@rail.example');
  const daily = subscriptionWith({ id: 'subscription--raised', endpoint: id, member, person: null });
  await world.hub.database.transaction((session) => world.hub.subscriptions.save(daily, session));
  const cve = 'CVE-2026-4242';
  const warnings = [await publish(cve, 'metroRail'), await publish('CVE-2026-4243', 'metroRail')];
  const { rows } = world.hub.channelDeliveries;
  const gathered = () => rows.find({ endpoint: id, state: 'GATHERED' }).toArray();
  expect((await gathered()).map(({ warning }) => warning).toSorted()).toEqual(warnings.toSorted());
  await refresh(cve);
  expect((await gathered()).map(({ warning }) => warning)).toEqual([warnings[1]]);
  const found = await rows.find({ endpoint: id, warning: warnings[0] ?? '' }).toArray();
  expect(found).toMatchObject([{ occasion: 'WARNING', isUrgent: true, gathering: null }]);
});
