// What was read or made lately, held to a size: first in, first out. What is read is mostly what is new, and moving an
// entry at each read costs more than reading an old one again.

export type HeldToSize<Value> = {
  get(name: string): Value | undefined;
  /** Keeps it in place of what had the name; `size` in the unit of the bound. */
  put(name: string, value: Value, size: number): void;
};

export const holdToSize = <Value>(most: number): HeldToSize<Value> => {
  const held = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;
  return {
    get: (name) => held.get(name)?.value,
    put: (name, value, size) => {
      total += size - (held.get(name)?.size ?? 0);
      held.set(name, { value, size });
      for (const [oldest, { size: freed }] of held) {
        if (total <= most) break;
        held.delete(oldest);
        total -= freed;
      }
    },
  };
};
