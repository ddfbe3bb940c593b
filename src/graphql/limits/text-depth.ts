// Measures the nesting of a query text before parsing: the parser recurses, so 36 kB of braces would overflow its stack
// (M9). One pass without recursion; skips strings, block strings and comments as GraphQL's lexer does.

const QUOTE = 34;
const HASH = 35;
const BACKSLASH = 92;

/** Deepest nesting of brackets of any kind; counting stops past `limit`. */
export const textDepth = (text: string, limit: number): number => {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 123 || unit === 40 || unit === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > limit) return deepest;
    } else if (unit === 125 || unit === 41 || unit === 93) {
      depth -= 1;
    } else if (unit === HASH) {
      at = endOfLine(text, at);
    } else if (unit === QUOTE) {
      at = text.startsWith('"""', at) ? endOfBlock(text, at + 3) : endOfString(text, at + 1);
    }
  }
  return deepest;
};

const endOfLine = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return at;
  }
  return text.length;
};

/** An unclosed string ends with its line; the lexer rejects it later. */
const endOfString = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at += 1;
    else if (unit === QUOTE || unit === 10 || unit === 13) return at;
  }
  return text.length;
};

const endOfBlock = (text: string, from: number): number => {
  let at = text.indexOf('"""', from);
  while (at > 0 && text.charCodeAt(at - 1) === BACKSLASH) at = text.indexOf('"""', at + 3);
  return at < 0 ? text.length : at + 2;
};
