// Digits as people of the console's languages type them, of Arabic keyboards and of full width: `١٠` is 10.

/** Each script begins them at a multiple of 16. */
const OTHERS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

export const plainDigits = (text: string): string =>
  text.replace(OTHERS, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
