// Finds where a text stops being JSON (RFC 8259), since JSON.parse does not always report it. One pass, no recursion.

// Sticky expressions without nested repetition: each is linear in what it reads.
const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Awaited = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end';

/** Offset, in UTF-16 units, of the first invalid character; null when the text is valid JSON. */
export function brokenPlace(text: string): number | null {
  const open: ('[' | '{')[] = [];
  let awaited: Awaited = 'value';
  for (let at = endOf(BLANK, text, 0); ; at = endOf(BLANK, text, at)) {
    const sign = text.charAt(at);
    if (awaited === 'end') return at < text.length ? at : null;
    if (awaited === 'colon') {
      if (sign !== ':') return at;
      awaited = 'value';
      at += 1;
    } else if (awaited === 'commaOrEnd' && sign === ',') {
      awaited = open.at(-1) === '[' ? 'value' : 'key';
      at += 1;
    } else if (isEnd(sign, awaited, open.at(-1))) {
      open.pop();
      awaited = open.length === 0 ? 'end' : 'commaOrEnd';
      at += 1;
    } else if (awaited === 'commaOrEnd') return at;
    else if (awaited === 'key' || awaited === 'keyOrEnd') {
      const end = sign === '"' ? endOfString(text, at) : { isWhole: false, at };
      if (!end.isWhole) return end.at;
      awaited = 'colon';
      at = end.at;
    } else if (sign === '[' || sign === '{') {
      open.push(sign);
      awaited = sign === '[' ? 'valueOrEnd' : 'keyOrEnd';
      at += 1;
    } else {
      const end = endOfScalar(text, at, sign);
      if (!end.isWhole) return end.at;
      awaited = open.length === 0 ? 'end' : 'commaOrEnd';
      at = end.at;
    }
  }
}

function isEnd(sign: string, awaited: Awaited, open: '[' | '{' | undefined): boolean {
  if (open === '[') return sign === ']' && (awaited === 'commaOrEnd' || awaited === 'valueOrEnd');
  return sign === '}' && open === '{' && (awaited === 'commaOrEnd' || awaited === 'keyOrEnd');
}

/** The end of a token, or the offset of the first invalid character in it. */
type End = { readonly isWhole: boolean; readonly at: number };

function endOfScalar(text: string, at: number, sign: string): End {
  if (sign === '"') return endOfString(text, at);
  const end = Math.max(endOf(NUMBER, text, at), endOf(WORD, text, at));
  return { isWhole: end > at, at: end };
}

function endOfString(text: string, from: number): End {
  for (let at = from + 1; ; ) {
    at = endOf(PLAIN, text, at);
    if (text.charAt(at) === '"') return { isWhole: true, at: at + 1 };
    const end = endOf(ESCAPE, text, at);
    if (end === at) return { isWhole: false, at };
    at = end;
  }
}

/** Where a match of `form` at `at` ends; `at` itself if there is none. */
function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : at;
}
