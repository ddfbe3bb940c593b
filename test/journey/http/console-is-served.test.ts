// The hub serves the web console: one page for each view and its files, under a policy that lets nothing inline run. A hub
// without it, or whose operator wants none, answers its API as ever.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashOfText } from '../../../src/graphql/persisted-texts.ts';
import { readConsoleBuild } from '../../../src/http/console/console-build.ts';
import { CONSOLE_VIEWS } from '../../../src/http/console/console-views.ts';
import { CONSOLE_DOCUMENTS } from '../../../src/operations/console-documents.generated.ts';
import { buildTheConsole } from '../../support/console/build.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let endpoint: TestEndpoint;
beforeAll(async () => {
  buildTheConsole();
  endpoint = await openTestEndpoint();
}, 60_000);
afterAll(() => endpoint.close());

test('a browser gets the page at every view; a program gets text at the start, and nothing elsewhere', async () => {
  for (const view of ['', ...CONSOLE_VIEWS]) {
    const page = await endpoint.get(null, `/${view}`, BROWSER);
    expect([view, page.status, page.headers.get('content-type')]).toEqual([
      view,
      200,
      'text/html; charset=utf-8',
    ]);
    expect(page.headers.get('cache-control')).toBe('no-store');
  }
  expect((await endpoint.get(null, '/warning/warning--1', BROWSER)).status).toBe(200);
  expect((await endpoint.get(null, '/')).body).toContain('A hub through which agencies');
  for (const other of ['/warnings', '/nothing', '/nothing/more', '/constructor', '/console', '/console/x.js'])
    expect([other, (await endpoint.get(null, other, BROWSER)).status]).toEqual([other, 404]);
});

test('nothing inline runs, and nothing comes from another site', async () => {
  const { headers, body } = await endpoint.get(null, '/', BROWSER);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(body).not.toMatch(/<style|<script>| style=| on[a-z]+=|https?:\/\//);
});

test('the page names the language that was chosen on the pages of the hub, and no other', async () => {
  const page = async (cookie: string, coding = 'identity') =>
    endpoint.get(null, '/publish', { ...BROWSER, cookie, 'accept-encoding': coding });
  const plain = (await page('')).body;
  expect(plain).not.toContain('data-language');
  for (const coding of ['identity', 'gzip', 'br']) {
    const { headers, body } = await page('__Host-tocsin-language=pt-BR', coding);
    expect(headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
    expect(headers.get('set-cookie')).toBeNull();
    expect(body.replace(' data-language="pt-BR"', '')).toBe(plain);
    expect(body).not.toBe(plain);
  }
  for (const other of ['xx', 'constructor', '"><script>', 'fr; __Host-tocsin-language=es'])
    expect((await page(`__Host-tocsin-language=${other}`)).body).toBe(plain);
});

test('its files are kept for ever and sent compressed', async () => {
  const { body } = await endpoint.get(null, '/', BROWSER);
  const [, name = ''] = /src="(\/console\/index-[^"]+\.js)"/.exec(body) ?? [];
  for (const [asked, coding] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const { status, headers } = await endpoint.get(null, name, { 'accept-encoding': asked });
    expect([status, headers.get('content-encoding')]).toEqual([200, coding]);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-type')).toContain('text/javascript');
  }
});

test('the hub knows the documents of the console by their hash', async () => {
  const me = CONSOLE_DOCUMENTS.find((text) => text.startsWith('query Me'));
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOfText(me ?? '') } };
  const answer = await endpoint.post(
    await endpoint.token('northGrid', 'analyst'),
    JSON.stringify({ extensions }),
  );
  expect(answer).toMatchObject({ status: 200, body: { data: { me: { role: 'ANALYST' } } } });
});

describe('without the console', () => {
  test('what mails and webhooks link to leads to the page of the hub, and nothing else does', async () => {
    const plain = await openTestEndpoint({ env: { TOCSIN_CONSOLE: 'off' } });
    try {
      const get = (at: string) => fetch(`${plain.url}${at}`, { headers: BROWSER, redirect: 'manual' });
      const id = 'warning--2fb64c51-e805-5fe6-9398-f66f9d162e99';
      for (const item of [id, id.replace('warning', 'practice')]) {
        const { status, headers } = await get(`/warning/${item}`);
        expect([status, headers.get('location')]).toEqual([303, `/warnings/${item}/page`]);
      }
      for (const other of ['/board', `/board/${id}`, '/warning', '/warning/warning--1', `/warning/${id}/x`])
        expect([other, (await get(other)).status]).toEqual([other, 404]);
    } finally {
      await plain.close();
    }
  });

  test('an operator who wants none has text at the start, for browsers too', async () => {
    const off = await openTestEndpoint({ env: { TOCSIN_CONSOLE: 'off' } });
    const { status, body } = await off.get(null, '/', BROWSER);
    expect([status, body]).toEqual([200, expect.stringContaining('A hub through which agencies')]);
    expect(body).not.toContain('npm run console');
    expect((await off.get(null, '/publish', BROWSER)).status).toBe(404);
    await off.close();
  });

  test('a folder without a build is no console', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'tocsin-console-'));
    expect(readConsoleBuild(empty)).toBeNull();
    rmSync(empty, { recursive: true });
  });
});
