// Requests as raw text, valid and mutated: the line, the headers and the body, each alone and together.
import type { Random } from '../../support/random.ts';
import { wounded } from './mutated-text.ts';

/** Keys of one reader and one publisher. */
export type Keys = { readonly reader: string; readonly publisher: string };

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'CONNECT',
  'get',
  'PRI',
  'M-SEARCH',
];
const ME = encodeURIComponent('{ me { role } }');
const TARGETS = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/graphql',
  `/graphql?query=${ME}`,
  `/graphql?query=${ME}&variables=%7B%22a%22%3A1%7D`,
  `/graphql?query=${encodeURIComponent('subscription { heartbeat }')}`,
  '/graphql/health',
  '/graphiql',
  '/graphiql/shell.js',
  '/graphiql/..%2f..%2fetc/passwd',
  '/graphiql/constructor',
  '/warnings/warning--00000000-0000-4000-8000-000000000000',
  '/warnings/%ff',
  '/warnings/__proto__',
  '/.well-known/security.txt',
  '//graphql',
  `//a:99999999/graphql?query=${ME}`,
  `http://a:99999999/graphql?query=${ME}`,
  `http://127.0.0.1/graphql?query=${ME}`,
  'http://[::1/graphql',
  'https://user:password@hub/healthz',
  'ftp://hub/healthz',
  'hub:4000',
  '*',
  '/?%',
  `/graphql?query=${'%'.repeat(30)}`,
  `/graphql?query=%7Bme${'%20'.repeat(2_000)}%7D`,
  `/${'a/'.repeat(3_000)}`,
];
const VERSIONS = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'HTTP/0.9',
  'HTTP/1.2',
  'http/1.1',
  'ICY/1.0',
];
const ODD_HEADERS = [
  'Host: other',
  'Host:',
  'Host: a b',
  'Host: hub@evil',
  'Host: [::1',
  'Host: hub:99999999',
  'Authorization: Bearer toc_hub_none',
  'Authorization: Basic eDp5',
  'Authorization:',
  'Accept: text/event-stream',
  'Accept: */*;q=NaN, ,;;',
  `Accept: ${'a/b,'.repeat(1_500)}`,
  'Accept: application/json;q=0.1, application/graphql-response+json;q=2',
  'Accept-Encoding: gzip;q=x',
  'Content-Type: application/json; charset=utf-16',
  'Content-Type: multipart/form-data; boundary=x',
  'Content-Encoding: gzip',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 5, 5',
  'Content-Length: 99999999999999999999',
  'Content-Length: 0x10',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: identity',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: chunked, chunked',
  'Transfer-Encoding : chunked',
  'Connection: Upgrade',
  'Connection: close, keep-alive',
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__',
  'Upgrade: websocket',
  'Upgrade: h2c, websocket',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13',
  'Expect: 100-continue',
  'Expect: nothing',
  'Origin: null',
  'Origin: https://elsewhere.example',
  'Idempotency-Key: k',
  `Idempotency-Key: ${'k'.repeat(300)}`,
  'Last-Event-ID: made-up',
  'traceparent: 00-00000000000000000000000000000000-0000000000000000-00',
  'traceparent: ff-zz',
  'X-Forwarded-For: 1.1.1.1, unknown, "_x"',
  'Trailer: X',
  'TE: trailers',
  'Range: bytes=0-1,-',
  'If-None-Match: *',
  ' Folded: line',
  'X-No-Colon',
  ': no name',
  'X-Null: a\0b',
  `X-Long: ${'x'.repeat(15_000)}`,
  'Cookie: a=b; __proto__=c',
];
const BODIES = [
  '',
  '{"query":"{ me { role } }"}',
  '{"query":"mutation { undoMerge(input: { id: \\"x\\" }) { refusals { code } } }"}',
  '{"query":"subscription { heartbeat }"}',
  '{"query":"{ me { role } }","variables":{"__proto__":{}}}',
  '{"query":"{ me { role } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}',
  '[{"query":"{ me { role } }"}]',
  '{"query":7}',
  'null',
  '{',
  `{"query":"${'{a'.repeat(500)}"}`,
  `{"a":${'['.repeat(5_000)}`,
  `"${'x'.repeat(200_000)}"`,
];

/** About one in ten is valid. */
export const rawRequestOf = (random: Random, keys: Keys): Buffer => {
  const parts = partsOf(random, keys);
  if (random.chance(0.1)) return Buffer.from(parts.head + parts.body);
  const head = random.chance(0.6) ? wounded(random, parts.head) : parts.head;
  const body = random.chance(0.4) ? wounded(random, parts.body) : parts.body;
  const tail = random.chance(0.1) ? partsOf(random, keys).head : '';
  // A header is bytes, not text.
  return Buffer.from(head + body + tail, random.chance(0.5) ? 'latin1' : 'utf8');
};

const partsOf = (random: Random, { reader, publisher }: Keys): { head: string; body: string } => {
  const isGraphql = random.chance(0.5);
  const method = isGraphql ? random.pick(['POST', 'POST', 'GET']) : random.pick(METHODS);
  const target = isGraphql ? random.pick(TARGETS.slice(4, 9)) : random.pick(TARGETS);
  const body = method === 'POST' || random.chance(0.1) ? random.pick(BODIES) : '';
  const isChunked = body !== '' && random.chance(0.15);
  const headers = [
    'Host: hub',
    ...(random.chance(0.7) ? [`Authorization: Bearer ${random.pick([reader, publisher])}`] : []),
    ...(body === '' ? [] : ['Content-Type: application/json']),
    ...(body === '' || isChunked ? [] : [`Content-Length: ${lengthOf(random, body)}`]),
    ...(isChunked ? ['Transfer-Encoding: chunked'] : []),
    ...random.some(ODD_HEADERS, 0, 3),
  ];
  if (random.chance(0.2)) headers.push(random.pick(headers));
  const line = `${method} ${target} ${random.pick(VERSIONS)}`;
  return {
    head: `${[line, ...headers].join('\r\n')}\r\n\r\n`,
    body: isChunked ? chunked(random, body) : body,
  };
};

/** Mostly right: a wrong one ends the test of everything behind it. */
const lengthOf = (random: Random, body: string): number =>
  Buffer.byteLength(body) + (random.chance(0.15) ? random.pick([-3, -1, 1, 1_000, 10_000_000]) : 0);

const chunked = (random: Random, body: string): string => {
  const cut = random.below(body.length + 1);
  const parts = [body.slice(0, cut), body.slice(cut)].filter((part) => part !== '');
  const extension = random.pick(['', '', ';a=b', `;${'x'.repeat(5_000)}`]);
  const sized = parts.map((part) => `${Buffer.byteLength(part).toString(16)}${extension}\r\n${part}\r\n`);
  return `${sized.join('')}0\r\n${random.pick(['', '', 'X-Trailer: t\r\n', 'Content-Length: 3\r\n'])}\r\n`;
};
