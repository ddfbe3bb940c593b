// What cannot be taken back is asked for at a terminal, and done elsewhere only where --yes says that it is meant.
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { asked, confirmed } from '../../../src/cli/terminal/confirm.ts';

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
  const seen: string[] = [];
  const write = process.stderr.write;
  process.stderr.write = (text: string | Uint8Array) => seen.push(String(text).trim()) > 0;
  try {
    const said = await asked(
      options,
      { inWords: async () => sentence, question: 'Recall it?' },
      {
        isTTY,
        ask: async (question) => {
          seen.push(question);
          return says;
        },
      },
    );
    return [said, ...seen];
  } finally {
    process.stderr.write = write;
  }
};

test('at a terminal what will happen is said, and only y goes on', async () => {
  expect(await tried({}, { isTTY: true, says: true })).toEqual(['YES', 'It would be gone.', 'Recall it?']);
  expect(await tried({}, { isTTY: true })).toEqual(['NO', 'It would be gone.', 'Recall it?']);
});

test('with --yes nobody is asked; without it and a terminal nothing is done', async () => {
  for (const isTTY of [true, false]) expect(await tried({ yes: true }, { isTTY })).toEqual(['YES']);
  expect(await tried({}, { isTTY: false })).toEqual(['NO_TERMINAL']);
  expect(await tried({ json: true }, { isTTY: false })).toEqual(['NO_TERMINAL']);
  expect(await tried({ json: true }, { isTTY: true })).toEqual(['NO', 'It would be gone.', 'Recall it?']);
});

test('what the hub refuses is neither asked for nor done', async () => {
  expect(await tried({}, { isTTY: true, sentence: null })).toEqual(['REFUSED']);
});

/** The answer to a question at a terminal where this is typed. */
const typed = async (keys: string): Promise<boolean> => {
  const streams = { input: new PassThrough(), output: Object.assign(new PassThrough(), { isTTY: true }) };
  const write = process.stderr.write;
  process.stderr.write = () => true;
  try {
    const answer = confirmed('Recall it?', streams);
    streams.input.write(keys);
    return await answer;
  } finally {
    process.stderr.write = write;
  }
};

test.each([
  ['y\r', true],
  [' Yes\r', true],
  ['n\r', false],
  ['\r', false],
  ['yesterday\r', false],
  ['\u0003', false],
  ['y\u0003', false],
  ['\u0004', false],
])('%j is %s, whoever breaks the question off too', async (keys, isYes) => {
  expect(await typed(keys)).toBe(isYes);
});
