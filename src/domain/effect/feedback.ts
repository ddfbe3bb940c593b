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

type Party = { readonly id: string; readonly clients: readonly string[] };

/**
 * How many of them are independent: members of which one declares another as its client count as one, since one of them may
 * repeat what the other has seen.
 */
export const independentOf = (members: readonly Party[]): number => {
  const groupOf = new Map(members.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    const above = groupOf.get(id) ?? id;
    return above === id ? id : root(above);
  };
  for (const { id, clients } of members)
    for (const client of clients) if (groupOf.has(client)) groupOf.set(root(client), root(id));
  return new Set(members.map(({ id }) => root(id))).size;
};
