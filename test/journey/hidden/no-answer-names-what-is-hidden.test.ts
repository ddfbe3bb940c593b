// A seeded share of T1's search of bytes: a world with adversaries, every way out, and each rule by itself.
import { beforeAll, expect, test } from '@jest/globals';
import { isSmallShare, seed } from '../../support/seed.ts';
import { RULES, type Rule, type Swept, sweep } from '../../support/sweep/sweep.ts';

let swept: Swept;
beforeAll(async () => {
  swept = await sweep({ seed: seed(), readers: 2, acts: isSmallShare() ? 9 : 14, flood: 4 });
});

test.each(Object.keys(RULES) as Rule[])('%s', (rule) => {
  expect(swept.failures.get(rule)?.slice(0, 5) ?? []).toEqual([]);
});

test('enough was searched', () => {
  process.stdout.write(`T1, bytes searched: ${JSON.stringify(Object.fromEntries(swept.pairs))}\n`);
  expect(swept.pairs.size).toBeGreaterThanOrEqual(14);
  expect(swept.counted).toBeGreaterThan(5_000);
});
