// An event is rendered once for all who are shown the same of it, and by each reader otherwise.
import { expect, test } from '@jest/globals';
import type { Item } from '../../../src/service/item/item.ts';
import type { Rendering } from '../../../src/service/live/outlet.ts';
import type { Reader } from '../../../src/service/live/readers.ts';
import { openRenderings } from '../../../src/service/live/renderings.ts';

const item = (cursor: string, summary = { headline: cursor }): Item =>
  ({ cursor, summary }) as unknown as Item;
const reader = (id: string): Reader => ({ id, actor: { key: id } }) as unknown as Reader;
const [one, other] = [reader('one'), reader('other')];

const counting = (alike: string | null, make = (cursor: string): string | Promise<string> => cursor) => {
  const made: string[] = [];
  const rendering: Rendering<string> = {
    alike: () => alike,
    make: ({ cursor }, { key }) => {
      made.push(`${cursor} for ${key}`);
      return make(cursor);
    },
    sizeOf: (text) => (text.startsWith('failed') ? null : 1_000),
    sent: () => undefined,
  };
  return { rendering, made };
};

test('once for all who are shown the same, again for another event, filter or document', () => {
  const renderings = openRenderings();
  const { rendering, made } = counting('whole');
  const first = item('a');
  for (const each of [one, other, one]) expect(renderings.of(rendering, first, each, 1)).toBe('a');
  renderings.of(rendering, item('b'), one, 1);
  expect(made).toEqual(['a for one', 'b for one']);
  const another = counting('whole');
  renderings.of(another.rendering, first, one, 1);
  expect(another.made).toEqual(['a for one']);
});

test('those who ask while it is being rendered wait for one promise; a failure is not kept', async () => {
  const renderings = openRenderings();
  let settle = (_: string): void => undefined;
  const slow = counting(
    'whole',
    () =>
      new Promise((resolve) => {
        settle = resolve;
      }),
  );
  const first = item('a');
  const asked = [one, other].map((each) => renderings.of(slow.rendering, first, each, 1));
  expect(asked[0]).toBe(asked[1]);
  settle('failed');
  expect(await Promise.all(asked)).toEqual(['failed', 'failed']);
  void renderings.of(slow.rendering, first, one, 1);
  expect(slow.made).toEqual(['a for one', 'a for one']);
});

test('what depends on the reader is made for each, and again when its rights have changed', async () => {
  const renderings = openRenderings();
  const own = counting(null, async (cursor) => cursor);
  const first = item('a');
  const asked = [renderings.of(own.rendering, first, one, 1), renderings.of(own.rendering, first, one, 1)];
  void renderings.of(own.rendering, first, other, 1);
  void renderings.of(own.rendering, first, one, 2);
  expect(own.made).toEqual(['a for one', 'a for other', 'a for one']);
  await Promise.all(asked);
  void renderings.of(own.rendering, first, one, 1);
  expect(own.made).toHaveLength(4);
});

test('text of a content that was replaced is not taken, and what is kept stays within its bytes', () => {
  const renderings = openRenderings(3_000);
  const { rendering, made } = counting('whole');
  const first = item('a');
  renderings.of(rendering, first, one, 1);
  renderings.of(rendering, item('a', { headline: 'changed in place' }), one, 1);
  expect(made).toHaveLength(2);
  for (const cursor of ['b', 'c', 'd']) renderings.of(rendering, item(cursor), one, 1);
  renderings.of(rendering, first, one, 1);
  expect(made).toHaveLength(6);
});
