// Contents of recently read versions, parsed once: a version never changes, so its content never goes stale. Access is
// decided for each reader elsewhere; the cache knows no reader. Reads use `peek`, so that the oldest entry is evicted
// first: most reads are of new content, and recording each costs more than parsing an old content again.

import { LRUCache } from 'lru-cache';
import type { Content } from '../warnings.ts';
import { contentOf } from './stored-content.ts';

export type VersionKey = { readonly warning: string; readonly version: number };

export type ContentCache = {
  get(key: VersionKey): Content | undefined;
  /** Parses and stores; `text` is the content of the version's row. */
  put(key: VersionKey, text: string): Content;
  /** Of the text of a content that `put` has parsed, in characters. */
  lengthOf(content: Content): number;
};

/** In characters of JSON; parsed, they take about three times as much memory. */
const MAX_LENGTH = 16 * 1024 * 1024;

export const openContentCache = (maxLength = MAX_LENGTH): ContentCache => {
  const kept = new LRUCache<string, Content>({ maxSize: maxLength });
  const lengths = new WeakMap<Content, number>();
  // Rows are shared between requests: the same text for the same row is hashed once.
  const names = new WeakMap<VersionKey, string>();
  const nameOf = (key: VersionKey): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = `${key.warning}.${key.version}`;
    names.set(key, name);
    return name;
  };
  return {
    get: (key) => kept.peek(nameOf(key)),
    put: (key, text) => {
      const content = contentOf(text);
      kept.set(nameOf(key), content, { size: text.length });
      lengths.set(content, text.length);
      return content;
    },
    lengthOf: (content) => lengths.get(content) ?? 0,
  };
};
