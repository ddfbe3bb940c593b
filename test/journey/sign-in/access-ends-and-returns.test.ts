// Access ends and returns: with the passkey, account, group or provider that gave it, by rights that go while a form is under
// way, and by recovery codes, which end all that was before.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Role } from '../../../src/domain/member.ts';
import type { Hub } from '../../../src/hub.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { removeProvider, setProvider } from '../../../src/service/credential/administer-provider.ts';
import { handleFor } from '../../../src/service/credential/openid-connect.ts';
import { issueRecovery, signInByCode } from '../../../src/service/credential/recovery/recover.ts';
import { confirmPerson } from '../../../src/service/person/confirm-person.ts';
import { deactivatePerson } from '../../../src/service/person/deactivate-person.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { memberOf } from '../../support/cast.ts';
import { codes, good } from '../../support/outcome.ts';
import {
  actorIn,
  FOUNDER,
  type Founder,
  found,
  joined,
  openSignInWorld,
  type SignInWorld,
  signIn,
  tokenOn,
} from '../../support/sign-in/founded.ts';
import { openProvider, type TestProvider } from '../../support/sign-in/provider.ts';
import { type SoftPasskey, softPasskey } from '../../support/sign-in/soft-passkey.ts';
import { optionsIn, type Visitor } from '../../support/sign-in/visitor.ts';

let world: SignInWorld;
let provider: TestProvider;
let founder: Founder;
let now = new Date('2030-01-07T09:00:00Z');
beforeAll(async () => {
  world = await openSignInWorld({ clock: { now: () => now } });
  founder = await found(world);
}, 60_000);
afterAll(async () => {
  await provider?.close();
  await world?.endpoint.close();
});

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

const ME = '{ me { member { slug } person } }';

const actorOf = (visitor: Visitor): Promise<Actor> => actorIn(world, visitor);

let passkey: SoftPasskey;
let handle = 0;
const somebody = async (role: Role = 'analyst', member: string = FOUNDER.slug): Promise<Visitor> => {
  handle += 1;
  const somebodyNew = await joined(world, { handle: `p.${handle}`, role, member });
  ({ passkey } = somebodyNew);
  return somebodyNew.visitor;
};

