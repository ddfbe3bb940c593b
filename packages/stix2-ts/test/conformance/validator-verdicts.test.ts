// The OASIS validator's verdicts on its own test objects: 183 of STIX 2.1, and 113 of STIX 2.0 that are not valid 2.1.
import { describe, expect, test } from '@jest/globals';
import { parseJson } from 'stix2-ts/json';
import { hasErrors, validateBundle, validateObject } from 'stix2-ts/validate';
import { readCases } from './cases.ts';
import { validatorDisagreements } from './disagreements.ts';

type Case = { case: string; object?: unknown; text?: string; must_valid: boolean };

function isValid(content: unknown): boolean {
  if (typeof content === 'string') {
    const reading = parseJson(content);
    return reading.ok && isValid(reading.value);
  }
  if (Array.isArray(content)) return content.every(isValid);
  const isBundle =
    typeof content === 'object' && content !== null && 'type' in content && content.type === 'bundle';
  // The OASIS validator does not check that marking definitions are present.
  if (isBundle) return !hasErrors(validateBundle(content, { knownMarkings: () => true }).findings);
  return !hasErrors(validateObject(content));
}

describe('the OASIS validator', () => {
  test('agrees on every STIX 2.1 case, except where the standard says otherwise', () => {
    const cases = readCases<Case>('stix-2.1-cases.json');
    const others = cases
      .filter((one) => isValid(one.object ?? one.text) !== one.must_valid)
      .map((one) => one.case);
    expect(others).toEqual(Object.keys(validatorDisagreements));
    expect(cases).toHaveLength(183);
  });

  test('no STIX 2.0 case passes as STIX 2.1', () => {
    const cases = readCases<Case>('stix-2.0-cases.json');
    expect(cases.filter((one) => isValid(one.object ?? one.text)).map((one) => one.case)).toEqual([]);
    expect(cases).toHaveLength(113);
  });
});
