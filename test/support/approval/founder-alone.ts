// The founder who acts alone proposes and does at once: what becomes of that when it breaks in between.
import { expect } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import type { Hub } from '../../../src/hub.ts';
import { propose, proposedBefore } from '../../../src/service/approval/propose.ts';
import { once } from '../../../src/service/record/once.ts';
import { CAST } from '../cast.ts';

/** What broke between proposing and doing is done by the repeat, and not said to be done while it is not. */
export const doneByTheRepeat = async (hub: Hub, founder: Actor): Promise<void> => {
  const by: Actor = { ...founder, roles: ['hub-operator', 'publisher'] };
  const request = { kind: 'PUBLISH_ESSENTIAL', payload: essential(hub) };
  const asked = { actor: by, operation: 'propose', key: 'once-broken', payload: request };
  const send = (through: Hub) =>
    once(through, asked, {
      act: () => propose(through, by, request),
      again: (id) => proposedBefore(through, by, id),
    });
  const isFull = (need: string): boolean => need === 'CONTENT';
  const full: Hub = {
    ...hub,
    storage: {
      ...hub.storage,
      require: async (need) => {
        if (isFull(need)) throw new Error('no place for new content');
      },
    },
  };
  await expect(send(full)).rejects.toThrow('no place for new content');
  const [one, other] = await Promise.all([send(hub), send(hub)]);
  expect(one).toMatchObject({ ok: true, value: { state: 'DONE' } });
  expect(other).toEqual(one);
};

export const essential = ({ clock }: Pick<Hub, 'clock'>) => ({
  headline: 'Close the valves',
  summary: 'A control takes commands from strangers.',
  actions: [{ text: 'Close them by hand.' }],
  contacts: [{ name: 'Duty officer', number: '+999 1 555 0100', hours: '24x7' }],
  urgency: 'IMMEDIATE',
  severity: 'SEVERE',
  certainty: 'OBSERVED',
  answerBy: new Date(clock.now().getTime() + 3_600_000).toISOString(),
  marking: 'AMBER',
  audience: { alternatives: [{ members: [Object.values(CAST)[1]?.slug ?? ''] }], excludes: [] },
});
