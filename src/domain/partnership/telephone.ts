// Whether somebody can dial it: people write numbers with blanks, hyphens, brackets and an extension, in the digits of their script.

/** Of E.164 at most 15 digits; short ones are dialled within an organisation or a State. */
const LEAST_DIGITS = 3;
const MOST_DIGITS = 20;

const NUMBER = /^\+?[\p{Nd}\s().\-\u2010-\u2015/]+$/u;
const EXTENSION = /[\s,;]*(?:ext(?:ension)?\.?|x|#)[\s:=.]*\p{Nd}{1,8}$/iu;

export const isTelephone = (written: string): boolean => {
  const number = written.trim().replace(EXTENSION, '');
  const digits = number.match(/\p{Nd}/gu)?.length ?? 0;
  return NUMBER.test(number) && digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
};
