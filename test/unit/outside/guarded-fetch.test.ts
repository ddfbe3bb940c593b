// Addresses that members give are looked up by the hub's own resolver: a name server that never answers must not take the threads
// that files and keys of the process need, and a failed look-up is not made again with each page.

import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { openGuardedFetch } from '../../../src/outside/guarded-fetch.ts';
import { askedAnew, configurationOf } from '../../../src/service/credential/open-providers.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

test('a name is resolved once, by the given resolver, and private addresses are refused', async () => {
  const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked: string[] = [];
  const resolve = async (host: string) => {
    asked.push(host);
    return host === 'mixed.example' ? ['192.0.2.1', '127.0.0.1'] : ['127.0.0.1'];
  };
  const url = (host: string) => `http://${host}:${port}/`;
  const open = openGuardedFetch({ mayBePrivate: true, resolve });
  expect(await (await open(url('accounts.example'))).text()).toBe('here');
  expect(await (await open(url('localhost'))).text()).toBe('here');
  const guarded = openGuardedFetch({ mayBePrivate: false, resolve });
  for (const host of ['accounts.example', 'mixed.example', 'localhost', '127.0.0.1'])
    await expect(guarded(url(host))).rejects.toThrow();
  expect(asked).toEqual(['accounts.example', 'accounts.example', 'mixed.example']);
  server.closeAllConnections();
  server.close();
});

test('what an answer becomes once it is decoded is bounded, however it is encoded', async () => {
  const bomb = Buffer.alloc(40 * 1024 * 1024, ' ');
  const small = Buffer.from('{"issuer":"here"}');
  const answers: Readonly<Record<string, readonly [encoding: string, body: Buffer]>> = {
    '/br': ['br', brotliCompressSync(bomb)],
    '/gzip': ['gzip', gzipSync(bomb)],
    '/twice': ['gzip, gzip', gzipSync(gzipSync(bomb))],
    '/deflate': ['deflate', deflateSync(bomb)],
    '/just': ['br', brotliCompressSync(bomb.subarray(0, 1024 * 1024))],
    '/small': ['gzip, br', brotliCompressSync(gzipSync(small))],
    '/plain': ['identity', small],
    '/none': ['identity', Buffer.alloc(0)],
  };
  const server = createServer((request, response) => {
    const [encoding, body] = answers[request.url ?? ''] ?? ['', Buffer.alloc(0)];
    const status = request.url === '/none' ? 204 : 400;
    response
      .writeHead(status, { 'content-encoding': encoding, 'content-type': 'application/json' })
      .end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = openGuardedFetch({ mayBePrivate: true, resolve: async () => ['127.0.0.1'] });
  const ask = (name: string) => open(`http://accounts.example:${port}${name}`);
  for (const name of ['/br', '/gzip', '/twice', '/deflate']) {
    expect(answers[name]?.[1].length).toBeLessThan(1024 * 1024);
    await expect(ask(name)).rejects.toThrow('more than 1048576 bytes');
  }
  expect((await (await ask('/just')).arrayBuffer()).byteLength).toBe(1024 * 1024);
  for (const name of ['/small', '/plain']) {
    const answer = await ask(name);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/json']);
    expect(await answer.clone().json()).toEqual({ issuer: 'here' });
    expect(await answer.text()).toBe(small.toString());
  }
  const empty = await ask('/none');
  expect([empty.status, await empty.text()]).toEqual([204, '']);
  server.closeAllConnections();
  server.close();
});

test('only one place looks names up by the system, one at a time', () => {
  const users = globSync(['src/**/*.ts', 'workers/**/*.ts'], { cwd: ROOT }).filter((file) =>
    /import[^;]*\blookup\b[^;]*from 'node:dns/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(users).toEqual(['src/outside/outbound/guarded-connect.ts']);
});

test('a provider that does not answer is asked once in some seconds, and anew by who sets it', async () => {
  let asked = 0;
  const hub = {
    guardedFetch: async () => {
      asked += 1;
      throw new Error('It does not answer.');
    },
    origin: 'https://hub.example.org',
    secrets: null,
  } as unknown as Parameters<typeof configurationOf>[0];
  const provider = {
    id: 'p',
    issuer: 'https://accounts.example',
    clientId: 'tocsin',
    clientSecret: null,
  } as unknown as Parameters<typeof configurationOf>[1];
  for (let count = 0; count < 5; count += 1) await expect(configurationOf(hub, provider)).rejects.toThrow();
  expect(asked).toBe(1);
  await expect(askedAnew(hub, provider)).rejects.toThrow();
  expect(asked).toBe(2);
});
