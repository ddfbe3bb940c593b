// Products as subscriptions ask for them, and as objects name them: by maker and name, or by a CPE name (NISTIR 7695). A name in
// the older form of a URI is read like one of 2.3.
import type { ProductFilter } from './subscription.ts';

/** What an object or a catalogue says of a product; null where it says nothing. */
export type Product = {
  readonly vendor: string | null;
  readonly name: string | null;
  readonly cpe: string | null;
};

type Attributes = readonly string[];

/** Up to the version and its update: later attributes seldom tell products apart, and are mostly missing. */
const COMPARED = 5;
const ANY = '*';

/** part, vendor, product, version, update; null for what is no CPE name. */
export const cpeAttributes = (text: string): Attributes | null => {
  const lower = text.trim().toLowerCase();
  const parts = lower.startsWith('cpe:2.3:')
    ? splitAt(lower.slice('cpe:2.3:'.length))
    : lower.startsWith('cpe:/')
      ? lower.slice('cpe:/'.length).split(':')
      : null;
  if (parts === null || !['a', 'o', 'h', ANY].includes(parts[0] ?? '')) return null;
  return Array.from({ length: COMPARED }, (_, at) => {
    const value = parts[at] ?? '';
    return value === '' ? ANY : value;
  });
};

/** At colons that are not escaped, without the escapes. */
const splitAt = (text: string): string[] =>
  text.split(/(?<!\\):/).map((each) => each.replace(/\\(.)/g, '$1'));

export const isCpe = (text: string): boolean => cpeAttributes(text) !== null;

const sameText = (wanted: string | undefined, ...given: readonly (string | null | undefined)[]): boolean =>
  wanted === undefined || given.some((each) => each != null && plain(each) === plain(wanted));

/** CPE names write blanks as underscores or hyphens, or leave them out, each maker as it likes. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '') || text.trim();

/** An attribute that the object leaves open fits none that is asked for: it says nothing of this product. */
const fitsCpe = (wanted: Attributes, given: Attributes | null): boolean =>
  given !== null && wanted.every((each, at) => each === ANY || each === given[at] || isOpen(given[at], at));

/** What has a maker and a name and no CPE name counts as each part and version of it: a warning may speak of any. */
const fitsNames = ([, vendor, name]: Attributes, product: Product): boolean =>
  product.vendor !== null &&
  product.name !== null &&
  [
    [vendor, product.vendor],
    [name, product.name],
  ].every(([wanted = ANY, given]) => wanted === ANY || sameText(wanted, given));

/** An object that names no version means every version. */
const isOpen = (given: string | undefined, at: number): boolean =>
  at >= 3 && (given === ANY || given === '-');

export const fitsProduct = (filter: ProductFilter, product: Product): boolean => {
  const given = product.cpe === null ? null : cpeAttributes(product.cpe);
  if (!sameText(filter.vendor, product.vendor, given?.[1])) return false;
  if (!sameText(filter.product, product.name, given?.[2])) return false;
  if (filter.cpe === undefined) return true;
  const wanted = cpeAttributes(filter.cpe);
  if (wanted === null) return false;
  return product.cpe === null ? fitsNames(wanted, product) : fitsCpe(wanted, given);
};
