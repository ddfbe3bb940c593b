// Turns in the queue: publishers alternate, urgent jobs go first, and neither a burst nor calling everything urgent keeps
// others waiting. A queue that serves the lowest priority first, as BullMQ does, is simulated.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTurns, PATIENCE, type Waiting } from '../../../src/queue/turns.ts';
import { runs, seed } from '../../support/seed.ts';

type Queued = Waiting & { readonly priority: number; readonly at: number };

const openLine = () => {
  const turns = openTurns();
  const waiting: Queued[] = [];
  let arrived = 0;
  return {
    enqueue: (...jobs: readonly Waiting[]): void => {
      turns.now(waiting[0] ?? null);
      for (const job of jobs) {
        arrived += 1;
        waiting.push({ ...job, priority: turns.give(job), at: arrived });
      }
      waiting.sort((one, other) => one.priority - other.priority || one.at - other.at);
    },
    serve: (): Queued | undefined => waiting.shift(),
  };
};

const job = (publisher: string | null, isUrgent = false): Waiting => ({
  job: 'target-warning',
  publisher,
  isUrgent,
});
const many = (count: number, one: Waiting): Waiting[] => Array.from({ length: count }, () => one);

/** Publishers of the jobs that are served until one of `of` is. */
const servedBefore = (line: ReturnType<typeof openLine>, of: string): (string | null)[] => {
  const served: (string | null)[] = [];
  for (;;) {
    const next = line.serve();
    if (next === undefined) throw new Error(`${of} is never served`);
    if (next.publisher === of) return served;
    served.push(next.publisher);
  }
};

test('behind a burst of one publisher, the next one waits for one job of it', () => {
  const line = openLine();
  line.enqueue(...many(5_000, job('burst')));
  for (let each = 0; each < 700; each += 1) line.serve();
  line.enqueue(job('other'));
  expect(servedBefore(line, 'other').length).toBeLessThanOrEqual(1);
});

test('what is urgent goes before all that is not, in the burst of its own publisher too', () => {
  const line = openLine();
  line.enqueue(...many(500, job('burst')));
  for (let each = 0; each < 100; each += 1) line.serve();
  line.enqueue(job('burst', true), job('other', true));
  expect([line.serve(), line.serve()].map((each) => [each?.publisher, each?.isUrgent])).toEqual([
    ['burst', true],
    ['other', true],
  ]);
});

test('a publisher that calls everything urgent keeps what is not urgent waiting for 32 jobs at most', () => {
  const line = openLine();
  line.enqueue(...many(2_000, job('loud', true)));
  line.enqueue(job('other'));
  expect(servedBefore(line, 'other')).toEqual(Array(PATIENCE).fill('loud'));
});

test('a job that may be queued already takes no further turn', () => {
  const turns = openTurns();
  turns.now(null);
  const first = turns.give(job('one'));
  for (let each = 0; each < 1_000; each += 1) turns.give(job('one'), true);
  expect(turns.give(job('one'))).toBe(first + 2);
});

test('an empty queue begins anew, and no priority exceeds what BullMQ takes', () => {
  const turns = openTurns();
  turns.now({ job: 'target-warning', priority: 2 ** 21 - 1 });
  expect(turns.give(job('one'))).toBe(2 ** 21 - 1);
  turns.now(null);
  expect(turns.give(job('one', true))).toBe(2);
});

test('however arrivals and service interleave, waiting is bounded by the number of publishers', () => {
  const PUBLISHERS = ['a', 'b', 'c', 'd'];
  const step = fc.oneof(
    fc.record({
      publisher: fc.constantFrom(...PUBLISHERS),
      isUrgent: fc.boolean(),
      count: fc.integer({ min: 1, max: 60 }),
    }),
    fc.integer({ min: 1, max: 80 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, isUrgent) => {
      const line = openLine();
      for (const each of steps) {
        if (typeof each === 'number') for (let served = 0; served < each; served += 1) line.serve();
        else line.enqueue(...many(each.count, job(each.publisher, each.isUrgent)));
      }
      line.enqueue(job('late', isUrgent));
      const others = servedBefore(line, 'late');
      const most = isUrgent ? 1 : PATIENCE + 2;
      for (const publisher of PUBLISHERS) {
        const count = others.filter((each) => each === publisher).length;
        // A publisher's urgent jobs and its others have turns of their own.
        expect(count).toBeLessThanOrEqual(isUrgent ? 1 + most : 2 * most);
      }
    }),
    { seed: seed(), numRuns: runs(500) },
  );
});
