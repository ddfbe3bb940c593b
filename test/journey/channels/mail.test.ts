// Mail by a real mail server: proved by a code, text first, in threads, encrypted where there is a certificate, never with more than
// its marking allows by clear mail, and ended where it comes back.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { isAlive } from '../../../src/domain/channel/endpoint.ts';
import { openMailbox } from '../../../src/outside/outbound/maildir.ts';
import { StorageFull } from '../../../src/outside/storage.ts';
import { addressDigest } from '../../../src/service/channel/address-digest.ts';
import { addMailAddress, type MailDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { challengeEndpoint, proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { takeBounce, takeBounces } from '../../../src/service/channel/take-bounce.ts';
import { endpointOfToken } from '../../../src/service/channel/unsubscribe-address.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { fromPostfix, reportOf } from '../../support/channels/bounces.ts';
import { type MailServer, openMailServer, type Received } from '../../support/channels/mail-server.ts';
import { mustEncrypt } from '../../support/channels/must-encrypt.ts';
import { makeDesk } from '../../support/channels/smime-desk.ts';
import { type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { draft } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';

let world: ChannelWorld;
let server: MailServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-smime-'));
  server = await openMailServer();
  const mail = { url: server.url, from: 'Tocsin <hub@hub.example>', bounces: 'bounces@hub.example' };
  world = await openChannelWorld({ mail });
});
afterAll(async () => {
  await world.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const HOUR = 3_600_000;
const hub = () => world.hub;
const admin = (of: CastName) => world.actor(of, 'member-admin');
const mailsTo = (address: string): Received[] => server.mails.filter((each) => each.to === address);
const codeIn = ({ raw }: Received): string => /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(raw)?.[0] ?? '';

const register = async (of: CastName, address: string, changes: Partial<MailDraft> = {}): Promise<string> => {
  const mail = {
    address,
    label: 'desk',
    form: 'FULL',
    ceiling: 'AMBER',
    isOwn: false,
    certificate: null,
  } as const;
  const { endpoint } = good(await addMailAddress(world.hub, await admin(of), { ...mail, ...changes }));
  await world.drain();
  return endpoint.id;
};

const proved = async (of: CastName, address: string, changes: Partial<MailDraft> = {}): Promise<string> => {
  const id = await register(of, address, changes);
  const [challenge] = mailsTo(address);
  if (challenge === undefined) throw new Error('no challenge came');
  good(await proveEndpoint(world.hub, await admin(of), id, codeIn(challenge)));
  return id;
};

/** Each at a time of its own: the clock moves by hand alone. */
const publish = (by: CastName, changes: Parameters<typeof publishBy>[2]): Promise<string> => {
  world.clock.add(1_000);
  return publishBy(world, by, changes);
};

const stateOf = async (id: string) => (await world.hub.endpoints.byId(id))?.state;
const rowOf = async (endpoint: string) => {
  const [row] = await world.hub.channelDeliveries.rows
    .find({ endpoint, occasion: 'WARNING' })
    .sort({ at: -1 })
    .toArray();
  return row;
};

test('an address gets nothing before its code is given, and the code is good for a day', async () => {
  const id = await register('northGrid', 'desk@north.example');
  await publish('cyberAgency', { audience: to('northGrid') });
  const [challenge, ...more] = mailsTo('desk@north.example');
  expect(more).toEqual([]);
  if (challenge === undefined) throw new Error('no challenge came');
  expect(challenge.raw).not.toContain('substation');
  const actor = await admin('northGrid');
  expect(codes(await proveEndpoint(world.hub, actor, id, 'AAAA-BBBB-CCCC-DDDD'))).toEqual([
    'ENDPOINT_CODE_WRONG $.code',
  ]);
  expect(codes(await proveEndpoint(world.hub, await admin('southGrid'), id, codeIn(challenge)))).toEqual([
    'NOT_FOUND $.endpoint',
  ]);
  good(await proveEndpoint(world.hub, actor, id, codeIn(challenge).toLowerCase().replaceAll('-', ' ')));
  expect(await stateOf(id)).toBe('ACTIVE');
  const late = await register('northGrid', 'late@north.example');
  const [second] = mailsTo('late@north.example');
  world.clock.add(25 * HOUR);
  expect(codes(await proveEndpoint(world.hub, actor, late, codeIn(second ?? challenge)))).toEqual([
    'ENDPOINT_CODE_WRONG $.code',
  ]);
  for (const address of [
    'no at',
    'a@b@c',
    'two@a.example,three@b.example',
    'a@b.example\r\nBcc: c@d.example',
    '@x.example',
  ])
    expect(codes(await addMailAddress(world.hub, actor, { ...DRAFT, address }))).toEqual([
      'ADDRESS_NOT_USABLE $.address',
    ]);
  expect(codes(await addMailAddress(world.hub, actor, { ...DRAFT, certificate: 'no certificate' }))).toEqual([
    'CERTIFICATE_NOT_USABLE $.certificate',
  ]);
});

const DRAFT: MailDraft = {
  address: 'x@y.example',
  label: 'x',
  form: 'FULL',
  ceiling: 'GREEN',
  isOwn: false,
  certificate: null,
};

test('a mail is text first with the same in HTML, and the versions of a warning are one thread', async () => {
  const id = await proved('southGrid', 'desk@south.example');
  const warning = await publish('cyberAgency', {
    headline: 'Look at <b>this</b> & that',
    marking: 'GREEN',
    audience: to('southGrid'),
  });
  const [, first] = mailsTo('desk@south.example');
  if (first === undefined) throw new Error('nothing came');
  const row = await rowOf(id);
  const uuid = row?._id.slice('delivery--'.length);
  expect(first.headers['message-id']).toBe(`<${uuid}@hub.example>`);
  expect(first.from).toMatch(/^bounces\+[0-9a-f]{48}@hub\.example$/);
  expect(first.from).toContain(uuid?.replaceAll('-', ''));
  expect(first.headers['subject']).toContain('[TLP:GREEN] SEVERE: Look at');
  expect(first.headers['auto-submitted']).toBe('auto-generated');
  expect(first.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  const token = /unsubscribe\/([^>]+)>/.exec(first.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  expect(endpointOfToken(world.hub, token)).toBe(id);
  expect(endpointOfToken(world.hub, `${token}x`)).toBeNull();
  expect(first.headers['content-type']).toContain('multipart/alternative');
  expect(first.raw.indexOf('text/plain')).toBeLessThan(first.raw.indexOf('text/html'));
  expect(first.raw).toContain('Take the gateway off the internet');
  expect(first.raw.slice(first.raw.indexOf('text/html'))).not.toContain('<b>this');

  const correction = draft({ headline: 'Look again', marking: 'GREEN', audience: to('southGrid') });
  const update = { draft: correction, id: warning, expectedVersion: 1 };
  expect(await updateWarning(world.hub, await world.actor('cyberAgency'), update)).toMatchObject({
    ok: true,
  });
  await world.drain();
  const second = mailsTo('desk@south.example').at(-1);
  expect(second?.headers['subject']).toContain('UPDATED: Look again');
  expect(second?.headers['in-reply-to']).toBe(first.headers['message-id']);
  expect(second?.headers['references']?.split(' ')[0]).toBe(first.headers['references']?.split(' ')[0]);
});

test('above GREEN a clear mail says that something waits; what must be encrypted in transit does not go', async () => {
  const id = await proved('riverWater', 'desk@river.example');
  const headline = 'Unmentionable pump canary';
  await publish('cyberAgency', { headline, marking: 'AMBER', audience: to('riverWater') });
  const mail = mailsTo('desk@river.example').at(-1);
  expect(mail?.headers['subject']).toBe('A warning waits for you');
  for (const word of ['canary', 'cyber', 'Cyber', 'AMBER', 'SEVERE', 'gateway'])
    expect(mail?.raw).not.toContain(word);
  const bundle = mustEncrypt();
  const before = mailsTo('desk@river.example').length;
  await publish('cyberAgency', { marking: 'GREEN', audience: to('riverWater'), bundle });
  expect(await rowOf(id)).toMatchObject({ state: 'WITHHELD', cause: 'ENCRYPTION_REQUIRED' });
  expect(mailsTo('desk@river.example')).toHaveLength(before);
});

test('with a certificate the content is encrypted, and another program reads it', async () => {
  const { certificate, opened } = makeDesk(folder);
  const id = await register('cityHospital', 'desk@hospital.example', { certificate });
  const [challenge] = mailsTo('desk@hospital.example');
  if (challenge === undefined) throw new Error('no challenge came');
  expect(codeIn({ raw: challenge.raw.slice(0, challenge.raw.indexOf('\r\n\r\n')) } as Received)).toBe('');
  // Whoever proves it has shown that it reads what is encrypted.
  const code = codeIn({ raw: opened(challenge.raw) } as Received);
  good(await proveEndpoint(world.hub, await admin('cityHospital'), id, code));
  const headline = 'Unmentionable ventilator canary';
  await publish('cyberAgency', { headline, marking: 'AMBER', audience: to('cityHospital') });
  const mail = mailsTo('desk@hospital.example').at(-1);
  if (mail === undefined) throw new Error('nothing came');
  expect(mail.headers['content-type']).toContain('application/pkcs7-mime');
  expect(mail.headers['subject']).toBe('A warning waits for you');
  expect(mail.raw).not.toContain('canary');
  expect(opened(mail.raw)).toContain('UNMENTIONABLE VENTILATOR CANARY');
  expect(opened(mail.raw)).toContain('text/html');
  // What must be encrypted in transit goes this way.
  await publish('cyberAgency', {
    marking: 'GREEN',
    audience: to('cityHospital'),
    bundle: mustEncrypt(),
  });
  expect(mailsTo('desk@hospital.example').at(-1)?.headers['content-type']).toContain('pkcs7-mime');
});

test('an address that the server refuses gets nothing more; one that is full is tried again', async () => {
  const full = await proved('metroRail', 'full@rail.example');
  const gone = await proved('metroRail', 'gone@rail.example');
  server.refusals.set('full@rail.example', { status: 452, text: 'mailbox full' });
  server.refusals.set('gone@rail.example', { status: 550, text: '5.1.1 no such user' });
  await publish('cyberAgency', { audience: to('metroRail') });
  expect(await rowOf(full)).toMatchObject({ state: 'RETRYING', cause: 'MAIL_DEFERRED' });
  expect(await rowOf(gone)).toMatchObject({ state: 'DEAD', cause: 'MAIL_REFUSED' });
  expect(await world.hub.endpoints.byId(gone)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  // What is refused for other reasons says nothing of the mailbox.
  const other = await proved('metroRail', 'other@rail.example');
  server.refusals.set('other@rail.example', { status: 550, text: '5.7.1 relaying denied' });
  await publish('cyberAgency', { audience: to('metroRail') });
  expect(await rowOf(other)).toMatchObject({ state: 'DEAD', cause: 'MAIL_BLOCKED' });
  expect(await hub().endpoints.byId(other)).toMatchObject({ state: 'ACTIVE', failures: 0 });
  server.refusals.clear();
  world.clock.add(7_000);
  await world.drain();
  expect(await rowOf(full)).toMatchObject({ state: 'SENT', attempts: 2 });
  // As Exim says it to a machine that it does not relay for.
  server.refusals.set('other@rail.example', { status: 550, text: 'relay not permitted' });
  await publish('cyberAgency', { audience: to('metroRail') });
  expect(await rowOf(other)).toMatchObject({ state: 'DEAD', cause: 'MAIL_REFUSED' });
  expect(await hub().endpoints.byId(other)).toMatchObject({ state: 'ACTIVE', failures: 1 });
  expect(await hub().suppressions.has(addressDigest(hub(), 'other@rail.example'))).toBe(false);
  server.refusals.clear();
  // The address is on the list of those that get nothing, whoever registers it, until it is proved.
  const again = await register('southGrid', 'gone@rail.example');
  await world.hub.database.transaction(async (session) => {
    const endpoint = await world.hub.endpoints.byId(again);
    if (endpoint !== null) await world.hub.endpoints.save({ ...endpoint, state: 'ACTIVE' }, session);
  });
  const before = mailsTo('gone@rail.example').length;
  await publish('cyberAgency', { audience: to('southGrid') });
  expect(await rowOf(again)).toMatchObject({ state: 'DEAD', cause: 'MAIL_SUPPRESSED' });
  expect(mailsTo('gone@rail.example')).toHaveLength(before);
});

test('mail that comes back disables its endpoint, once a probe comes back too: a report may be forged', async () => {
  const id = await proved('xbCsirt', 'desk@xb.example');
  await publish('cyberAgency', { audience: to('xbCsirt') });
  const mail = mailsTo('desk@xb.example').at(-1);
  const report = (action: string, status: string, to = mail?.from ?? '', also = '') =>
    reportOf('desk@xb.example', { action, status, to, also });
  const { hub } = world;
  expect(await takeBounce(hub, report('delayed', '4.4.1'))).toBe('IGNORED');
  expect(await takeBounce(hub, report('failed', '5.1.1', `bounces+${'0'.repeat(48)}@hub.example`))).toBe(
    'UNKNOWN',
  );
  expect(await takeBounce(hub, 'Subject: hello\r\n\r\nNo report.')).toBe('UNKNOWN');
  expect(await stateOf(id)).toBe('ACTIVE');
  const probes = () =>
    mailsTo('desk@xb.example').filter(({ raw }) => raw.includes('Does this address take mail'));
  const digest = addressDigest(hub, 'desk@xb.example');
  for (const turn of [1, 2]) {
    expect([turn, await takeBounce(hub, report('failed', '5.1.1'))]).toEqual([turn, 'DOUBTED']);
    await world.drain();
    expect([await stateOf(id), await hub.suppressions.has(digest), probes().length]).toEqual([
      'ACTIVE',
      false,
      1,
    ]);
  }
  // One that complains, as far as anybody can tell, gets what its own link leaves.
  const abuse = 'Feedback-Type: abuse';
  expect(await takeBounce(hub, report('failed', '5.1.1', mail?.from, abuse))).toBe('TAKEN');
  expect([await stateOf(id), await hub.suppressions.has(digest)]).toEqual(['ACTIVE', false]);
  const mails = mailsTo('desk@xb.example').length;
  await publish('cyberAgency', { audience: to('xbCsirt'), severity: 'MINOR' });
  expect(mailsTo('desk@xb.example')).toHaveLength(mails);
  await publish('cyberAgency', { audience: to('xbCsirt'), severity: 'EXTREME' });
  const severe = mailsTo('desk@xb.example').at(-1);
  expect(await rowOf(id)).toMatchObject({ state: 'SENT' });
  expect(await takeBounce(hub, report('failed', '5.1.1', severe?.from))).toBe('DOUBTED');
  // What is too old comes from no mail server.
  world.clock.add(11 * 24 * HOUR);
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
  good(await challengeEndpoint(hub, await admin('xbCsirt'), id));
  await world.drain();
  const challenge = mailsTo('desk@xb.example').at(-1) ?? ({ raw: '' } as Received);
  good(await proveEndpoint(hub, await admin('xbCsirt'), id, codeIn(challenge)));
  expect(await hub.suppressions.has(digest)).toBe(false);
  await publish('cyberAgency', { audience: to('xbCsirt'), severity: 'EXTREME' });
  expect(await rowOf(id)).toMatchObject({ state: 'SENT' });
});

test('a mail that a relay gave up ends as not arrived, and leaves the address; nothing shows that its reader is reached', async () => {
  const [id, beside] = [
    await proved('xbCsirt', 'away@xb.example'),
    await proved('xbCsirt', 'beside@xb.example'),
  ];
  const sent = async (): Promise<Received> => {
    await publish('cyberAgency', { audience: to('xbCsirt'), severity: 'EXTREME' });
    return mailsTo('away@xb.example').at(-1) ?? ({ raw: '', from: '' } as Received);
  };
  const reported = async (mail: Received, status: string) =>
    takeBounce(hub(), reportOf('away@xb.example', { action: 'failed', status, to: mail.from, also: '' }));
  const alive = async () => {
    const endpoint = await hub().endpoints.byId(id);
    return endpoint !== null && isAlive(endpoint, world.clock.now());
  };
  const failed = async (delivery = '') =>
    hub().entries.rows.countDocuments({ event: 'delivery.failed', 'subject.delivery': delivery });
  const first = await sent();
  const row = await rowOf(id);
  expect([row?.state, await alive()]).toEqual(['SENT', true]);
  // The queue of the relay was over, and its last cause might have passed.
  expect(await reported(first, '4.4.7')).toBe('TAKEN');
  expect(await rowOf(id)).toMatchObject({ state: 'DEAD', cause: 'MAIL_RETURNED' });
  expect([await failed(row?._id), await alive(), await stateOf(id)]).toEqual([1, false, 'ACTIVE']);
  expect(await reported(first, '4.4.7')).toBe('TAKEN');
  expect(await failed(row?._id)).toBe(1);
  const digest = addressDigest(hub(), 'away@xb.example');
  expect(await hub().suppressions.has(digest)).toBe(false);
  await world.drain();
  expect(mailsTo('beside@xb.example').at(-1)?.raw).toContain('did not take what was sent to it');
  expect(await hub().endpoints.byId(beside)).toMatchObject({ state: 'ACTIVE' });
  // The relay takes the next one as well, which shows nothing yet; and the domain of the hub is broken.
  const second = await sent();
  expect([(await rowOf(id))?.state, await alive()]).toEqual(['SENT', false]);
  expect(await reported(second, '5.7.26')).toBe('TAKEN');
  expect(await rowOf(id)).toMatchObject({ state: 'DEAD', cause: 'MAIL_BLOCKED' });
  expect([await stateOf(id), await hub().suppressions.has(digest)]).toEqual(['ACTIVE', false]);
  world.clock.add(6 * 24 * HOUR);
  const third = await sent();
  expect(await alive()).toBe(true);
  // The mailbox is gone: what comes back after the address was disabled did not arrive either (I23).
  const fourth = await sent();
  const last = await rowOf(id);
  expect(await reported(third, '5.1.1')).toBe('DOUBTED');
  await world.drain();
  const probe = mailsTo('away@xb.example').at(-1) ?? fourth;
  expect(await reported(probe, '5.1.1')).toBe('TAKEN');
  expect(await hub().endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(await hub().channelDeliveries.byId(last?._id ?? '')).toMatchObject({ state: 'SENT' });
  expect(await reported(fourth, '5.1.1')).toBe('TAKEN');
  expect(await hub().channelDeliveries.byId(last?._id ?? '')).toMatchObject({ state: 'DEAD' });
  expect(await failed(last?._id)).toBe(1);
});

test('nobody hands on a challenge: whose address it is says by it that it wants none', async () => {
  const other = await register('xbCsirt', 'stranger@xb.example');
  const asked = mailsTo('stranger@xb.example').at(-1);
  const [back, also] = [asked?.from ?? '', 'Feedback-Type: abuse'];
  const complaint = reportOf('stranger@xb.example', { action: 'failed', status: '5.1.1', to: back, also });
  expect(await takeBounce(world.hub, complaint)).toBe('TAKEN');
  expect(await world.hub.suppressions.has(addressDigest(world.hub, 'stranger@xb.example'))).toBe(true);
  expect(await stateOf(other)).toBe('UNPROVED');
});

test('a Maildir is read: reports disable, other mail is put aside, and each is read once', async () => {
  const id = await proved('metroRail', 'desk@rail.example');
  await publish('cyberAgency', { audience: to('metroRail') });
  const mail = mailsTo('desk@rail.example').at(-1);
  const maildir = join(folder, 'bounces');
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, part), { recursive: true });
  const put = (name: string, text: string) => writeFileSync(join(maildir, 'new', name), text);
  put('1.postfix', fromPostfix(mail?.from ?? '', mail?.raw ?? ''));
  put('2.spam', 'From: somebody@spam.example\r\nTo: bounces@hub.example\r\n\r\nBuy this.');
  put('3.large', `To: bounces@hub.example\r\n\r\n${'x'.repeat(600_000)}`);
  put('4.bytes', Buffer.from([0xff, 0xfe, 0, 1, 2]).toString('latin1'));
  const hub = { ...world.hub, outbound: { ...world.hub.outbound, bounces: openMailbox(maildir) } };
  const kinds: string[] = [];
  expect(await takeBounces(hub, { bounce: (kind) => kinds.push(kind) })).toBe(0);
  expect(kinds.toSorted()).toEqual(['DOUBTED', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
  await world.drain();
  const probe = mailsTo('desk@rail.example').at(-1);
  put('5.postfix', fromPostfix(probe?.from ?? '', probe?.raw ?? ''));
  expect(await takeBounces(hub, { bounce: (kind) => kinds.push(kind) })).toBe(1);
  expect(kinds.at(-1)).toBe('FAILED');
  expect(await world.hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(readdirSync(join(maildir, 'new'))).toEqual([]);
  expect(readdirSync(join(maildir, 'cur'))).toHaveLength(5);
  expect(await takeBounces(hub)).toBe(0);
  // The address gets nothing more, whoever registers it.
  expect(await world.hub.suppressions.has(addressDigest(world.hub, 'Desk@Rail.example'))).toBe(true);
});

test('a complaint waits while a disk is too full to act on it', async () => {
  const id = await proved('riverWater', 'complains@river.example');
  await publish('cyberAgency', { audience: to('riverWater') });
  const back = { to: mailsTo('complains@river.example').at(-1)?.from ?? '', also: 'Feedback-Type: abuse' };
  const raw = reportOf('complains@river.example', { action: 'failed', status: '5.1.1', ...back });
  const kept: string[] = [];
  const bounces = { read: async () => [{ raw, keep: async () => void kept.push(raw) }] };
  const hub = { ...world.hub, outbound: { ...world.hub.outbound, bounces } };
  const require = () => Promise.reject(new StorageFull('WORK'));
  await expect(takeBounces({ ...hub, storage: { ...hub.storage, require } })).rejects.toThrow(StorageFull);
  expect([kept.length, await takeBounces(hub), kept]).toEqual([0, 1, [raw]]);
  expect(await hub.subscriptions.rows.findOne({ endpoint: id })).toMatchObject({ state: 'UNSUBSCRIBED' });
});

test('TLP:RED reaches the named person only, and by clear mail without a word of it', async () => {
  const [ann, bob] = ['north-grid/ann', 'north-grid/bob'];
  await letSignIn(world, ann, bob);
  const personOf = async (person: string) => world.actor('northGrid', 'analyst', person);
  const ids: string[] = [];
  for (const person of [ann, bob]) {
    const actor = await personOf(person);
    const address = `${person.split('/')[1]}@north.example`;
    const mail = { ...DRAFT, address, ceiling: 'RED', isOwn: true } as const;
    const { endpoint } = good(await addMailAddress(world.hub, actor, mail));
    await world.drain();
    const challenge = mailsTo(address).at(-1);
    if (challenge === undefined) throw new Error('no challenge came');
    good(await proveEndpoint(world.hub, actor, endpoint.id, codeIn(challenge)));
    ids.push(endpoint.id);
  }
  const member = await proved('northGrid', 'all@north.example');
  const headline = 'Unmentionable red canary';
  const audience = { alternatives: [{ persons: [personIdOf(ann)] }], excludes: [] };
  await publish('cyberAgency', { headline, marking: 'RED', audience });
  const [own, other] = await Promise.all(ids.map(rowOf));
  expect(own).toMatchObject({ state: 'SENT', person: personIdOf(ann) });
  // Nothing is made for them: neither the other person nor the member's machine may read it.
  expect(other).toBeUndefined();
  expect(await rowOf(member)).toBeUndefined();
  const mail = mailsTo('ann@north.example').at(-1);
  expect(mail?.headers['subject']).toBe('A warning waits for you');
  expect(mail?.raw).not.toContain('canary');
  expect(mailsTo('all@north.example')).toHaveLength(1);
});

test('a certificate that has expired encrypts nothing more: who gave it is told that something waits, in clear', async () => {
  const address = 'desk@hospital.example';
  const before = mailsTo(address).length;
  world.clock.add(3 * 24 * HOUR);
  const headline = 'Unreadable canary';
  await publish('cyberAgency', { headline, marking: 'AMBER', audience: to('cityHospital') });
  const [mail, ...others] = mailsTo(address).slice(before);
  if (mail === undefined) throw new Error('nothing came');
  expect(others).toEqual([]);
  expect(mail.headers['content-type']).not.toContain('pkcs7-mime');
  expect(mail.raw.toLowerCase()).not.toContain('canary');
  // What must be encrypted in transit stays here.
  await publish('cyberAgency', { marking: 'GREEN', audience: to('cityHospital'), bundle: mustEncrypt() });
  expect(mailsTo(address)).toHaveLength(before + 1);
});
