// Keys: a person makes its own, an administrator those of machines and screens; limits restrict what the roles allow; a key is
// rotated with an overlap, seen with its last use, and ended.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Scope } from '../../../src/domain/access/scopes.ts';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { readApplication } from '../../../src/graphql/present/application.ts';
import { mayAct } from '../../../src/policy/decide.ts';
import { mayHold } from '../../../src/policy/grants.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { type KeyDraft, makeKey, mayLimitToRanges } from '../../../src/service/access/make-key.ts';
import { openUses } from '../../../src/service/access/note-uses.ts';
import { endKey, rotateKey, shownKeys } from '../../../src/service/access/own-keys.ts';
import { listProposals } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import { readOwnPerson } from '../../../src/service/person/list-persons.ts';
import { listHolds, readHold } from '../../../src/service/retention/list-holds.ts';
import { KEYS } from '../../../src/store/access/keys.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';

let world: TestHub;
let now = new Date('2026-12-01T08:30:00.000Z');
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
  await plantPersons(world.hub, ['north-grid/ann'], { roles: ['analyst', 'publisher'] });
  await plantPersons(world.hub, ['north-grid/chief'], { roles: ['member-admin'] });
});
afterAll(() => world.close());

const ann = async (): Promise<Actor> => ({
  ...(await world.actor('northGrid', 'analyst', 'north-grid/ann')),
  roles: ['analyst', 'publisher'],
});
const chief = () => world.actor('northGrid', 'member-admin', 'north-grid/chief');
const made = async (by: Actor, draft: Partial<KeyDraft>) =>
  good(await makeKey(world.hub, by, { kind: 'OWN', label: 'a test', ...draft }));
const refusedFor = async (by: Actor, draft: Partial<KeyDraft>) =>
  codes(await makeKey(world.hub, by, { kind: 'OWN', label: 'a test', ...draft }));
const entering = (token: string, address: string | null = null) =>
  authenticate(world.hub, `Bearer ${token}`, address);

test('a person makes its own keys, and none with more than it has', async () => {
  const all = await made(await ann(), {});
  expect(await entering(all.token)).toMatchObject({
    roles: ['analyst', 'publisher'],
    person: personIdOf('north-grid/ann'),
  });
  const some = await made(await ann(), { roles: ['analyst'] });
  expect((await entering(some.token))?.roles).toEqual(['analyst']);
  expect(await refusedFor(await ann(), { roles: ['manager'] })).toEqual([
    'ROLE_NOT_YOURS_TO_GRANT $.roles[0]',
  ]);
  expect(await refusedFor(await world.actor('northGrid', 'analyst', null), {})).toEqual([
    'PERSON_NEEDED $.kind',
  ]);
  expect(await refusedFor(await ann(), { kind: 'MACHINE', roles: ['integrator'] })).toEqual([
    'ROLE_MAY_NOT $',
  ]);
});

test('an administrator makes keys of machines and screens, which never read TLP:RED', async () => {
  const machine = await made(await chief(), { kind: 'MACHINE', roles: ['integrator'] });
  const actor = await entering(machine.token);
  expect(actor).toMatchObject({ person: null, roles: ['integrator'] });
  const screen = await made(await chief(), { kind: 'SCREEN' });
  const wall = await entering(screen.token);
  expect(wall).toMatchObject({ person: null, roles: ['reader'] });
  for (const each of [actor, wall]) expect(each !== null && mayHold(each, 'RED')).toBe(false);
  expect(screen.key.expiresAt).toEqual(new Date(now.getTime() + 90 * 24 * 3_600_000));
  const wrong = (roles: readonly Role[], kind: 'MACHINE' | 'SCREEN' = 'MACHINE') =>
    chief().then((by) => refusedFor(by, { kind, roles }));
  expect(await wrong(['member-admin'])).toEqual(['ROLE_NOT_YOURS_TO_GRANT $.roles[0]']);
  expect(await wrong(['hub-operator'])).toEqual(['ROLE_NOT_YOURS_TO_GRANT $.roles[0]']);
  expect(await wrong([])).toEqual(['ROLES_MISSING $.roles']);
  expect(await wrong(['king' as Role])).toEqual(['ROLE_UNKNOWN $.roles[0]']);
  expect(await wrong(['publisher'], 'SCREEN')).toEqual(['SCREEN_ONLY_READS $.roles']);
});

test('scopes restrict what roles allow, and a key with scopes makes no keys', async () => {
  const limited = await made(await ann(), { scopes: ['warning:publish'] });
  const actor = await entering(limited.token);
  if (actor === null) throw new Error('it is accepted');
  expect(mayAct(actor, 'warning.publish', null).allowed).toBe(true);
  expect(mayHold(actor, 'CLEAR')).toBe(false);
  const acknowledging = mayAct(actor, 'warning.acknowledge', null);
  expect(!acknowledging.allowed && acknowledging.problem.code).toBe('SCOPE_MISSING');
  expect(await refusedFor(actor, {})).toEqual(['KEY_LIMITED $']);
  // Hubs of the release before know no limits: for them this key has no secret.
  expect(limited.key).toMatchObject({ hash: '' });
});

