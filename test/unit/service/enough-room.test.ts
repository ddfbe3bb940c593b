// Places come back together: ten of them, all that are taken, or what there is after a moment.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { openEnoughRoom } from '../../../src/service/channel/send/enough-room.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const opened = (taken: number) => {
  let acts = 0;
  const left: string[] = [];
  const leave = openEnoughRoom({
    taken: () => taken - left.length,
    leave: ({ id }) => void left.push(id),
  });
  const end = (count: number): void => {
    for (let each = 0; each < count; each += 1)
      leave({ id: String(each) } as Endpoint, () => {
        acts += 1;
      });
  };
  return { end, state: () => ({ acts, left: left.length }) };
};

test('ten come back at once', () => {
  const { end, state } = opened(20);
  end(9);
  expect(state()).toEqual({ acts: 0, left: 0 });
  end(1);
  expect(state()).toEqual({ acts: 1, left: 10 });
  // What is left of the wait for the nine is over.
  jest.runAllTimers();
  expect(state()).toEqual({ acts: 1, left: 10 });
});

test('the last ones that are taken wait for nothing', () => {
  const { end, state } = opened(2);
  end(1);
  expect(state()).toEqual({ acts: 0, left: 0 });
  end(1);
  expect(state()).toEqual({ acts: 1, left: 2 });
});

test('fewer wait a moment for others, and come back together', () => {
  const { end, state } = opened(20);
  end(3);
  jest.runAllTimers();
  expect(state()).toEqual({ acts: 1, left: 3 });
  end(1);
  jest.runAllTimers();
  expect(state()).toEqual({ acts: 2, left: 4 });
});
