// The parser's position in a pattern and the moves on it. A syntax error throws `PatternMisread`, which `parsePattern`
// catches and returns as a value.
import { type Token, tokenAt } from './tokens.ts';

export type Misreading = { readonly offset: number; readonly found: string; readonly expected: string };

export class PatternMisread extends Error {
  readonly misreading: Misreading;

  constructor(misreading: Misreading) {
    super(`expected ${misreading.expected}`);
    this.misreading = misreading;
  }
}

export type Reader = { readonly text: string; token: Token; depth: number };

/** The deepest nesting of brackets and parentheses: far beyond any real pattern, and safe for the stack. */
export const deepestNesting = 256;

export function readerOf(text: string): Reader {
  return { text, token: tokenAt(text, 0), depth: 0 };
}

/** Consumes and returns the next token. */
export function take(reader: Reader): Token {
  const token = reader.token;
  reader.token = tokenAt(reader.text, token.to);
  return token;
}

export function sees(reader: Reader, text: string): boolean {
  const { kind } = reader.token;
  return reader.token.text === text && (kind === 'mark' || kind === 'keyword');
}

/** Consumes the mark or keyword if it comes next. */
export function takeIf(reader: Reader, text: string): boolean {
  if (!sees(reader, text)) return false;
  take(reader);
  return true;
}

export function demand(reader: Reader, text: string, expected = `'${text}'`): void {
  if (!takeIf(reader, text)) misread(reader, expected);
}

export function misread(reader: Reader, expected: string, token: Token = reader.token): never {
  const found =
    token.kind === 'end'
      ? 'the end of the pattern'
      : reader.text.slice(token.from, Math.min(token.to, token.from + 80));
  throw new PatternMisread({ offset: token.from, found, expected });
}

/** Runs a parsing function one level deeper, or refuses when the nesting is too deep. */
export function nested<T>(reader: Reader, read: (reader: Reader) => T): T {
  if (reader.depth >= deepestNesting) misread(reader, `at most ${deepestNesting} levels of nesting`);
  reader.depth += 1;
  const result = read(reader);
  reader.depth -= 1;
  return result;
}
