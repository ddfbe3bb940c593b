// Whole public sets, where they lie beside the checkout: ATT&CK for ICS, CAPEC, the examples of OASIS.
import { describe, expect, test } from '@jest/globals';
import { hasErrors, validateBundle, validateObject } from 'stix2-ts/validate';
import { sharedText } from './cases.ts';
import { exampleDisagreements } from './disagreements.ts';

const isAtHand = sharedText('README.md') !== null;
const ifAtHand = isAtHand ? test : test.skip;

function findingsOf(content: unknown) {
  if (Array.isArray(content)) return content.flatMap((one) => validateObject(one));
  const isBundle =
    typeof content === 'object' && content !== null && 'type' in content && content.type === 'bundle';
  return isBundle ? validateBundle(content, { knownMarkings: () => true }).findings : validateObject(content);
}

function read(path: string): unknown {
  return JSON.parse(sharedText(path) ?? 'null');
}

describe('public sets', () => {
  ifAtHand('ATT&CK for ICS has no error by itself, and its custom types and properties are flagged', () => {
    for (const release of ['18.1', '17.1']) {
      const findings = validateBundle(read(`attack-ics/ics-attack-${release}.json`)).findings;
      expect(hasErrors(findings)).toBe(false);
      const codes = new Set(findings.map((finding) => finding.code));
      expect(codes).toContain('CUSTOM_TYPE');
      expect(codes).toContain('CUSTOM_PROPERTY');
    }
  });

  ifAtHand('CAPEC has no error, and a warning for two addresses that begin with a blank', () => {
    // §2.5.1 refers to RFC 3986 without a MUST, so the two that the judge refuses are kept.
    const { findings } = validateBundle(read('capec/capec-stix-2.1.json'));
    expect(hasErrors(findings)).toBe(false);
    expect(findings.filter((one) => one.code === 'URI_INVALID')).toHaveLength(2);
  });

  ifAtHand.each(['stix-examples', 'stix-extensions', 'indicators-volume'])(
    '%s: verdicts as the judge says',
    (set) => {
      const { files } = read(`${set}/verdicts.json`) as { files: Record<string, { valid: boolean }> };
      const others = Object.entries(files)
        .filter(([file, { valid }]) => hasErrors(findingsOf(read(`${set}/${file}`))) === valid)
        .map(([file]) => `${set}/${file}`);
      const known = Object.keys(exampleDisagreements).filter((file) => file.startsWith(`${set}/`));
      expect(others.sort()).toEqual(known.sort());
    },
  );

  ifAtHand('nothing of STIX 2.0 is taken', () => {
    for (const name of ['clean-ursa', 'plugx-malware']) {
      const { findings } = validateBundle(read(`stix-2.0-legacy/${name}.json`));
      expect(findings[0]?.code).toBe('STIX_2_0');
    }
  });
});
