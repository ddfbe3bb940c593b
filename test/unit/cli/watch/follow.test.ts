// What the watch says of its connection: that nothing was missed only where that is so.
import { expect, test } from '@jest/globals';
import type { WarningEdge } from '../../../../src/cli/client/warning-fields.ts';
import { follow } from '../../../../src/cli/watch/follow.ts';

const edges = (count: number): WarningEdge[] =>
  Array.from({ length: count }, (_, at) => ({ cursor: `c${at}`, node: { id: `w${at}` } }) as WarningEdge);

const event = (message: unknown): string => `event: next\ndata: ${JSON.stringify(message)}\n\n`;
const RESYNC = event({ errors: [{ message: 'gone', extensions: { code: 'RESYNC' } }] });

/** The lines said while the hub cannot continue from the last cursor, and then has so many warnings. */
const saidOver = async (count: number): Promise<string[]> => {
  const stop = new AbortController();
  const said: string[] = [];
  let opened = 0;
  const client = {
    url: 'http://hub',
    ask: async (_: string, { first }: { first: number }) => ({
      feed: {
        edges: edges(count).slice(0, first),
        pageInfo: { hasNextPage: count > first, endCursor: `c${Math.min(first, count) - 1}` },
      },
    }),
    open: async () => {
      opened += 1;
      if (opened === 2) stop.abort();
      return new Response(`${opened === 1 ? RESYNC : ''}event: complete\ndata:\n\n`);
    },
  };
  const following = { client: client as never, filter: {}, after: 'c0', signal: stop.signal };
  for await (const _ of follow({ ...following, say: (line) => said.push(line) }));
  return said;
};

test('after a gap the newest are shown again, and it is said where older ones begin that are not', async () => {
  const [few, many] = await Promise.all([saidOver(50), saidOver(60)]);
  expect(few).toContain('Reconnected; nothing was missed.');
  expect(many).not.toContain('Reconnected; nothing was missed.');
  expect(many.at(-1)).toBe(
    'Reconnected. Only the newest 50 were shown again; older ones that you may have missed: tocsin feed --after c49',
  );
});
