// Mail that a server refuses, or that comes back: what it says of the address, and of the delivery.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isAlive } from '../../../src/domain/channel/endpoint.ts';
import { openMailbox } from '../../../src/outside/outbound/maildir.ts';
import { StorageFull } from '../../../src/outside/storage.ts';
import { addressDigest } from '../../../src/service/channel/address-digest.ts';
import { challengeEndpoint, proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { takeBounce, takeBounces } from '../../../src/service/channel/take-bounce.ts';
import { complaintOf, fromPostfix, reportOf } from '../../support/channels/bounces.ts';
import { codeIn, type MailDesk, openMailDesk } from '../../support/channels/mail-desk.ts';
import type { Received } from '../../support/channels/mail-server.ts';
import { good } from '../../support/outcome.ts';
import { to } from '../../support/publish.ts';

let desk: MailDesk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-mail-'));
  desk = await openMailDesk();
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const HOUR = 3_600_000;

test('an address that the server refuses gets nothing more; one that is full is tried again', async () => {
  const full = await desk.proved('metroRail', 'full@rail.example');
  const gone = await desk.proved('metroRail', 'gone@rail.example');
  desk.server.refusals.set('full@rail.example', { status: 452, text: 'mailbox full' });
  desk.server.refusals.set('gone@rail.example', { status: 550, text: '5.1.1 no such user' });
  await desk.publish('cyberAgency', { audience: to('metroRail') });
  expect(await desk.rowOf(full)).toMatchObject({ state: 'RETRYING', cause: 'MAIL_DEFERRED' });
  expect(await desk.rowOf(gone)).toMatchObject({ state: 'DEAD', cause: 'MAIL_REFUSED' });
  expect(await desk.world.hub.endpoints.byId(gone)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  // What is refused for other reasons says nothing of the mailbox.
  const other = await desk.proved('metroRail', 'other@rail.example');
  desk.server.refusals.set('other@rail.example', { status: 550, text: '5.7.1 relaying denied' });
  await desk.publish('cyberAgency', { audience: to('metroRail') });
  expect(await desk.rowOf(other)).toMatchObject({ state: 'DEAD', cause: 'MAIL_BLOCKED' });
  expect(await desk.world.hub.endpoints.byId(other)).toMatchObject({ state: 'ACTIVE', failures: 0 });
  desk.server.refusals.clear();
  desk.world.clock.add(7_000);
  await desk.world.drain();
  expect(await desk.rowOf(full)).toMatchObject({ state: 'SENT', attempts: 2 });
  // As Exim says it to a machine that it does not relay for.
  desk.server.refusals.set('other@rail.example', { status: 550, text: 'relay not permitted' });
  await desk.publish('cyberAgency', { audience: to('metroRail') });
  expect(await desk.rowOf(other)).toMatchObject({ state: 'DEAD', cause: 'MAIL_REFUSED' });
  expect(await desk.world.hub.endpoints.byId(other)).toMatchObject({ state: 'ACTIVE', failures: 1 });
  expect(await desk.world.hub.suppressions.has(addressDigest(desk.world.hub, 'other@rail.example'))).toBe(
    false,
  );
  desk.server.refusals.clear();
  // The address is on the list of those that get nothing, whoever registers it, until it is proved.
  const again = await desk.register('southGrid', 'gone@rail.example');
  await desk.world.hub.database.transaction(async (session) => {
    const endpoint = await desk.world.hub.endpoints.byId(again);
    if (endpoint !== null) await desk.world.hub.endpoints.save({ ...endpoint, state: 'ACTIVE' }, session);
  });
  const before = desk.mailsTo('gone@rail.example').length;
  await desk.publish('cyberAgency', { audience: to('southGrid') });
  expect(await desk.rowOf(again)).toMatchObject({ state: 'DEAD', cause: 'MAIL_SUPPRESSED' });
  expect(desk.mailsTo('gone@rail.example')).toHaveLength(before);
});

test('mail that comes back disables its endpoint, once a probe comes back too: a report may be forged', async () => {
  const id = await desk.proved('xbCsirt', 'desk@xb.example');
  await desk.publish('cyberAgency', { audience: to('xbCsirt') });
  const mail = desk.mailsTo('desk@xb.example').at(-1);
  const report = (action: string, status: string, to = mail?.from ?? '') =>
    reportOf('desk@xb.example', { action, status, to, also: '' });
  const { hub } = desk.world;
  expect(await takeBounce(hub, report('delayed', '4.4.1'))).toBe('IGNORED');
  expect(await takeBounce(hub, report('failed', '5.1.1', `bounces+${'0'.repeat(48)}@hub.example`))).toBe(
    'UNKNOWN',
  );
  expect(await takeBounce(hub, 'Subject: hello\r\n\r\nNo report.')).toBe('UNKNOWN');
  expect(await desk.stateOf(id)).toBe('ACTIVE');
  const probes = () =>
    desk.mailsTo('desk@xb.example').filter(({ raw }) => raw.includes('Does this address take mail'));
  const digest = addressDigest(hub, 'desk@xb.example');
  for (const turn of [1, 2]) {
    expect([turn, await takeBounce(hub, report('failed', '5.1.1'))]).toEqual([turn, 'DOUBTED']);
    await desk.world.drain();
    expect([await desk.stateOf(id), await hub.suppressions.has(digest), probes().length]).toEqual([
      'ACTIVE',
      false,
      1,
    ]);
  }
  // One that complains, as far as anybody can tell, gets what its own link leaves.
  expect(await takeBounce(hub, complaintOf(mail?.from ?? ''))).toBe('TAKEN');
  expect([await desk.stateOf(id), await hub.suppressions.has(digest)]).toEqual(['ACTIVE', false]);
  const mails = desk.mailsTo('desk@xb.example').length;
  await desk.publish('cyberAgency', { audience: to('xbCsirt'), severity: 'MINOR' });
  expect(desk.mailsTo('desk@xb.example')).toHaveLength(mails);
  await desk.publish('cyberAgency', { audience: to('xbCsirt'), severity: 'EXTREME' });
  const severe = desk.mailsTo('desk@xb.example').at(-1);
  expect(await desk.rowOf(id)).toMatchObject({ state: 'SENT' });
  expect(await takeBounce(hub, report('failed', '5.1.1', severe?.from))).toBe('DOUBTED');
  // What is too old comes from no mail server.
  desk.world.clock.add(11 * 24 * HOUR);
  expect(await takeBounce(hub, report('failed', '5.1.1'))).toBe('IGNORED');
  expect(await takeBounce(hub, report('failed', '5.1.1', probes().at(-1)?.from))).toBe('TAKEN');
  expect(await hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(await hub.suppressions.has(digest)).toBe(true);
  const lines = await hub.acts.rows.find({ event: 'endpoint.suppressed', subject: id }).toArray();
  expect(lines.map(({ way, facts }) => [way, facts])).toEqual([['HUB', { cause: 'BOUNCED' }]]);
  const dead = await hub.channelDeliveries.rows.find({ endpoint: id, state: 'DEAD' }).toArray();
  expect(dead.map(({ occasion, cause }) => [occasion, cause]).toSorted()).toEqual([
    ['NOTICE', 'MAIL_REFUSED'],
    ['WARNING', 'MAIL_REFUSED'],
    ['WARNING', 'MAIL_REFUSED'],
  ]);
  // Proving it again lifts it.
  good(await challengeEndpoint(hub, await desk.admin('xbCsirt'), id));
  await desk.world.drain();
  const challenge = desk.mailsTo('desk@xb.example').at(-1) ?? ({ raw: '' } as Received);
  good(await proveEndpoint(hub, await desk.admin('xbCsirt'), id, codeIn(challenge)));
  expect(await hub.suppressions.has(digest)).toBe(false);
  await desk.publish('cyberAgency', { audience: to('xbCsirt'), severity: 'EXTREME' });
  expect(await desk.rowOf(id)).toMatchObject({ state: 'SENT' });
});

test('a mail that a relay gave up ends as not arrived, and leaves the address; nothing shows that its reader is reached', async () => {
  const [id, beside] = [
    await desk.proved('xbCsirt', 'away@xb.example'),
    await desk.proved('xbCsirt', 'beside@xb.example'),
  ];
  const sent = async (): Promise<Received> => {
    await desk.publish('cyberAgency', { audience: to('xbCsirt'), severity: 'EXTREME' });
    return desk.mailsTo('away@xb.example').at(-1) ?? ({ raw: '', from: '' } as Received);
  };
  const reported = async (mail: Received, status: string) =>
    takeBounce(
      desk.world.hub,
      reportOf('away@xb.example', { action: 'failed', status, to: mail.from, also: '' }),
    );
  const alive = async () => {
    const endpoint = await desk.world.hub.endpoints.byId(id);
    return endpoint !== null && isAlive(endpoint, desk.world.clock.now());
  };
  const failed = async (delivery = '') =>
    desk.world.hub.entries.rows.countDocuments({ event: 'delivery.failed', 'subject.delivery': delivery });
  const first = await sent();
  const row = await desk.rowOf(id);
  expect([row?.state, await alive()]).toEqual(['SENT', true]);
  // The queue of the relay was over, and its last cause might have passed.
  expect(await reported(first, '4.4.7')).toBe('TAKEN');
  expect(await desk.rowOf(id)).toMatchObject({ state: 'DEAD', cause: 'MAIL_RETURNED' });
  expect([await failed(row?._id), await alive(), await desk.stateOf(id)]).toEqual([1, false, 'ACTIVE']);
  expect(await reported(first, '4.4.7')).toBe('TAKEN');
  expect(await failed(row?._id)).toBe(1);
  const digest = addressDigest(desk.world.hub, 'away@xb.example');
  expect(await desk.world.hub.suppressions.has(digest)).toBe(false);
  await desk.world.drain();
  expect(desk.mailsTo('beside@xb.example').at(-1)?.raw).toContain('did not take what was sent to it');
  expect(await desk.world.hub.endpoints.byId(beside)).toMatchObject({ state: 'ACTIVE' });
  // The relay takes the next one as well, which shows nothing yet; and the domain of the hub is broken.
  const second = await sent();
  expect([(await desk.rowOf(id))?.state, await alive()]).toEqual(['SENT', false]);
  expect(await reported(second, '5.7.26')).toBe('TAKEN');
  expect(await desk.rowOf(id)).toMatchObject({ state: 'DEAD', cause: 'MAIL_BLOCKED' });
  expect([await desk.stateOf(id), await desk.world.hub.suppressions.has(digest)]).toEqual(['ACTIVE', false]);
  desk.world.clock.add(6 * 24 * HOUR);
  const third = await sent();
  expect(await alive()).toBe(true);
  // The mailbox is gone: what comes back after the address was disabled did not arrive either (I23).
  const fourth = await sent();
  const last = await desk.rowOf(id);
  expect(await reported(third, '5.1.1')).toBe('DOUBTED');
  await desk.world.drain();
  const probe = desk.mailsTo('away@xb.example').at(-1) ?? fourth;
  expect(await reported(probe, '5.1.1')).toBe('TAKEN');
  expect(await desk.world.hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(await desk.world.hub.channelDeliveries.byId(last?._id ?? '')).toMatchObject({ state: 'SENT' });
  expect(await reported(fourth, '5.1.1')).toBe('TAKEN');
  expect(await desk.world.hub.channelDeliveries.byId(last?._id ?? '')).toMatchObject({ state: 'DEAD' });
  expect(await failed(last?._id)).toBe(1);
});

test('nobody hands on a challenge: whose address it is says by it that it wants none', async () => {
  const other = await desk.register('xbCsirt', 'stranger@xb.example');
  const asked = desk.mailsTo('stranger@xb.example').at(-1);
  expect(await takeBounce(desk.world.hub, complaintOf(asked?.from ?? ''))).toBe('TAKEN');
  expect(await desk.world.hub.suppressions.has(addressDigest(desk.world.hub, 'stranger@xb.example'))).toBe(
    true,
  );
  expect(await desk.stateOf(other)).toBe('UNPROVED');
});

test('a Maildir is read: reports disable, other mail is put aside, and each is read once', async () => {
  const id = await desk.proved('metroRail', 'desk@rail.example');
  await desk.publish('cyberAgency', { audience: to('metroRail') });
  const mail = desk.mailsTo('desk@rail.example').at(-1);
  const maildir = join(folder, 'bounces');
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, part), { recursive: true });
  const put = (name: string, text: string) => writeFileSync(join(maildir, 'new', name), text);
  put('1.postfix', fromPostfix(mail?.from ?? '', mail?.raw ?? ''));
  put('2.spam', 'From: somebody@spam.example\r\nTo: bounces@hub.example\r\n\r\nBuy this.');
  put('3.large', `To: bounces@hub.example\r\n\r\n${'x'.repeat(600_000)}`);
  put('4.bytes', Buffer.from([0xff, 0xfe, 0, 1, 2]).toString('latin1'));
  const hub = { ...desk.world.hub, outbound: { ...desk.world.hub.outbound, bounces: openMailbox(maildir) } };
  const kinds: string[] = [];
  expect(await takeBounces(hub, { bounce: (kind) => kinds.push(kind) })).toBe(0);
  expect(kinds.toSorted()).toEqual(['DOUBTED', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
  await desk.world.drain();
  const probe = desk.mailsTo('desk@rail.example').at(-1);
  put('5.postfix', fromPostfix(probe?.from ?? '', probe?.raw ?? ''));
  expect(await takeBounces(hub, { bounce: (kind) => kinds.push(kind) })).toBe(1);
  expect(kinds.at(-1)).toBe('FAILED');
  expect(await desk.world.hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(readdirSync(join(maildir, 'new'))).toEqual([]);
  expect(readdirSync(join(maildir, 'cur'))).toHaveLength(5);
  expect(await takeBounces(hub)).toBe(0);
  // The address gets nothing more, whoever registers it.
  expect(await desk.world.hub.suppressions.has(addressDigest(desk.world.hub, 'Desk@Rail.example'))).toBe(
    true,
  );
});

test('a complaint waits while a disk is too full to act on it', async () => {
  const id = await desk.proved('riverWater', 'complains@river.example');
  await desk.publish('cyberAgency', { audience: to('riverWater') });
  const returnedTo = desk.mailsTo('complains@river.example').at(-1)?.from ?? '';
  const raw = complaintOf(returnedTo, 'abuse@hub.example');
  const kept: string[] = [];
  const bounces = { read: async () => [{ raw, keep: async () => void kept.push(raw) }] };
  const hub = { ...desk.world.hub, outbound: { ...desk.world.hub.outbound, bounces } };
  const require = () => Promise.reject(new StorageFull('WORK'));
  await expect(takeBounces({ ...hub, storage: { ...hub.storage, require } })).rejects.toThrow(StorageFull);
  expect([kept.length, await takeBounces(hub), kept]).toEqual([0, 1, [raw]]);
  expect(await hub.subscriptions.rows.findOne({ endpoint: id })).toMatchObject({ state: 'UNSUBSCRIBED' });
});
