// The code that founds a hub: printed on its machine, typed into a browser. The first group finds it, the others are the
// secret: 100 bits.

/** No letter that is taken for a digit or another letter (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;
const GROUPS = 5;

/** From at least 25 random bytes, one for each letter. */
export const setupCodeFrom = (bytes: Uint8Array): string =>
  Array.from({ length: GROUPS }, (_, group) =>
    Array.from(
      { length: GROUP },
      (_each, at) => LETTERS[(bytes[group * GROUP + at] ?? 0) % LETTERS.length],
    ).join(''),
  ).join('-');

export type ReadSetupCode = { readonly id: string; readonly letters: string };

/** Read as people type it; null for what is no such code. */
export const readSetupCode = (text: string): ReadSetupCode | null => {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode =
    letters.length === GROUP * GROUPS && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? { id: `setup-${letters.slice(0, GROUP).toLowerCase()}`, letters } : null;
};
