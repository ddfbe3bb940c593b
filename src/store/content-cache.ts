// Contents of versions that were read lately, parsed once: a version never changes, so its content needs no renewing.
// What may be read of it is decided anew for every reader; the cache knows of no reader. First in, first out: what is
// read is mostly what is new, and moving an entry at each read costs more than reading an old one again.
import type { Content } from './warnings.ts';

export type VersionKey = { readonly warning: string; readonly version: number };

export type ContentCache = {
  get(key: VersionKey): Content | undefined;
  /** Parses and keeps; the text is that of the version's row. */
  put(key: VersionKey, text: string): Content;
};

/** In characters of JSON; parsed they take about three times as much memory. */
const MAX_LENGTH = 16 * 1024 * 1024;

export const openContentCache = (maxLength = MAX_LENGTH): ContentCache => {
  const held = new Map<string, { readonly content: Content; readonly length: number }>();
  let total = 0;
  const nameOf = ({ warning, version }: VersionKey): string => `${warning}.${version}`;
  return {
    get: (key) => held.get(nameOf(key))?.content,
    put: (key, text) => {
      const content = JSON.parse(text) as Content;
      const name = nameOf(key);
      total += text.length - (held.get(name)?.length ?? 0);
      held.set(name, { content, length: text.length });
      for (const [oldest, { length }] of held) {
        if (total <= maxLength) break;
        held.delete(oldest);
        total -= length;
      }
      return content;
    },
  };
};
