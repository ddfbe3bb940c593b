// Removes white space that does not belong into ids and addresses: "ICSA-17-318-02a ", " https://…". Two spellings of one id
// are one product, and one advisory.

export type Tidied = {
  readonly value: unknown /** JSON paths of what was changed. */;
  readonly paths: readonly string[];
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

export function withoutStraySpaces(root: unknown): Tidied {
  const paths: string[] = [];
  const tidy = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === 'string') {
      const plain = ADDRESS_KEYS.has(key) ? plainAddress(value) : ID_KEYS.has(key) ? plainId(value) : value;
      if (plain !== value) paths.push(path);
      return plain;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return tidyList(value, key, path);
    let changed: Record<string, unknown> | null = null;
    for (const [name, each] of Object.entries(value)) {
      const plain = tidy(each, name, `${path}.${name}`);
      if (plain === each) continue;
      changed ??= { ...value };
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
  return { value: tidy(root, '', '$'), paths };
}

/** A text of white space alone stays as it is, and is refused as an id. */
function plainId(text: string): string {
  const plain = text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
  return plain === '' ? text : plain;
}

/** Words in place of an address keep the spaces between them. */
function plainAddress(text: string): string {
  const plain = plainId(text);
  if (!/^https?:\/\//i.test(plain) || !/\s/.test(plain)) return plain;
  const joined = plain.replace(/\s*([/?=&#])\s*/g, '$1').replace(/[\r\n\t]+/g, '');
  return /\s/.test(joined) ? plain : joined;
}
