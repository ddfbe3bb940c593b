// Suspects run one at a time, the least suspect first; what is not suspect runs at once.
import { expect, test } from '@jest/globals';
import { openIsolation } from '../../../workers/isolation.ts';

test('what was never lost runs at once, beside anything', async () => {
  const isolated = openIsolation(0);
  const ran: string[] = [];
  let end: () => void = () => undefined;
  const suspect = isolated(3, () => new Promise<void>((resolve) => (end = resolve)));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await isolated(1, async () => void ran.push('fresh'));
  expect(ran).toEqual(['fresh']);
  end();
  await suspect;
});

test('suspects wait for each other; of those that wait the one lost least often is next', async () => {
  const isolated = openIsolation(0);
  const ran: number[] = [];
  let underWay = 0;
  const run = (stalls: number) =>
    isolated(stalls, async () => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      ran.push(stalls);
      underWay -= 1;
    });
  await Promise.all([9, 5, 3, 7].map(run));
  expect(ran).toEqual([9, 3, 5, 7]);
});

test('one that fails lets the next one in', async () => {
  const isolated = openIsolation(0);
  const failing = isolated(2, () => Promise.reject(new Error('of its own')));
  const next = isolated(2, async () => undefined);
  await expect(failing).rejects.toThrow('of its own');
  await expect(next).resolves.toBeUndefined();
});

test('one that may kill its worker waits longer than those that were hit beside it', async () => {
  const isolated = openIsolation(10);
  const ran: number[] = [];
  await Promise.all([6, 2].map((stalls) => isolated(stalls, async () => void ran.push(stalls))));
  expect(ran).toEqual([2, 6]);
});
