// T7: no answer's time tells what exists. One chunk measures one oracle; hub, database and asker share the machine, and the
// hub is warm. The last chunk is the control: two questions of which one costs a little more must be told apart.
import { measure } from '../../time/measure.ts';
import { type Oracle, post } from '../../time/oracle.ts';
import { ORACLES } from '../../time/oracles.ts';
import { openTimeWorld } from '../../time/time-world.ts';
import type { ChunkResult, Suite } from '../suite.ts';

/** dudect's bound: beyond it the times of two sides differ. */
const MOST = 4.5;
export const SAMPLES_A_SIDE = 10_000;
const WARM_UP = 300;

type Options = { readonly samples: number; readonly seed: number; readonly say: (line: string) => void };

const measured = async (oracle: Oracle, { samples, seed, say }: Options) => {
  const world = await openTimeWorld();
  try {
    const found = await measure(world, oracle, { samples, warmUp: WARM_UP, seed });
    const lines = Object.entries(found.comparisons).map(([side, { t, samples: of }]) => ({
      t: Math.abs(t),
      line: `${oracle.name}: ${side}, t = ${t.toFixed(2)} (of ${of} samples)`,
    }));
    for (const { line } of lines) say(line);
    return { ...found, lines };
  } finally {
    await world.endpoint.close();
  }
};

/** `samples` a side of the oracle with this number. */
export const measureOracle = async (index: number, options: Options): Promise<ChunkResult> => {
  const oracle = ORACLES[index];
  if (oracle === undefined) throw new Error(`There is no oracle ${index}.`);
  const { samples, differing, lines } = await measured(oracle, options);
  return {
    counted: samples,
    failures: [
      ...differing.map((side) => `${oracle.name}: ${side} is answered in another way`),
      ...lines.filter(({ t }) => t >= MOST).map(({ line }) => `${line}, seed ${options.seed}`),
    ],
    figures: { 'highest |t|': Math.max(...lines.map(({ t }) => t)) },
  };
};

/** What a second look at one thing costs shows, or the measure would see nothing that hides. */
const CONTROL: Oracle = {
  name: 'control',
  isHeld: false,
  sides: async ({ reader }) => {
    const once = post(reader, { query: '{ a: me { role } }' });
    const twice = post(reader, { query: '{ a: me { role } b: me { role } }' });
    return { once: () => once, twice: () => twice };
  },
};

/** Fails when the two are not told apart. */
export const measureControl = async (options: Options): Promise<ChunkResult> => {
  const { samples, lines } = await measured(CONTROL, options);
  return {
    counted: samples,
    failures: lines.filter(({ t }) => t < MOST).map(({ line }) => `not told apart: ${line}`),
    figures: { '|t| of the control': Math.max(...lines.map(({ t }) => t)) },
  };
};

export const suite: Suite = {
  id: 'T7',
  promise: 'The time of an answer does not tell whether what it was asked for exists.',
  chunks: ORACLES.length + 1,
  runChunk: ({ chunk, seed, say }) => {
    const options = { samples: SAMPLES_A_SIDE, seed, say };
    return chunk < ORACLES.length ? measureOracle(chunk, options) : measureControl(options);
  },
};
