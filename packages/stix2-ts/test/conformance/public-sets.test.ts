// Validates complete public sets: ATT&CK for ICS, CAPEC, the OASIS examples.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { hasErrors, validateBundle, validateObject } from 'stix2-ts/validate';
import { publicSet } from './cases.ts';
import { exampleDisagreements } from './disagreements.ts';

function findingsOf(content: unknown) {
  if (Array.isArray(content)) return content.flatMap((one) => validateObject(one));
  const isBundle =
    typeof content === 'object' && content !== null && 'type' in content && content.type === 'bundle';
  return isBundle ? validateBundle(content, { knownMarkings: () => true }).findings : validateObject(content);
}

const ATTACK_ICS = new URL('../../../../data/attack-ics/ics-attack-18.1.json', import.meta.url);

describe('public sets', () => {
  test('ATT&CK for ICS has no errors of its own, and its custom types and properties are flagged', () => {
    const { 'ics-attack-17.1.json': attack = '' } = publicSet('attack-ics');
    for (const text of [readFileSync(ATTACK_ICS, 'utf8'), attack]) {
      const findings = validateBundle(JSON.parse(text)).findings;
      expect(hasErrors(findings)).toBe(false);
      const codes = new Set(findings.map((finding) => finding.code));
      expect(codes).toContain('CUSTOM_TYPE');
      expect(codes).toContain('CUSTOM_PROPERTY');
    }
  });

  test('CAPEC has no errors, and warnings for two addresses that begin with a blank', () => {
    // §2.5.1 cites RFC 3986 without a MUST, so the two addresses that the OASIS validator refuses are kept.
    const { findings } = validateBundle(JSON.parse(publicSet('capec')['capec-stix-2.1.json'] ?? ''));
    expect(hasErrors(findings)).toBe(false);
    expect(findings.filter((one) => one.code === 'URI_INVALID')).toHaveLength(2);
  });

  test.each(['stix-examples', 'stix-extensions', 'indicators-volume'])(
    '%s: verdicts as the judge says',
    (set) => {
      const texts = publicSet(set);
      type Verdicts = { files: Record<string, { valid: boolean }> };
      const { files } = JSON.parse(texts['verdicts.json'] ?? '') as Verdicts;
      expect(Object.keys(files).length).toBeGreaterThan(4);
      const others = Object.entries(files)
        .filter(([file, { valid }]) => hasErrors(findingsOf(JSON.parse(texts[file] ?? ''))) === valid)
        .map(([file]) => `${set}/${file}`);
      const known = Object.keys(exampleDisagreements).filter((file) => file.startsWith(`${set}/`));
      expect(others.sort()).toEqual(known.sort());
    },
  );

  test('refuses STIX 2.0', () => {
    const texts = Object.values(publicSet('stix-2.0-legacy'));
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      const { findings } = validateBundle(JSON.parse(text));
      expect(findings[0]?.code).toBe('STIX_2_0');
    }
  });
});