test('a key with scopes reads no more of the administration than it may do', async () => {
  const { hub } = world;
  await plantPersons(hub, ['cyber-agency/op'], { roles: ['member-admin', 'hub-operator'] });
  const whole: Actor = {
    ...(await world.actor('cyberAgency', 'hub-operator', 'cyber-agency/op')),
    roles: ['member-admin', 'hub-operator'],
    via: { way: 'PASSKEY', range: null },
  };
  await hub.members.change((session) =>
    hub.holds.place(
      {
        ...{ id: 'hold--00000000-0000-4000-8000-000000000001', scope: 'EVERYTHING', target: null },
        ...{ reason: 'A court asked.', circle: 'HUB', member: whole.member.id },
        ...{ placedBy: 'approval--1', placedAt: now, liftedAt: null, liftedBy: null },
      },
      session,
    ),
  );
  const asked = { kind: 'SHORTEN_RETENTION', payload: { name: 'WARNINGS', days: 365 } };
  good(await propose(hub, whole, asked));
  const form = {
    ...{ slug: 'dam-works', name: 'Dam Works', country: 'XA', countries: [], sectors: [] },
    ...{ kind: 'OPERATOR' as const, contact: 'Ann, +999 1 555 0199' },
  };
  const { id: application } = good(await applyFor(hub, whole, form));
  const [hold] = await listHolds(hub, whole);
  const seen = async (scopes: readonly Scope[] | undefined) => {
    const actor = scopes === undefined ? whole : { ...whole, scopes };
    const proposals = good(await listProposals(hub, actor, { first: 10, after: null })).proposals;
    return {
      applicants: (await readApplication(hub, actor, application)) !== null,
      holds: (await listHolds(hub, actor)).length,
      hold: (await readHold(hub, actor, hold?.id ?? '')) !== null,
      proposals: proposals.length,
    };
  };
  const everything = { applicants: true, holds: 1, hold: true, proposals: 1 };
  const nothing = { applicants: false, holds: 0, hold: false, proposals: 0 };
  expect(await seen(undefined)).toEqual(everything);
  expect(await seen(['member:admin', 'hub:admin'])).toEqual(everything);
  expect(await seen(['feed:read', 'metrics:read', 'warning:publish'])).toEqual(nothing);
  expect(await seen(['member:admin'])).toEqual({ ...nothing, applicants: true });
});

