// What cannot be taken back is asked for at a terminal, and nowhere else.
import { expect, test } from '@jest/globals';
import { isWanted } from '../../../src/cli/terminal/confirm.ts';

const tried = async (
  options: { readonly yes?: true; readonly json?: true },
  {
    isTTY,
    says = false,
    sentence = 'It would be gone.' as string | null,
  }: {
    readonly isTTY: boolean;
    readonly says?: boolean;
    readonly sentence?: string | null;
  },
) => {
  const asked: string[] = [];
  const write = process.stderr.write;
  process.stderr.write = (text: string | Uint8Array) => asked.push(String(text).trim()) > 0;
  try {
    const isDone = await isWanted(
      options,
      { inWords: async () => sentence, question: 'Recall it?' },
      {
        isTTY,
        ask: async (question) => {
          asked.push(question);
          return says;
        },
      },
    );
    return [isDone, ...asked];
  } finally {
    process.stderr.write = write;
  }
};

test('at a terminal what will happen is said, and only y goes on', async () => {
  expect(await tried({}, { isTTY: true, says: true })).toEqual([true, 'It would be gone.', 'Recall it?']);
  expect(await tried({}, { isTTY: true })).toEqual([false, 'It would be gone.', 'Recall it?']);
});

test('a script, --yes and --json are not asked', async () => {
  expect(await tried({}, { isTTY: false })).toEqual([true]);
  expect(await tried({ yes: true }, { isTTY: true })).toEqual([true]);
  expect(await tried({ json: true }, { isTTY: true })).toEqual([true]);
});

test('what the hub refuses is told by the act itself, without a question', async () => {
  expect(await tried({}, { isTTY: true, sentence: null })).toEqual([true]);
});
