// GraphiQL: a public page that holds nothing, whose every file comes from this hub, under a policy that lets it reach nobody
// else; what it explores needs a key.
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
}, 120_000);
afterAll(() => endpoint.close());

/** `fetch` unzips by itself; here the bytes are those that came. */
const bytesOf = (path: string, encoding: string) =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const sent = request(
      new URL(path, endpoint.url),
      { headers: { 'accept-encoding': encoding } },
      (response) => {
        const chunks: Buffer[] = [];
        const { statusCode: status = 0, headers } = response;
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status, headers, bytes: Buffer.concat(chunks) }));
      },
    );
    sent.on('error', reject).end();
  });

const FILES = ['graphiql.css', 'graphiql.js', 'editor-worker.js', 'graphql-worker.js', 'json-worker.js'];
const folderOf = (page: string): string => /data-files="([^"]+)"/.exec(page)?.[1] ?? '';

describe('the page', () => {
  test('needs no key, names files of this hub only, and has a policy of its own', async () => {
    const { status, headers, body } = await endpoint.get(null, '/graphiql');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const addresses = [...body.matchAll(/(?:src|href|data-files)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([
      'data:,',
      '/graphiql/shell.css',
      '/graphiql/shell.js',
      expect.stringMatching(/^\/graphiql\/\d+\.\d+\.\d+$/),
    ]);
    expect(body).not.toMatch(/https?:\/\/|style=|onclick|<script>/);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((each): [string, string] => {
        const [name = '', ...sources] = each.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'worker-src', 'connect-src']) expect(policy.get(name)).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    // No other site may be reached by any of them.
    expect([...policy.values()].join(' ')).not.toMatch(/\*|https?:|unsafe-eval|blob:/);
    // Other pages keep the policy of the hub.
    expect((await endpoint.get(null, '/')).headers.get('content-security-policy')).toContain(
      "default-src 'self'",
    );
  });

  test('its script keeps the key and the work in memory, and sends the key to this hub’s GraphQL alone', async () => {
    const { status, headers, body } = await endpoint.get(null, '/graphiql/shell.js');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(body).toContain("Object.defineProperty(window, 'localStorage', { value: inMemory })");
    expect(body).toContain('history.replaceState = () => undefined');
    expect(body).toContain('shouldPersistHeaders: false');
    expect(body).not.toMatch(/sessionStorage|indexedDB|document\.cookie|https?:\/\//);
    expect((await endpoint.get(null, '/graphiql/shell.css')).headers.get('content-type')).toContain(
      'text/css',
    );
    expect((await endpoint.get(null, '/graphiql/other.js')).status).toBe(404);
  });
});

describe('the files of GraphiQL', () => {
  test('come compressed, may be kept for ever, and are what the package holds', async () => {
    const folder = folderOf((await endpoint.get(null, '/graphiql')).body);
    const held = await import('@graphql-yoga/render-graphiql/graphiql');
    const texts = [held.css, held.js, held.editorWorkerService, held.graphqlWorker, held.jsonWorker];
    for (const [index, name] of FILES.entries()) {
      const { status, headers, bytes } = await bytesOf(`${folder}/${name}`, 'gzip, br');
      expect([name, status, headers['content-encoding'], headers['content-length']]).toEqual([
        name,
        200,
        'gzip',
        String(bytes.length),
      ]);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(gunzipSync(bytes).toString() === texts[index]).toBe(true);
    }
    const plain = await bytesOf(`${folder}/graphiql.css`, 'identity');
    expect([plain.headers['content-encoding'], plain.bytes.toString() === held.css]).toEqual([
      undefined,
      true,
    ]);
  }, 60_000);

  test('another version and another name are not there', async () => {
    const folder = folderOf((await endpoint.get(null, '/graphiql')).body);
    for (const path of [`${folder}/other.js`, `${folder}/__proto__`, '/graphiql/0.0.0/graphiql.js'])
      expect([path, (await endpoint.get(null, path)).status]).toEqual([path, 404]);
  });

  test('an address that asks for them without end is told to wait; the page and the hub answer on', async () => {
    const folder = folderOf((await endpoint.get(null, '/graphiql')).body);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => endpoint.get(null, `${folder}/other.js`)),
    );
    const late = answers.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(10);
    expect([late[0]?.body.code, Number(late[0]?.headers.get('retry-after')) > 0]).toEqual([
      'RATE_LIMITED',
      true,
    ]);
    expect((await endpoint.get(null, '/graphiql')).status).toBe(200);
    expect((await endpoint.ask(await endpoint.token('northGrid', 'reader'), '{ me { role } }')).status).toBe(
      200,
    );
  });
});

test('the schema behind it needs a key, and the introspection of GraphiQL is within the limits', async () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    inputValueDeprecation: true,
    schemaDescription: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
  });
  expect((await endpoint.ask(null, query)).status).toBe(401);
  const { status, body } = await endpoint.ask(await endpoint.token('northGrid', 'reader'), query);
  expect([status, body.errors, body.data.__schema.types.length > 50]).toEqual([200, undefined, true]);
});
