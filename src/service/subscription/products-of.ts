// The products that a version names to each of its readers, by which subscriptions find it: those of its software objects, and
// those that the catalogue of exploited vulnerabilities knows of its CVEs, which each reader is shown. An object that may be
// withheld from some reader is left out, so that what finds a version does not depend on who asks (I7), and one that would name
// a publisher that must not be named tells nothing of it (I33).
import type { StixObject } from 'stix2-ts/stix-object';
import type { Product } from '../../domain/subscription/product.ts';
import { KEV_SOURCE, type KevEntry } from '../../exchange/kev.ts';
import type { Hub } from '../../hub.ts';
import { hasTrace } from '../../policy/view.ts';
import { type ObjectRow, textOf } from '../../store/objects.ts';
import type { Content } from '../../store/warnings.ts';
import { isOpenToAll } from '../object-facts/open-to-all.ts';

export type ProductsDeps = Pick<Hub, 'objects' | 'references'>;

const BATCH = 500;
const MOST = 1_000;

export const productsOf = async (hub: ProductsDeps, content: Content): Promise<readonly Product[]> => {
  const [ofObjects, ofCves] = await Promise.all([softwareIn(hub, content), exploitedIn(hub, content)]);
  return [...ofObjects, ...ofCves];
};

const softwareIn = async ({ objects }: ProductsDeps, content: Content): Promise<Product[]> => {
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

/** Whether each reader is shown it: by its marking, and because it does not name a publisher that must not be named. */
const isShown = ({ body, ...row }: ObjectRow, content: Content): boolean =>
  isOpenToAll(row, content) && !hasTrace(content.access, () => textOf({ body }));

const productOf = (row: Pick<ObjectRow, 'body'>): Product => {
  const { vendor, name, cpe } = JSON.parse(textOf(row)) as StixObject & Readonly<Record<string, unknown>>;
  const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { vendor: textIn(vendor), name: textIn(name), cpe: textIn(cpe) };
};

const exploitedIn = async (
  { references }: ProductsDeps,
  { summary: { cves } }: Content,
): Promise<readonly Product[]> => {
  if (cves.length === 0) return [];
  const rows = await references.lookUp(KEV_SOURCE.name, cves);
  return [...rows.values()].map((row) => {
    const { vendor, product } = JSON.parse(row) as KevEntry;
    return { vendor: vendor || null, name: product || null, cpe: null };
  });
};
