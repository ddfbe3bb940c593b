// Suspects run one at a time, the least often started first.
import { expect, test } from '@jest/globals';
import { openIsolation } from '../../../workers/isolation.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('suspects wait for each other; the least suspect of the waiting ones is next', async () => {
  const isolated = openIsolation(20);
  const ran: number[] = [];
  let underWay = 0;
  const run = (suspicion: number) =>
    isolated(suspicion, async () => {
      underWay += 1;
      expect(underWay).toBe(1);
      await pause(5);
      ran.push(suspicion);
      underWay -= 1;
    });
  await Promise.all([900, 501, 301, 305, 720].map(run));
  expect(ran).toEqual([301, 305, 501, 720, 900]);
});

test('a suspect that arrives while another runs waits for it', async () => {
  const isolated = openIsolation(0);
  const ran: string[] = [];
  const first = isolated(900, async () => {
    await pause(40);
    ran.push('first');
  });
  await pause(10);
  await isolated(100, async () => void ran.push('second'));
  await first;
  expect(ran).toEqual(['first', 'second']);
});

test('a failing suspect lets the next one in', async () => {
  const isolated = openIsolation(0);
  const failing = isolated(100, () => Promise.reject(new Error('of its own')));
  const next = isolated(200, async () => undefined);
  await expect(failing).rejects.toThrow('of its own');
  await expect(next).resolves.toBeUndefined();
});
