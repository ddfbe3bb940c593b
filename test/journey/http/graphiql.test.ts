// GraphiQL: a public page without data, whose files all come from this hub, under a CSP that allows no other origin; the
// queries it sends need a key.
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openTestEndpoint();
});
afterAll(() => endpoint.close());

/** `fetch` decompresses; this returns the bytes as sent. */
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
  test('needs no key, refers to files of this hub only, and has its own CSP', async () => {
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
    // None of them may contact another origin.
    expect([...policy.values()].join(' ')).not.toMatch(/\*|https?:|unsafe-eval|blob:/);
    // Other pages keep the hub's default policy.
    expect((await endpoint.get(null, '/')).headers.get('content-security-policy')).toContain(
      "default-src 'self'",
    );
  });

  test('its script keeps the key and the queries in memory, and sends the key only to this hub’s GraphQL', async () => {
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
  test('are compressed, cacheable for ever, and identical to those of the package', async () => {
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
  });

  test('another version or name is not found', async () => {
    const folder = folderOf((await endpoint.get(null, '/graphiql')).body);
    for (const path of [`${folder}/other.js`, `${folder}/__proto__`, '/graphiql/0.0.0/graphiql.js'])
      expect([path, (await endpoint.get(null, path)).status]).toEqual([path, 404]);
  });

  test('a client that requests them without end is rate-limited; the page and the hub still answer', async () => {
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

test('introspection needs a key, and GraphiQL’s query is within the limits', async () => {
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
