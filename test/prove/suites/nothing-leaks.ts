// T1 at its full count: worlds with adversaries, every way out, every byte; and the comparisons of test/journey/nothing-leaks
// with other seeds.
import { RULES, type Rule, sweep } from '../../support/sweep/sweep.ts';
import type { Suite } from '../suite.ts';

const SHOWN = 12;

export const suite: Suite = {
  id: 'T1',
  promise:
    'Every way out gives each reader what a naive oracle allows, and no byte of anything else: 140,000 checks and more.',
  chunks: 24,
  runChunk: async ({ seed, say }) => {
    const { counted, failures, pairs } = await sweep({ seed, readers: 10, acts: 90, flood: 40 });
    say(`${counted} checks over ${pairs.size} ways out`);
    const lines = [...failures].flatMap(([rule, found]) =>
      found.slice(0, SHOWN).map((line) => `seed ${seed}: ${RULES[rule as Rule]} ${line}`),
    );
    return { counted, failures: lines, figures: { 'ways out': pairs.size } };
  },
};
