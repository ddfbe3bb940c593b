// An empty hub is founded with the code of its machine, a second person joins by a one-time link, and both come back with
// their passkeys. The passkeys are in software here; a-browser-signs-in.test.ts has a real browser.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSetupCode } from '../../../src/domain/access/setup-code.ts';
import { actorOf as actorOfKey } from '../../../src/domain/directory.ts';
import type { Actor, Member, Role } from '../../../src/domain/member.ts';
import { signedInAs } from '../../../src/http/sign-in/page.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { firstMember } from '../../../src/service/founding/first-member.ts';
import { issueSetupCode } from '../../../src/service/founding/setup-code.ts';
import { inviteApplicant } from '../../../src/service/member/admission/apply.ts';
import { confirmPerson } from '../../../src/service/person/confirm-person.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { buildTheConsole } from '../../support/console/build.ts';
import {
  FOUNDER,
  type Founder,
  found,
  joined,
  openSignInWorld,
  type SignInWorld,
  setupCode,
  signIn,
  tokenOn,
} from '../../support/sign-in/founded.ts';
import { type SoftPasskey, softPasskey } from '../../support/sign-in/soft-passkey.ts';
import { optionsIn, type Visitor } from '../../support/sign-in/visitor.ts';

let world: SignInWorld;
let now = new Date('2030-01-07T09:00:00Z');
beforeAll(async () => {
  buildTheConsole();
  world = await openSignInWorld({ clock: { now: () => now } });
}, 60_000);
afterAll(() => world.endpoint.close());

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

const ME = '{ me { member { slug } person } }';

const actorOf = async (visitor: Visitor) => {
  const signedIn = await readSession(world.endpoint.hub, visitor.cookies.get('__Host-tocsin') ?? '');
  if (signedIn === null) throw new Error('Nobody is signed in.');
  return signedIn.actor;
};

/** Of the one who founded the hub, by a key: what it proposes waits. */
const founderActor = async (): Promise<Actor> => {
  const { hub } = world.endpoint;
  const founding = await hub.acts.first('hub.founded');
  const directory = await hub.directory.current();
  const person = directory.persons.get(founding?.person ?? founding?.byPerson ?? '');
  const key = { id: 'a-key', member: person?.member ?? '', person: person?.id ?? '', roles: null };
  const actor = actorOfKey(directory, key);
  if (actor === null) throw new Error('Nobody founded it.');
  return { ...actor, via: { way: 'KEY', range: null } };
};

