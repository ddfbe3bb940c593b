// What an advisory says of its products: which vulnerabilities count for its grade, and whether any product is affected.
import type { CsafAdvisory, CsafVulnerability, ProductStatus } from '../csaf/document.ts';

const AFFECTED: readonly ProductStatus[] = [
  'known_affected',
  'first_affected',
  'last_affected',
  'under_investigation',
];
/** Who runs an earlier version is affected, so a list of fixed versions is news. */
const FIXED: readonly ProductStatus[] = ['fixed', 'first_fixed', 'recommended'];

/**
 * The vulnerabilities that some product has, had or may have. One with the status `known_not_affected` alone is left out;
 * one without any status counts, since nothing is said of it.
 */
export function countingVulnerabilities(advisory: CsafAdvisory): CsafVulnerability[] {
  return (advisory.vulnerabilities ?? []).filter((vulnerability) => !isOfNoProduct(vulnerability));
}

/** Those that a warning reports: one that affects nothing has no place beside others that do. */
export function isReportedIn(advisory: CsafAdvisory): (vulnerability: CsafVulnerability) => boolean {
  const isOfNothing = affectsNothing(advisory);
  return (vulnerability) => isOfNothing || !isOfNoProduct(vulnerability);
}

/** Whether the advisory has vulnerabilities, and says of each that no listed product is affected. */
export function affectsNothing(advisory: CsafAdvisory): boolean {
  const all = advisory.vulnerabilities ?? [];
  return all.length > 0 && all.every(isOfNoProduct);
}

function isOfNoProduct({ product_status: status }: CsafVulnerability): boolean {
  const named = (each: ProductStatus): boolean => (status?.[each] ?? []).length > 0;
  return named('known_not_affected') && ![...AFFECTED, ...FIXED].some(named);
}

/**
 * Whether a statement about these products concerns one that is not ruled out. Null stands for a statement that names no
 * product. Made once for each vulnerability: a large one has thousands of statements about thousands of products.
 */
export function standingOf({
  product_status: status,
}: CsafVulnerability): (products: readonly string[] | null) => boolean {
  const excluded = new Set(status?.known_not_affected ?? []);
  return (products) =>
    products === null ||
    products.length === 0 ||
    excluded.size === 0 ||
    products.some((id) => !excluded.has(id));
}
