// A hash of the content that matters to a reader of an advisory. A change that keeps the fingerprint notifies nobody:
// addresses, acknowledgements, boilerplate, dates, the revision history, the way the version is written.
import { createHash } from 'node:crypto';
import { canonical } from 'stix2-ts/json';
import { gradingOf } from '../csaf-grade/grading.ts';
import type { CsafAdvisory, CsafNote, CsafVulnerability } from './document.ts';
import { headlineOf } from './draft.ts';
import { oneParagraph, withoutAddresses } from './plain-text.ts';
import { type CsafProduct, productIdsIn, productsOf } from './product-list.ts';
import { keyedVulnerabilities } from './vulnerability-key.ts';

/** SHA-256 in hexadecimal. */
export function contentFingerprint(advisory: CsafAdvisory): string {
  const names = new Map(productsOf(advisory).map((product) => [product.id, productText(product)]));
  const productIdsOf = productIdsIn(advisory);
  const { document } = advisory;
  const content = canonical({
    title: comparable(headlineOf(advisory)),
    status: document.tracking.status === 'draft' ? 'draft' : 'released',
    tlp: document.distribution?.tlp?.label ?? null,
    exploitation: gradingOf(advisory).exploitation,
    severity: comparable(document.aggregate_severity?.text ?? ''),
    notes: (document.notes ?? []).filter(isContent).map(noteText),
    products: [...new Set(names.values())].sort(),
    vulnerabilities: keyedVulnerabilities(advisory)
      .map(({ key, vulnerability }) => vulnerabilityContent(key, vulnerability, { names, productIdsOf }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Legal notices and notes of category `general` (recommended practices, disclaimers) are boilerplate; so are company
 * locations and update summaries. What such notes say about exploitation is covered by `exploitation`.
 */
function isContent(note: CsafNote): boolean {
  if (note.category === 'legal_disclaimer' || note.category === 'general' || note.category === 'faq')
    return false;
  return !/headquarters|disclaimer|exploitability|update summary/i.test(note.title ?? '');
}

function noteText(note: CsafNote): string {
  return `${comparable(note.title ?? '')}|${comparable(note.text)}`;
}

/** Keeps letters, digits and the signs that bound a version range: `< V2.3` and `<2.3.` differ, spacing is ignored. */
function comparable(text: string): string {
  return oneParagraph(withoutAddresses(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}<>=|.*≤≥]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function productText(product: CsafProduct): string {
  const parts = [product.vendor ?? '', product.name, (product.version ?? '').replaceAll(/\s/g, '')];
  return parts.map(comparable).join('|');
}

type Products = {
  /** By product id. */
  readonly names: ReadonlyMap<string, string>;
  readonly productIdsOf: ReturnType<typeof productIdsIn>;
};

function vulnerabilityContent(
  key: string,
  vulnerability: CsafVulnerability,
  { names, productIdsOf }: Products,
) {
  const named = (ids: readonly string[]) => [...new Set(ids.map((id) => names.get(id) ?? id))].sort();
  const remediations = (vulnerability.remediations ?? []).map((remediation) => [
    remediation.category,
    comparable(remediation.details),
    ...named(productIdsOf(remediation)),
  ]);
  return {
    key,
    cwe: vulnerability.cwe?.id ?? null,
    notes: (vulnerability.notes ?? []).filter(isContent).map(noteText),
    status: Object.entries(vulnerability.product_status ?? {}).map(([status, ids]) => [
      status,
      ...named(ids),
    ]),
    scores: (vulnerability.scores ?? []).map(({ cvss_v2: v2, cvss_v3: v3, cvss_v4: v4, products }) => [
      v2?.vectorString ?? null,
      v3?.vectorString ?? null,
      v3?.baseScore ?? v2?.baseScore ?? null,
      // Only where there is one: the fingerprint of what older releases imported stays the same.
      ...(v4 === undefined ? [] : [v4.vectorString, v4.baseScore]),
      ...named(products),
    ]),
    threats: (vulnerability.threats ?? []).map((threat) => [threat.category, comparable(threat.details)]),
    remediations: remediations.map((remediation) => remediation.join('|')).sort(),
  };
}