describe('founding', () => {
  let founder: Founder;

  test('a code is wrong, over or replaced: nothing is founded, and the page says what to do', async () => {
    const visitor = world.visitor();
    const start = await visitor.get('/', { accept: 'text/html' });
    expect([start.status, start.headers['location']]).toEqual([303, '/setup']);
    expect((await visitor.get('/setup')).text).toContain('Setup code');
    const old = await setupCode(world);
    for (const code of [
      '',
      'ABCDE-ABCDE-ABCDE-ABCDE-ABCDE',
      `${old.slice(0, -1)}${old.endsWith('0') ? '1' : '0'}`,
    ]) {
      const refused = await visitor.send('/setup', { code });
      expect(refused.status).toBe(400);
      expect(refused.text).toContain('tocsin init');
    }
    const next = await setupCode(world);
    expect((await visitor.send('/setup', { code: old })).text).toContain('not valid');
    expect((await visitor.send('/setup', { code: next })).status).toBe(200);
    later(61);
    expect((await visitor.send('/setup', { code: next })).text).toContain('not valid');
    expect((await world.endpoint.hub.members.all()).length).toBe(0);
  });

  test('what is wrong in the form is said by its field, and what was typed stays', async () => {
    const code = await setupCode(world);
    const visitor = world.visitor();
    const page = await visitor.send('/setup', { code });
    const passkey = softPasskey(world.origin);
    const made = JSON.stringify(passkey.create(optionsIn(page.text, 'create')));
    const fields = { slug: 'Not A Slug!', country: 'Portugal', handle: '-', timeZone: 'Mars/Olympus' };
    const wrong = { ...FOUNDER, ...fields, code, passkey: made };
    const refused = await visitor.send('/setup', wrong);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#slug"');
    expect(refused.text).toContain('href="#country"');
    expect(refused.text).toContain('href="#handle"');
    expect(refused.text).toContain('href="#timeZone"');
    expect(refused.text).toContain('value="Ana Costa"');
    // Nothing is chosen for whoever founds it: what it is decides what it is asked later.
    expect(page.text).toContain('<option value="" selected>');
    const { kind: _, ...kindless } = wrong;
    expect((await visitor.send('/setup', kindless)).text).toContain('href="#kind"');
    expect((await world.endpoint.hub.members.all()).length).toBe(0);
  });

  test('of two who found it at once with two codes one does: there is one member, with one operator', async () => {
    const { hub } = world.endpoint;
    const first = await setupCode(world);
    const id = readSetupCode(first)?.id ?? '';
    const second = await setupCode(world);
    // As if the release that printed it had left it valid.
    await hub.members.change(async (session) => {
      const link = await hub.accessLinks.byId(id, session);
      if (link !== null) await hub.accessLinks.put({ ...link, revokedAt: null }, session);
    });
    const both = await Promise.all([first, second].map((code) => found(world, code)));
    const statuses = both.map(({ answer }) => answer.status);
    expect(statuses.sort()).toEqual([303, 400]);
    founder = both.find(({ answer }) => answer.status === 303) as Founder;
    const [member, ...others] = await hub.members.all();
    expect([member?.slug, others]).toEqual([FOUNDER.slug, []]);
    expect((await hub.directory.current()).persons.size).toBe(1);
    // It is asked to attest its facts as any other member; only the hub itself is not.
    expect(member?.attestedAt).toEqual(now);
    expect(firstMember({ ...(member as Member), latinName: null, kind: 'HUB' }, now).attestedAt).toBeNull();
  });

  test('the founder is signed in, runs the hub and administers its first member', async () => {
    expect(founder.answer.status).toBe(303);
    const cookie = String(founder.answer.headers['set-cookie']);
    expect(cookie).toMatch(
      /^__Host-tocsin=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    );
    const me = JSON.parse((await founder.visitor.ask(ME)).text);
    expect(me.data.me.member.slug).toBe(FOUNDER.slug);
    const account = await founder.visitor.get('/account');
    expect(account.text).toContain('Ana Costa');
    expect(account.text).toContain(`${FOUNDER.slug}/${FOUNDER.handle}`);
    expect((await actorOf(founder.visitor)).roles).toEqual(['hub-operator', 'member-admin', 'publisher']);
  });

  test('the code works once, and a founded hub gives no other', async () => {
    const again = await issueSetupCode(world.endpoint.hub);
    expect(again).toMatchObject({ ok: false, problems: [{ code: 'HUB_FOUNDED' }] });
    expect((await world.visitor().get('/setup')).text).toContain('set up');
  });

  test('the record says who founded it, how, and with what', async () => {
    const lines = await world.endpoint.hub.acts.rows.find().sort({ _id: 1 }).toArray();
    const { person } = await actorOf(founder.visitor);
    expect(lines.map(({ event }) => event).sort()).toEqual([
      'credential.added',
      'hub.founded',
      'person.joined',
      'session.started',
    ]);
    for (const line of lines) expect(line).toMatchObject({ person });
    expect(await world.endpoint.hub.counters.findSetting('origin')).toBe(world.origin);
  });

  test('a second person joins by a link that reading does not take, and that works once', async () => {
    const { hub } = world.endpoint;
    const admin = await actorOf(founder.visitor);
    const invited = await invitePerson(hub, admin, {
      handle: 'b.osei',
      name: 'Bea Osei',
      roles: ['analyst'],
    });
    if (!invited.ok) throw new Error(invited.problems[0]?.message);
    const { token } = invited.value.link;
    const visitor = world.visitor();
    await visitor.get(`/join?link=${token}`);
    const page = await visitor.get(`/join?link=${token}`);
    expect(page.text).toContain('Bea Osei');
    const passkey = softPasskey(world.origin);
    const made = JSON.stringify(passkey.create(optionsIn(page.text, 'create')));
    const joined = await visitor.send('/join', { link: token, passkey: made });
    expect(joined.status).toBe(303);
    expect((await actorOf(visitor)).roles).toEqual(['analyst']);
    const again = await world.visitor().send('/join', { link: token, passkey: made });
    expect(again.status).toBe(400);
    expect(again.text).toContain('used already');
  });
});

test('/approvals says what is asked, and why somebody whom the proposer brought in may not decide it', async () => {
  const { hub } = world.endpoint;
  const founder = await founderActor();
  const invited = await invitePerson(hub, founder, {
    ...{ member: FOUNDER.slug, handle: 'd.second', name: 'Dora Second', roles: ['hub-operator'] },
  });
  if (!invited.ok) throw new Error(invited.problems[0]?.message);
  const { token } = invited.value.link;
  const visitor = world.visitor();
  const page = await visitor.get(`/join?link=${token}`);
  const passkey = JSON.stringify(softPasskey(world.origin).create(optionsIn(page.text, 'create')));
  await visitor.send('/join', { link: token, passkey });
  const payload = { scope: 'EVERYTHING', target: null, reason: 'A court <asks>.' };
  const made = await propose(hub, founder, { kind: 'PLACE_HOLD', payload, note: null });
  if (!made.ok) throw new Error(made.problems[0]?.message);
  const { text } = await visitor.get('/approvals');
  expect(text).toContain('Why: A court &lt;asks&gt;.');
  expect(text).toContain('nobody else has confirmed that you are two');
  expect(text).not.toContain('value="approve"');
  const { text: inFrench } = await visitor.get('/approvals?language=fr');
  expect(inFrench).toContain('nul autre n’a confirmé que vous êtes deux');
  const confirmed = await confirmPerson(hub, { way: 'HOST' }, `${FOUNDER.slug}/d.second`);
  expect(confirmed.ok).toBe(true);
  const { text: after } = await visitor.get('/approvals?language=en');
  expect(after).toContain('value="approve"');
  expect(after).not.toContain('nobody else has confirmed');
});

