// The actions of an advisory in the order to take them, at most five: fixes, then workarounds, then general advice.
// Lead-in lines, pointers to other pages and boilerplate that asks for no action are left out.
import type { CsafAdvisory, CsafRemediation } from './document.ts';
import { oneParagraph, shortened, withoutAddresses } from './plain-text.ts';
import { type CsafProduct, productsOf, resolveProductIds } from './product-list.ts';

const MAX_ACTIONS = 5;
const MAX_LENGTH = 300;

const FIX =
  /\b(update|updating|upgrade|upgrading|patch|hotfix|firmware|install|fixed (in|version)|new version|replace)\b/i;
const POINTER =
  /^((cisa|nccic|ics-cert|nccic\/ics-cert)( also)? (provides|reminds|encourages)|for (more|additional|specific|further|the latest|questions|assistance)|additional information|more information|please see|see (the |also )|refer to|note:|security best practices|customers can use stakeholder|further (information|ics)|contact details|to contact)|taking steps to minimize risks to all/i;
const GENERAL = /^as a general security measure|defense[- ]in[- ]depth|best practices, where possible/i;
const ADVICE =
  /^(minimize|locate|isolate|restrict|limit|block|disable|segment|change|use|when remote access|do not|never|ensure|monitor|apply)\b/i;

type Candidate = { readonly text: string; readonly rank: number; readonly breadth: number };

const VERB =
  /\b(updat|upgrad|patch|install|replac|download|appl(y|ies)|contact|us(e|ing)|disabl|set|restrict|block|migrat|recommend)/i;
const MAIL_ADVICE = /\b(email|unsolicited|attachments?|web links)\b/i;

/** "No fix" is not an action, but it decides what to do next. Advice on e-mail comes last. */
const RANK = { fix: 0, workaround: 1, noFix: 2, general: 3, advice: 4, mailAdvice: 5 } as const;

/** Plain texts of at most 300 characters each. */
export function actionsOf(advisory: CsafAdvisory): string[] {
  const all = productsOf(advisory);
  const remedies = distinctRemediations(advisory).flatMap(([remediation, products]) =>
    candidate(advisory, remediation, products, all),
  );
  // The sort is stable: within a rank the remedy for most products comes first, ties keep document order.
  const found = [...remedies, ...advice(advisory)];
  const ordered = (found.length > 0 ? found : pointers(advisory)).toSorted(
    (a, b) => a.rank - b.rank || b.breadth - a.breadth,
  );
  const texts = [...new Map(ordered.map(({ text }) => [text.toLowerCase(), text])).values()];
  return texts.slice(0, MAX_ACTIONS);
}

/** The same text under several vulnerabilities is one remedy, for all the products it names. */
function distinctRemediations(advisory: CsafAdvisory): [CsafRemediation, Set<string>][] {
  const found = new Map<string, [CsafRemediation, Set<string>]>();
  for (const vulnerability of advisory.vulnerabilities ?? []) {
    for (const remediation of vulnerability.remediations ?? []) {
      const key = `${remediation.category}|${oneParagraph(remediation.details)}`;
      const entry = found.get(key) ?? [remediation, new Set<string>()];
      found.set(key, entry);
      for (const id of resolveProductIds(advisory, remediation)) entry[1].add(id);
    }
  }
  return [...found.values()];
}

function candidate(
  advisory: CsafAdvisory,
  remediation: CsafRemediation,
  products: ReadonlySet<string>,
  all: readonly CsafProduct[],
): Candidate[] {
  const details = oneParagraph(withoutAddresses(remediation.details));
  if (!tellsWhatToDo(details)) return [];
  const isBareVersion = remediation.category === 'vendor_fix' && !VERB.test(details);
  const text = isBareVersion && isEnglish(advisory) ? `Update to ${details}` : details;
  const named = products.size < all.length && isEnglish(advisory) ? withProduct(text, products, all) : text;
  return [{ text: shortened(named, MAX_LENGTH), rank: rankOf(remediation, text), breadth: products.size }];
}

function tellsWhatToDo(text: string): boolean {
  return text.length >= 12 && !/[:：]$/.test(text) && !POINTER.test(text);
}

function rankOf({ category }: CsafRemediation, text: string): number {
  if (category === 'none_available' || category === 'no_fix_planned') return RANK.noFix;
  if (GENERAL.test(text)) return RANK.general;
  return category === 'vendor_fix' || (category === 'mitigation' && FIX.test(text))
    ? RANK.fix
    : RANK.workaround;
}

function isEnglish(advisory: CsafAdvisory): boolean {
  return advisory.document.lang === undefined || advisory.document.lang.toLowerCase().startsWith('en');
}

/** Adds the product to a text like "Update to V3.3" that does not name it: one advisory may list several products. */
function withProduct(text: string, ids: ReadonlySet<string>, all: readonly CsafProduct[]): string {
  const names = [...new Set(all.filter((product) => ids.has(product.id)).map((product) => product.name))];
  const [first, second] = names;
  const isOnlyProduct = all.every((product) => product.name === first);
  if (
    first === undefined ||
    isOnlyProduct ||
    names.some((name) => text.toLowerCase().includes(name.toLowerCase()))
  )
    return text;
  const others = names.length > 2 ? ` and ${names.length - 2} more` : '';
  return `${first}${second === undefined ? '' : `, ${second}`}${others}: ${text}`;
}

function advice(advisory: CsafAdvisory): Candidate[] {
  return (advisory.document.notes ?? [])
    .filter((note) => note.category === 'general')
    .flatMap((note) => note.text.split('\n'))
    .map((line) => oneParagraph(withoutAddresses(line)))
    .filter((line) => ADVICE.test(line) && tellsWhatToDo(line))
    .map((line) => ({
      text: shortened(line, MAX_LENGTH),
      rank: MAIL_ADVICE.test(line) ? RANK.mailAdvice : RANK.advice,
      breadth: 0,
    }));
}

/** The pointers to other pages, used when the advisory gives no other action. */
function pointers(advisory: CsafAdvisory): Candidate[] {
  return distinctRemediations(advisory)
    .map(([remediation]) => oneParagraph(remediation.details))
    .filter((text) => text.length >= 12)
    .map((text) => ({ text: shortened(text, MAX_LENGTH), rank: RANK.general, breadth: 0 }));
}
