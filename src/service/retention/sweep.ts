// What removes one class of what is kept.
import type { Held } from '../../domain/retention/hold.ts';
import type { Hub } from '../../hub.ts';

/** What of it fails is noted under this name. */
export const NAME = 'apply-retention';

export type Sweep = {
  readonly before: Date;
  /** Where the run before ended. */
  readonly through: number;
  readonly isHeld: (row: Omit<Held, 'class'>) => boolean;
  readonly isTrial: boolean;
  readonly isEnding: () => boolean;
};

/** How many rows it removed, or would. */
export type SweepOf = (hub: Hub, sweep: Sweep) => Promise<number>;
