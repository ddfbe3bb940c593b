// Turns what issuers write in place of an instruction into one: a bare version, Microsoft's "2.3:Security Update:address".
import type { CsafAdvisory } from '../csaf/document.ts';
import type { CsafProduct } from '../csaf/product-list.ts';
import type { Phrases } from './phrases.ts';
import { namesWithin, plainName, plainNames } from './product-words.ts';

const VERB =
  /(?<!\p{L})(?:updat|upgrad|patch|install|replac|download|appl(?:y|ies)|contact|us(?:e|ing)|disabl|set|restrict|block|migrat|recommend|releas|provid|fix|aktualisier|instal|werk|mett|actuali|atuali|aggiorn|see |refer)/iu;
const VERSION_AND_KIND = /^([\w.()+-]+):\s*([^:]{2,60}):?\s*$/;
/** "Pump 5: Ver.2.70 and later", "Relay: R301-V6". */
const NAME_AND_VERSION =
  /^([^:]{2,90}):\s*((?:v|ver|version|r|rev|release)?[.\s]*\d[\w.-]*(?:\s(?:and|or) (?:later|newer|higher|above))?)\.?$/i;
/** "V3.3 or later", "2.1.0 and newer versions", "Version 5". */
const BARE_VERSION = /^(?:(?:version|release|firmware|build|v|r)[\s.]*)*\d[\w.+-]*(?:\s.{0,60})?$/i;
/** "Fixed in 9.8.12." */
const FIXED_IN = /^(?:fixed|resolved|corrected|addressed)\s+(?:in|with|by)\s+(.{1,80}?)\.?$/i;

const NAMES_LENGTH = 200;

/** The text where it already says what to do; the empty string where it says nothing. */
export function instructionOf(text: string, own: readonly CsafProduct[], phrases: Phrases): string {
  const names = namesWithin(plainNames(own), NAMES_LENGTH, phrases.andMore);
  const [, version, kind] = VERSION_AND_KIND.exec(text) ?? [];
  if (version !== undefined && kind !== undefined && /\d/.test(version))
    return `${phrases.updateTo(names, version)} (${kind.trim()})`;
  const [, name, named] = NAME_AND_VERSION.exec(text) ?? [];
  if (name !== undefined && named !== undefined) return phrases.updateTo(name, named);
  const fixedIn = FIXED_IN.exec(text)?.[1];
  if (fixedIn !== undefined && /\d/.test(fixedIn)) return phrases.updateTo(names, fixedIn);
  if (VERB.test(text)) return text;
  return BARE_VERSION.test(text) ? phrases.updateTo(names, text) : text;
}

/** An advisory that only lists fixed versions: "Update Example Pump to 2.3", for one product; else null. */
export function fixedVersionOf(
  advisory: CsafAdvisory,
  products: readonly CsafProduct[],
  phrases: Phrases,
): string | null {
  const fixed = new Set(
    (advisory.vulnerabilities ?? []).flatMap(({ product_status: status }) => [
      ...(status?.fixed ?? []),
      ...(status?.first_fixed ?? []),
      ...(status?.recommended ?? []),
    ]),
  );
  const fixes = products.filter(({ id }) => fixed.has(id));
  const named = fixes.filter(({ version }) => version !== null);
  const versions = [...new Set(named.map(({ version }) => version ?? ''))];
  const names = [...new Set(named.map(plainName))];
  const [version] = versions;
  if (version === undefined) {
    const whole = namesWithin(plainNames(fixes), NAMES_LENGTH, phrases.andMore);
    return whole === '' ? null : phrases.updateTo('', whole);
  }
  const told = versions.length === 1 ? version : namesWithin(versions, 120, phrases.andMore);
  return phrases.updateTo(namesWithin(names, NAMES_LENGTH, phrases.andMore), told);
}
