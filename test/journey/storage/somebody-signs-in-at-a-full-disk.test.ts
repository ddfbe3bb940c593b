// Reading works on a full disk, so signing in does too: else nobody could read, and no operator see to the disk. What is new
// waits for room.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StorageFull } from '../../../src/outside/storage.ts';
import { issueRecovery } from '../../../src/service/credential/recovery/recover.ts';
import { exportPerson } from '../../../src/service/person-data/export-person.ts';
import { good } from '../../support/outcome.ts';
import {
  actorIn,
  FOUNDER,
  type Founder,
  found,
  joined,
  openSignInWorld,
  type SignInWorld,
  signIn,
} from '../../support/sign-in/founded.ts';

const ME = '{ me { person } }';

let share = 0.5;
let now = new Date('2030-01-07T09:00:00Z');
let world: SignInWorld;
let founder: Founder;
beforeAll(async () => {
  const disks = { data: async () => share, database: async () => share };
  world = await openSignInWorld({ clock: { now: () => now }, disks });
  founder = await found(world);
}, 60_000);
afterAll(() => world?.endpoint.close());

/** What the hub sees at its next measurement. */
const fill = (to: number): void => {
  share = to;
  now = new Date(now.getTime() + 5_000);
};

test('a passkey and a recovery code let in, and what they let in reads', async () => {
  const { hub } = world.endpoint;
  const other = await joined(world, { handle: 'b', role: 'analyst', member: FOUNDER.slug });
  const whom = await actorIn(world, other.visitor);
  const admin = { ...(await actorIn(world, founder.visitor)), roles: ['member-admin'] as const };
  const { code } = good(await issueRecovery(hub, admin, whom.person ?? ''));
  fill(0.99);
  const { visitor, answer } = await signIn(world, founder.passkey);
  expect(answer.status).toBe(303);
  expect((await visitor.ask(ME)).status).toBe(200);
  const person = `${FOUNDER.slug}/b`;
  const tries = () => hub.database.native().collection('sign_in_tries').countDocuments({});
  // Names that nobody has leave nothing behind there.
  const before = await tries();
  const wrong = { person: `${FOUNDER.slug}/nobody`, code };
  expect((await world.visitor().send('/sign-in/recovery', wrong)).status).toBe(401);
  expect(await tries()).toBe(before);
  const back = world.visitor();
  expect((await back.send('/sign-in/recovery', { person, code })).status).toBe(303);
  expect((await back.ask(ME)).status).toBe(200);
  // What writes that it was read, and only that, waits.
  await expect(exportPerson(hub, whom, whom.person ?? '')).rejects.toThrow(StorageFull);
  await expect(issueRecovery(hub, admin, whom.person ?? '')).rejects.toThrow(StorageFull);
  fill(0.5);
  good(await exportPerson(hub, whom, whom.person ?? ''));
});
