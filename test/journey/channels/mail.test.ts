// Mail by a real mail server: proved by a code, text first, in threads, encrypted where there is a certificate, never with more than
// its marking allows by clear mail.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import { addMailAddress, type MailDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { proveEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { endpointOfToken } from '../../../src/service/channel/unsubscribe-address.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { codeIn, type MailDesk, openMailDesk } from '../../support/channels/mail-desk.ts';
import type { Received } from '../../support/channels/mail-server.ts';
import { mustEncrypt } from '../../support/channels/must-encrypt.ts';
import { makeDesk } from '../../support/channels/smime-desk.ts';
import { draft } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, to } from '../../support/publish.ts';

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

test('an address gets nothing before its code is given, and the code is good for a day', async () => {
  const id = await desk.register('northGrid', 'desk@north.example');
  await desk.publish('cyberAgency', { audience: to('northGrid') });
  const [challenge, ...more] = desk.mailsTo('desk@north.example');
  expect(more).toEqual([]);
  if (challenge === undefined) throw new Error('no challenge came');
  expect(challenge.raw).not.toContain('substation');
  const actor = await desk.admin('northGrid');
  expect(codes(await proveEndpoint(desk.world.hub, actor, id, 'AAAA-BBBB-CCCC-DDDD'))).toEqual([
    'ENDPOINT_CODE_WRONG $.code',
  ]);
  expect(
    codes(await proveEndpoint(desk.world.hub, await desk.admin('southGrid'), id, codeIn(challenge))),
  ).toEqual(['NOT_FOUND $.endpoint']);
  good(await proveEndpoint(desk.world.hub, actor, id, codeIn(challenge).toLowerCase().replaceAll('-', ' ')));
  expect(await desk.stateOf(id)).toBe('ACTIVE');
  const late = await desk.register('northGrid', 'late@north.example');
  const [second] = desk.mailsTo('late@north.example');
  desk.world.clock.add(25 * HOUR);
  expect(codes(await proveEndpoint(desk.world.hub, actor, late, codeIn(second ?? challenge)))).toEqual([
    'ENDPOINT_CODE_WRONG $.code',
  ]);
  for (const address of [
    'no at',
    'a@b@c',
    'two@a.example,three@b.example',
    'a@b.example\r\nBcc: c@d.example',
    '@x.example',
  ])
    expect(codes(await addMailAddress(desk.world.hub, actor, { ...DRAFT, address }))).toEqual([
      'ADDRESS_NOT_USABLE $.address',
    ]);
  expect(
    codes(await addMailAddress(desk.world.hub, actor, { ...DRAFT, certificate: 'no certificate' })),
  ).toEqual(['CERTIFICATE_NOT_USABLE $.certificate']);
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
  const id = await desk.proved('southGrid', 'desk@south.example');
  const warning = await desk.publish('cyberAgency', {
    headline: 'Look at <b>this</b> & that',
    marking: 'GREEN',
    audience: to('southGrid'),
  });
  const [, first] = desk.mailsTo('desk@south.example');
  if (first === undefined) throw new Error('nothing came');
  const row = await desk.rowOf(id);
  const uuid = row?._id.slice('delivery--'.length);
  expect(first.headers['message-id']).toBe(`<${uuid}@hub.example>`);
  expect(first.from).toMatch(/^bounces\+[0-9a-f]{48}@hub\.example$/);
  expect(first.from).toContain(uuid?.replaceAll('-', ''));
  expect(first.headers['subject']).toContain('[TLP:GREEN] SEVERE: Look at');
  expect(first.headers['auto-submitted']).toBe('auto-generated');
  expect(first.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  const token = /unsubscribe\/([^>]+)>/.exec(first.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  expect(endpointOfToken(desk.world.hub, token)).toBe(id);
  expect(endpointOfToken(desk.world.hub, `${token}x`)).toBeNull();
  expect(first.headers['content-type']).toContain('multipart/alternative');
  expect(first.raw.indexOf('text/plain')).toBeLessThan(first.raw.indexOf('text/html'));
  expect(first.raw).toContain('Take the gateway off the internet');
  expect(first.raw.slice(first.raw.indexOf('text/html'))).not.toContain('<b>this');

  const correction = draft({ headline: 'Look again', marking: 'GREEN', audience: to('southGrid') });
  const update = { draft: correction, id: warning, expectedVersion: 1 };
  expect(await updateWarning(desk.world.hub, await desk.world.actor('cyberAgency'), update)).toMatchObject({
    ok: true,
  });
  await desk.world.drain();
  const second = desk.mailsTo('desk@south.example').at(-1);
  expect(second?.headers['subject']).toContain('UPDATED: Look again');
  expect(second?.headers['in-reply-to']).toBe(first.headers['message-id']);
  expect(second?.headers['references']?.split(' ')[0]).toBe(first.headers['references']?.split(' ')[0]);
});

test('above GREEN a clear mail says that something waits; what must be encrypted in transit does not go', async () => {
  const id = await desk.proved('riverWater', 'desk@river.example');
  const headline = 'Unmentionable pump canary';
  await desk.publish('cyberAgency', { headline, marking: 'AMBER', audience: to('riverWater') });
  const mail = desk.mailsTo('desk@river.example').at(-1);
  expect(mail?.headers['subject']).toBe('A warning waits for you');
  for (const word of ['canary', 'cyber', 'Cyber', 'AMBER', 'SEVERE', 'gateway'])
    expect(mail?.raw).not.toContain(word);
  const bundle = mustEncrypt();
  const before = desk.mailsTo('desk@river.example').length;
  await desk.publish('cyberAgency', { marking: 'GREEN', audience: to('riverWater'), bundle });
  expect(await desk.rowOf(id)).toMatchObject({ state: 'WITHHELD', cause: 'ENCRYPTION_REQUIRED' });
  expect(desk.mailsTo('desk@river.example')).toHaveLength(before);
});

test('with a certificate the content is encrypted, and another program reads it', async () => {
  const { certificate, opened } = makeDesk(folder);
  const id = await desk.register('cityHospital', 'desk@hospital.example', { certificate });
  const [challenge] = desk.mailsTo('desk@hospital.example');
  if (challenge === undefined) throw new Error('no challenge came');
  expect(codeIn({ raw: challenge.raw.slice(0, challenge.raw.indexOf('\r\n\r\n')) } as Received)).toBe('');
  // What it is stands outside, as far as it says nothing of a warning: nobody looks for a code in one that waits.
  expect(challenge.headers['subject']).toMatch(/^Confirm this address for /);
  // Whoever proves it has shown that it reads what is encrypted.
  const code = codeIn({ raw: opened(challenge.raw) } as Received);
  good(await proveEndpoint(desk.world.hub, await desk.admin('cityHospital'), id, code));
  const headline = 'Unmentionable ventilator canary';
  await desk.publish('cyberAgency', { headline, marking: 'AMBER', audience: to('cityHospital') });
  const mail = desk.mailsTo('desk@hospital.example').at(-1);
  if (mail === undefined) throw new Error('nothing came');
  expect(mail.headers['content-type']).toContain('application/pkcs7-mime');
  expect(mail.headers['subject']).toBe('A warning waits for you');
  expect(mail.raw).not.toContain('canary');
  expect(opened(mail.raw)).toContain('UNMENTIONABLE VENTILATOR CANARY');
  expect(opened(mail.raw)).toContain('text/html');
  // What must be encrypted in transit goes this way.
  await desk.publish('cyberAgency', {
    marking: 'GREEN',
    audience: to('cityHospital'),
    bundle: mustEncrypt(),
  });
  expect(desk.mailsTo('desk@hospital.example').at(-1)?.headers['content-type']).toContain('pkcs7-mime');
});

test('TLP:RED reaches the named person only, and by clear mail without a word of it', async () => {
  const [ann, bob] = ['north-grid/ann', 'north-grid/bob'];
  await letSignIn(desk.world, ann, bob);
  const personOf = async (person: string) => desk.world.actor('northGrid', 'analyst', person);
  const ids: string[] = [];
  for (const person of [ann, bob]) {
    const actor = await personOf(person);
    const address = `${person.split('/')[1]}@north.example`;
    const mail = { ...DRAFT, address, ceiling: 'RED', isOwn: true } as const;
    const { endpoint } = good(await addMailAddress(desk.world.hub, actor, mail));
    await desk.world.drain();
    const challenge = desk.mailsTo(address).at(-1);
    if (challenge === undefined) throw new Error('no challenge came');
    good(await proveEndpoint(desk.world.hub, actor, endpoint.id, codeIn(challenge)));
    ids.push(endpoint.id);
  }
  const member = await desk.proved('northGrid', 'all@north.example');
  const headline = 'Unmentionable red canary';
  const audience = { alternatives: [{ persons: [personIdOf(ann)] }], excludes: [] };
  await desk.publish('cyberAgency', { headline, marking: 'RED', audience });
  const [own, other] = await Promise.all(ids.map(desk.rowOf));
  expect(own).toMatchObject({ state: 'SENT', person: personIdOf(ann) });
  // Nothing is made for them: neither the other person nor the member's machine may read it.
  expect(other).toBeUndefined();
  expect(await desk.rowOf(member)).toBeUndefined();
  const mail = desk.mailsTo('ann@north.example').at(-1);
  expect(mail?.headers['subject']).toBe('A warning waits for you');
  expect(mail?.raw).not.toContain('canary');
  expect(desk.mailsTo('all@north.example')).toHaveLength(1);
});

test('a certificate that has expired encrypts nothing more: who gave it is told that something waits, in clear', async () => {
  const address = 'desk@hospital.example';
  const before = desk.mailsTo(address).length;
  desk.world.clock.add(3 * 24 * HOUR);
  const headline = 'Unreadable canary';
  await desk.publish('cyberAgency', { headline, marking: 'AMBER', audience: to('cityHospital') });
  const [mail, ...others] = desk.mailsTo(address).slice(before);
  if (mail === undefined) throw new Error('nothing came');
  expect(others).toEqual([]);
  expect(mail.headers['content-type']).not.toContain('pkcs7-mime');
  expect(mail.raw.toLowerCase()).not.toContain('canary');
  // What must be encrypted in transit stays here.
  await desk.publish('cyberAgency', {
    marking: 'GREEN',
    audience: to('cityHospital'),
    bundle: mustEncrypt(),
  });
  expect(desk.mailsTo(address)).toHaveLength(before + 1);
});
