// Renders an event once for all who are shown the same of it: those who ask while it is being rendered wait for one promise,
// and the last ones made are kept within a budget of bytes, for readers a little behind.
import { LRUCache } from 'lru-cache';
import type { Item } from '../item/item.ts';
import type { Rendering } from './outlet.ts';
import type { Reader } from './readers.ts';

export type Renderings = {
  /** `version` of the directory is that of the reader's rights. */
  of<Made>(rendering: Rendering<Made>, item: Item, reader: Reader, version: number): Made | Promise<Made>;
};

const KEPT_BYTES = 8 * 1024 * 1024;

/** Of a version that was changed in place since, what was made is not taken. */
type Kept = { readonly made: unknown; readonly summary: Item['summary']; readonly bytes: number };

export const openRenderings = (keptBytes = KEPT_BYTES): Renderings => {
  const kept = new LRUCache<string, Kept>({ maxSize: keptBytes, sizeCalculation: ({ bytes }) => bytes });
  const underWay = new Map<string, Promise<unknown>>();
  const names = new WeakMap<object, string>();
  let last = 0;
  const nameOf = (rendering: object): string => {
    const known = names.get(rendering);
    if (known !== undefined) return known;
    last += 1;
    names.set(rendering, String(last));
    return String(last);
  };
  return {
    of: <Made>(rendering: Rendering<Made>, item: Item, reader: Reader, version: number) => {
      const alike = rendering.alike(item);
      const who = alike ?? `${version} ${reader.id}`;
      // The cursor stands for the row and the filter, of which it is a part.
      const key = `${nameOf(rendering)} ${item.cursor} ${who}`;
      const found = alike === null ? undefined : kept.get(key);
      if (found?.summary === item.summary) return found.made as Made;
      const waiting = underWay.get(key);
      if (waiting !== undefined) return waiting as Promise<Made>;
      const keep = (made: Made): Made => {
        const bytes = alike === null ? null : rendering.sizeOf(made);
        if (bytes !== null) kept.set(key, { made, summary: item.summary, bytes: bytes + key.length });
        return made;
      };
      const made = rendering.make(item, reader.actor);
      if (!(made instanceof Promise)) return keep(made);
      const making = made.then(keep).finally(() => underWay.delete(key));
      underWay.set(key, making);
      return making;
    },
  };
};
