// `tocsin machine`, `tocsin provider` and `tocsin person recover` against a hub.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSecrets } from '../../../src/outside/secrets.ts';
import { setProvider } from '../../../src/service/credential/administer-provider.ts';
import { openClientSecret } from '../../../src/service/credential/client-secret.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { codes, good } from '../../support/outcome.ts';
import { startProcess } from '../../support/processes.ts';
import { letSignIn } from '../../support/publish.ts';
import { openProvider, type TestProvider } from '../../support/sign-in/provider.ts';

let endpoint: TestEndpoint;
let provider: TestProvider;
let key: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
  provider = await openProvider(endpoint.hub.origin);
  key = await endpoint.token('northGrid', 'member-admin');
  await letSignIn(endpoint, 'north-grid/lost');
});
afterAll(async () => {
  await provider.close();
  await endpoint.close();
});

const tocsin = (...args: string[]) => tocsinAs({ TOCSIN_KEY: key }, ...args);

const tocsinAs = async (by: { readonly TOCSIN_KEY: string }, ...args: string[]) => {
  const env = { ...by, TOCSIN_URL: endpoint.url, NO_COLOR: '1' };
  const program = startProcess('src/cli/main.ts', env, args);
  const code = await program.ended();
  return { code, said: program.said().join('\n') };
};

test('a provider is set with a secret that is not shown, and removed by its issuer', async () => {
  const file = path.join(tmpdir(), `tocsin-secret-${process.pid}`);
  writeFileSync(file, `${provider.clientSecret}\n`, { mode: 0o600 });
  const set = await tocsin(
    ...['provider', 'set', provider.issuer, '--name', 'North accounts', '--client-id', provider.clientId],
    ...['--secret-file', file, '--admits', 'groups', '--group-claim', 'groups', '--group', 'duty=analyst'],
  );
  expect(set).toMatchObject({ code: 0, said: expect.stringContaining('with a secret; admits groups') });
  const shown = await tocsin('provider', 'show', '--json');
  expect(shown.said).not.toContain(provider.clientSecret);
  expect(JSON.parse(shown.said)).toMatchObject({
    hasSecret: true,
    groups: [{ group: 'duty', roles: ['ANALYST'] }],
  });
  const [stored] = await endpoint.hub.providers.all();
  expect(stored?.clientSecret).toMatch(/^sealed\.1\.[0-9a-f]{12}\./);
  const wrong = await tocsin('provider', 'remove', 'https://another.example');
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('NOT_FOUND at $.issuer') });
}, 20_000);

test('the secret is sealed by a key of a file, which is replaced; without the key nothing is stored', async () => {
  const { hub } = endpoint;
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-secrets-'));
  const file = path.join(folder, 'secrets.key');
  const secrets = openSecrets({ given: null, file });
  const admin = await endpoint.actor('northGrid', 'member-admin');
  const [before] = await hub.providers.all();
  if (before === undefined) throw new Error('There is no provider.');
  const request = { ...before, clientSecret: provider.clientSecret };
  // A hub with another key than that of the database stores nothing that the others could not open.
  expect(codes(await setProvider({ ...hub, secrets }, admin, request))).toEqual([
    'SECRETS_KEY_MISSING $.clientSecret',
  ]);
  expect(existsSync(file)).toBe(false);
  const env = {
    MONGODB_URL: endpoint.mongodbUrl,
    REDIS_URL: endpoint.redisUrl,
    TOCSIN_DATABASE: endpoint.database,
    TOCSIN_DATA: folder,
    NO_COLOR: '1',
  };
  const rotate = async (more: NodeJS.ProcessEnv = {}) => {
    const program = startProcess('src/cli/main.ts', { ...env, ...more }, ['hub', 'rotate-secrets']);
    return { code: await program.ended(), said: program.said().join('\n') };
  };
  const none = await rotate({ TOCSIN_SECRETS_KEY_FILE: 'none' });
  expect(none).toMatchObject({ code: 1, said: expect.stringContaining('SECRETS_KEY_MISSING at $') });
  // The key that sealed it is given by the environment of this hub; here it is away.
  const away = await rotate();
  expect(away).toMatchObject({ code: 0, said: expect.stringContaining('1 secret cannot be opened') });
  expect(good(await setProvider({ ...hub, secrets }, admin, request)).clientSecret).not.toBe(
    before.clientSecret,
  );
  const again = await rotate();
  expect(again).toMatchObject({
    code: 0,
    said: expect.stringContaining('1 secret is sealed by a new key'),
  });
  // The hub that runs reads the new key by itself, and keeps the secret that is not given again.
  const [sealed] = await hub.providers.all();
  const kept = good(await setProvider({ ...hub, secrets }, admin, { ...request, clientSecret: null }));
  expect(kept.clientSecret).toBe(sealed?.clientSecret);
  expect(await openClientSecret({ secrets }, kept)).toBe(provider.clientSecret);
  // To another client of the issuer it was never told.
  const other = { ...request, clientSecret: null, clientId: 'another' };
  expect(good(await setProvider({ ...hub, secrets }, admin, other)).clientSecret).toBeNull();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

test('a machine is registered by its subject there, listed, and removed', async () => {
  const registered = await tocsin(
    'machine',
    'register',
    'Sensor 7',
    '--role',
    'reader',
    '--subject',
    'sensor-7',
    '--json',
  );
  const { registration } = JSON.parse(registered.said).machine;
  expect((await tocsin('machine', 'list')).said).toContain('Sensor 7');
  const trial = await tocsin('machine', 'remove', registration, '--dry-run');
  expect(trial.said).toContain('A dry run: nothing was written.');
  expect(await tocsin('machine', 'remove', registration)).toEqual({ code: 0, said: 'It is ended.' });
  expect(
    await tocsin('machine', 'register', 'x', '--role', 'reader', '--certificate', import.meta.filename),
  ).toMatchObject({
    code: 2,
    said: expect.stringContaining('is no certificate'),
  });
}, 20_000);

test('a recovery code is printed once, for a person of the own organisation', async () => {
  const made = await tocsin('person', 'recover', 'north-grid/lost');
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/^(\d{3} ){7}\d{3}\n/) });
  const foreign = await tocsin('person', 'recover', 'south-grid/anybody');
  expect(foreign).toMatchObject({ code: 1, said: expect.stringContaining('NOT_FOUND at $.person') });
}, 20_000);

