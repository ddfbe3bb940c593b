// Access facts: all that policy needs to know of a warning or practice to decide who may read it.
// They travel with every row that can leave the hub, so that each row can be decided again (I2).
import type { Alternative, Audience } from './audience.ts';
import type { EffectiveTlp, Validity } from './marking.ts';
import type { Grade } from './reason.ts';

/** One group that the cascade adds, fixed at publication: who is hit through a dependency, and how. */
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
  /** What in an object would give the publisher away: its ids and names, at least one. In lower case. */
  readonly traces: readonly string[];
};

/**
 * Of a recall: who holds a former version. Only they and its publisher read it, whatever the audience was; through it nobody
 * but its publisher reads an object.
 */
export type Holders = {
  /** Ids of members. */
  readonly members: readonly string[];
  /** Those of them that its publisher saw among the recipients. */
  readonly listed: readonly string[];
  /** Of a TLP:RED one: the persons that a former version named. */
  readonly persons?: readonly string[];
  /** Set where others keep it. */
  readonly isNarrowed?: true;
};

export type AccessFacts = {
  /** Member id of the publisher: the owner of the assertion. */
  readonly publisher: string;
  readonly tlp: EffectiveTlp;
  /** When the marking is in force, if it has bounds; outside them it counts as not understood. */
  readonly validity?: Validity;
  /** Set when the publisher must not be named to others (IEP, provider attribution MUST NOT). */
  readonly unnamed?: Unnamed;
  /** Set on a recall, whose audience is empty: hubs of the release before show it to its publisher alone. */
  readonly holders?: Holders;
  readonly audience: Audience;
  readonly cascade: readonly CascadeReach[];
  /** What the public default matrix alone adds; absent where that is the whole cascade. */
  readonly publicCascade?: readonly CascadeReach[];
  /** When the version was issued, in milliseconds since 1970. Read from its summary, and never stored here. */
  readonly issuedMs?: number;
  /** Set where it was narrowed or its handling loosened: `issuedMs` of the version before, since whoever joined later had nothing of it. */
  readonly addressedMs?: number;
  /** Exercise id, or null for real traffic; fixed at creation (I10). */
  readonly exercise: string | null;
};
