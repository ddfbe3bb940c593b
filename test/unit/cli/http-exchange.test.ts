// One request of the command line over a real socket: its whole answer, or the reason why there is none.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { httpExchange } from '../../../src/cli/client/http-exchange.ts';

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
      // A character split over two chunks must come out whole.
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

const failing = async (path: string, timeoutMs = 5_000): Promise<NodeJS.ErrnoException> => {
  try {
    await httpExchange(path, { ...asked, timeoutMs });
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
  throw new Error('there was an answer');
};

test('a missing answer has a reason', async () => {
  expect((await failing(`${url}/silent`, 100)).name).toBe('TimeoutError');
  expect((await failing('http://127.0.0.1:1/')).code).toBe('ECONNREFUSED');
  expect((await failing(`${url}/cut`)).code).toBe('ECONNRESET');
});
