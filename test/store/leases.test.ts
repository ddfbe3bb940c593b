// A lease and its fence, on a real MongoDB: a slow holder stays the holder, a dead or sleeping one is replaced, and what a
// former holder still writes is refused (I16, M23).
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database, Session } from '../../src/store/connect.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const FOR_MS = 2_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let world: TestHub;
let database: Database;
let one: Session;
let other: Session;
let name = '';
let rounds = 0;
beforeAll(async () => {
  world = await openTestHub();
  database = world.hub.database;
  one = database.openSession();
  other = database.openSession();
});
afterAll(async () => {
  await one.endSession();
  await other.endSession();
  await world.close();
});
beforeEach(() => {
  rounds += 1;
  name = `test-${rounds}`;
});

const acquire = (holder: string, session: Session) => world.hub.leases.acquire(name, holder, FOR_MS, session);
const counted = (session: Session) => world.hub.counters.next('directory', 1, session);

test('a holder renews while its transaction is open, far longer than the lease lasts, and nobody takes over', async () => {
  const { leases } = world.hub;
  const token = (await acquire('slow', one)) ?? 0;
  const renewed: boolean[] = [];
  const rivals: (number | null)[] = [];
  const isHeld = await database.transaction(
    async (session) => {
      const held = await leases.isHeld(name, token, session);
      await counted(session);
      for (let each = 0; each < 10; each += 1) {
        await pause(FOR_MS / 3);
        renewed.push(await leases.renew(name, token, FOR_MS));
        rivals.push(await acquire('rival', other));
      }
      return held;
    },
    { session: one },
  );
  expect(isHeld).toBe(true);
  expect(renewed).toEqual(Array(10).fill(true));
  expect(rivals).toEqual(Array(10).fill(null));
});

test('who slept past the lease finds itself fenced, in an open transaction and in the next one', async () => {
  const { leases } = world.hub;
  const token = (await acquire('sleeper', one)) ?? 0;
  let successor: number | null = null;
  let attempts = 0;
  const held = await database.transaction(
    async (session) => {
      attempts += 1;
      if (!(await leases.isHeld(name, token, session))) return false;
      await counted(session);
      await pause(FOR_MS + 300);
      successor ??= await acquire('successor', other);
      // The session was ended: what follows fails, and the retry is refused.
      await counted(session);
      return true;
    },
    { session: one },
  );
  expect([held, attempts, successor]).toEqual([false, 2, token + 1]);
  expect(await leases.renew(name, token, FOR_MS)).toBe(false);
  expect(await leases.renew(name, token + 1, FOR_MS)).toBe(true);
  expect(await database.transaction((session) => leases.isHeld(name, token, session))).toBe(false);
});

test('a takeover that died before it raised the fence does not stop its own successor', async () => {
  const { leases } = world.hub;
  const token = (await acquire('first', one)) ?? 0;
  const rows = database.native().collection<{ _id: string }>('leases');
  await rows.updateOne(
    { _id: name },
    { $set: { token: token + 1, holder: 'died at once', expiresAt: new Date(0) } },
  );
  expect(await acquire('third', other)).toBe(token + 2);
  expect(await database.transaction((session) => leases.isHeld(name, token, session))).toBe(false);
  expect(await database.transaction((session) => leases.isHeld(name, token + 2, session))).toBe(true);
});

test('one that is released is free at once, and its holder cannot renew it', async () => {
  const { leases } = world.hub;
  const token = (await acquire('one', one)) ?? 0;
  await leases.release(name, 'one');
  expect(await leases.renew(name, token, FOR_MS)).toBe(false);
  expect(await acquire('other', other)).toBe(token + 1);
});

test('after the clock of the server was set back by an hour, the lease of a dead holder is taken', async () => {
  const token = (await acquire('dead', one)) ?? 0;
  expect(await acquire('other', other)).toBe(null);
  // What the holder wrote an hour ahead of the clock of now.
  const rows = database.native().collection<{ _id: string }>('leases');
  await rows.updateOne({ _id: name }, { $set: { expiresAt: new Date(Date.now() + 3_600_000) } });
  expect(await acquire('other', other)).toBe(token + 1);
});

test('of many that ask at once, one gets it', async () => {
  const sessions = Array.from({ length: 12 }, () => database.openSession());
  const asked = sessions.map((session, index) =>
    world.hub.leases.acquire(name, `holder ${index}`, 60_000, session),
  );
  const tokens = await Promise.all(asked);
  expect(tokens.filter((token) => token !== null)).toEqual([1]);
  for (const session of sessions) await session.endSession();
});
