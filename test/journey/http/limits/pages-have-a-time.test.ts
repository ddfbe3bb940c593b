// A page of the hub ends with the time of every operation, and one that is only read with its client: what it reads does not go
// on for nobody (I20).
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { type HttpDeps, openHttpDeps } from '../../../../src/http/http-deps.ts';
import { page } from '../../../../src/http/sign-in/page.ts';
import { type Broker, openBroker } from '../../../../src/service/live/broker.ts';
import { openTestHub, type TestHub } from '../../../support/hub.ts';
import { eventually } from '../../../support/processes.ts';

let reads = 0;
let hasEnded = false;

/** Reads on until it is ended. */
const endless = page({
  method: 'get',
  path: '/endless',
  act: async ({ deps }) => {
    hasEnded = false;
    try {
      for (;;) {
        await deps.hub.sessions.live('none', new Date());
        reads += 1;
      }
    } finally {
      hasEnded = true;
    }
  },
});

const closed = async (of: HttpDeps): Promise<void> => {
  of.bodies.close();
  of.buffers.close();
  of.pings.close();
  await of.receipts.close();
  await of.openings.close();
  await of.uses.close();
  of.metrics.close();
  of.shared?.close();
};

let world: TestHub;
let broker: Broker;
let deps: HttpDeps;
let server: Server;
beforeAll(async () => {
  world = await openTestHub();
  broker = await openBroker(world.hub);
  const { config } = world.hub;
  const hub = { ...world.hub, config: { ...config, limits: { ...config.limits, operationMs: 500 } } };
  deps = openHttpDeps(hub, broker);
  // Without the hub's other pages, of which one takes every address.
  const app = express();
  app.get('/endless', (sent, response) => endless.serve(deps, sent, response));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await closed(deps);
  await broker.close();
  await world.close();
});

const asked = () =>
  request({
    host: '127.0.0.1',
    port: (server.address() as { port: number }).port,
    path: '/endless',
    agent: false,
    headers: { host: new URL(world.hub.origin).host },
  }).end();

test('its answer leaves when its time is up, and it reads no more', async () => {
  const [response] = (await once(asked(), 'response')) as [IncomingMessage];
  expect([response.statusCode, await text(response)]).toEqual([
    503,
    expect.stringContaining('OPERATION_TIMEOUT'),
  ]);
  await eventually('it has ended', async () => hasEnded);
});

test('it ends with a client that has left', async () => {
  const before = reads;
  const sent = asked();
  sent.on('error', () => undefined);
  await eventually('it reads', async () => reads > before);
  sent.destroy();
  await eventually('it has ended', async () => hasEnded);
});