describe('access', () => {
  test('a change of rights waits for what a form of a page is doing, which is not done by rights that are gone', async () => {
    const { hub } = world.endpoint;
    const visitor = await somebody();
    const { person } = await actorOf(visitor);
    const token = await tokenOn(visitor);
    const members = hub.members as { change: Hub['members']['change'] };
    const { change } = members;
    const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    members.change = async (work) => {
      members.change = change;
      reached.resolve();
      await released.promise;
      return change(work);
    };
    const posting = visitor.send('/account', { act: 'make-key', keyLabel: 'Laptop', token });
    await reached.promise;
    let isAnswered = false;
    const gone = deactivatePerson(hub, { way: 'HOST' }, person ?? '').then((outcome) => {
      isAnswered = true;
      return outcome;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isAnswered).toBe(false);
    released.resolve();
    await posting;
    good(await gone);
    expect((await visitor.send('/account', { act: 'make-key', keyLabel: 'More', token })).status).toBe(303);
  });

  test('a session ends with the passkey that began it, but for the one that removes the passkey', async () => {
    const visitor = await somebody();
    const { hub } = world.endpoint;
    const first = (await hub.credentials.ofPerson((await actorOf(visitor)).person ?? ''))[0]?.id ?? '';
    const elsewhere = (await signIn(world, passkey)).visitor;
    const page = await visitor.get('/account');
    const second = softPasskey(world.origin);
    const token = await tokenOn(visitor);
    const made = JSON.stringify(second.create(optionsIn(page.text, 'create')));
    await visitor.send('/account', { act: 'add-passkey', label: 'Second', passkey: made, token });
    await visitor.send('/account', { act: 'remove-credential', id: first, token });
    expect((await elsewhere.ask(ME)).status).toBe(401);
    expect((await visitor.ask(ME)).status).toBe(200);
  });

  test('an account whose person was taken out, left its group or lost its provider lets nobody in', async () => {
    const { hub } = world.endpoint;
    const groups = [{ group: 'watch', roles: ['analyst'] as const }];
    const admin = await actorOf(founder.visitor);
    provider = await openProvider(world.origin);
    const { issuer, clientId, clientSecret } = provider;
    const client = { name: 'Accounts', issuer, clientId, clientSecret, isShown: true };
    const admission = { admits: 'GROUPS', groupClaim: 'groups', groups, rolesOfAll: [] } as const;
    const { id } = good(await setProvider(hub, admin, { ...client, ...admission }));
    const enter = async (subject: string, of = ['watch'], visitor = world.visitor()) => {
      provider.account = { subject, groups: of };
      const left = await visitor.get(`/sign-in/openid-connect/${id}`);
      const query = await provider.visit(String(left.headers['location']));
      const { status } = await visitor.get(`/sign-in/callback?${query}`, { 'sec-fetch-site': 'cross-site' });
      return status;
    };
    const erin = world.visitor();
    expect(await enter('erin', ['watch'], erin)).toBe(200);
    const { person } = await actorOf(erin);
    // Whoever set the provider makes its accounts.
    expect((await hub.persons.byId(person ?? ''))?.broughtBy).toEqual([admin.person]);
    expect(await enter('erin', ['others'])).toBe(401);
    expect(await enter('erin')).toBe(200);
    const before = (await hub.persons.all()).length;
    good(await deactivatePerson(hub, { way: 'HOST' }, person ?? ''));
    expect(await enter('erin')).toBe(401);
    expect((await hub.persons.all()).length).toBe(before);
    // Somebody has the name that the account would get: refused, not failed.
    const taken = handleFor({ issuer: provider.issuer, subject: 'frida' });
    good(await invitePerson(hub, admin, { handle: taken, name: 'F', roles: ['reader'] }));
    expect(await enter('frida')).toBe(401);
    const gwen = world.visitor();
    expect(await enter('gwen', ['watch'], gwen)).toBe(200);
    await removeProvider(hub, admin, provider.issuer);
    expect(await readSession(hub, gwen.cookies.get('__Host-tocsin') ?? '')).toBeNull();
    expect(await readSession(hub, founder.visitor.cookies.get('__Host-tocsin') ?? '')).not.toBeNull();
  });

  test('a recovery code lets somebody in once, ends what was before, and leaves TLP:RED closed', async () => {
    const visitor = await somebody();
    const whom = await actorOf(visitor);
    const { hub } = world.endpoint;
    const admin = { ...whom, roles: ['member-admin'] as const, person: `${FOUNDER.slug}/another` };
    const issued = await issueRecovery(hub, admin, whom.person ?? '');
    if (!issued.ok) throw new Error(issued.problems[0]?.message);
    const { code } = issued.value;
    expect(code).toMatch(/^(\d{3} ){7}\d{3}$/);
    const other = world.visitor();
    const person = `${FOUNDER.slug}/p.${handle}`;
    const mistyped = await other.send('/sign-in/recovery', {
      person,
      code: code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    });
    expect(mistyped.text).toContain('not counted');
    const recovered = await other.send('/sign-in/recovery', {
      person: ` ${person.toUpperCase()} `,
      code: code.replaceAll(' ', '-'),
      to: '/board?show=all',
    });
    // By the account first: no other way in is left, and the place that was asked for is kept.
    const kept = '/account?to=%2Fboard%3Fshow%3Dall';
    expect([recovered.status, recovered.headers['location']]).toEqual([303, kept]);
    const account = await other.get(kept);
    expect(account.text).toContain('Add a passkey now');
    expect(account.text).toContain('<a href="/board?show=all">Go on to where you were</a>');
    // The new passkey comes before all else, and is asked for once.
    const passkeyForm = account.text.indexOf('data-passkey="create"');
    expect(passkeyForm).toBeGreaterThan(-1);
    expect(passkeyForm).toBeLessThan(account.text.indexOf('<h2 id="contacts">'));
    expect(account.text.lastIndexOf('data-passkey="create"')).toBe(passkeyForm);
    // Whichever form of the page is sent, the place is kept.
    const forms = account.text.match(/action="\/account"/g) ?? [];
    expect(account.text.match(/name="to" value="\/board\?show=all"/g)).toHaveLength(forms.length);
    const told = { act: 'change-reach', languages: 'fr', timeZone: '', token: await tokenOn(other) };
    const reached = await other.send('/account', { ...told, to: '/board?show=all' });
    expect(reached.text).toContain('<a href="/board?show=all">');
    expect((await other.get('/account?to=https://elsewhere.example/')).text).not.toContain(
      'href="https://elsewhere',
    );
    const made = JSON.stringify(softPasskey(world.origin).create(optionsIn(account.text, 'create')));
    const sent = {
      act: 'add-passkey',
      label: '',
      passkey: made,
      token: await tokenOn(other),
      to: '/board?show=all',
    };
    const added = await other.send('/account', sent);
    expect([added.status, added.headers['location']]).toEqual([303, '/board?show=all']);
    expect((await actorOf(other)).isRedClosed).toBe(true);
    expect((await visitor.ask(ME)).status).toBe(401);
    expect((await signIn(world, passkey)).answer.status).toBe(401);
    expect((await world.visitor().send('/sign-in/recovery', { person, code })).status).toBe(401);
  });

  test('a recovery code is over after 15 minutes, and for an address after five wrong ones; nobody else keeps it from its person', async () => {
    const visitor = await somebody();
    const whom = await actorOf(visitor);
    const { hub } = world.endpoint;
    const admin = { ...whom, roles: ['member-admin'] as const, person: `${FOUNDER.slug}/another` };
    const issue = async (): Promise<string> => {
      const issued = await issueRecovery(hub, admin, whom.person ?? '');
      if (!issued.ok) throw new Error(issued.problems[0]?.message);
      return issued.value.code;
    };
    const person = `${FOUNDER.slug}/p.${handle}`;
    const statusOf = async (code: string): Promise<number> =>
      (await world.visitor().send('/sign-in/recovery', { person, code })).status;
    const old = await issue();
    later(16);
    expect(await statusOf(old)).toBe(401);
    const typed = async (code: string, from: string | null, isCounted = true): Promise<string[]> =>
      codes(await signInByCode(hub, { name: person, code, from, isCounted }, { range: null, browser: null }));
    const code = await issue();
    const guesses = async (from: string | null): Promise<void> => {
      for (let count = 0; count < 5; count += 1)
        expect(await typed(old, from)).toEqual(['SIGN_IN_REFUSED $']);
    };
    await guesses('192.0.2.7');
    expect(await typed(code, '192.0.2.7')).toEqual(['SIGN_IN_REFUSED $']);
    // Also where nothing is written for it any more.
    expect(await typed(code, '192.0.2.7', false)).toEqual(['SIGN_IN_REFUSED $']);
    // A name that nobody has is counted in the same way, and a new code begins anew.
    const rows = () => hub.database.native().collection('sign_in_tries').countDocuments({ tries: 6 });
    const before = await rows();
    for (let count = 0; count < 6; count += 1)
      await signInByCode(
        hub,
        { name: `${FOUNDER.slug}/nobody`, code: old, from: '192.0.2.7', isCounted: true },
        { range: null, browser: null },
      );
    expect(await rows()).toBe(before + 1);
    const another = await issue();
    await guesses('192.0.2.8');
    // Where the hub knows no addresses, the guesses of others are no reason to refuse the person.
    await guesses(null);
    for (let count = 0; count < 6; count += 1) expect(await statusOf(old)).toBe(401);
    expect(await statusOf(another)).toBe(303);
    const last = await issue();
    await guesses('192.0.2.8');
    expect(await typed(last, '192.0.2.9')).toEqual([]);
  });

  test('two operators of the hub let in the last administrator of a member, and no fewer', async () => {
    const { hub } = world.endpoint;
    const water = memberOf('river-water', { kind: 'OPERATOR', sectors: ['drinking-water'] });
    await hub.members.save(water);
    hub.directory.forget();
    const before = await somebody('member-admin', water.slug);
    const { person: lost } = await actorOf(before);
    const name = `${water.slug}/p.${handle}`;
    const [one, two] = [
      await actorOf(await somebody('hub-operator')),
      await actorOf(await somebody('hub-operator')),
    ];
    const issue = (by: Actor) => issueRecovery(hub, by, lost ?? '');
    expect(codes(await issue(one))).toEqual(['NOT_FOUND $.person']);
    const asked = { kind: 'RECOVER_LAST_ADMIN', payload: { person: name } };
    const { id } = good(await propose(hub, one, asked));
    expect(codes(await approve(hub, one, id))).toEqual(['APPROVAL_BY_PROPOSER $.id']);
    expect(codes(await issue(two))).toEqual(['NOT_FOUND $.person']);
    good(await approve(hub, two, id));
    later(1);
    expect(codes(await issue({ ...one, roles: ['member-admin'] }))).toEqual(['NOT_FOUND $.person']);
    // One who is no part of it, and a key that administers nothing, make none.
    expect(codes(await issue(await actorOf(await somebody('hub-operator'))))).toEqual(['NOT_FOUND $.person']);
    expect(codes(await issue({ ...two, scopes: ['feed:read'] }))).toEqual(['NOT_FOUND $.person']);
    const { code } = good(await issue(two));
    expect(codes(await issue(one))).toEqual(['NOT_FOUND $.person']);
    later(1);
    const back = world.visitor();
    expect((await back.send('/sign-in/recovery', { person: name, code })).status).toBe(303);
    expect(await actorOf(back)).toMatchObject({ person: lost, isRedClosed: true });
    expect((await before.ask(ME)).status).toBe(401);
    later(16);
    expect(codes(await issue(one))).toEqual(['NOT_FOUND $.person']);
    const lines = await hub.acts.rows
      .find({ event: 'person.recovered', person: lost })
      .sort({ _id: 1 })
      .toArray();
    expect(lines.map(({ byPerson, facts }) => [byPerson, facts['issuedBy'], facts['state']])).toEqual([
      [two.person, 'HUB_OPERATORS', 'ALLOWED'],
      [two.person, 'HUB_OPERATORS', 'ISSUED'],
      [null, 'HUB_OPERATORS', 'USED'],
    ]);
    for (const by of [one, two])
      expect(codes(await confirmPerson(hub, by, lost ?? ''))).toEqual([
        'ANOTHER_ADMINISTRATOR_NEEDED $.person',
      ]);
    // With a second administrator it is no longer the last, and the second opens TLP:RED to it again.
    const second = await actorOf(await somebody('member-admin', water.slug));
    expect(codes(await propose(hub, one, asked))).toEqual(['RECOVERY_NOT_OF_LAST $.payload.person']);
    expect(good(await confirmPerson(hub, second, lost ?? '')).isRedClosed).toBe(false);
  });

  test('two operators bring back an administrator who is dormant, and one alone invites no other', async () => {
    const { hub } = world.endpoint;
    const gas = memberOf('hill-gas', { kind: 'OPERATOR', sectors: ['energy/gas'] });
    await hub.members.save(gas);
    hub.directory.forget();
    const { person: id } = await actorOf(await somebody('member-admin', gas.slug));
    const name = `${gas.slug}/p.${handle}`;
    const asleep = await hub.persons.byId(id ?? '');
    if (asleep === null) throw new Error('it is there');
    await hub.members.change((session) => hub.persons.save({ ...asleep, state: 'DORMANT' }, session));
    hub.directory.forget();
    const [one, two] = [
      await actorOf(await somebody('hub-operator')),
      await actorOf(await somebody('hub-operator')),
    ];
    const another = { member: gas.slug, handle: 'x', name: 'X', roles: ['member-admin'] as const };
    expect(codes(await invitePerson(hub, one, another))).toEqual(['NOT_YOUR_MEMBER $.member']);
    const asked = { kind: 'RECOVER_LAST_ADMIN', payload: { person: name } };
    good(await approve(hub, two, good(await propose(hub, one, asked)).id));
    const { code } = good(await issueRecovery(hub, one, name));
    const back = world.visitor();
    expect((await back.send('/sign-in/recovery', { person: name, code })).status).toBe(303);
    expect(await actorOf(back)).toMatchObject({ person: id, isRedClosed: true });
  });

  test('nobody makes a recovery code for oneself, for another member, or for somebody more privileged', async () => {
    const { hub } = world.endpoint;
    const whom = await actorOf(await somebody());
    const admin = { ...whom, roles: ['member-admin'] as const };
    const { persons } = await hub.directory.current();
    const operator = [...persons.values()].find(({ roles }) => roles.includes('hub-operator'))?.id ?? '';
    expect(await issueRecovery(hub, admin, whom.person ?? '')).toMatchObject({
      problems: [{ code: 'RECOVERY_OF_ONESELF' }],
    });
    expect(await issueRecovery(hub, admin, operator)).toMatchObject({
      problems: [{ code: 'RECOVERY_OF_PRIVILEGED' }],
    });
    expect(await issueRecovery(hub, { ...admin, roles: ['analyst'] }, operator)).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
  });
});
