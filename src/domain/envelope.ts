// The envelope: all that policy must know of a warning or practice to decide who may read it.
// It travels with every row that can leave the hub, so that each row can be decided again (I2).
import type { Alternative, Audience } from './audience.ts';
import type { EffectiveTlp } from './marking.ts';
import type { Grade } from './reason.ts';

/** One reach of the cascade, fixed when the warning is published: who is hit through a dependency, and how. */
export type CascadeReach = {
  readonly to: Alternative;
  readonly grade: Grade;
  /** Product of strength × (1 − redundancy) along the path, 0–1. */
  readonly strength: number;
  readonly path: readonly string[];
  readonly hoursToEffect: number | null;
  readonly basis: 'DECLARED' | 'DEFAULT_MATRIX';
};

export type Envelope = {
  /** Member id of the publisher: the owner of the assertion. */
  readonly publisher: string;
  readonly tlp: EffectiveTlp;
  readonly audience: Audience;
  readonly cascade: readonly CascadeReach[];
  /** Exercise id, or null for real traffic; fixed at creation (I10). */
  readonly exercise: string | null;
};
