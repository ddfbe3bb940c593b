// Registered query texts: found only by the key that sent them, and bounded so that the largest holder loses first.
import { describe, expect, test } from '@jest/globals';
import { hashOfText, openPersistedTexts } from '../../../src/graphql/persisted-texts.ts';

const KEY_COST = 4_096;
const bounds = { textsPerKey: 3, charactersPerKey: 1_000, characters: 1_000_000 };
const grid = { key: 'grid-1', member: 'grid' };
const water = { key: 'water-1', member: 'water' };

/** A text with a unique length. */
const textOf = (length: number, name = ''): string => `${name}#`.padEnd(length, 'x');

const keepAll = (
  texts: ReturnType<typeof openPersistedTexts>,
  holder: typeof grid,
  all: readonly string[],
) => {
  for (const text of all) texts.keep(holder, hashOfText(text), text);
};
const isFound = (texts: ReturnType<typeof openPersistedTexts>, holder: typeof grid, text: string): boolean =>
  texts.find(holder, hashOfText(text)) === text;

test('the hash is the clients’: SHA-256 in lower-case hex', () => {
  expect(hashOfText('{__typename}')).toBe('ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38');
});

describe('a registered text', () => {
  test('is found by its key, not by another of the same member; Tocsin’s own are found by all', () => {
    const texts = openPersistedTexts(['{ own }'], bounds);
    keepAll(texts, grid, ['{ a }']);
    expect(isFound(texts, grid, '{ a }')).toBe(true);
    expect(isFound(texts, { key: 'grid-2', member: 'grid' }, '{ a }')).toBe(false);
    expect(isFound(texts, water, '{ a }')).toBe(false);
    for (const holder of [grid, water]) expect(isFound(texts, holder, '{ own }')).toBe(true);
  });

  test('the least recently used goes past a key’s count', () => {
    const texts = openPersistedTexts([], bounds);
    keepAll(texts, grid, ['{ a }', '{ b }', '{ c }']);
    expect(isFound(texts, grid, '{ a }')).toBe(true);
    keepAll(texts, grid, ['{ d }']);
    expect(['{ a }', '{ b }', '{ c }', '{ d }'].map((text) => isFound(texts, grid, text))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('and past a key’s characters; a text longer than that is not kept', () => {
    const texts = openPersistedTexts([], bounds);
    const [first, second] = [textOf(600, 'a'), textOf(600, 'b')];
    keepAll(texts, grid, [first, second, textOf(1_001)]);
    expect([first, second].map((text) => isFound(texts, grid, text))).toEqual([false, true]);
    expect(isFound(texts, grid, textOf(1_001))).toBe(false);
    expect(texts.size()).toBe(KEY_COST + 600);
  });

  test('with 0 texts per key none is kept', () => {
    const texts = openPersistedTexts(['{ own }'], { ...bounds, textsPerKey: 0 });
    keepAll(texts, grid, ['{ a }']);
    expect([isFound(texts, grid, '{ a }'), isFound(texts, grid, '{ own }'), texts.size()]).toEqual([
      false,
      true,
      0,
    ]);
  });
});

describe('the overall bound', () => {
  test('a key that registers without end evicts nobody else', () => {
    const texts = openPersistedTexts([], {
      textsPerKey: 1_000,
      charactersPerKey: 50_000,
      characters: 20_000,
    });
    keepAll(texts, water, ['{ mine }']);
    for (let index = 0; index < 500; index += 1) keepAll(texts, grid, [textOf(500, `${index}`)]);
    expect(texts.size()).toBeLessThanOrEqual(20_000);
    expect(isFound(texts, water, '{ mine }')).toBe(true);
    expect(isFound(texts, grid, textOf(500, '499'))).toBe(true);
    expect(isFound(texts, grid, textOf(500, '0'))).toBe(false);
  });

  test('nor does a member with many keys', () => {
    const texts = openPersistedTexts([], { textsPerKey: 10, charactersPerKey: 9_000, characters: 50_000 });
    keepAll(texts, water, [textOf(8_000, 'mine')]);
    for (let index = 0; index < 200; index += 1)
      keepAll(texts, { key: `grid-${index}`, member: 'grid' }, [textOf(20, `${index}`)]);
    expect(texts.size()).toBeLessThanOrEqual(50_000);
    expect(isFound(texts, water, textOf(8_000, 'mine'))).toBe(true);
  });

  test('the totals stay correct in any order of use', () => {
    const texts = openPersistedTexts([], { textsPerKey: 5, charactersPerKey: 900, characters: 12_000 });
    let state = 7;
    const next = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    for (let turn = 0; turn < 3_000; turn += 1) {
      const holder = { key: `k${next(6)}`, member: `m${next(3)}` };
      const text = textOf(10 + next(500), `${next(40)}`);
      if (next(2) === 0) keepAll(texts, holder, [text]);
      else texts.find(holder, hashOfText(text));
      expect(texts.size()).toBeGreaterThanOrEqual(0);
      expect(texts.size()).toBeLessThanOrEqual(12_000);
    }
  });
});
