// The products that a version names to each of its readers, by which subscriptions find it: software that may be withheld from
// some reader is left out, so that what finds a version does not depend on who asks (I7).
import type { StixObject } from 'stix2-ts/stix-object';
import type { Product } from '../../domain/subscription/product.ts';
import type { Hub } from '../../hub.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { isOpenToAll } from '../object-facts/open-to-all.ts';

const BATCH = 500;
const MOST = 1_000;

export const productsOf = async (
  { objects }: Pick<Hub, 'objects'>,
  content: Content,
): Promise<readonly Product[]> => {
  // An object may name a publisher that must not be named, and is withheld then.
  if (content.access.unnamed !== undefined) return [];
  const { id, version } = content.summary;
  const found: Product[] = [];
  for await (const rows of objects.walk(id, version, BATCH)) {
    for (const row of rows) {
      if (row.type === 'software' && isShown(row, content)) found.push(productOf(row));
      if (found.length >= MOST) return found;
    }
  }
  return found;
};

const isShown = ({ body: _, ...row }: ObjectRow, content: Content): boolean => isOpenToAll(row, content);

const productOf = (row: Pick<ObjectRow, 'body'>): Product => {
  const { vendor, name, cpe } = JSON.parse(textOf(row)) as StixObject & Readonly<Record<string, unknown>>;
  const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { vendor: textIn(vendor), name: textIn(name), cpe: textIn(cpe) };
};
