// The form of a hash by algorithm (STIX 2.1 §2.7, §10.7). Algorithm names are compared without hyphens, underscores and
// case, since producers spell them in many ways.

const hexadecimal: ReadonlyMap<string, readonly number[]> = new Map([
  ['MD5', [32]],
  ['MD6', [32, 40, 56, 64, 96, 128]],
  ['RIPEMD160', [40]],
  ['SHA1', [40]],
  ['SHA224', [56]],
  ['SHA256', [64]],
  ['SHA384', [96]],
  ['SHA512', [128]],
  ['SHA3224', [56]],
  ['SHA3256', [64]],
  ['SHA3384', [96]],
  ['SHA3512', [128]],
  ['WHIRLPOOL', [128]],
]);

const HEXADECIMAL = /^[0-9a-fA-F]+$/;
const SSDEEP = /^[0-9]+:[A-Za-z0-9/+]{0,64}:[A-Za-z0-9/+]{0,64}(?:,.*)?$/;
const TLSH = /^(?:T1)?[0-9a-fA-F]{70}$/;

/** Whether the text can be a hash of this algorithm. For an unknown algorithm any text can. */
export function isHashOf(algorithm: string, text: string): boolean {
  const name = algorithm.toUpperCase().replace(/[-_]/g, '');
  if (name === 'SSDEEP') return SSDEEP.test(text) || /^[A-Za-z0-9/+:.]{1,128}$/.test(text);
  if (name === 'TLSH') return TLSH.test(text);
  const lengths = hexadecimal.get(name);
  return lengths === undefined || (lengths.includes(text.length) && HEXADECIMAL.test(text));
}
