// T7: no answer's time tells what exists. One chunk measures one oracle; hub, database and asker share the machine, and the
// hub is warm.
import { measure } from '../../time/measure.ts';
import { ORACLES } from '../../time/oracles.ts';
import { openTimeWorld } from '../../time/time-world.ts';
import type { ChunkResult, Suite } from '../suite.ts';

/** dudect's bound: beyond it the times of two sides differ. */
const MOST = 4.5;
const SAMPLES_A_SIDE = 10_000;
const WARM_UP = 300;

/** `samples` a side of the oracle with this number. */
export const measureOracle = async (
  index: number,
  {
    samples,
    seed,
    say,
  }: { readonly samples: number; readonly seed: number; readonly say: (line: string) => void },
): Promise<ChunkResult> => {
  const oracle = ORACLES[index];
  if (oracle === undefined) throw new Error(`There is no oracle ${index}.`);
  const world = await openTimeWorld();
  try {
    const measured = await measure(world, oracle, { samples, warmUp: WARM_UP, seed });
    const failures = measured.differing.map((side) => `${oracle.name}: ${side} is answered in another way`);
    let highest = 0;
    for (const [side, { t, samples: of }] of Object.entries(measured.comparisons)) {
      const line = `${oracle.name}: ${side}, t = ${t.toFixed(2)} (of ${of} samples)`;
      say(line);
      highest = Math.max(highest, Math.abs(t));
      if (Math.abs(t) >= MOST) failures.push(`${line}, seed ${seed}`);
    }
    return { counted: measured.samples, failures, figures: { 'highest |t|': highest } };
  } finally {
    await world.endpoint.close();
  }
};

export const suite: Suite = {
  id: 'T7',
  promise: 'The time of an answer does not tell whether what it was asked for exists.',
  chunks: ORACLES.length,
  runChunk: ({ chunk, seed, say }) => measureOracle(chunk, { samples: SAMPLES_A_SIDE, seed, say }),
};
