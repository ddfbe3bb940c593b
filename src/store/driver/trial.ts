// A trial: what the transactions within it write is taken back, each at its end. Whoever tries an act learns what would come of
// it by the very code that does it. Only for acts that write in transactions alone.
import { AsyncLocalStorage } from 'node:async_hooks';

const trials = new AsyncLocalStorage<true>();

export const inTrial = <Value>(act: () => Value): Value => trials.run(true, act);

/** Ends a transaction of a trial: the driver aborts it for what its work throws. */
export class TakenBack<Value> {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

/** The work of a transaction; in a trial it throws what it found. */
export const triedIn =
  <Value>(work: () => Promise<Value>): (() => Promise<Value>) =>
  async () => {
    const value = await work();
    if (trials.getStore() === true) throw new TakenBack(value);
    return value;
  };
