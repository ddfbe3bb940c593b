// The patterns of a page are read in slices: a publisher's long ones hold up nobody else's requests (I21).
import { expect, test } from '@jest/globals';
import { indicatorsOf } from '../../../src/service/indicator/indicator-of.ts';

const item = { state: 'ACTIVE', summary: { tlp: 'GREEN' } } as unknown as Parameters<typeof indicatorsOf>[1];
const shownWith = (pattern: string) =>
  ({ object: { object: { pattern, pattern_type: 'stix' }, tlp: null } }) as unknown as Parameters<
    typeof indicatorsOf
  >[0][number];

/** How often other work had its turn meanwhile. */
const turnsWhile = async (work: Promise<unknown>): Promise<number> => {
  let isOver = false;
  let turns = 0;
  const next = (): void => {
    if (isOver) return;
    turns += 1;
    setImmediate(next);
  };
  setImmediate(next);
  await work;
  isOver = true;
  return turns;
};

test('a page of long patterns lets others go on between them', async () => {
  const values = Array.from({ length: 400 }, (_, at) => `ipv4-addr:value = '198.51.100.${at % 256}'`);
  const long = shownWith(`[${values.join(' OR ')}]`);
  const found = indicatorsOf(
    Array.from({ length: 40 }, () => long),
    item,
    0,
  );
  expect(await turnsWhile(found)).toBeGreaterThanOrEqual(8);
  expect((await found).map(({ valueCount }) => valueCount)).toEqual(Array(40).fill(400));
});