test('an organisation applies by its one-time link; one that invites a person applies for nobody', async () => {
  const { hub } = world.endpoint;
  const founder = [...(await hub.directory.current()).persons.values()].find(({ roles }) =>
    roles.includes('hub-operator'),
  );
  const directory = await hub.directory.current();
  const admin = {
    member: [...directory.members.values()][0] as Member,
    roles: ['hub-operator', 'member-admin'] as const,
    person: founder?.id ?? '',
    key: 'a session',
    providers: [],
  };
  const link = await inviteApplicant(hub, admin);
  if (!link.ok) throw new Error(link.problems[0]?.message);
  const { token } = link.value;
  const visitor = world.visitor();
  expect((await visitor.get(`/join?link=${token}`)).text).toContain('Whom to call');
  const form = {
    ...{ link: token, applies: 'yes', name: 'River Water', slug: 'river-water', kind: 'OPERATOR' },
    ...{ country: 'xa', sectors: ['drinking-water'], contact: 'Duty desk, +999 1 555 0100' },
  };
  const refused = await visitor.send('/join', { ...form, country: 'Portugal', contact: '' });
  expect(refused.status).toBe(400);
  for (const part of ['href="#country"', 'href="#contact"', 'value="River Water"'])
    expect(refused.text).toContain(part);
  const sent = await visitor.send('/join', form);
  expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('application--')]);
  expect(await hub.applications.open()).toMatchObject([{ stage: 'APPLICANT', facts: { country: 'XA' } }]);
  expect((await visitor.send('/join', form)).text).toContain('used already');
  const person = { handle: 'c', name: 'C', roles: ['reader'] as const };
  const invited = await invitePerson(hub, admin, person);
  if (!invited.ok) throw new Error(invited.problems[0]?.message);
  const misused = await visitor.send('/join', { ...form, link: invited.value.link.token });
  expect([misused.status, misused.text]).toEqual([400, expect.stringContaining('not for an application')]);
  expect(await hub.persons.byId(invited.value.person.id)).toMatchObject({ state: 'INVITED' });
});

