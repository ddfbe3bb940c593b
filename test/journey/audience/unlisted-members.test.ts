// A seeded share of the suite `unlisted-members` (I32).
import { expect, test } from '@jest/globals';
import { compareUnlisted } from '../../prove/suites/unlisted-members.ts';
import { seed } from '../../support/seed.ts';

test('a member is absent for those to whom it is unlisted, also when it has answered without its name', async () => {
  const { counted, failures } = await compareUnlisted(seed(), { previews: 25, publications: 5 });
  expect(failures.slice(0, 3)).toEqual([]);
  expect(counted).toBeGreaterThan(120);
});
