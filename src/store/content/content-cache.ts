// Contents of versions that were read lately, parsed once: a version never changes, so its content needs no renewing.
// What may be read of it is decided anew for every reader; the cache knows of no reader.

import { holdToSize } from '../../domain/held-to-size.ts';
import type { Content } from '../warnings.ts';
import { contentOf } from './stored-content.ts';

export type VersionKey = { readonly warning: string; readonly version: number };

export type ContentCache = {
  get(key: VersionKey): Content | undefined;
  /** Parses and keeps; the text is that of the version's row. */
  put(key: VersionKey, text: string): Content;
};

/** In characters of JSON; parsed they take about three times as much memory. */
const MAX_LENGTH = 16 * 1024 * 1024;

export const openContentCache = (maxLength = MAX_LENGTH): ContentCache => {
  const held = holdToSize<Content>(maxLength);
  const nameOf = ({ warning, version }: VersionKey): string => `${warning}.${version}`;
  return {
    get: (key) => held.get(nameOf(key)),
    put: (key, text) => {
      const content = contentOf(text);
      held.put(nameOf(key), content, text.length);
      return content;
    },
  };
};
