// What a correction states of use: what it leaves out stays, and it never ends looser than it was.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  correctedHandling,
  HANDLING_WORDS,
  loosenedBy,
  NOTHING_STATED,
  orNothing,
  type StatedHandling,
} from '../../../src/domain/iep/stated-handling.ts';
import { seed } from '../../support/seed.ts';

const word = <Word extends string>(words: readonly Word[]): fc.Arbitrary<Word | null> =>
  fc.option(fc.constantFrom(...words), { nil: null });
const stated: fc.Arbitrary<StatedHandling> = fc.record({
  permittedActions: word(HANDLING_WORDS.permittedActions),
  encryptInTransit: word(HANDLING_WORDS.encryptInTransit),
  affectedPartyNotifications: word(HANDLING_WORDS.affectedPartyNotifications),
  providerAttribution: word(HANDLING_WORDS.providerAttribution),
  unmodifiedResale: word(HANDLING_WORDS.unmodifiedResale),
  until: word(['2030-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z']),
  reference: word(['https://example.org/one', 'https://example.org/other']),
});

test('a correction that says nothing keeps what was said', () => {
  const said = { ...NOTHING_STATED, encryptInTransit: 'MUST' } as const;
  expect(correctedHandling(said, null)).toEqual(said);
  expect(correctedHandling(said, NOTHING_STATED)).toEqual(said);
  expect(correctedHandling(null, said)).toEqual(said);
  expect(correctedHandling(undefined, undefined)).toBeNull();
  expect(orNothing(NOTHING_STATED)).toBeNull();
});

test('whatever it says, the outcome loosens neither', () => {
  fc.assert(
    fc.property(stated, stated, (before, given) => {
      const now = correctedHandling(before, given) ?? NOTHING_STATED;
      expect(loosenedBy(now, before)).toEqual([]);
      expect(loosenedBy(now, given)).toEqual([]);
      for (const rule of ['permittedActions', 'encryptInTransit', 'providerAttribution', 'until'] as const) {
        if (before[rule] !== null || given[rule] !== null) expect(now[rule]).not.toBeNull();
        else expect(now[rule]).toBeNull();
      }
      // A new address of the policy replaces the former one.
      expect(now.reference).toBe(given.reference ?? before.reference);
    }),
    { seed: seed(), numRuns: 500 },
  );
});
