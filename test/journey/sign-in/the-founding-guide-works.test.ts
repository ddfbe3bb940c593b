// docs/FOUNDING.md as a newcomer follows it: its commands, in order, on an empty hub; then the founder is signed in, and a
// later start plants no sample.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, testServers } from '../../support/database/database.ts';
import { freePort, type Process, startProcess } from '../../support/processes.ts';
import { FOUNDER } from '../../support/sign-in/founded.ts';
import { softPasskey } from '../../support/sign-in/soft-passkey.ts';
import { openVisitor, optionsIn } from '../../support/sign-in/visitor.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const guide = readFileSync(path.join(ROOT, 'docs/FOUNDING.md'), 'utf8');
const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text.trim());

let servers: Awaited<ReturnType<typeof testServers>>;
let folder: string;
let env: NodeJS.ProcessEnv;
let hub: Process;
let port: number;
beforeAll(async () => {
  servers = await testServers();
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-found-'));
  port = await freePort();
  env = {
    MONGODB_URL: servers.mongodbUrl,
    REDIS_URL: servers.redisUrl,
    TOCSIN_DATABASE: freshDatabase(),
    TOCSIN_DATA: folder,
    TOCSIN_PORT: String(port),
    TOCSIN_CONSOLE: 'off',
    TOCSIN_INSTALL: 'never',
    NO_COLOR: '1',
  };
});
afterAll(async () => {
  await hub?.kill('SIGTERM');
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
});

const CODE = /^ {2}(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}$/;

test('npm start -- --empty prints a setup code and plants nothing', async () => {
  expect(commands[0]).toBe('npm start -- --empty');
  hub = startProcess('scripts/start.mjs', env, ['--empty']);
  await hub.saw('Ctrl-C stops everything');
  const said = hub.said();
  expect(said.some((line) => CODE.test(line))).toBe(true);
  expect(said.join('\n')).toContain(`http://localhost:${port}/setup`);
  expect(said.join('\n')).not.toContain('Planting');
}, 120_000);

test('tocsin init prints another, with which the hub is founded', async () => {
  expect(commands[1]).toBe('npx tocsin init');
  const init = () =>
    spawnSync(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), 'init'], {
      env: { ...process.env, ...env, NODE_OPTIONS: '--conditions=tocsin-source' },
      encoding: 'utf8',
    });
  const code =
    init()
      .stdout.split('\n')
      .find((line) => CODE.test(line))
      ?.trim() ?? '';
  const origin = `http://localhost:${port}`;
  const visitor = openVisitor(origin, `http://127.0.0.1:${port}`);
  const page = await visitor.send('/setup', { code });
  const passkey = JSON.stringify(softPasskey(origin).create(optionsIn(page.text, 'create')));
  const founded = await visitor.send('/setup', { ...FOUNDER, code, passkey });
  expect(founded.status).toBe(303);
  expect((await visitor.get('/account')).text).toContain(FOUNDER.name);
  const again = init();
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('HUB_FOUNDED')]);
}, 60_000);

test('the sample is not planted into a founded hub', async () => {
  const seeds = startProcess('seeds/main.ts', env);
  expect(await seeds.ended()).toBe(0);
  expect(seeds.said().join('\n')).toContain('This hub was founded');
}, 60_000);
