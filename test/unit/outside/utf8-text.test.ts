// Text from outside: bytes are UTF-8 or refused, as the decoder of the platform judges them; nothing is replaced.
import { expect, test } from '@jest/globals';
import { firstOddByte, isUtf8Address, utf8TextOf } from '../../../src/outside/utf8-text.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const judge = new TextDecoder('utf-8', { fatal: true });

const judged = (bytes: Uint8Array): string | null => {
  try {
    return judge.decode(bytes);
  } catch {
    return null;
  }
};

const CHUNKS = ['plain', 'é', '€', '😀', '\uFEFF', '\uFFFD'].map((text) => Buffer.from(text));
const BROKEN = [[0xe9], [0xff], [0xc3], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80]].map((bytes) =>
  Buffer.from(bytes),
);

test('by rule: the same bytes are text here and for a decoder that refuses', () => {
  const random = randomOf(seed());
  const seen = { text: 0, refused: 0 };
  for (let round = 0; round < 2_000; round += 1) {
    const parts = Array.from({ length: 1 + random.below(6) }, () =>
      random.pick(random.chance(0.15) ? BROKEN : CHUNKS),
    );
    const bytes = Buffer.concat(parts);
    const text = utf8TextOf(bytes);
    expect(text).toBe(judged(bytes));
    seen[text === null ? 'refused' : 'text'] += 1;
    expect(firstOddByte(bytes) === -1).toBe(text !== null);
    const address = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    expect(isUtf8Address(`query=${address}`)).toBe(text !== null);
  }
  expect(Math.min(seen.text, seen.refused)).toBeGreaterThan(100);
});

test('one byte order mark is taken off; a second one is text', () => {
  expect(utf8TextOf(Buffer.from('\uFEFF{}'))).toBe('{}');
  expect(utf8TextOf(Buffer.from('\uFEFF\uFEFF{}'))).toBe('\uFEFF{}');
});
