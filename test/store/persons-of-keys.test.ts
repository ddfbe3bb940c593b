// Persons whom releases before knew by the keys that name them: each gets the id that stands for the name, also for a key that
// such a hub makes beside this one. Their keys, and audiences that name them, mean the same person on both.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../src/domain/access/former-name.ts';
import { authenticate } from '../../src/service/access/authenticate.ts';
import { newToken } from '../../src/service/access/token.ts';
import { readFeed } from '../../src/service/feed/read-feed.ts';
import { keepUpWithOlderHubs } from '../../src/service/migration/migrate-database.ts';
import { makePersons } from '../../src/store/migration/rows/2026-11-29-persons-of-keys.ts';
import { CAST } from '../support/cast.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishBy } from '../support/publish.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

/** As a hub of the release before writes it. */
const olderKey = async (person: string, role: 'analyst' | 'publisher', revokedAt: Date | null = null) => {
  const { id, hash, token } = newToken(world.hub.entropy, 'hub');
  const facts = {
    member: CAST.northGrid.id,
    role,
    person,
    label: '',
    createdAt: new Date(),
    expiresAt: null,
  };
  await world.hub.members.change((session) =>
    world.hub.keys.put({ _id: id, hash, ...facts, revokedAt }, session),
  );
  world.hub.directory.forget();
  return token;
};
const stored = (name: string) => world.hub.persons.byId(personIdOf(name));

test('keys make their persons, once', async () => {
  const token = await olderKey('north-grid/ann', 'analyst');
  await olderKey('north-grid/ann', 'publisher');
  await olderKey('north-grid/gone', 'analyst', new Date());
  expect(await makePersons.remaining(world.hub.database)).toBe(2);
  const batch = await makePersons.next(world.hub.database, null);
  if (batch === null) throw new Error('there is one');
  for (const expected of [2, 0])
    expect(await world.hub.database.transaction((session) => batch.write(session))).toBe(expected);
  expect(await makePersons.next(world.hub.database, null)).toBeNull();
  expect(await stored('north-grid/ann')).toMatchObject({
    handle: 'ann',
    formerName: 'north-grid/ann',
    state: 'ACTIVE',
    roles: ['analyst', 'publisher'],
  });
  expect(await stored('north-grid/gone')).toMatchObject({ state: 'DEACTIVATED' });
  await world.hub.members.change(() => Promise.resolve());
  world.hub.directory.forget();
  expect(await authenticate(world.hub, `Bearer ${token}`)).toMatchObject({
    roles: ['analyst'],
    person: personIdOf('north-grid/ann'),
    formerName: 'north-grid/ann',
  });
  // What is published now carries the name too, for hubs that know only that.
  const audience = { alternatives: [{ persons: ['north-grid/ann'] }], excludes: [] };
  const red = await publishBy(world, 'cyberAgency', { marking: 'RED', audience });
  const row = await world.hub.warnings.rows.findOne({ warning: red });
  expect(row?.content).toContain(`"persons":["${personIdOf('north-grid/ann')}","north-grid/ann"]`);
  const reader = await authenticate(world.hub, `Bearer ${token}`);
  if (reader === null) throw new Error('it is accepted');
  const page = await readFeed(world.hub, reader, { first: 5, after: null, filter: {} });
  expect(page.ok && page.value.items.map(({ summary }) => summary.id)).toEqual([red]);
});

test('a person of a key that an older hub makes meanwhile is let in, and made', async () => {
  const token = await olderKey('north-grid/late', 'analyst');
  const late = personIdOf('north-grid/late');
  expect(await authenticate(world.hub, `Bearer ${token}`)).toMatchObject({
    person: late,
    roles: ['analyst'],
  });
  await keepUpWithOlderHubs(world.hub);
  expect(await stored('north-grid/late')).toMatchObject({ id: late, state: 'ACTIVE' });
});