test('a key that is limited to networks is refused from elsewhere, and where the hub cannot know', async () => {
  const draft = { kind: 'OWN', label: 'a test', ranges: ['203.0.113.0/24', '2001:db8:7::/48'] } as const;
  // A hub that cannot know refuses to make one: it would work nowhere.
  expect(codes(await makeKey(world.hub, await ann(), draft))).toEqual(['ADDRESSES_UNKNOWN $.ranges']);
  const knowing = { ...world.hub, config: { ...world.hub.config, proxies: ['127.0.0.1'] } };
  expect([world.hub, knowing].map(mayLimitToRanges)).toEqual([false, true]);
  const { token } = good(await makeKey(knowing, await ann(), draft));
  for (const inside of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:7:1::2'])
    expect(await entering(token, inside)).not.toBeNull();
  for (const outside of ['203.0.114.9', '2001:db8:8::1', 'nonsense', null])
    expect(await entering(token, outside)).toBeNull();
  expect((await entering(token, '203.0.113.9'))?.via).toEqual({ way: 'KEY', range: '203.0.113.0/24' });
  expect((await entering(token, '2001:db8:7:1::2'))?.via?.range).toBe('2001:db8:7::/48');
});

test('bad input is refused with where it stands', async () => {
  const by = await ann();
  expect(await refusedFor(by, { label: ' ', days: 731 })).toEqual([
    'LABEL_MISSING $.label',
    'EXPIRY_OUT_OF_RANGE $.days',
  ]);
  expect(await refusedFor(by, { scopes: ['feed:read', 'all' as Scope] })).toEqual([
    'SCOPE_UNKNOWN $.scopes[1]',
  ]);
  expect(await refusedFor(by, { ranges: ['10.0.0.0/33'] })).toEqual([
    'RANGE_MALFORMED $.ranges[0]',
    'ADDRESSES_UNKNOWN $.ranges',
  ]);
  expect(await refusedFor(await chief(), { kind: 'SCREEN', days: 91 })).toEqual([
    'EXPIRY_OUT_OF_RANGE $.days',
  ]);
});

test('somebody who makes keys without end is stopped', async () => {
  await plantPersons(world.hub, ['south-grid/busy'], { roles: ['reader'] });
  const busy = await world.actor('southGrid', 'reader', 'south-grid/busy');
  const { key } = await made(busy, {});
  await world.hub.members.change(async (session) => {
    for (let at = 1; at < 50; at += 1) await world.hub.keys.put({ ...key, _id: `busy-${at}` }, session);
  });
  expect(await refusedFor(busy, {})).toEqual(['TOO_MANY_KEYS $']);
});

test('a key is rotated with an overlap, by its person alone', async () => {
  const first = await made(await ann(), { scopes: ['feed:read'], days: 10 });
  const rotate = async (by: Actor, id = first.key._id, overlapHours = 24) =>
    rotateKey(world.hub, by, { id, overlapHours });
  expect(codes(await rotate(await chief()))).toEqual(['KEY_OF_ANOTHER_PERSON $.id']);
  expect(codes(await rotate(await world.actor('southGrid', 'member-admin')))).toEqual(['NOT_FOUND $.id']);
  expect(codes(await rotate(await ann(), first.key._id, 169))).toEqual([
    'EXPIRY_OUT_OF_RANGE $.overlapHours',
  ]);
  // By itself, as a machine does it.
  const itself = await entering(first.token);
  if (itself === null) throw new Error('it is accepted');
  const second = good(await rotate(itself));
  expect(await entering(first.token)).not.toBeNull();
  expect(await entering(second.token)).toMatchObject({ scopes: ['feed:read'] });
  expect(second.key.expiresAt).toEqual(new Date(now.getTime() + 10 * 24 * 3_600_000));
  expect(codes(await rotate(await ann()))).toEqual(['KEY_NOT_ACTIVE $.id']);
  now = new Date(now.getTime() + 24 * 3_600_000);
  expect(await entering(first.token)).toBeNull();
  expect(await entering(second.token)).not.toBeNull();
});

test('two who rotate a key at once make one, and a key that is revoked meanwhile stays so', async () => {
  const by = await ann();
  for (let turn = 0; turn < 3; turn += 1) {
    const { key } = await made(by, {});
    const rotate = () => rotateKey(world.hub, by, { id: key._id, overlapHours: 1 });
    const both = await Promise.all([rotate(), rotate()]);
    expect(both.flatMap(codes)).toEqual(['KEY_NOT_ACTIVE $.id']);
    const other = (await made(by, {})).key._id;
    await Promise.all([
      rotateKey(world.hub, by, { id: other, overlapHours: 1 }),
      endKey(world.hub, by, other),
    ]);
    expect((await world.hub.keys.byId(other))?.revokedAt).not.toBeNull();
    for (const each of await world.hub.keys.ofPerson([personIdOf('north-grid/ann')]))
      good(await endKey(world.hub, by, each._id));
  }
});

test('a person sees its own key, however many its member has', async () => {
  await plantPersons(world.hub, ['small-gas/few'], { roles: ['reader'] });
  const few = await world.actor('smallGas', 'reader', 'small-gas/few');
  const { key } = await made(few, {});
  const others = Array.from({ length: 1_001 }, (_, at) => ({
    ...key,
    _id: `of-machine-${at}`,
    person: null,
  }));
  const later = new Date(now.getTime() + 60_000);
  await world.hub.database.transaction((session) =>
    world.hub.database.insertBatch(
      KEYS,
      others.map((each) => ({ ...each, createdAt: later })),
      session,
    ),
  );
  expect(good(await shownKeys(world.hub, few, 'OWN')).map(({ id }) => id)).toEqual([key._id]);
});

test('people see their keys with the last use, and end them; an administrator ends any of its member', async () => {
  const { key, token } = await made(await ann(), { label: 'laptop' });
  const actor = await entering(token);
  if (actor === null) throw new Error('it is accepted');
  const uses = openUses(world.hub);
  uses.note(actor);
  await uses.close();
  const own = good(await shownKeys(world.hub, await ann(), 'OWN')).find(({ id }) => id === key._id);
  expect(own).toMatchObject({
    label: 'laptop',
    state: 'ACTIVE',
    lastUsedAt: new Date('2026-12-02T08:00:00.000Z'),
  });
  expect(JSON.stringify(own)).not.toContain(key.hash);
  // At once, and not when somebody else changes the directory next.
  expect(await readOwnPerson(world.hub, actor)).toMatchObject({
    lastSeenAt: new Date('2026-12-02T00:00:00.000Z'),
  });
  expect(codes(await shownKeys(world.hub, await ann(), 'MEMBER'))).toEqual(['ROLE_MAY_NOT $']);
  expect(good(await shownKeys(world.hub, await chief(), 'OWN'))).toEqual([]);
  const member = good(await shownKeys(world.hub, await chief(), 'MEMBER'));
  expect(member.some(({ id }) => id === key._id)).toBe(true);
  const other = await world.actor('southGrid', 'member-admin');
  expect(codes(await endKey(world.hub, other, key._id))).toEqual(['NOT_FOUND $.id']);
  good(await endKey(world.hub, await chief(), key._id));
  expect(await entering(token)).toBeNull();
  const again = good(await endKey(world.hub, await ann(), key._id));
  expect([again.key.state, again.wasActive]).toEqual(['REVOKED', false]);
});