describe('signing in', () => {
  let passkey: SoftPasskey;
  let handle = 0;
  const somebody = async (role: Role = 'analyst', member: string = FOUNDER.slug): Promise<Visitor> => {
    handle += 1;
    const somebodyNew = await joined(world, { handle: `p.${handle}`, role, member });
    ({ passkey } = somebodyNew);
    return somebodyNew.visitor;
  };

  test('by passkey, in another browser; signing out ends the session there and nowhere else', async () => {
    const first = await somebody();
    const { visitor: second, answer } = await signIn(world, passkey);
    expect(answer.status).toBe(303);
    const kept = new Map(second.cookies);
    const out = await second.send('/sign-out', { token: await tokenOn(second) });
    expect(out.status).toBe(200);
    expect(second.cookies.size).toBe(0);
    for (const [name, value] of kept) second.cookies.set(name, value);
    expect((await second.ask(ME)).status).toBe(401);
    expect((await first.ask(ME)).status).toBe(200);
  });

  test('a person sees its sessions and ends the others; each end is recorded', async () => {
    const first = await somebody();
    const { visitor: second } = await signIn(world, passkey);
    const page = await first.get('/account');
    expect(page.text.match(/last used/g)?.length).toBeGreaterThanOrEqual(2);
    await first.send('/account', { act: 'end-others', token: await tokenOn(first) });
    expect((await second.ask(ME)).status).toBe(401);
    expect((await first.ask(ME)).status).toBe(200);
    const { person } = await actorOf(first);
    const ended = await world.endpoint.hub.acts.rows.countDocuments({ event: 'session.ended', person });
    expect(ended).toBe(1);
  });

  test('a session ends after 12 hours without use, and after seven days whatever it is used for', async () => {
    const idle = await somebody();
    later(12 * 60 - 1);
    expect((await idle.ask(ME)).status).toBe(200);
    later(12 * 60);
    expect((await idle.ask(ME)).status).toBe(401);
    const used = await somebody();
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      expect((await used.ask(ME)).status).toBe(200);
      later(11 * 60);
    }
    later(10 * 60);
    expect((await used.ask(ME)).status).toBe(401);
  });

  test('what a page asks for by itself, with nobody before it, is no use of a session', async () => {
    const left = await somebody();
    const byItself = { 'x-tocsin-unattended': '1' };
    for (let hours = 0; hours < 11; hours += 1) {
      later(60);
      expect((await left.ask(ME, byItself)).status).toBe(200);
    }
    later(60);
    expect((await left.ask(ME, byItself)).status).toBe(401);
    const attended = await somebody();
    later(11 * 60);
    expect((await attended.ask(ME)).status).toBe(200);
    later(11 * 60);
    expect((await attended.ask(ME, byItself)).status).toBe(200);
  });

  test('a person adds a passkey, removes the first, and cannot remove the last', async () => {
    const visitor = await somebody();
    const page = await visitor.get('/account');
    expect((await visitor.get('/', { accept: 'text/html' })).text).toContain('/console/');
    // Whoever has joined finds the console, and is told what is to be done next.
    expect(page.text).toMatch(
      /<nav aria-label="Your account">\s*<ul>\s*<li><a href="\/">To the watch floor<\/a>/,
    );
    const { hub: ofPages } = world.endpoint;
    const asNow = await readSession(ofPages, visitor.cookies.get('__Host-tocsin') ?? '');
    if (asNow === null) throw new Error('Nobody is signed in.');
    expect(await signedInAs({ hub: ofPages, console: null }, asNow)).toMatchObject({ hasConsole: false });
    expect(page.text).toContain('This is your only way in.');
    const second = softPasskey(world.origin);
    const made = JSON.stringify(second.create(optionsIn(page.text, 'create')));
    const token = await tokenOn(visitor);
    const added = await visitor.send('/account', {
      act: 'add-passkey',
      label: 'Blue key',
      passkey: made,
      token,
    });
    expect(added.text).toContain('Blue key');
    const { hub } = world.endpoint;
    const { person } = await actorOf(visitor);
    // Both may be of the same instant.
    const own = await hub.credentials.ofPerson(person ?? '');
    const [two, one] = [
      own.find(({ label }) => label === 'Blue key'),
      own.find(({ label }) => label !== 'Blue key'),
    ];
    await visitor.send('/account', { act: 'remove-credential', id: one?.id ?? '', token });
    expect((await signIn(world, passkey)).answer.status).toBe(401);
    expect((await signIn(world, second)).answer.status).toBe(303);
    const last = await visitor.send('/account', { act: 'remove-credential', id: two?.id ?? '', token });
    expect(last.text).toContain('only way to sign in');
  });

  test('a person makes a key at /account, which is shown once, and ends it', async () => {
    const visitor = await somebody();
    const token = await tokenOn(visitor);
    const unnamed = await visitor.send('/account', { act: 'make-key', keyLabel: ' ', token });
    expect([unnamed.status, unnamed.text]).toEqual([400, expect.stringContaining('href="#keyLabel"')]);
    const made = await visitor.send('/account', { act: 'make-key', keyLabel: 'Desk', token });
    const key = /toc_[\w-]+/.exec(made.text)?.[0] ?? '';
    expect((await world.endpoint.ask(key, ME)).body.data.me.person).toContain(FOUNDER.slug);
    const page = await visitor.get('/account');
    expect(page.text).toContain('Desk');
    expect(page.text).not.toContain(key);
    const id = /name="id" value="([^"]+)"><button class="danger" type="submit" aria-label="End: Desk"/.exec(
      page.text,
    );
    await visitor.send('/account', { act: 'end-key', id: id?.[1] ?? '', token });
    expect((await world.endpoint.ask(key, ME)).status).toBe(401);
  });
});

test('whoever works on the pages alone is seen, and does not become dormant', async () => {
  const { hub, shut } = world.endpoint;
  const { visitor } = await joined(world, { handle: 'pages', role: 'approver', member: FOUNDER.slug });
  const { person } = await actorOf(visitor);
  // Within the time that a session may be idle, and into the next day.
  for (let times = 0; times < 3; times += 1) {
    later(11 * 60);
    expect((await visitor.get('/approvals')).status).toBe(200);
  }
  // A link from elsewhere comes without its cookie: the page asks again by itself, once.
  const abroad = { 'sec-fetch-site': 'cross-site' };
  const link = await world.visitor().get('/sign-in?to=/approvals', abroad);
  expect(link.text).toContain('url=/sign-in?again=1&amp;to=%2Fapprovals');
  expect((await world.visitor().get('/sign-in?again=1', abroad)).text).toContain('Sign in with a passkey');
  // What was noted is written at the latest when the hub stops.
  await shut();
  const seen = (await hub.persons.byId(person ?? ''))?.lastSeenAt;
  expect(seen?.toISOString().slice(0, 10)).toBe(now.toISOString().slice(0, 10));
});
