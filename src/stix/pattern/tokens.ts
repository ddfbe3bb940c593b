// The words of a STIX pattern, read one after another. Each look costs the length of the word it finds.
import { isTimestamp } from '../timestamp.ts';

export type TokenKind =
  | 'end'
  | 'keyword'
  | 'name'
  | 'hyphenName'
  | 'mark'
  | 'comparator'
  | 'integer'
  | 'float'
  | 'string'
  | 'timestamp'
  | 'hex'
  | 'binary'
  | 'boolean'
  | 'unreadable';

/** `text` is the content: of a string without quotes and escapes, of anything else as written. */
export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

const keywords = new Set(
  'AND OR NOT FOLLOWEDBY LIKE MATCHES ISSUPERSET ISSUBSET EXISTS LAST IN START STOP SECONDS WITHIN REPEATS TIMES'.split(
    ' ',
  ),
);

// Sticky expressions without nested repetition: each is linear in what it reads.
const BLANK = /[\s\u0085]+/y;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/y;
const WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /-?(?:[0-9]*\.[0-9]+|0|[1-9][0-9]*)/y;
const COMPARATOR = /==|=|!=|<>|<=|>=|<|>/y;
const MARK = /[[\]():.,*]/y;
const STRING = /'[^'\\]*(?:\\['\\][^'\\]*)*'/y;
const QUOTED = /'[^'\\]*'/y;

const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

function readAt(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}

/** The next word at or after `at`; at the end of the text a token of kind `end`. */
export function tokenAt(text: string, at: number): Token {
  const from = skipBlank(text, at);
  if (from >= text.length) return { kind: 'end', text: '', from: text.length, to: text.length };
  return literalAt(text, from) ?? wordAt(text, from) ?? signAt(text, from);
}

function skipBlank(text: string, at: number): number {
  let from = at;
  while (from < text.length) {
    const skipped = readAt(BLANK, text, from) ?? readAt(COMMENT, text, from);
    if (skipped === undefined) return from;
    from += skipped.length;
  }
  return from;
}

function literalAt(text: string, from: number): Token | undefined {
  const first = text[from] ?? '';
  if (first === "'") {
    const quoted = readAt(STRING, text, from);
    if (quoted === undefined) return undefined;
    const content = quoted.slice(1, -1);
    const plain = content.includes('\\') ? content.replace(/\\(['\\])/g, '$1') : content;
    return { kind: 'string', text: plain, from, to: from + quoted.length };
  }
  if ('thb'.includes(first) && text[from + 1] === "'") return prefixedAt(text, from, first);
  const number = readAt(NUMBER, text, from);
  if (number === undefined) return undefined;
  return { kind: number.includes('.') ? 'float' : 'integer', text: number, from, to: from + number.length };
}

function prefixedAt(text: string, from: number, prefix: string): Token | undefined {
  const quoted = readAt(QUOTED, text, from + 1);
  if (quoted === undefined) return undefined;
  const content = quoted.slice(1, -1);
  const to = from + 1 + quoted.length;
  if (prefix === 't')
    return isTimestamp(content) ? { kind: 'timestamp', text: content, from, to } : undefined;
  if (prefix === 'h') return HEX.test(content) ? { kind: 'hex', text: content, from, to } : undefined;
  // Line feeds within base64 are read and ignored (§9.2).
  const joined = content.replace(/[\r\n]+/g, '');
  const isBase64 = joined.length % 4 === 0 && BASE64.test(joined);
  return isBase64 ? { kind: 'binary', text: joined, from, to } : undefined;
}

function wordAt(text: string, from: number): Token | undefined {
  const word = readAt(WORD, text, from);
  if (word === undefined) return undefined;
  const to = from + word.length;
  if (word === 'true' || word === 'false') return { kind: 'boolean', text: word, from, to };
  if (keywords.has(word)) return { kind: 'keyword', text: word, from, to };
  return { kind: word.includes('-') ? 'hyphenName' : 'name', text: word, from, to };
}

function signAt(text: string, from: number): Token {
  const comparator = readAt(COMPARATOR, text, from);
  if (comparator !== undefined)
    return { kind: 'comparator', text: comparator, from, to: from + comparator.length };
  const mark = readAt(MARK, text, from);
  if (mark !== undefined) return { kind: 'mark', text: mark, from, to: from + 1 };
  return { kind: 'unreadable', text: text.slice(from, from + 1), from, to: from + 1 };
}
