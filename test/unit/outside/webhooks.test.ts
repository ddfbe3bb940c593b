// A post that is under way ends as it began, whatever the hub does with its connections meanwhile; what the hub itself closes says
// nothing of the other end.
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWebhooks } from '../../../src/outside/outbound/webhooks.ts';
import {
  type Authority,
  makeAuthority,
  openReceiver,
  type Receiver,
} from '../../support/channels/receiver.ts';

let authority: Authority;
let receiver: Receiver;
beforeAll(async () => {
  authority = makeAuthority();
  receiver = await openReceiver(authority);
});
afterAll(() => receiver.close());

const opened = () =>
  openWebhooks({
    resolve: async () => ['127.0.0.1'],
    ca: authority.ca,
    timeoutMs: 10_000,
    connectMs: 5_000,
  });
const post = (path: string) => ({
  url: receiver.url(path),
  headers: { 'content-type': 'application/json', 'webhook-id': path },
  body: '{"type":"a","data":{}}',
});

/** Resolves when the post has come, with what answers it. */
const held = (path: string): Promise<() => void> =>
  new Promise((resolve) => {
    receiver.behaviours.set(path, (_, response) => resolve(() => response.end('taken')));
  });

test('a change of the allowed ranges breaks off no post to another', async () => {
  const webhooks = opened();
  const here = { range: '127.0.0.0/8', ports: [receiver.port] };
  const came = held('/under-way');
  const underWay = webhooks.post(post('/under-way'), [here]);
  const answer = await came;
  const further = [here, { range: '10.1.0.0/16', ports: [443] }];
  expect((await webhooks.post(post('/other'), further)).status).toBe(204);
  answer();
  expect(await underWay).toMatchObject({ status: 200, fault: null, body: 'taken' });
  await webhooks.close();
});

test('what is under way as the hub closes is broken off by the hub', async () => {
  const webhooks = opened();
  const came = held('/closing');
  const underWay = webhooks.post(post('/closing'), [{ range: '127.0.0.0/8', ports: [receiver.port] }]);
  const answer = await came;
  await webhooks.close();
  expect(await underWay).toMatchObject({ status: null, fault: 'ABORTED' });
  answer();
});

test('also what is under way from before a change of the allowed ranges', async () => {
  const webhooks = opened();
  const here = { range: '127.0.0.0/8', ports: [receiver.port] };
  const came = held('/before');
  const underWay = webhooks.post(post('/before'), [here]);
  const answer = await came;
  await webhooks.post(post('/since'), [here, { range: '10.2.0.0/16', ports: [443] }]);
  await webhooks.close();
  // Without it the answer would be taken.
  setImmediate(answer);
  expect(await underWay).toMatchObject({ status: null, fault: 'ABORTED' });
});

test('another connection to an address resumes what the receiver gave, and to another address none', async () => {
  const webhooks = opened();
  const here = { range: '127.0.0.0/8', ports: [receiver.port] };
  const resumed: boolean[] = [];
  for (const path of ['/again', '/elsewhere'])
    receiver.behaviours.set(path, ({ socket }, response) => {
      resumed.push((socket as TLSSocket).isSessionReused());
      response.writeHead(204, { connection: 'close' }).end();
    });
  for (const path of ['/again', '/again', '/again', '/elsewhere', '/elsewhere'])
    expect((await webhooks.post(post(path), [here])).status).toBe(204);
  expect(resumed).toEqual([false, true, true, false, true]);
  // Other ranges begin anew: what was allowed before proves nothing.
  await webhooks.post(post('/again'), [here, { range: '10.3.0.0/16', ports: [443] }]);
  expect(resumed.at(-1)).toBe(false);
  await webhooks.close();
});

test('a stranger at the same address resumes nothing, and is not trusted', async () => {
  const webhooks = opened();
  const here = { range: '127.0.0.0/8', ports: [receiver.port] };
  receiver.behaviours.set('/moved', (_, response) => response.writeHead(204, { connection: 'close' }).end());
  expect((await webhooks.post(post('/moved'), [here])).status).toBe(204);
  const { port } = receiver;
  await receiver.close();
  const stranger = await openReceiver(makeAuthority(), port);
  // It stands at the same address, and its authority is none that is trusted here.
  expect(await webhooks.post(post('/moved'), [here])).toMatchObject({ status: null, fault: 'TLS' });
  expect(stranger.got).toEqual([]);
  await stranger.close();
  receiver = await openReceiver(authority, port);
  expect((await webhooks.post(post('/moved'), [here])).status).toBe(204);
  await webhooks.close();
});
