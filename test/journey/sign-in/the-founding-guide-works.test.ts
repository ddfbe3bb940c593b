// docs/FOUNDING.md as a newcomer follows it: its commands, in order, on an empty hub, until it has moved; a later start plants no
// sample.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, testServers } from '../../support/database/database.ts';
import { freePort, type Process, startProcess } from '../../support/processes.ts';
import { FOUNDER } from '../../support/sign-in/founded.ts';
import { softPasskey } from '../../support/sign-in/soft-passkey.ts';
import { fieldIn, openVisitor, optionsIn, type Visitor } from '../../support/sign-in/visitor.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const guide = readFileSync(path.join(ROOT, 'docs/FOUNDING.md'), 'utf8');
const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, text = '']) => text.trim());

let servers: Awaited<ReturnType<typeof testServers>>;
let folder: string;
let env: NodeJS.ProcessEnv;
let hub: Process;
let port: number;
const outputs: string[] = [];
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
    TOCSIN_URL: `http://127.0.0.1:${port}`,
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

/** Runs a block of the guide as it stands. */
const typed = (block: string): string => {
  const program = `node ${path.join(ROOT, 'src/cli/main.ts')}`;
  const { stdout, stderr, status } = spawnSync('sh', ['-ec', block.replaceAll('npx tocsin', program)], {
    cwd: folder,
    env: { ...process.env, ...env, NODE_OPTIONS: '--conditions=tocsin-source' },
    encoding: 'utf8',
  });
  const said = status === 0 ? '' : stderr;
  expect({ block, status, said }).toEqual({ block, status: 0, said: '' });
  return stdout;
};

/** The key that somebody makes at /account. */
const keyMadeBy = async (visitor: Visitor): Promise<string> => {
  const token = fieldIn((await visitor.get('/account')).text, 'token');
  const page = await visitor.send('/account', { act: 'make-key', keyLabel: 'Command line', token });
  return /toc_[\w-]+/.exec(page.text)?.[0] ?? '';
};

/** Opens a link of the guide, in a browser of its own, and returns a key. */
const joinedBy = async (link: string): Promise<string> => {
  const origin = `http://localhost:${port}`;
  const visitor = openVisitor(origin, `http://127.0.0.1:${port}`);
  const page = await visitor.get(`/join?link=${link}`);
  const passkey = JSON.stringify(softPasskey(origin).create(optionsIn(page.text, 'create')));
  expect((await visitor.send('/join', { link, passkey })).status).toBe(303);
  return keyMadeBy(visitor);
};

/** Whose key the guide calls how. */
const PEOPLE: Readonly<Record<string, string>> = { 'm.silva': 'MIRA', 'b.osei': 'BEA', 'r.lima': 'RUI' };

/** What a reader takes from the screen, and calls as the guide does. */
const taken = async (block: string, output: string): Promise<void> => {
  const first = (pattern: RegExp, name: string): void => {
    const found = pattern.exec(output);
    if (found !== null) env[name] = found[1] ?? found[0];
  };
  first(/application--[\w-]+/, 'APPLICATION');
  first(/warning--[\w-]+/, 'WARNING');
  if (block.includes('community invite')) env['CODE'] = lastLineBefore(output, 'Good once');
  const invited = /person invite (\S+)/.exec(block)?.[1];
  const link = /toc_link_[\w-]+/.exec(output)?.[0];
  if (invited !== undefined && link !== undefined) env[PEOPLE[invited] ?? ''] = await joinedBy(link);
};

const lastLineBefore = (output: string, mark: string): string =>
  output.slice(0, output.indexOf(mark)).trim().split('\n').at(-1) ?? '';

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
  env['ANA'] = await keyMadeBy(visitor);
  const again = init();
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('HUB_FOUNDED')]);
}, 60_000);

test('a command in another terminal works on the database of the running hub, or says that it does not', () => {
  const keysIn = (database: string | undefined) => {
    const elsewhere = { MONGODB_URL: undefined, REDIS_URL: undefined, TOCSIN_DATABASE: database };
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, 'src/cli/main.ts'), 'key', 'list'],
      {
        env: { ...process.env, ...env, ...elsewhere, NODE_OPTIONS: '--conditions=tocsin-source' },
        encoding: 'utf8',
      },
    );
    return { stdout, stderr };
  };
  expect(keysIn(undefined)).toEqual({ stdout: expect.stringContaining('Command line'), stderr: '' });
  expect(keysIn(env['TOCSIN_DATABASE'])).toEqual(keysIn(undefined));
  const another = freshDatabase();
  const said = `This works on the database "${another}"; the hub that runs here works on "${env['TOCSIN_DATABASE']}".`;
  expect(keysIn(another)).toEqual({ stdout: '', stderr: expect.stringContaining(said) });
});

/** Each a test, so that a failure says where the guide is wrong. */
test.each<readonly [string, string]>(
  commands.slice(2).map((block) => [block.split('\n')[0]?.slice(0, 70) ?? '', block]),
)(
  'the guide: %s',
  async (_, block) => {
    const output = typed(block);
    await taken(block, output);
    outputs.push(output);
  },
  120_000,
);

/** What the first command of the guide that begins so printed. */
const printed = (command: string): string =>
  outputs[
    commands.slice(2).findIndex((block) => block.replace(/^TOCSIN_\w+=\S+ /, '').startsWith(command))
  ] ?? '';

test('three members, two communities, and a warning that was answered', () => {
  const said = outputs.join('\n');
  expect(said).toContain('is in night-desk');
  const deliveries = printed('npx tocsin delivery list');
  expect(deliveries).toMatch(/north-grid[\s\S]*affected/i);
  expect(deliveries).toContain('river-water');
  // Admitted alone, and said so; then by sponsors.
  expect(printed('npx tocsin audit list')).toContain('member.sponsored');
  expect(printed('npx tocsin audit list')).toMatch(/member\.advanced, to member, alone/);
  expect(said).toMatch(/tern-telecom[\s\S]*objection/i);
});

const MOVED = 'https://hub.example.org';

test('moved as the guide says, it lets its operator in at the new address by a code', () => {
  const moved = printed('npx tocsin hub move');
  expect(moved).toContain('Nothing was written.');
  expect(moved).toContain(`The hub is moved from http://localhost:${port} to ${MOVED}.`);
  const recovered = printed('npx tocsin hub recover');
  expect(recovered).toMatch(/^(?:\d{3} ){7}\d{3}$/m);
  expect(recovered).toContain(`Type it at ${MOVED}/sign-in`);
});

test('a later npm start plants no sample, and invites nobody in as a person of one', async () => {
  const seeds = startProcess('seeds/main.ts', { ...env, TOCSIN_ORIGIN: MOVED });
  expect(await seeds.ended()).toBe(0);
  expect(seeds.said().join('\n')).toContain('This hub was founded');
  await hub.kill('SIGTERM');
  // With the console, for which the sample has links; and as one reads it who left files of a sample in that folder.
  mkdirSync(path.join(folder, 'keys'), { recursive: true });
  writeFileSync(path.join(folder, 'keys/README.txt'), 'The ready identities\n');
  hub = startProcess('scripts/start.mjs', { ...env, TOCSIN_CONSOLE: 'on' });
  await hub.saw('Ctrl-C stops everything');
  expect(hub.said().join('\n')).toMatch(/This hub was founded[\s\S]*Tocsin is ready at http:\/\/localhost/);
  expect(hub.said().join('\n')).not.toMatch(/first-run|ready identities/);
}, 300_000);
