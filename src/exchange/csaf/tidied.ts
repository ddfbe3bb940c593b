// Puts right what real documents get wrong and nobody could read in two ways: white space around ids and addresses
// ("ICSA-17-318-02a "), since two spellings of one id are one product; and dates without a zone, which are UTC here.

import { withoutEnd } from './plain-text.ts';

export type Tidied = {
  readonly value: unknown;
  /** JSON paths of ids and addresses that lost white space. */
  readonly spaces: readonly string[];
  /** JSON paths of dates that got a zone. */
  readonly zones: readonly string[];
};

const ID_KEYS = new Set([
  'product_id',
  'product_ids',
  'products',
  'group_id',
  'group_ids',
  'product_reference',
  'relates_to_product_reference',
  'beginning_product_reference',
  'next_product_reference',
  'first_affected',
  'first_fixed',
  'fixed',
  'known_affected',
  'known_not_affected',
  'last_affected',
  'recommended',
  'under_investigation',
  'unknown',
  'id',
  'cve',
  'cpe',
  'purl',
  'purls',
]);
const ADDRESS_KEYS = new Set(['url', 'namespace']);
const DATE_KEYS = new Set(['date', 'current_release_date', 'initial_release_date']);
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/;

export function tidied(root: unknown): Tidied {
  const spaces: string[] = [];
  const zones: string[] = [];
  const tidy = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === 'string') {
      if (DATE_KEYS.has(key) && WITHOUT_ZONE.test(value)) {
        zones.push(path);
        return `${value}Z`;
      }
      const plain = ADDRESS_KEYS.has(key) ? plainAddress(value) : ID_KEYS.has(key) ? plainId(value) : value;
      if (plain !== value) spaces.push(path);
      return plain;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return tidyList(value, key, path);
    let changed: Record<string, unknown> | null = null;
    for (const [given, each] of Object.entries(value)) {
      const name = key === 'product_status' ? given.trim().replace(/\s+/g, '_') : given;
      const plain = tidy(each, name, `${path}.${given}`);
      if (plain === each && name === given) continue;
      changed ??= { ...value };
      if (name !== given) {
        spaces.push(`${path}.${given}`);
        delete changed[given];
      }
      Object.defineProperty(changed, name, {
        value: plain,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return changed ?? value;
  };
  const tidyList = (list: readonly unknown[], key: string, path: string): readonly unknown[] => {
    const plain = list.map((each, index) => tidy(each, key, `${path}[${index}]`));
    return plain.every((each, index) => each === list[index]) ? list : plain;
  };
  return { value: tidy(root, '', '$'), spaces, zones };
}

/** A text of white space alone stays as it is, and is refused as an id. */
function plainId(text: string): string {
  const plain = withoutEnd(text, /[\s\u200b\ufeff]/).replace(/^[\s\u200b\ufeff]+/, '');
  return plain === '' ? text : plain;
}

/** Words in place of an address keep the spaces between them. */
function plainAddress(text: string): string {
  const plain = plainId(text);
  if (!/^https?:\/\//i.test(plain) || !/\s/.test(plain)) return plain;
  // Divided and trimmed, since a pattern with white space on both sides takes the square of a run of it.
  const joined = plain
    .split(/([/?=&#])/)
    .map((part) => part.trim())
    .join('')
    .replace(/[\r\n\t]+/g, '');
  return /\s/.test(joined) ? plain : joined;
}