test('how a person is reached is said with who sees it, and taken back', async () => {
  const change = (...args: string[]) => tocsin('person', 'change', 'north-grid/lost', ...args);
  const told = await change('--contact', 'mobile:counterparts=+999 1 555', '--contact', 'email=a@x.example');
  expect(told.code).toBe(0);
  expect(told.said).toMatch(/mobile +\+999 1 555 +counterparts/);
  expect(told.said).toMatch(/email +a@x\.example +member/);
  // What is left out stays.
  expect((await change('--language', 'fr')).said).toContain('a@x.example');
  expect((await change('--name', 'Lea Lost')).said).toMatch(/^north-grid\/lost +Lea Lost +/m);
  const wrong = await change('--contact', 'pigeon=roof');
  expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('Kinds: email, phone') });
  const none = await change('--no-contact', '--json');
  expect(JSON.parse(none.said).person).toMatchObject({ contacts: [], languages: ['fr'] });
}, 20_000);

test('what the hub holds of a person is exported, and erased once the person has left', async () => {
  const exported = await tocsin('person', 'export', 'north-grid/lost');
  expect(JSON.parse(exported.said).person).toMatchObject({ handle: 'lost' });
  // Its own by its handle or its whole name, without the right to list persons; nobody else's.
  const reader = { TOCSIN_KEY: await endpoint.token('northGrid', 'reader') };
  for (const name of ['reader', 'north-grid/reader', 'North-Grid/Reader']) {
    const own = await tocsinAs(reader, 'person', 'export', name);
    expect([name, own.code]).toEqual([name, 0]);
    expect(JSON.parse(own.said).person).toMatchObject({ handle: 'reader' });
  }
  expect(await tocsinAs(reader, 'person', 'export', 'lost')).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is no person "lost" whose data you may have.'),
  });
  expect(await tocsin('person', 'erase', 'north-grid/lost')).toMatchObject({
    code: 1,
    said: expect.stringContaining('PERSON_STILL_ACTIVE at $.person'),
  });
  expect((await tocsin('person', 'deactivate', 'north-grid/lost')).code).toBe(0);
  const trial = await tocsin('person', 'erase', 'north-grid/lost', '--dry-run');
  expect(trial.said).toContain('A dry run: nothing was written.');
  const erased = await tocsin('person', 'erase', 'north-grid/lost');
  expect(erased).toMatchObject({ code: 0, said: expect.stringContaining('is erased') });
  expect(await tocsin('person', 'export', 'north-grid/nobody')).toMatchObject({ code: 1 });
}, 40_000);
