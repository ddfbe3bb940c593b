// The envelope: all that policy must know of a warning or practice to decide who may read it.
// It travels with every row that can leave the hub, so that each row can be decided again (I2).
import type { Alternative, Audience } from './audience.ts';
import type { EffectiveTlp, Validity } from './marking.ts';
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

export type Unnamed = {
  /** What betrays the publisher where it stands in an object: its ids and names, at least one. In lower case. */
  readonly traces: readonly string[];
};

export type AccessFacts = {
  /** Member id of the publisher: the owner of the assertion. */
  readonly publisher: string;
  readonly tlp: EffectiveTlp;
  /** When its marking is in force, where that has a bound: before and after it is not understood. */
  readonly validity?: Validity;
  /** Set when the publisher is not to be named to others (IEP, provider attribution must-not). */
  readonly unnamed?: Unnamed;
  readonly audience: Audience;
  readonly cascade: readonly CascadeReach[];
  /** Exercise id, or null for real traffic; fixed at creation (I10). */
  readonly exercise: string | null;
};
