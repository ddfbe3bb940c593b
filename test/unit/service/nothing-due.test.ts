// That nothing is due is known for a second, of the same that has no room, and until something new may be due.
import { expect, test } from '@jest/globals';
import { openNothingDue } from '../../../src/service/channel/send/nothing-due.ts';
import type { Without } from '../../../src/store/delivery/channel-deliveries.ts';

const without = (...members: readonly string[]): Without => ({
  endpoints: [],
  shares: [{ channel: 'WEBHOOK', isFull: false, members }],
});
const after = (ms: number): Date => new Date(Date.UTC(2026, 0, 1) + ms);

test('it is known for a second, while the same have no room', () => {
  const nothing = openNothingDue();
  nothing.ask(without('busy'), after(0))?.note();
  expect(nothing.ask(without('busy'), after(999))).toBeNull();
  expect(nothing.ask(without('busy'), after(1_000))).not.toBeNull();
  expect(nothing.ask(without('busy', 'other'), after(1))).not.toBeNull();
  expect(nothing.ask(without(), after(1))).not.toBeNull();
  // A clock that steps back knows nothing for longer.
  expect(nothing.ask(without('busy'), after(-1_000))).not.toBeNull();
});

test('where all have room it is asked each time', () => {
  const nothing = openNothingDue();
  nothing.ask(without(), after(0))?.note();
  expect(nothing.ask(without(), after(1))).not.toBeNull();
});

test('what was asked before something new was due says nothing of it', () => {
  const nothing = openNothingDue();
  nothing.ask(without('busy'), after(0))?.note();
  nothing.forget();
  const asked = nothing.ask(without('busy'), after(1));
  expect(asked).not.toBeNull();
  nothing.forget();
  asked?.note();
  expect(nothing.ask(without('busy'), after(2))).not.toBeNull();
});
