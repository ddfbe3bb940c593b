// What reads the most is done one at a time for each member, so that asking at once does not multiply what is held (I20).
import { expect, test } from '@jest/globals';
import { inTurn } from '../../../src/service/in-turn.ts';

test('those of one member run one after the other, also behind one that fails; another member waits for none', async () => {
  const running = new Map<string, number>();
  let most = 0;
  const gate = Promise.withResolvers<void>();
  const act = (member: string, value: number) =>
    inTurn(member, async () => {
      running.set(member, (running.get(member) ?? 0) + 1);
      most = Math.max(most, ...running.values());
      if (member === 'one') await gate.promise;
      running.set(member, (running.get(member) ?? 0) - 1);
      if (value === 1) throw new Error('the first fails');
      return value;
    });
  const some = [1, 2, 3].map((value) => act('one', value));
  const settled = Promise.allSettled(some);
  expect(await act('other', 4)).toBe(4);
  gate.resolve();
  expect((await settled).map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
    'failed',
    2,
    3,
  ]);
  expect(most).toBe(1);
});
