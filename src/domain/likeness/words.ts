// The words that a text is found by: whole tokens and their parts, case-folded. No user's expression is ever compiled.

/** Joining characters count only between two parts; a trailing run of them is skipped in one step. */
const TOKEN = /[\p{L}\p{N}]+(?:[._-]+[\p{L}\p{N}]+)*/gu;
const MAX_WORDS = 400;
/** With the terms of its objects. */
const MAX_FOUND_BY = 4_000;
export const MAX_SEARCH_LENGTH = 256;

const collapse = (text: string): string =>
  refanged(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** As people write addresses so that nobody follows them: `hxxp://evil[.]example` is `http://evil.example`. */
const refanged = (text: string): string =>
  text
    .replace(/[[({](?:\.|dot)[\])}]/gi, '.')
    .replace(/[[({](?:@|at)[\])}]/gi, '@')
    .replace(/\bhxxp(s?)(?:\[:\]|:)/gi, 'http$1:');

/** Distinct words of the texts, whole (`icsa-17-045-01`) and in parts (`icsa`, `17` …), at most 400. */
export const wordsOf = (texts: readonly string[]): string[] => {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [whole] of collapse(text).matchAll(TOKEN)) {
      if (words.size >= MAX_WORDS) return [...words];
      words.add(whole);
      for (const part of whole.split(/[._-]+/)) words.add(part);
    }
  }
  return [...words];
};

/**
 * The words of the texts, and the whole words of the terms (addresses, hashes, names); at most 4,000. A term is not taken
 * apart: the parts of an address would find everything.
 */
export const wordsFound = (texts: readonly string[], terms: readonly string[]): string[] => {
  const words = new Set(wordsOf(texts));
  for (const term of terms) {
    for (const [whole] of collapse(term).matchAll(TOKEN)) {
      if (words.size >= MAX_FOUND_BY) return [...words];
      words.add(whole);
    }
  }
  return [...words];
};

/** No word begins so. */
const NO_WORD = '\uffff';

/** The words a search asks for; each must be a prefix of a word of the text. One of signs alone, such as "***", finds nothing. */
export const searchWords = (search: string): string[] => {
  const words = [...collapse(search).matchAll(TOKEN)].map(([token]) => token).slice(0, 16);
  return words.length === 0 && search.trim() !== '' ? [NO_WORD] : words;
};
