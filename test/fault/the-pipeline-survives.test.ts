// Kill the worker or Redis at work, wipe Redis, restart MongoDB: nothing acknowledged is lost, nothing is delivered
// twice under another id (I14–I16, I22, I23; M1–M6). On the real processes.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { broken, type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { draft } from '../support/hub.ts';
import { eventually } from '../support/processes.ts';

let fault: FaultWorld;
const acknowledged: string[] = [];
beforeAll(async () => {
  fault = await openFaultWorld();
});
afterAll(() => fault.close());

const numbered = () => fault.world.hub.counters.current('sequence');

test('workers are killed again and again at work', async () => {
  for (let round = 0; round < 4; round += 1) {
    const worker = await fault.startWorker();
    const before = await numbered();
    const publishing = fault.publish(15, `kill ${round}`);
    await eventually('the worker is in the middle', async () => (await numbered()) > before + 5);
    await worker.kill('SIGKILL');
    acknowledged.push(...(await publishing));
  }
  const last = await fault.startWorker();
  await fault.settled();
  expect(await broken(fault.world.hub, acknowledged)).toEqual([]);
  await last.kill('SIGTERM');
});

test('Redis is wiped, killed and comes back empty while work is under way', async () => {
  const worker = await fault.startWorker();
  const publishing = fault.publish(20, 'wipe');
  await fault.servers.redis.flush();
  acknowledged.push(...(await publishing));
  await fault.servers.redis.flush();
  await fault.settled();
  await fault.servers.redis.kill('SIGKILL');
  // The hub publishes while Redis is down; the relay catches up when it is back.
  acknowledged.push(...(await fault.publish(10, 'while Redis is down')));
  await fault.servers.redis.start();
  await fault.servers.redis.flush();
  await fault.settled();
  expect(await broken(fault.world.hub, acknowledged)).toEqual([]);
  await worker.kill('SIGTERM');
});

test('a worker that starts while Redis is down works once Redis is up', async () => {
  await fault.servers.redis.kill('SIGKILL');
  const starting = fault.startWorker();
  acknowledged.push(...(await fault.publish(3, 'before Redis')));
  await fault.servers.redis.start();
  const worker = await starting;
  await fault.settled();
  expect(await broken(fault.world.hub, acknowledged)).toEqual([]);
  await worker.kill('SIGTERM');
});

test('MongoDB is killed while warnings are published; a retry with the same key finds exactly one', async () => {
  const worker = await fault.startWorker();
  const agency = await fault.world.actor('cyberAgency');
  const send = async (key: string): Promise<string | null> => {
    const sent = publishWarning(fault.world.hub, agency, draft({ headline: key }), { idempotencyKey: key });
    const answer = await sent.catch(() => null);
    return answer?.ok === true ? answer.value.warning : null;
  };
  const keys = Array.from({ length: 24 }, (_, index) => `mongo ${index}`);
  const first = keys.map(
    (key, index) => new Promise<string | null>((resolve) => setTimeout(() => resolve(send(key)), index * 15)),
  );
  await first[4];
  await fault.servers.mongod.kill('SIGKILL');
  await fault.servers.mongod.start();
  const answers = await Promise.all(first);
  const again: string[] = [];
  for (const key of keys) {
    let id = await send(key);
    for (let attempt = 0; id === null && attempt < 20; attempt += 1) id = await send(key);
    if (id !== null) again.push(id);
  }
  expect(new Set(again).size).toBe(keys.length);
  answers.forEach((id, index) => {
    if (id !== null) expect(id).toBe(again[index]);
  });
  acknowledged.push(...again);
  await fault.settled();
  expect(await broken(fault.world.hub, acknowledged)).toEqual([]);
  await worker.kill('SIGTERM');
});

test('a paused holder of the lease finds itself fenced', async () => {
  const sleeper = await fault.startWorker();
  acknowledged.push(...(await fault.publish(2, 'before the pause')));
  await fault.settled();
  await sleeper.kill('SIGSTOP');
  const other = await fault.startWorker();
  acknowledged.push(...(await fault.publish(5, 'during the pause')));
  await fault.settled();
  await sleeper.kill('SIGCONT');
  acknowledged.push(...(await fault.publish(10, 'after the pause')));
  await fault.settled();
  expect(await broken(fault.world.hub, acknowledged)).toEqual([]);
  await other.kill('SIGTERM');
  await sleeper.kill('SIGTERM');
});
