// The mandatory tests of CSAF 2.0 §6.1 that Tocsin refuses by: what cannot be read without guessing (products that
// are not defined or defined twice, contradicting statements) and a revision history that contradicts itself.
// Not checked: 6.1.9-6.1.11 (CVSS arithmetic, CWE names), 6.1.15, 6.1.24-6.1.26, 6.1.28, 6.1.31, and
// of the profiles (6.1.27) those parts that change nothing in a warning.
import type { CsafAdvisory } from '../csaf/document.ts';
import type { Finding } from './finding.ts';
import { nameFindings } from './name-tests.ts';
import { productFindings } from './product-tests.ts';
import { revisionFindings } from './revision-tests.ts';
import { vulnerabilityFindings } from './vulnerability-tests.ts';

export function failedTests(advisory: CsafAdvisory): Finding[] {
  return [
    ...productFindings(advisory),
    ...vulnerabilityFindings(advisory),
    ...revisionFindings(advisory),
    ...nameFindings(advisory),
  ];
}
