// A worker of the tests that is answered before it listens hears the answer when it asks; one that is not is not kept from asking.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';

type Worker = EventEmitter & { send: (message: unknown) => boolean };
type Module = { keepEarlyAnswer(worker: Worker): void };

const ANSWER = { type: 'jest-light-runner-worker-data', workerData: { runtime: 'child_process' } };
const ASKS = 'jest-light-runner-get-worker-data';

const workerOf = async () => {
  const { keepEarlyAnswer } = (await import(
    path.join(import.meta.dirname, '../../support/jest/early-answer.mjs')
  )) as Module;
  const sent: unknown[] = [];
  const worker = Object.assign(new EventEmitter(), {
    send: (message: unknown) => {
      sent.push(message);
      return true;
    },
  });
  keepEarlyAnswer(worker);
  const ask = async (): Promise<unknown[]> => {
    const heard: unknown[] = [];
    worker.on('message', (message) => heard.push(message));
    worker.send(ASKS);
    await setImmediate();
    return heard;
  };
  return { worker, sent, ask };
};

test('what came before the worker listened is told when it asks', async () => {
  const { worker, sent, ask } = await workerOf();
  worker.emit('message', ANSWER);
  expect(await ask()).toEqual([ANSWER]);
  expect(sent).toEqual([]);
});

test('a worker that was not answered asks, and what else it sends is sent', async () => {
  const { worker, sent, ask } = await workerOf();
  worker.emit('message', { type: 'something else' });
  expect(await ask()).toEqual([]);
  worker.send({ ready: true });
  expect(sent).toEqual([ASKS, { ready: true }]);
});
