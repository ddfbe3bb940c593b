// The remedies of an advisory, each once with all products it is for. "See the remediation for CVE-…" is resolved: the
// remedy that is meant takes over the products.
import type { CsafAdvisory, CsafRemediation } from '../csaf/document.ts';
import { beginning, oneParagraph, withoutAddresses, withoutEnd, withoutMarkup } from '../csaf/plain-text.ts';
import { type CsafProduct, productIdsIn } from '../csaf/product-list.ts';
import { countingVulnerabilities } from '../csaf-grade/product-standing.ts';

export type Remedy = {
  readonly category: CsafRemediation['category'];
  /** One paragraph, without addresses and without pointers to other remedies. */
  readonly text: string;
  /** As its issuer wrote it, in one paragraph. */
  readonly whole: string;
  readonly products: Set<string>;
  readonly cves: Set<string>;
};

/** Remedies with the same category and text are one; two texts are never the same remedy. */
export function remediesOf(advisory: CsafAdvisory, products: readonly CsafProduct[]): Remedy[] {
  const productIdsOf = productIdsIn(advisory);
  const found = new Map<string, Remedy>();
  for (const vulnerability of countingVulnerabilities(advisory)) {
    for (const remediation of vulnerability.remediations ?? []) {
      const whole = oneParagraph(withoutMarkup(remediation.details));
      const key = `${remediation.category}|${whole.toLowerCase()}`;
      const remedy = found.get(key) ?? newRemedy(remediation, whole);
      found.set(key, remedy);
      for (const id of productIdsOf(remediation)) remedy.products.add(id);
      if (vulnerability.cve !== undefined) remedy.cves.add(vulnerability.cve);
    }
  }
  return resolved([...found.values()], products);
}

function newRemedy({ category, details, url }: CsafRemediation, whole: string): Remedy {
  const pointed = withoutMarkup(beginning(details, MOST_READ)).replace(POINTING, '$1 the advisory');
  const plain = oneParagraph(withoutAddresses(pointed)).replace(/ the advisory(?= \p{Lu})/gu, '$&.');
  // A colon before an address that was taken out, or that has a field of its own, introduces nothing any more.
  const isLeadIn = /[:：]$/.test(whole) && (url === undefined || !/\d/.test(whole));
  const told = isLeadIn ? plain : withoutEnd(plain, /[\s:：]/);
  const text = told.replace(LIST_IS_GONE, '.');
  return { category, text, whole, products: new Set(), cves: new Set() };
}

/** An action has 500 characters; whether it is a fix is told by what is near. */
const MOST_READ = 10_000;

/** "… from outside the network including." The list stands in remedies of its own. */
const LIST_IS_GONE = /,?\s+(?:including|such as)\s*\.$/i;

/** What points to an address points to the advisory, which has it. */
const POINTING = /\b(refer to|see also|see|visit)\s*:?\s*https?:\/\/[^\s<>"')\]]+/gi;

const SEE =
  /(?:CVE-\d{4}-\d{4,}:\s*)?\b(?:please )?see (?:the )?(?:further |also )?(?:remediations?|recommendations?|mitigations?|vendor fix(?:es)?|fix(?:es)?|solutions?|instructions?)\s+(?:for|of|under|from|in|above|below)\s*([^.;,]*(?:\.\d[^.;,]*)*)[.;,]?\s*/i;

function resolved(remedies: readonly Remedy[], products: readonly CsafProduct[]): Remedy[] {
  return remedies.flatMap((remedy) => {
    const pointer = SEE.exec(remedy.text);
    if (pointer === null) return [remedy];
    const target = meantBy(pointer[1]?.trim() ?? '', remedy, remedies, products);
    if (target !== null) for (const id of remedy.products) target.products.add(id);
    const rest = remedy.text.replace(pointer[0], ' ').trim();
    const instruction = oneParagraph(rest.replace(/^(?:or|and)\s+/i, ''));
    return instruction.length < 12 ? [] : [{ ...remedy, text: capital(instruction) }];
  });
}

/** The remedy that is pointed to by a CVE or by a product: a fix before anything else. */
function meantBy(
  name: string,
  from: Remedy,
  remedies: readonly Remedy[],
  products: readonly CsafProduct[],
): Remedy | null {
  const cve = /CVE-\d{4}-\d{4,}/.exec(name)?.[0];
  const wanted = name.toLowerCase();
  const ids = new Set(
    products
      .filter(
        (product) =>
          wanted !== '' && `${product.name} ${product.version ?? ''}`.toLowerCase().includes(wanted),
      )
      .map(({ id }) => id),
  );
  const others = remedies.filter(
    (remedy) =>
      remedy !== from &&
      !SEE.test(remedy.text) &&
      (cve === undefined ? [...remedy.products].some((id) => ids.has(id)) : remedy.cves.has(cve)),
  );
  return others.find(({ category }) => category === 'vendor_fix') ?? others[0] ?? null;
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
