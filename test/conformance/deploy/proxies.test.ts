// The reverse proxies of deploy/proxies as an operator runs them, with real requests through real proxies: answers,
// refusals, streams, sockets and the client's address must come through as without them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { eventually } from '../../support/processes.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const ORIGIN = 'https://desk.example.org';

let endpoint: TestEndpoint;
let token: string;
beforeAll(async () => {
  endpoint = await openTestEndpoint({
    env: {
      TOCSIN_PROXIES: '127.0.0.1',
      TOCSIN_KEY_FAILURES_PER_MINUTE: '1',
      TOCSIN_CORS_ORIGINS: ORIGIN,
    },
  });
  token = await endpoint.token('riverWater', 'reader');
});
afterAll(() => endpoint.close());

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

type Proxy = {
  readonly url: string;
  readonly log: string;
  /** What it wrote beside its log of requests. */
  said(): string;
  stop(): void;
};

const folderFor = (): string => mkdtempSync(path.join(tmpdir(), 'tocsin-proxy-'));

const started = async (url: string, child: ChildProcess, folder: string): Promise<Proxy> => {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const stop = (): void => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.status === 200 || answer?.status === 502)
      return { url, log: path.join(folder, 'access.log'), said: () => said, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  stop();
  throw new Error(`The proxy did not start: ${said}`);
};

/** The shipped file with this machine's ports, without the certificate. */
const startNginx = async (hub: string): Promise<Proxy> => {
  const folder = folderFor();
  const port = await freePort();
  const site = readFileSync(path.join(ROOT, 'deploy/proxies/nginx.conf'), 'utf8')
    .replace('server 127.0.0.1:4000;', `server ${hub};`)
    .replace('/var/log/nginx/tocsin.log', path.join(folder, 'access.log'))
    .replace('/var/log/nginx/tocsin-error.log', 'stderr')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replaceAll(/^\s*ssl_.*$/gm, '');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${folder}/${each};`)
    .join(' ');
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${places}\n${site}\n}`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr']);
  return started(`http://127.0.0.1:${port}`, child, folder);
};

const startCaddy = async (hub: string): Promise<Proxy> => {
  const folder = folderFor();
  const port = await freePort();
  const site = readFileSync(path.join(ROOT, 'deploy/proxies/Caddyfile'), 'utf8')
    .replace('127.0.0.1:4000', hub)
    .replace(/^\{$/m, '{\n\tadmin off')
    .replace('\tlog {', `\tlog {\n\t\toutput file ${path.join(folder, 'access.log')}`)
    .replace('hub.example.org {', `http://127.0.0.1:${port} {`);
  const file = path.join(folder, 'Caddyfile');
  writeFileSync(file, site);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env });
  return started(`http://127.0.0.1:${port}`, child, folder);
};

/** With a wrong key, from an address that is not the proxy's: what a configured proxy says of others is believed. */
const statusFor = (url: string, claim: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: 'Bearer toc_test_0_0_0', 'x-forwarded-for': claim };
    const asked = request(
      `${url}/graphql`,
      { method: 'POST', headers, localAddress: '127.0.0.2' },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject).end('{}');
  });

const PROXIES = [
  ['nginx', ['-v'], startNginx],
  ['caddy', ['version'], startCaddy],
] as const;

describe.each(PROXIES)('%s', (program, asksVersion, start) => {
  let proxy: Proxy;
  beforeAll(async () => {
    if (spawnSync(program, [...asksVersion]).status !== 0)
      throw new Error(`This test needs ${program}: apt-get install ${program}, as .ci/run does.`);
    proxy = await start(new URL(endpoint.url).host);
  });
  afterAll(() => proxy?.stop());

  test('its log has the paths and no query, in which one-time links carry their secret', async () => {
    const headers = { referer: `${proxy.url}/join?link=toc_link_secret` };
    await (await fetch(`${proxy.url}/join?link=toc_link_secret`, { headers })).text();
    await eventually('the line is written', async () => readFileSync(proxy.log, 'utf8').includes('/join'));
    expect(readFileSync(proxy.log, 'utf8')).not.toContain('toc_link_secret');
  });

  test('nor what it says while no hub answers', async () => {
    const alone = await start(`127.0.0.1:${await freePort()}`);
    const headers = { referer: `${alone.url}/join?link=toc_link_secret` };
    const answer = await fetch(`${alone.url}/join?link=toc_link_secret`, { headers });
    expect(answer.status).toBe(502);
    await eventually('the line is written', async () => readFileSync(alone.log, 'utf8').includes('/join'));
    expect(alone.said() + readFileSync(alone.log, 'utf8')).not.toContain('toc_link_secret');
    alone.stop();
  });

  const post = (query: string, headers: Record<string, string> = {}, pad = '') =>
    fetch(`${proxy.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, extensions: { pad } }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    });

  test('an answer and its headers come through', async () => {
    const answer = await post('{ me { role } }');
    expect(await answer.json()).toMatchObject({ data: { me: { role: 'READER' } } });
    expect(answer.headers.get('ratelimit')).toMatch(/^"requests";r=\d+;t=\d+$/);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
  });

  test('a body over the hub’s limit is refused by the hub, in words that a program can read', async () => {
    const answer = await post('{ me { role } }', {}, 'x'.repeat(1024 * 1024));
    expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('the first event of a stream arrives before the stream ends', async () => {
    const answer = await post('subscription { heartbeat }', { accept: 'text/event-stream' });
    const reader = answer.body?.getReader();
    let text = '';
    while (!text.includes('"heartbeat"')) text += new TextDecoder().decode((await reader?.read())?.value);
    expect(text).toContain('event: next');
    await reader?.cancel();
  });

  test('a socket is upgraded', async () => {
    const client = createClient({
      url: `${proxy.url.replace('http', 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${token}` },
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    for await (const event of client.iterate({ query: 'subscription { heartbeat }' })) {
      expect(event.data).toHaveProperty('heartbeat');
      break;
    }
    await client.dispose();
  });

  test('a page of another origin that is configured gets its preflight answered', async () => {
    const asked = { origin: ORIGIN, 'access-control-request-method': 'POST' };
    const answer = await fetch(`${proxy.url}/graphql`, { method: 'OPTIONS', headers: asked });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
  });

  test('the address that counts is the client’s, whatever address it claims', async () => {
    const claims = Array.from({ length: 6 }, (_, index) => `203.0.113.${index}`);
    const statuses = await Promise.all(claims.map((claim) => statusFor(proxy.url, claim)));
    // Were the claims believed, each address would have its own allowance.
    expect(statuses).toContain(429);
  });
});
