// GraphiQL at /graphiql, usable offline: page, scripts, styles and workers all come from this hub. The page is public and
// contains no data; schema and data need a key, which the page keeps in memory.
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { NOT_FOUND, type Reply } from '../answer.ts';
import { type Call, open } from '../spine.ts';

/** Monaco, GraphiQL's editor, inlines its styles and its font; nothing else is inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
const HEADERS = { 'content-security-policy': POLICY };
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const PAGE = read('shell.html');
const SHELL: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  'shell.css': { type: 'text/css; charset=utf-8', body: read('shell.css') },
  'shell.js': { type: 'text/javascript; charset=utf-8', body: read('shell.js') },
};

export const graphiqlPage = open({
  method: 'get',
  path: '/graphiql',
  counted: 'page',
  act: async (deps) => {
    const body = PAGE.replace('__FILES__', `/graphiql/${deps.graphiql.version}`);
    return { ok: true, value: { status: 200, type: 'text/html; charset=utf-8', body, headers: HEADERS } };
  },
});

export const graphiqlShell = open({
  method: 'get',
  path: '/graphiql/:file',
  counted: 'page',
  act: async (_deps, { request }) => {
    const name = String(request.params['file']);
    // Not what every object has, such as `constructor`.
    const file = Object.hasOwn(SHELL, name) ? SHELL[name] : undefined;
    return file === undefined
      ? { ok: false, refusal: NOT_FOUND }
      : { ok: true, value: { status: 200, ...file, headers: HEADERS } };
  },
});

export const graphiqlFile = open({
  method: 'get',
  path: '/graphiql/:version/:file',
  counted: 'page',
  isLarge: true,
  act: async (deps, call) => {
    const { version, file = '' } = call.request.params as Record<string, string>;
    const bytes = version === deps.graphiql.version ? await deps.graphiql.read(file) : null;
    if (bytes === null) return { ok: false, refusal: NOT_FOUND };
    const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
    return {
      ok: true,
      value: await encoded(call, { status: 200, type: `${type}; charset=utf-8`, body: bytes }),
    };
  },
});

const unzip = promisify(gunzip);

/** Sends the stored gzip to clients that accept it, as every browser does. */
const encoded = async ({ request }: Call, reply: Reply): Promise<Reply> => {
  const headers = { ...HEADERS, ...FOR_EVER, vary: 'accept-encoding' };
  const takesGzip = new Negotiator(request).encodings(['gzip', 'identity'])[0] === 'gzip';
  return takesGzip
    ? { ...reply, headers: { ...headers, 'content-encoding': 'gzip' } }
    : { ...reply, headers, body: await unzip(reply.body) };
};
