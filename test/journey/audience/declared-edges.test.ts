// A seeded share of the suite `declared-edges` (I32).
import { expect, test } from '@jest/globals';
import { compareDeclaredEdges } from '../../prove/suites/declared-edges.ts';
import { isSmallShare, seed } from '../../support/seed.ts';

test('previews and publications are the same whatever members have declared', async () => {
  const size = isSmallShare() ? { previews: 15, publications: 2 } : { previews: 100, publications: 8 };
  const { counted, failures } = await compareDeclaredEdges(seed(), size);
  expect(failures.slice(0, 3)).toEqual([]);
  expect(counted).toBeGreaterThan(2 * size.previews);
});
