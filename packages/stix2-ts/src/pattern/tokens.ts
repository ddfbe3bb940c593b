// Tokens of a STIX pattern, read one by one. Each step is linear in the length of the token.
import { isTimestamp } from '../value/timestamp.ts';

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

/** `text` is the content: of a string without quotes and escapes, of any other token as written. */
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
const NUMBER = /-?(?:[0-9]*\.[0-9]+|0|[1-9][0-9]*)/y;
const STRING = /'[^'\\]*(?:\\['\\][^'\\]*)*'/y;
const QUOTED = /'[^'\\]*'/y;

const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Where a match of `form` at `at` ends, or -1 if there is none. */
function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : -1;
}

/** Token starts by character code below 128. Any other character is a blank or an error. */
type Start = 'blank' | 'letter' | 'number' | 'quote' | 'comparator' | 'mark';

const starts: (Start | undefined)[] = Array.from({ length: 128 }, (_, unit) =>
  startOf(String.fromCharCode(unit)),
);

function startOf(sign: string): Start | undefined {
  if (/[\s/]/.test(sign)) return 'blank';
  if (/[A-Za-z_]/.test(sign)) return 'letter';
  if (/[0-9.-]/.test(sign)) return 'number';
  if (/[=!<>]/.test(sign)) return 'comparator';
  if (/[[\]():,*]/.test(sign)) return 'mark';
  return sign === "'" ? 'quote' : undefined;
}

/** The next token at or after `at`; a token of kind `end` at the end of the text. */
export function tokenAt(text: string, at: number): Token {
  let from = at;
  let start = starts[text.charCodeAt(from)];
  if (start === 'blank' || text.charCodeAt(from) > 127) {
    from = skipBlank(text, at);
    start = starts[text.charCodeAt(from)];
  }
  if (from >= text.length) return { kind: 'end', text: '', from: text.length, to: text.length };
  return readToken(text, from, start) ?? { kind: 'unreadable', text: text.charAt(from), from, to: from + 1 };
}

function readToken(text: string, from: number, start: Start | undefined): Token | undefined {
  switch (start) {
    case 'letter':
      return text.charCodeAt(from + 1) === APOSTROPHE ? prefixedAt(text, from) : wordAt(text, from);
    case 'mark':
      return { kind: 'mark', text: text.charAt(from), from, to: from + 1 };
    case 'number':
      return numberAt(text, from);
    case 'quote':
      return stringAt(text, from);
    case 'comparator':
      return comparatorAt(text, from);
    default:
      return undefined;
  }
}

const APOSTROPHE = 39;

function skipBlank(text: string, at: number): number {
  let from = at;
  while (from < text.length) {
    if (text.charCodeAt(from) === 32) {
      from += 1;
      continue;
    }
    if (starts[text.charCodeAt(from)] !== 'blank' && text.charCodeAt(from) < 128) return from;
    const blank = endOf(BLANK, text, from);
    const end = blank < 0 ? endOf(COMMENT, text, from) : blank;
    if (end < 0) return from;
    from = end;
  }
  return from;
}

function numberAt(text: string, from: number): Token | undefined {
  const to = endOf(NUMBER, text, from);
  if (to < 0) return text.charAt(from) === '.' ? { kind: 'mark', text: '.', from, to: from + 1 } : undefined;
  const number = text.slice(from, to);
  return { kind: number.includes('.') ? 'float' : 'integer', text: number, from, to };
}

function stringAt(text: string, from: number): Token | undefined {
  const to = endOf(STRING, text, from);
  if (to < 0) return undefined;
  const content = text.slice(from + 1, to - 1);
  return {
    kind: 'string',
    text: content.includes('\\') ? content.replace(/\\(['\\])/g, '$1') : content,
    from,
    to,
  };
}

/** `t'…'`, `h'…'` or `b'…'`. After any other letter an apostrophe does not belong to the token. */
function prefixedAt(text: string, from: number): Token | undefined {
  const prefix = text.charAt(from);
  if (prefix !== 't' && prefix !== 'h' && prefix !== 'b') return wordAt(text, from);
  const to = endOf(QUOTED, text, from + 1);
  if (to < 0) return undefined;
  const content = text.slice(from + 2, to - 1);
  if (prefix === 't')
    return isTimestamp(content) ? { kind: 'timestamp', text: content, from, to } : undefined;
  if (prefix === 'h') return HEX.test(content) ? { kind: 'hex', text: content, from, to } : undefined;
  // Line feeds in base64 are ignored (§9.2).
  const joined = content.replace(/[\r\n]+/g, '');
  const isBase64 = joined.length % 4 === 0 && BASE64.test(joined);
  return isBase64 ? { kind: 'binary', text: joined, from, to } : undefined;
}

/** 1: letter, digit or underscore; 2: hyphen. */
const inWord = new Uint8Array(128);
for (let unit = 0; unit < 128; unit += 1) {
  if (/[A-Za-z0-9_]/.test(String.fromCharCode(unit))) inWord[unit] = 1;
}
inWord[45] = 2;

function wordAt(text: string, from: number): Token {
  let to = from + 1;
  let isHyphened = false;
  for (; to < text.length; to += 1) {
    const sort = inWord[text.charCodeAt(to)] ?? 0;
    if (sort === 0) break;
    if (sort === 2) isHyphened = true;
  }
  const word = text.slice(from, to);
  if (isHyphened) return { kind: 'hyphenName', text: word, from, to };
  if (word === 'true' || word === 'false') return { kind: 'boolean', text: word, from, to };
  const isUpper = text.charCodeAt(from) <= 90;
  return { kind: isUpper && keywords.has(word) ? 'keyword' : 'name', text: word, from, to };
}

const comparators = new Set(['==', '!=', '<>', '<=', '>=']);

function comparatorAt(text: string, from: number): Token | undefined {
  const pair = text.slice(from, from + 2);
  if (comparators.has(pair)) return { kind: 'comparator', text: pair, from, to: from + 2 };
  const sign = text.charAt(from);
  return sign === '!' ? undefined : { kind: 'comparator', text: sign, from, to: from + 1 };
}
