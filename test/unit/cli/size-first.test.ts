// A draft that is too large for the hub is refused before it is sent, whichever command sends it.
import { expect, test } from '@jest/globals';
import type { HubClient } from '../../../src/cli/client/hub-client.ts';
import { checkDraft, publishAct, updateAct } from '../../../src/cli/warning/check-draft.ts';

const hubThatTakes = (maxBodyBytes: number): { client: HubClient; asked: string[] } => {
  const asked: string[] = [];
  const ask = (operation: string): Promise<unknown> => {
    asked.push(operation);
    return Promise.resolve(
      operation === 'bodyLimit'
        ? { me: { maxBodyBytes } }
        : { result: { warning: null, findings: [], refusals: [] } },
    );
  };
  return { client: { ask } as unknown as HubClient, asked };
};

const draft = { headline: 'Large', marking: 'GREEN', summary: 'x'.repeat(150_000) };

test.each([
  ['publish and preview', publishAct(draft), 'publishWarning'],
  ['update', updateAct('warning--1'), 'updateWarning'],
])('%s', async (_what, act, operation) => {
  const small = hubThatTakes(120_000);
  await expect(checkDraft(small.client, draft, act)).rejects.toThrow('This is too large for the hub.');
  expect(small.asked).toEqual(['bodyLimit']);
  const large = hubThatTakes(1_000_000);
  await checkDraft(large.client, draft, act);
  expect(large.asked).toEqual(['bodyLimit', operation]);
});
