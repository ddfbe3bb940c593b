// Mail by a real mail server: proved by a code, text first, in threads, encrypted where there is a certificate, never with more than
// its marking allows by clear mail, and ended where it comes back.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newIdentifier } from 'stix2-ts/identifier';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { openMailbox } from '../../../src/outside/outbound/maildir.ts';
import { addressDigest } from '../../../src/service/channel/address-digest.ts';
import { addMailAddress, type MailDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { takeBounce, takeBounces } from '../../../src/service/channel/take-bounce.ts';
import { endpointOfToken } from '../../../src/service/channel/unsubscribe-address.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import type { CastName } from '../../support/cast.ts';
import { fromPostfix } from '../../support/channels/bounces.ts';
import { type MailServer, openMailServer, type Received } from '../../support/channels/mail-server.ts';
import { type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { draft } from '../../support/hub.ts';
import { bundleOf, MADE_AT, made } from '../../support/objects.ts';
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

const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const opened = ({ raw }: Received): string => {
  writeFileSync(join(folder, 'mail.eml'), raw);
  return openssl('cms', '-decrypt', '-in', 'mail.eml', '-recip', 'desk.pem', '-inkey', 'desk.key');
};

test('with a certificate the content is encrypted, and another program reads it', async () => {
  const subject = ['-subj', '/CN=Desk of the hospital/O=City, Hospital', '-days', '2'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'desk.key',
    '-out',
    'desk.pem',
    ...subject,
  );
  const certificate = readFileSync(join(folder, 'desk.pem'), 'utf8');
  const id = await register('cityHospital', 'desk@hospital.example', { certificate });
  const [challenge] = mailsTo('desk@hospital.example');
  if (challenge === undefined) throw new Error('no challenge came');
  expect(codeIn({ raw: challenge.raw.slice(0, challenge.raw.indexOf('\r\n\r\n')) } as Received)).toBe('');
  // Whoever proves it has shown that it reads what is encrypted.
  const code = codeIn({ raw: opened(challenge) } as Received);
  good(await proveEndpoint(world.hub, await admin('cityHospital'), id, code));
  const headline = 'Unmentionable ventilator canary';
  await publish('cyberAgency', { headline, marking: 'AMBER', audience: to('cityHospital') });
  const mail = mailsTo('desk@hospital.example').at(-1);
  if (mail === undefined) throw new Error('nothing came');
  expect(mail.headers['content-type']).toContain('application/pkcs7-mime');
  expect(mail.headers['subject']).toBe('A warning waits for you');
  expect(mail.raw).not.toContain('canary');
  expect(opened(mail)).toContain('UNMENTIONABLE VENTILATOR CANARY');
  expect(opened(mail)).toContain('text/html');
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
  server.refusals.set('gone@rail.example', { status: 550, text: 'no such user' });
  await publish('cyberAgency', { audience: to('metroRail') });
  expect(await rowOf(full)).toMatchObject({ state: 'RETRYING', cause: 'MAIL_DEFERRED' });
  expect(await rowOf(gone)).toMatchObject({ state: 'DEAD', cause: 'MAIL_REFUSED' });
  expect(await world.hub.endpoints.byId(gone)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  server.refusals.clear();
  world.clock.add(7_000);
  await world.drain();
  expect(await rowOf(full)).toMatchObject({ state: 'SENT', attempts: 2 });
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

test('mail that comes back disables its endpoint, known by the address it returns to', async () => {
  const id = await proved('xbCsirt', 'desk@xb.example');
  await publish('cyberAgency', { audience: to('xbCsirt') });
  const mail = mailsTo('desk@xb.example').at(-1);
  const report = (action: string, status: string, to = mail?.from ?? ''): string =>
    [
      `To: ${to}`,
      'From: MAILER-DAEMON@xb.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.xb.example',
      '',
      'Final-Recipient: rfc822; desk@xb.example',
      `Action: ${action}`,
      `Status: ${status}`,
      '',
      '--b--',
    ].join('\r\n');
  const { hub } = world;
  expect(await takeBounce(hub, report('delayed', '4.4.1'))).toBe('IGNORED');
  expect(await takeBounce(hub, report('failed', '5.1.1', `bounces+${'0'.repeat(48)}@hub.example`))).toBe(
    'UNKNOWN',
  );
  expect(await takeBounce(hub, 'Subject: hello\r\n\r\nNo report.')).toBe('UNKNOWN');
  expect(await stateOf(id)).toBe('ACTIVE');
  expect(await takeBounce(hub, report('failed', '5.1.1'))).toBe('TAKEN');
  expect(await hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(await rowOf(id)).toMatchObject({ state: 'DEAD', cause: 'MAIL_REFUSED' });
  // Proving it again lifts it.
  const fresh = await register('xbCsirt', 'desk@xb.example');
  const challenge = mailsTo('desk@xb.example').at(-1);
  good(
    await proveEndpoint(hub, await admin('xbCsirt'), fresh, codeIn(challenge ?? ({ raw: '' } as Received))),
  );
  await publish('cyberAgency', { audience: to('xbCsirt') });
  expect(await rowOf(fresh)).toMatchObject({ state: 'SENT' });
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
  expect(await takeBounces(hub, { bounce: (kind) => kinds.push(kind) })).toBe(1);
  expect(kinds.toSorted()).toEqual(['FAILED', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
  expect(await world.hub.endpoints.byId(id)).toMatchObject({ state: 'DISABLED', cause: 'BOUNCED' });
  expect(readdirSync(join(maildir, 'new'))).toEqual([]);
  expect(readdirSync(join(maildir, 'cur'))).toHaveLength(4);
  expect(await takeBounces(hub)).toBe(0);
  // The address gets nothing more, whoever registers it.
  expect(await world.hub.suppressions.has(addressDigest(world.hub, 'Desk@Rail.example'))).toBe(true);
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
  expect(other?.state).not.toBe('SENT');
  expect((await rowOf(member))?.state).not.toBe('SENT');
  const mail = mailsTo('ann@north.example').at(-1);
  expect(mail?.headers['subject']).toBe('A warning waits for you');
  expect(mail?.raw).not.toContain('canary');
  expect(mailsTo('all@north.example')).toHaveLength(1);
});

/** An object under a policy that demands encryption in transit. */
const mustEncrypt = () => {
  const policy = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: newIdentifier('marking-definition'),
    created: MADE_AT,
    name: 'Our policy',
    extensions: {
      'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a': {
        extension_type: 'property-extension',
        encrypt_in_transit: 'must',
        permitted_actions: 'internally-visible-actions',
        affected_party_notifications: 'may',
        tlp: 'white',
        provider_attribution: 'may',
        unmodified_resale: 'must-not',
        iep_id: '0224bfdf-ea3a-49c3-96f6-66d908bb1845',
        iep_version: 2,
        description: 'A policy',
        start_date: '2026-01-01T00:00:00Z',
      },
    },
  };
  const held = made('tool', { name: 'Scanner' });
  const refs = {
    name: 'By its producer',
    report_types: ['threat-report'],
    published: MADE_AT,
    object_refs: [held.id],
  };
  return bundleOf(policy, held, made('report', { ...refs, object_marking_refs: [policy.id] }));
};
