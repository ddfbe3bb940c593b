// Whatever ends a process is logged like any other error: its class, its code and where, and nothing of what failed (I11).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as open } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findProgram } from '../../scripts/setup/find-program.mjs';
import * as programs from '../../scripts/setup/programs.mjs';
import { connect } from '../../src/store/connect.ts';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { eventually, freePort, hubEnvironment, startProcess } from '../support/processes.ts';

const CANARY = 'breaker-of-substation-nine';
const SECRET = 'pa55-of-the-database';

/** Whether something accepts connections there. */
const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = open(port, '127.0.0.1');
    const answer = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.on('connect', answer(true)).on('error', answer(false));
  });

let fault: FaultWorld;
beforeAll(async () => {
  fault = await openFaultWorld();
});
afterAll(() => fault.close());

test('without its database each process says so in one line, and exits with 1', async () => {
  // At the same time: each waits for a server as long as the driver lets it.
  const saidBy = async (entry: 'src/main.ts' | 'workers/main.ts' | 'seeds/main.ts') => {
    const port = await freePort();
    const started = startProcess(entry, {
      MONGODB_URL: `mongodb://${CANARY}:${SECRET}@127.0.0.1:${port}/tocsin?replicaSet=none`,
      REDIS_URL: fault.world.redisUrl,
      TOCSIN_PORT: '0',
    });
    const code = await started.ended();
    return { entry, code, said: started.said() };
  };
  const entries = ['src/main.ts', 'workers/main.ts', 'seeds/main.ts'] as const;
  for (const { entry, code, said } of await Promise.all(entries.map(saidBy))) {
    const output = said.join('\n');
    expect(output).not.toContain(SECRET);
    expect(output).not.toContain(CANARY);
    expect({ entry, code, said }).toEqual({
      entry,
      code: 1,
      said: ['MongoDB does not answer at the address in MONGODB_URL.'],
    });
  }
});

test('a configuration that is not usable is said in plain words, and a retry is useless', async () => {
  const started = startProcess('workers/main.ts', { TOCSIN_PORT: 'many' });
  expect(await started.ended()).toBe(78);
  expect(started.said().join('\n')).toContain('The configuration is not usable:\n  TOCSIN_PORT: ');
});

test('a secret that does not parse is named by its variable alone', async () => {
  const secret = 's3/cr=t';
  for (const entry of ['workers/main.ts', 'src/main.ts'] as const) {
    const started = startProcess(entry, { REDIS_URL: `redis://:${secret}@127.0.0.1:6379` });
    expect(await started.ended()).toBe(78);
    const output = started.said().join('\n');
    expect(output).toMatch(/^The configuration is not usable:\n {2}REDIS_URL: .*percent-encode[^\n]*$/);
    expect(output).not.toContain(secret);
  }
});

describe('a server without transactions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-alone-'));
  let mongod: ChildProcess;
  let port = 0;
  beforeAll(async () => {
    const { path: program } = await findProgram(programs.mongod);
    port = await freePort();
    mongod = spawn(
      program,
      ['--port', String(port), '--dbpath', folder, '--bind_ip', '127.0.0.1', '--nounixsocket'],
      {
        stdio: 'ignore',
      },
    );
    await eventually('it listens', () => listens(port));
  });
  afterAll(async () => {
    const ended = once(mongod, 'exit');
    mongod.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['', /^MONGODB_URL leads to a standalone server.*--replSet/],
    ['?replicaSet=rs0', /^No server of MONGODB_URL belongs to the replica set/],
  ])('is refused in one line (URL ends with "%s")', async (options, wanted) => {
    const started = startProcess('src/main.ts', {
      MONGODB_URL: `mongodb://127.0.0.1:${port}/tocsin${options}`,
      REDIS_URL: fault.world.redisUrl,
      TOCSIN_PORT: '0',
    });
    expect(await started.ended()).toBe(78);
    expect(started.said()).toEqual([expect.stringMatching(wanted)]);
  });
});

test('whatever the URL says, what was just written is read: from the primary', async () => {
  const database = await connect(`${fault.world.mongodbUrl}&readPreference=secondary&maxStalenessSeconds=90`);
  expect(database.connection.getClient().readPreference.mode).toBe('primary');
  await database.close();
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
