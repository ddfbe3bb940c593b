// What a member says of a warning beside its answer: whether it was of use, and whether it has seen the same.

/** DETAILS: with what it has seen, for the publisher. */
export const SIGHTINGS = ['SEEN', 'SEEN_WITH_DETAILS'] as const;
export type Sighting = (typeof SIGHTINGS)[number];

export type Feedback = {
  readonly warning: string;
  /** Id of the member. */
  readonly member: string;
  /** Null where it did not say. */
  readonly isUseful: boolean | null;
  readonly sighting: Sighting | null;
  /** What it has seen; null without details. */
  readonly details: string | null;
  /** Id of the person who said it last; null for a machine. */
  readonly by: string | null;
  readonly at: Date;
};
