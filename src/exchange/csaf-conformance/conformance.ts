// The mandatory tests of CSAF 2.0 §6.1 for which Tocsin refuses an advisory: faults that would force a reader to guess
// (products undefined or defined twice, contradicting statements) and an inconsistent revision history.
import type { CsafAdvisory } from '../csaf/document.ts';
import type { Finding } from './finding.ts';
import { nameFindings } from './name-tests.ts';
import { productFindings } from './product-tests.ts';
import { revisionFindings } from './revision-tests.ts';
import { vulnerabilityFindings } from './vulnerability-tests.ts';

/** The mandatory tests that are not run, each with the reason: none of these faults changes what a warning says. */
export const UNCHECKED_TESTS: Readonly<Record<string, string>> = {
  '6.1.9':
    'computes CVSS scores again; where score and vector contradict, the vector decides, with a finding',
  '6.1.10': 'compares CVSS properties with the vector; only vector and score are read',
  '6.1.11': 'compares names of CWEs; only their ids are read',
  '6.1.15': 'asks for the translator of a translation, who is not read',
  '6.1.24': 'asks whether one party is involved twice; involvements are not read',
  '6.1.25': 'asks for two hashes of one algorithm; hashes are not read',
  '6.1.26': 'forbids names of profiles as other categories; the category decides nothing here',
  '6.1.27': 'the demands of each profile (6.1.27.1 to 6.1.27.11), which a warning does not need',
  '6.1.28': 'forbids a translation into its own language; the source language is not read',
  '6.1.31': 'forbids words for ranges in names of versions; names are shown as written',
  '6.1.32': 'asks that a flag names a product; flags are not read',
  '6.1.33': 'allows one justification of a VEX per product; flags are not read',
};

export function failedTests(advisory: CsafAdvisory): Finding[] {
  return [
    ...productFindings(advisory),
    ...vulnerabilityFindings(advisory),
    ...revisionFindings(advisory),
    ...nameFindings(advisory),
  ];
}
