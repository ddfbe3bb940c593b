// T7 for signing in alone, at its full count: what is asked of strangers, who have all the time there is. T7 has these oracles too, among
// ninety others.
import { ORACLES } from '../../time/oracles.ts';
import { SIGN_IN_ORACLES } from '../../time/sign-in-oracles.ts';
import type { Suite } from '../suite.ts';
import { measureOracle, SAMPLES_A_SIDE } from './time-oracles.ts';

const NUMBERS = SIGN_IN_ORACLES.map((oracle) => ORACLES.indexOf(oracle));

export const suite: Suite = {
  id: 'sign-in-times',
  promise: 'The time of a refusal to sign in does not tell whether a name, a passkey or a code is known.',
  chunks: NUMBERS.length,
  runChunk: ({ chunk, seed, say }) =>
    measureOracle(NUMBERS[chunk] ?? -1, { samples: SAMPLES_A_SIDE, seed, say }),
};
