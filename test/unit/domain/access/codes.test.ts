// Codes that people read aloud and type: recovery codes with their check, and setup codes.
import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readRecoveryCode, recoveryCodeFrom } from '../../../../src/domain/access/recovery-code.ts';
import { readSetupCode, setupCodeFrom } from '../../../../src/domain/access/setup-code.ts';

const RUNS = 200;

test('a recovery code is read as it was written, with any spaces, and in digits of other scripts', () => {
  for (let run = 0; run < RUNS; run += 1) {
    const code = recoveryCodeFrom(randomBytes(14));
    expect(code).toMatch(/^(\d{3} ){7}\d{3}$/);
    const digits = code.replaceAll(' ', '');
    for (const typed of [code, digits, code.replaceAll(' ', '-'), `  ${code.replaceAll(' ', '  ')} `])
      expect(readRecoveryCode(typed)).toEqual({ isComplete: true, isConsistent: true, digits });
    const arabic = code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    expect(readRecoveryCode(arabic).digits).toBe(digits);
  }
});

test('the check notices every wrong digit, and two groups that changed places', () => {
  for (let run = 0; run < RUNS; run += 1) {
    const groups = recoveryCodeFrom(randomBytes(14)).split(' ');
    const digits = groups.join('');
    for (let at = 0; at < digits.length - 3; at += 1) {
      const other = String((Number(digits[at]) + 1 + (run % 9)) % 10);
      if (other !== digits[at])
        expect(readRecoveryCode(`${digits.slice(0, at)}${other}${digits.slice(at + 1)}`).isConsistent).toBe(
          false,
        );
    }
    const [one = '', two = '', ...rest] = groups;
    if (Number(one) % 997 !== Number(two) % 997)
      expect(readRecoveryCode([two, one, ...rest].join(' ')).isConsistent).toBe(false);
  }
});

test('a setup code is read as people type it', () => {
  const code = setupCodeFrom(randomBytes(25));
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
  const read = readSetupCode(code);
  expect(read?.letters).toBe(code.replaceAll('-', ''));
  expect(readSetupCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual(read);
  expect(readSetupCode(code.slice(1))).toBeNull();
});
