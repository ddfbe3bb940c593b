// The mandatory tests of CSAF 2.0 §6.1 that Tocsin refuses by: what cannot be read without guessing (products that
// are not defined or defined twice, contradicting statements) and a revision history that contradicts itself.
// Not checked: 6.1.9-6.1.11 (CVSS arithmetic, CWE names), 6.1.13 (purl), 6.1.15, 6.1.24-6.1.26, 6.1.28, 6.1.31, and
// of the profiles (6.1.27) those parts that change nothing in a warning.
import type { CsafAdvisory } from '../csaf/document.ts';
import type { Finding } from './finding.ts';
import { productFindings } from './product-tests.ts';
import { revisionFindings } from './revision-tests.ts';
import { vulnerabilityFindings } from './vulnerability-tests.ts';

export function failedTests(advisory: CsafAdvisory): Finding[] {
  return [
    ...productFindings(advisory),
    ...vulnerabilityFindings(advisory),
    ...revisionFindings(advisory),
    ...languageFindings(advisory),
  ];
}

/** 6.1.12: a language is one that BCP 47 knows the form of. */
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
  const subtag = tag.split('-')[0] ?? '';
  if (!/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(tag)) return false;
  // The registry of languages is ICU's; a private or grandfathered tag passes by its form alone.
  return subtag.length !== 2 || LANGUAGES.of(subtag) !== undefined;
}
