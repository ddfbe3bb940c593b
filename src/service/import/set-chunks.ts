// Divides a reference set into chunks that can each be written in one transaction. Which chunk an object belongs to follows
// from its id, so that the next release of a set changes only the chunks whose objects changed.
import { createHash } from 'node:crypto';
import { markingReferencesOf } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';

/** Which part of how many. */
export type ChunkPlace = {
  /** From 1. */
  readonly number: number;
  readonly of: number;
};

export type Chunk = ChunkPlace & {
  /** Its own objects, and the marking definitions of the set that they need. */
  readonly objects: readonly StixObject[];
  /** How many of them are its own. */
  readonly size: number;
};

export type ChunkLimits = { readonly objects: number; readonly bytes: number };

/** 2^10 chunks: beyond any set that is published. */
const MOST_DOUBLINGS = 10;

/** Every chunk that a set may have been divided into. */
export const everyPlace = (): ChunkPlace[] =>
  Array.from({ length: MOST_DOUBLINGS + 1 }, (_, doublings) => 2 ** doublings).flatMap((of) =>
    Array.from({ length: of }, (_unused, at) => ({ number: at + 1, of })),
  );

/**
 * The chunks, as few as the limits allow: 1, 2, 4 … Chunks without objects are left out. An object that is larger than a
 * chunk may be has one of its own.
 */
export const chunksOf = (objects: readonly StixObject[], limits: ChunkLimits): Chunk[] => {
  const definitions = new Map(
    objects.filter(({ type }) => type === 'marking-definition').map((each) => [each.id, each]),
  );
  const placed = objects.map((object) => ({
    object,
    place: placeOf(object.id),
    bytes: JSON.stringify(object).length,
  }));
  for (let doublings = 0; ; doublings += 1) {
    const of = 2 ** doublings;
    const groups = Map.groupBy(placed, ({ place }) => place % of);
    const fits = [...groups.values()].every(
      (group) =>
        group.length <= 1 ||
        (group.length <= limits.objects && group.reduce((sum, { bytes }) => sum + bytes, 0) <= limits.bytes),
    );
    if (!fits && doublings < MOST_DOUBLINGS) continue;
    return [...groups]
      .sort(([one], [other]) => one - other)
      .map(([place, group]) => {
        const own = group.map(({ object }) => object).sort(byId);
        return { number: place + 1, of, objects: withDefinitions(own, definitions), size: own.length };
      });
  }
};

/** The first four bytes of a digest: any number of chunks takes its lowest bits. */
const placeOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0);

const byId = (one: StixObject, other: StixObject): number => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ id, modified }: StixObject): string => `${id} ${String(modified)}`;

/** Before the objects that they mark, directly or through other definitions. */
const withDefinitions = (
  own: readonly StixObject[],
  definitions: ReadonlyMap<string, StixObject>,
): StixObject[] => {
  const held = new Set(own.map(({ id }) => id));
  const added = new Map<string, StixObject>();
  const open = [...own];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { id } of markingReferencesOf(next)) {
      const definition = definitions.get(id);
      if (definition === undefined || held.has(id) || added.has(id)) continue;
      added.set(id, definition);
      open.push(definition);
    }
  }
  return [...[...added.values()].sort(byId), ...own];
};
