// `npm start` on a bare clone whose package registry cannot be reached, or takes a request and never answers: it says so within
// seconds, and at SIGTERM nothing that it started goes on. npm is the real one; the registry is given by its environment.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort, type Process, watchProcess } from '../support/processes.ts';

const ROOT = path.join(import.meta.dirname, '../..');
let clone: string;
let silent: Server;
const sockets = new Set<Socket>();
beforeAll(async () => {
  clone = realpathSync(mkdtempSync(path.join(tmpdir(), 'tocsin-install-')));
  mkdirSync(path.join(clone, 'cache'));
  cpSync(path.join(ROOT, 'scripts'), path.join(clone, 'scripts'), { recursive: true });
  cpSync(path.join(ROOT, 'packages'), path.join(clone, 'packages'), {
    recursive: true,
    filter: (from) => !from.includes('node_modules'),
  });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(ROOT, name), path.join(clone, name));
  silent = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  silent.close();
  rmSync(clone, { recursive: true, force: true });
});

/** Its own process, npm, and what npm starts: all that work in the clone. */
const working = (): number[] =>
  readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === clone ? [Number(name)] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });

const start = (registry: string): Process => {
  const { npm_execpath: _npm, NODE_OPTIONS: _options, TOCSIN_LAUNCHED: _launched, ...env } = process.env;
  return watchProcess(
    'npm start',
    spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: clone,
      env: {
        ...env,
        NO_PROXY: '127.0.0.1',
        no_proxy: '127.0.0.1',
        npm_config_registry: registry,
        npm_config_replace_registry_host: 'always',
        npm_config_cache: path.join(clone, 'cache'),
        npm_config_userconfig: path.join(clone, 'no-npmrc'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
};

/** Until the clone has no process; a hang fails by the time of the test. */
const untilQuiet = async (): Promise<void> => {
  while (working().length > 0) await after(50);
};

test('a registry that refuses is named at the first attempt', async () => {
  const started = start(`http://127.0.0.1:${await freePort()}/`);
  const said = await started.saw('Is there a network');
  expect(said).toContain('The package registry cannot be reached (ECONNREFUSED).');
  expect(working().length).toBeGreaterThan(1);
  await started.kill('SIGTERM');
  expect(await started.ended()).toBe(143);
  await untilQuiet();
  expect(started.said().join('\n')).toContain('npm goes on trying; Ctrl-C ends it.');
});

test('a registry that never answers is said after seconds of silence, once', async () => {
  const { port } = silent.address() as { port: number };
  const started = start(`http://127.0.0.1:${port}/`);
  expect(await started.saw('Is there a network')).toContain('Nothing has arrived for 10 s.');
  expect(sockets.size).toBeGreaterThan(0);
  expect(working().length).toBeGreaterThan(1);
  await started.kill('SIGTERM');
  expect(await started.ended()).toBe(143);
  await untilQuiet();
  expect(started.said().filter((line) => line.includes('Is there a network'))).toHaveLength(1);
});
