// A seeded random generator: the same seed makes the same world, whatever ran before.

export type Random = {
  /** An integer from 0 up to, not including, the limit. */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Between `least` and `most` different values, in list order. */
  some<Value>(values: readonly Value[], least: number, most: number): Value[];
  uuid(): string;
};

/** Mulberry32: 32 bits of state are plenty for worlds of a few thousand choices. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
    some: (values, least, most) => {
      const wanted = Math.min(values.length, least + below(most - least + 1));
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(below(values.length));
      return values.filter((_, index) => chosen.has(index));
    },
    uuid: () => {
      const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join('');
      const variant = '89ab'[below(4)];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
};
