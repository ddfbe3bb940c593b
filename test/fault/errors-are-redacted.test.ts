// Whatever ends a process is logged like any other error: its class, its code and where, and nothing of what failed (I11).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { eventually, freePort, hubEnvironment, startProcess } from '../support/processes.ts';

const CANARY = 'breaker-of-substation-nine';
const SECRET = 'pa55-of-the-database';

let fault: FaultWorld;
beforeAll(async () => {
  fault = await openFaultWorld();
});
afterAll(() => fault.close());

test.each(['src/main.ts', 'workers/main.ts', 'seeds/main.ts'] as const)(
  '%s without its database says so in one line, and exits with 1',
  async (entry) => {
    const port = await freePort();
    const started = startProcess(entry, {
      MONGODB_URL: `mongodb://${CANARY}:${SECRET}@127.0.0.1:${port}/tocsin?replicaSet=none`,
      REDIS_URL: fault.world.redisUrl,
      TOCSIN_PORT: '0',
    });
    expect(await started.ended()).toBe(1);
    const output = started.said().join('\n');
    expect(output).not.toContain(SECRET);
    expect(output).not.toContain(CANARY);
    const line = JSON.parse(started.said().findLast((each) => each.startsWith('{')) ?? '{}');
    expect(line).toMatchObject({
      level: 50,
      msg: 'the process ends by an error that nothing handled',
      err: { type: expect.stringContaining('ServerSelectionError') },
    });
  },
);

test('a configuration that is not usable is said in plain words, and a retry is useless', async () => {
  const started = startProcess('workers/main.ts', { TOCSIN_PORT: 'many' });
  expect(await started.ended()).toBe(78);
  expect(started.said().join('\n')).toContain('The configuration is not usable:\n  TOCSIN_PORT: ');
});

test('a worker delivers while it loads the shipped sets, and says when they are there', async () => {
  const [warning = ''] = await fault.publish(1, 'Delivered meanwhile');
  const worker = await fault.startWorker(await hubEnvironment(fault.world));
  const deliveries = () => fault.world.hub.deliveries.rows.countDocuments({ warning, state: 'SENT' });
  await eventually('it is delivered', async () => (await deliveries()) > 0);
  await worker.saw('the reference sets are loaded', 120_000);
  const lines = worker.said();
  const at = (text: string): number => lines.findIndex((line) => line.includes(text));
  expect(at('the worker is ready')).toBeLessThan(at('the reference sets are loaded'));
  await worker.kill('SIGTERM');
});
