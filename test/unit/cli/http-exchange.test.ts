// One request of the command line over a real socket: its whole answer, and why there is none.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { httpExchange } from '../../../src/cli/client/http-exchange.ts';
import { reasonOf } from '../../../src/cli/client/hub-client.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/silent') return;
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      response.writeHead(201);
      // A character in two chunks must come out whole.
      const bytes = Buffer.from(`${request.method} ${request.headers['x-asked']} ${body} “é”`);
      for (const byte of bytes) response.write(Buffer.of(byte));
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const asked = { method: 'POST', headers: { 'x-asked': 'yes' }, body: 'ä', timeoutMs: 5_000 } as const;

test('the answer is read whole', async () => {
  expect(await httpExchange(`${url}/`, asked)).toEqual({ status: 201, text: 'POST yes ä “é”' });
});

const failing = (path: string, timeoutMs = 5_000): Promise<unknown> =>
  httpExchange(path, { ...asked, timeoutMs }).then(
    () => null,
    (error: unknown) => error,
  );

test('why there is no answer is told in words', async () => {
  expect(reasonOf(await failing(`${url}/silent`, 100))).toBe('It did not answer in time.');
  expect(reasonOf(await failing('http://127.0.0.1:1/'))).toBe('Nothing listens there (connection refused).');
  expect(reasonOf(await failing(`${url}/cut`))).toBe('The connection was cut.');
});
