// Whose job is next (I20). A job gets its turn when it is enqueued, and lower turns run first. The jobs of one member have
// one turn after the other from now on, so that members alternate: a member's next job waits behind one job of each other
// member, however many these have. An urgent job goes before all that are not urgent, but a job that is not urgent is
// overtaken by at most `PATIENCE` urgent ones of each member.
import type { JobName } from './jobs.ts';

/** Number of urgent jobs of each member that may overtake a job that is not urgent. */
export const PATIENCE = 32;
/** What re-enrichment of a whole set waits for more, since no warning waits for it. */
const SET_PATIENCE = 256;

/** BullMQ takes priorities up to this. */
const MAX_PRIORITY = 2 ** 21 - 1;

export type Waiting = {
  readonly job: JobName;
  /** Id of the member whose act caused it; null for the hub. */
  readonly publisher: string | null;
  readonly isUrgent: boolean;
};

/** A job that waits in the queue, as it was given its priority. */
export type Queued = { readonly job: JobName; readonly priority: number };

export type Turns = {
  /** Call before `give`, with the job that is next in the queue; null when none waits. */
  now(next: Queued | null): void;
  /** The priority of a job for BullMQ: lower runs first. `again`: it may be queued already, and takes no further turn. */
  give(waiting: Waiting, again?: boolean): number;
};

// One less, since of equal turns the urgent one is first.
const patienceOf = (job: JobName, isUrgent: boolean): number =>
  isUrgent ? 0 : (job === 're-enrich-set' ? SET_PATIENCE : PATIENCE) - 1;

// The lowest bit tells urgent from not urgent, and decides between equal turns.
const priorityOf = (turn: number, isUrgent: boolean): number =>
  Math.min(turn * 2 + (isUrgent ? 0 : 1), MAX_PRIORITY);

export const openTurns = (): Turns => {
  // Where the queue is; forgotten with the process, after which members alternate from where the queue is then.
  let current = 0;
  const last = new Map<string, number>();
  return {
    now: (next) => {
      if (next === null) {
        current = 0;
        last.clear();
        return;
      }
      const isUrgent = next.priority % 2 === 0;
      current = Math.max(current, Math.floor(next.priority / 2) - patienceOf(next.job, isUrgent) - 1);
    },
    give: ({ job, publisher, isUrgent }, again = false) => {
      const patience = patienceOf(job, isUrgent);
      const member = `${patience} ${publisher ?? ''}`;
      const turn = Math.max(current + patience, last.get(member) ?? 0) + 1;
      if (!again) last.set(member, turn);
      return priorityOf(turn, isUrgent);
    },
  };
};
