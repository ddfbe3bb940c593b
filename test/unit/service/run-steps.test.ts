// Several steps of one walk: a failure in one costs the others nothing.
import { expect, test } from '@jest/globals';
import { runSteps, type Step } from '../../../src/service/context/run-steps.ts';

async function* batches(count: number): AsyncGenerator<number> {
  for (let batch = 0; batch < count; batch += 1) yield batch;
}

const step = (failsAt: number | 'end' | null) => {
  const taken: (number | 'end')[] = [];
  const note = (what: number | 'end'): Promise<void> => {
    taken.push(what);
    return what === failsAt ? Promise.reject(new Error(`at ${what}`)) : Promise.resolve();
  };
  const made: Step<number> = { take: note, end: () => note('end') };
  return { ...made, taken };
};

test('each takes every batch, then ends', async () => {
  const steps = [step(null), step(null)];
  await runSteps(steps, batches(3));
  for (const { taken } of steps) expect(taken).toEqual([0, 1, 2, 'end']);
});

test('a failing step is skipped, the others continue, and its failure is thrown at the end', async () => {
  const steps = [step(1), step(null)];
  await expect(runSteps(steps, batches(3))).rejects.toThrow('at 1');
  expect(steps.map(({ taken }) => taken)).toEqual([
    [0, 1],
    [0, 1, 2, 'end'],
  ]);
});

test('several failures are reported together, and reading stops when all have failed', async () => {
  const steps = [step(0), step(0)];
  const walk = batches(5);
  await expect(runSteps(steps, walk)).rejects.toThrow(AggregateError);
  expect(steps.map(({ taken }) => taken)).toEqual([[0], [0]]);
  await expect(runSteps([step('end')], batches(1))).rejects.toThrow('at end');
});

test('a walk that breaks off is a failure too', async () => {
  const taker = step(null);
  const broken = async function* (): AsyncGenerator<number> {
    yield 0;
    throw new Error('the server went away');
  };
  await expect(runSteps([taker], broken())).rejects.toThrow('the server went away');
  expect(taker.taken).toEqual([0]);
});
