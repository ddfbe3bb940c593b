// The note that no worker has numbered a version: not where the feed shows several warnings of one advisory as one.
import { expect, test } from '@jest/globals';
import { awaitNumber } from '../../../src/cli/warning/await-number.ts';

type Hub = {
  readonly feed: readonly string[];
  readonly sources: Readonly<Record<string, readonly string[]>>;
};

const noteFor = async ({ feed, sources }: Hub): Promise<string> => {
  const client = {
    ask: async (operation: string, { id = '' }: { id?: string }) =>
      operation === 'newest'
        ? { feed: { edges: feed.map((each) => ({ node: { id: each, version: 1 } })) } }
        : { warning: { sources: (sources[id] ?? []).map((warning) => ({ warning })) } },
  };
  const { write } = process.stderr;
  let said = '';
  process.stderr.write = (text) => {
    said += String(text);
    return true;
  };
  try {
    await awaitNumber(client as never, { id: 'warning--b', version: 1, exercise: null });
  } finally {
    process.stderr.write = write;
  }
  return said;
};

test('none where it is in the feed, or among the sources of another that the feed shows', async () => {
  expect(await noteFor({ feed: ['warning--b'], sources: {} })).toBe('');
  const both = ['warning--a', 'warning--b'];
  expect(await noteFor({ feed: ['warning--a'], sources: { 'warning--b': both, 'warning--a': both } })).toBe(
    '',
  );
});

test('one where it has no number, though another of the same advisory has', async () => {
  const sources = { 'warning--b': ['warning--a', 'warning--b'], 'warning--a': ['warning--a'] };
  expect(await noteFor({ feed: ['warning--a'], sources })).toContain('no worker has numbered it yet');
});
