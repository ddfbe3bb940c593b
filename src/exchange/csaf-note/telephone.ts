// The telephone number in what an issuer writes about how to reach it. A wrong number is worse than none: somebody calls it at
// night. So a number counts only where it says that it is one: with a plus sign, behind a word such as "phone", or in the form
// of North America. Fingerprints, dates, postal codes and addresses of pages are full of digits that are none.

const NUMBER = /(?<![\p{L}\p{N}.@/_-])(?:\+|\(\+)?\(?\d[\d\s()./-]{5,20}\d(?![\p{L}\p{N}@_])/gu;
/** What is said of a key goes on to the end of its line. */
const KEY = /(?:\b(?:open)?pgp\b|\bgpg\b|fingerprint|\bkey(?:[ -]?id)?\b|\b0x[0-9a-f]{6,}).*$/gimu;
const ADDRESS = /(?:[a-z][a-z+.-]*:\/\/|www\.)\S+|\S+@\S+/giu;
const DATE = /(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:T[\d:.]+Z?)?(?!\d)/gu;
const CALLED =
  /(?:phone|tele?fono?|téléphone|telefoon|telephone|tel|call|mobile|cell|hotline|toll[- ]free|fon|rufnummer|電話|电话|☎)(?:\p{L}|[\s.:()#–-])*$/iu;
const FAX = /fax[^\d\n]*$/iu;
const NORTH_AMERICA = /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}$/;

/** As it is written; null where none says that it is one. */
export function telephoneIn(contact: string): string | null {
  const text = [ADDRESS, KEY, DATE].reduce((rest, pattern) => rest.replace(pattern, ' '), contact);
  for (const line of text.split(/\r?\n|;/)) {
    for (const { 0: found, index } of line.matchAll(NUMBER)) {
      const before = line.slice(Math.max(0, index - 40), index);
      const digits = found.replace(/\D/g, '').length;
      const isCalled = /^\(?\+/.test(found) || CALLED.test(before) || NORTH_AMERICA.test(found);
      const isFax = FAX.test(before) && !/tel|phone|fon\b/i.test(before);
      if (digits >= 7 && digits <= 15 && isCalled && !isFax) return found.trim();
    }
  }
  return null;
}
