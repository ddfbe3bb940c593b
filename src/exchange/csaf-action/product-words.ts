// Names products for a person: short, each once, and only as many as there is room for beside an instruction.
import { shortened } from '../csaf/plain-text.ts';
import type { CsafProduct } from '../csaf/product-list.ts';

/** Builds of one package for several machines are one thing to whoever installs it. */
const ARCHITECTURE = /[.:_-](?:aarch64|x86_64|i[3-6]86|ppc64(?:le)?|s390x?|noarch|src|amd64|arm64)$/;

/** Of an image in a registry; behind it stands its machine. */
const DIGEST = /@sha(?:256|512):[0-9a-f]{16,}(?=_|$)/;

/** "kernel-5.14.x86_64 as a component of Red Hat Enterprise Linux 9" is "kernel-5.14". */
export function plainName({ name }: Pick<CsafProduct, 'name'>): string {
  return name
    .replace(/^[<>=]+\s*/, '')
    .replace(/ as (?:a )?component of .*$/s, '')
    .replace(DIGEST, '')
    .replace(ARCHITECTURE, '');
}

export function plainNames(products: readonly CsafProduct[]): string[] {
  return [...new Set(products.map(plainName))];
}

/** All versions, which say no more than the name. */
const ANY_VERSION = /^(?:\*|-|all(?: versions?)?|any|n\/?a|vers:[\w.-]+\/\*|vers:all\/.*)$/i;

/**
 * Names with the versions that the advisory gives of each: "Example Pump <2.3", "Example Pump (1.0, 1.1 and 4 more)". Who runs
 * another version need not look further.
 */
export function versionedNames(
  products: readonly CsafProduct[],
  andMore: (count: number) => string,
): string[] {
  const byName = Map.groupBy(products, plainName);
  return [...byName].map(([name, all]) => {
    // Of a product without a version each is meant.
    if (all.some(({ version }) => version === null || ANY_VERSION.test(version))) return name;
    const versions = [
      ...new Set(all.map(({ version }) => (version ?? '').replace(/^vers:[\w.-]+\//i, ''))),
    ].filter((version) => !name.includes(version));
    const [only] = versions;
    if (only === undefined) return name;
    return versions.length === 1
      ? `${name} ${only}`
      : `${name} (${namesWithin(versions, MOST_VERSIONS, andMore)})`;
  });
}

/** Characters for the versions of one product. */
const MOST_VERSIONS = 80;

/** As many names as fit into `room` characters, then how many there are besides; empty when not even one fits. */
export function namesWithin(
  names: readonly string[],
  room: number,
  andMore: (count: number) => string,
): string {
  const most = Math.min(names.length, 3);
  for (let count = most; count > 0; count -= 1) {
    const others = names.length - count;
    const text = `${names.slice(0, count).join(', ')}${others > 0 ? ` ${andMore(others)}` : ''}`;
    if (text.length <= room) return text;
  }
  const [first] = names;
  const others = names.length > 1 ? ` ${andMore(names.length - 1)}` : '';
  return first === undefined || room - others.length < 24
    ? ''
    : `${shortened(first, room - others.length)}${others}`;
}
