// A code that is read over the telephone: eight groups of three digits, of which the last is a check of the others. Seven
// groups of digits are about 70 bits.

const GROUPS = 7;
const DIGITS = 3;
const RANGE = 10 ** DIGITS;
/** The greatest prime below 1,000: the check then notices one wrong group and two that changed places. */
const PRIME = 997;

const checkOf = (groups: readonly number[]): number =>
  groups.reduce((sum, group, index) => (sum + group * (index + 2)) % PRIME, 0);

const written = (group: number): string => String(group).padStart(DIGITS, '0');

/** From at least 14 random bytes, two for a group. */
export const recoveryCodeFrom = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // 65,536 is no multiple of 1,000: the bias is one in a thousand of a group, which leaves the 70 bits.
  const groups = Array.from({ length: GROUPS }, (_, index) => view.getUint16(index * 2) % RANGE);
  return [...groups, checkOf(groups)].map(written).join(' ');
};

export type ReadCode = {
  readonly isComplete: boolean;
  readonly isConsistent: boolean;
  readonly digits: string;
};

/** Any spaces, hyphens and dots between the digits are ignored. Digits of other scripts are read too. */
export const readRecoveryCode = (text: string): ReadCode => {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s.\-–—]/g, '')
    .replace(/\p{Nd}/gu, digitOf);
  const isComplete = digits.length === (GROUPS + 1) * DIGITS && /^\d+$/.test(digits);
  if (!isComplete) return { isComplete, isConsistent: false, digits: '' };
  const all = (digits.match(/\d{3}/g) ?? []).map(Number);
  return { isComplete, isConsistent: checkOf(all.slice(0, GROUPS)) === all[GROUPS], digits };
};

/** The decimal digits of every script are ten in a row that begins at a multiple of ten from the block's zero. */
const digitOf = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code < 0x80 ? letter : String(code - zero);
};
