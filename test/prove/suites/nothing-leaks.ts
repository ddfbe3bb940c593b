// T1 at its full count: worlds with adversaries, every way out, every byte; and the comparisons of test/journey/nothing-leaks
// on other worlds.
import { RULES, type Rule, sweep } from '../../support/sweep/sweep.ts';
import { runTests } from '../run-tests.ts';
import type { Suite } from '../suite.ts';

const SHOWN = 12;
const COMPARISONS = ['test/journey/nothing-leaks.test.ts', 'test/journey/nothing-leaks-over-http.test.ts'];
const COUNTS = /T1(?: over HTTP,)? pairs by read path: (\{.*\})/g;

export const suite: Suite = {
  id: 'T1',
  promise:
    'Every way out gives each reader what a naive oracle allows, and no byte of anything else: more than 140,000 checks.',
  chunks: 16,
  mayOverlap: true,
  runChunk: async ({ seed, say }) => {
    const { counted, failures, pairs } = await sweep({ seed, readers: 8, acts: 70, flood: 40 });
    say(`${counted} checks of bytes over ${pairs.size} ways out`);
    const compared = await runTests(COMPARISONS, seed, COUNTS);
    say(`${compared.counted} comparisons`);
    const leaks = [...failures].flatMap(([rule, found]) =>
      found.slice(0, SHOWN).map((line) => `seed ${seed}: ${RULES[rule as Rule]} ${line}`),
    );
    return {
      counted: counted + compared.counted,
      failures: [...leaks, ...compared.failures],
      figures: { 'ways out': pairs.size },
    };
  },
};
