// A founded hub opens under its origin only. It is moved on its machine: that ends sessions, leaves passkeys behind, and
// whoever runs the hub gets in again by a recovery code.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { type Listening, listen } from '../../../src/http/listen.ts';
import { type Hub, openHub } from '../../../src/hub.ts';
import { noJournal } from '../../../src/outside/journal.ts';
import { moveHub, planMove } from '../../../src/service/founding/move-hub.ts';
import { openBroker } from '../../../src/service/live/broker.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import {
  FOUNDER,
  type Founder,
  found,
  openSignInWorld,
  type SignInWorld,
} from '../../support/sign-in/founded.ts';
import { openVisitor } from '../../support/sign-in/visitor.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const OLD = 'https://old.example.org';
const NEW = 'https://new.example.org';
const PERSON = `${FOUNDER.slug}/${FOUNDER.handle}`;

let world: SignInWorld;
let founder: Founder;
let moved: { readonly hub: Hub; readonly listening: Listening } | null = null;
beforeAll(async () => {
  world = await openSignInWorld({ env: { TOCSIN_ORIGIN: OLD } });
});
afterAll(async () => {
  await moved?.listening.close();
  await moved?.hub.close();
  await world.endpoint.close();
});

const env = (origin: string): NodeJS.ProcessEnv => ({
  MONGODB_URL: world.endpoint.mongodbUrl,
  REDIS_URL: world.endpoint.redisUrl,
  TOCSIN_DATABASE: world.endpoint.database,
  TOCSIN_PORT: '0',
  TOCSIN_LOG_LEVEL: 'silent',
  TOCSIN_ORIGIN: origin,
});

const open = (origin: string): Promise<Hub> =>
  openHub(readConfig(env(origin)), 'test', { journal: noJournal });

/** As the operator types it, under the setting that the hub is to have. */
const tocsin = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/cli/main.ts'), 'hub', ...args],
    {
      env: { ...process.env, ...env(NEW), NO_COLOR: '1', NODE_OPTIONS: '--conditions=tocsin-source' },
      encoding: 'utf8',
    },
  );
  return { stdout, stderr, status };
};

test('a hub that nobody has founded has no origin to move from, and nobody to let in', async () => {
  expect(await planMove(world.endpoint.hub, NEW)).toMatchObject({
    problems: [{ code: 'HUB_NOT_FOUNDED' }],
  });
});

test('another TOCSIN_ORIGIN refuses the start, and says how a hub is moved', async () => {
  founder = await found(world);
  await expect(open(NEW)).rejects.toMatchObject({
    what: `This hub was founded at ${OLD}; TOCSIN_ORIGIN says ${NEW}.`,
    remedy: expect.stringContaining('tocsin hub move'),
  });
  const same = await open(OLD);
  expect(same.origin).toBe(OLD);
  await same.close();
});

test.each([OLD, 'http://new.example.org', 'https://192.0.2.7', `${NEW}/`, 'new.example.org'])(
  'it is not moved to %s',
  async (origin) => {
    expect(await moveHub(world.endpoint.hub, origin)).toMatchObject({
      problems: [{ code: 'ORIGIN_MALFORMED', path: '$.origin' }],
    });
    expect(await world.endpoint.hub.counters.findSetting('origin')).toBe(OLD);
  },
);

test('to another port of the same host, passkeys go on working', async () => {
  expect(await planMove(world.endpoint.hub, `${OLD}:8443`)).toMatchObject({
    value: { losesPasskeys: false, lockedOut: [] },
  });
});

test('a dry run says who is left without a way to sign in, and writes nothing', async () => {
  const { status, stdout } = tocsin('move', NEW, '--dry-run');
  expect([status, stdout]).toEqual([0, expect.stringContaining('Nothing was written.')]);
  expect(stdout).toContain('1 session would end');
  expect(stdout).toContain('Passkeys of old.example.org stop working');
  expect(stdout).toContain(`  ${PERSON}`);
  expect(await world.endpoint.hub.counters.findSetting('origin')).toBe(OLD);
  expect((await founder.visitor.get('/account')).text).toContain(FOUNDER.name);
}, 20_000);

test('moved, it ends every session, is recorded, and opens under the new origin alone', async () => {
  const { status, stdout } = tocsin('move', NEW);
  expect([status, stdout]).toEqual([0, expect.stringContaining(`moved from ${OLD} to ${NEW}`)]);
  const { hub } = world.endpoint;
  expect(await hub.acts.rows.findOne({ event: 'hub.configured' })).toMatchObject({
    way: 'HOST',
    facts: { from: OLD, origin: NEW, sessions: 1 },
  });
  expect((await founder.visitor.get('/account')).text).not.toContain(FOUNDER.name);
  await expect(open(OLD)).rejects.toMatchObject({ what: expect.stringContaining(`founded at ${NEW}`) });
  const opened = await open(NEW);
  moved = { hub: opened, listening: await listen(opened, await openBroker(opened)) };
}, 20_000);

test('a recovery code of the machine is for somebody who runs the hub', async () => {
  const invited = await invitePerson(
    world.endpoint.hub,
    { way: 'HOST' },
    {
      member: FOUNDER.slug,
      handle: 'b.osei',
      name: 'Bea Osei',
      roles: ['analyst'],
    },
  );
  expect(invited.ok).toBe(true);
  for (const person of [`${FOUNDER.slug}/b.osei`, `${FOUNDER.slug}/nobody`]) {
    const { status, stderr } = tocsin('recover', person);
    expect([status, stderr]).toEqual([1, expect.stringContaining('RECOVERY_NOT_OF_OPERATOR')]);
  }
}, 20_000);

test('with it the founder is in at the new origin, and adds a passkey there', async () => {
  const { stdout } = tocsin('recover', PERSON);
  const code = /^(?:\d{3} ){7}\d{3}$/m.exec(stdout)?.[0] ?? '';
  expect(stdout).toContain(`${NEW}/sign-in`);
  const visitor = openVisitor(NEW, moved?.listening.url ?? '');
  const answer = await visitor.send('/sign-in/recovery', { person: PERSON, code });
  expect(answer.status).toBe(303);
  expect((await visitor.get('/account')).text).toContain('Add a passkey now');
}, 20_000);
