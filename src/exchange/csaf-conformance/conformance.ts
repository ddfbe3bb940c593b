// The mandatory tests of CSAF 2.0 §6.1 for which Tocsin refuses an advisory: faults that would force a reader to guess
// (products undefined or defined twice, contradicting statements) and an inconsistent revision history.
// Not checked: 6.1.9-6.1.11 (CVSS arithmetic, CWE names), 6.1.15, 6.1.24-6.1.26, 6.1.28, 6.1.31, and the parts of the
// profiles (6.1.27) that do not affect a warning.
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
