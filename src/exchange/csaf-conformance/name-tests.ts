// CSAF 2.0 §6.1.12 and 6.1.13: language tags and package URLs are valid.
import { PackageURL } from 'packageurl-js';
import { isLanguageTag } from '../../domain/language-tag.ts';
import type { CsafAdvisory } from '../csaf/document.ts';
import { productsOf } from '../csaf/product-list.ts';
import type { Finding } from './finding.ts';

export function nameFindings(advisory: CsafAdvisory): Finding[] {
  return [...languageFindings(advisory), ...packageFindings(advisory)];
}

/** 6.1.12: a language tag is well formed (BCP 47) and its language exists. */
function languageFindings(advisory: CsafAdvisory): Finding[] {
  const { lang, source_lang: sourceLang } = advisory.document;
  const named = [
    ['lang', lang],
    ['source_lang', sourceLang],
  ] as const;
  return named.flatMap(([key, tag]) =>
    tag === undefined || isLanguage(tag)
      ? []
      : [{ test: '6.1.12', path: `$.document.${key}`, message: `"${tag}" is not a language tag` }],
  );
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function isLanguage(tag: string): boolean {
  if (!isLanguageTag(tag)) return false;
  // ICU lists two-letter languages only; longer, legacy and private tags pass if they are well formed.
  const language = tag.split('-')[0] ?? '';
  return language.length !== 2 || LANGUAGES.of(language) !== undefined;
}

/** 6.1.13: a package URL follows the purl specification. */
function packageFindings(advisory: CsafAdvisory): Finding[] {
  return productsOf(advisory).flatMap(({ purl, path }) =>
    purl === null || isPackageUrl(purl)
      ? []
      : [
          {
            test: '6.1.13',
            path: `${path}.product_identification_helper.purl`,
            message: `"${purl.slice(0, 100)}" is not a package URL`,
          },
        ],
  );
}

function isPackageUrl(text: string): boolean {
  try {
    return PackageURL.fromString(text).name !== '';
  } catch {
    // The library throws on an invalid package URL. That is a finding, not an incident.
    return false;
  }
}
