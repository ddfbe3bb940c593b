// A post that is under way ends as it began, whatever the hub does with its connections meanwhile; what the hub itself closes says
// nothing of the other end.
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
