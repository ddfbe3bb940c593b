// The look at a JSON text before it is parsed: depth, number of keys and values, length of strings, keys that poison
// prototypes, and keys that stand twice in one object (readers disagree on which one counts, RFC 8259 §4). One pass,
// no recursion, so that no text can be dear. Syntax is left to JSON.parse.
import { brokenPlace } from './json-place.ts';

/** `stringLength` counts UTF-16 units as written, escapes not undone; `values` counts commas and openings. */
export type JsonLimits = {
  readonly depth: number;
  readonly keys: number;
  readonly stringLength: number;
  readonly values?: number;
};

export const JSON_LIMITS: JsonLimits = { depth: 40, keys: 150_000, stringLength: 262_144 };

export type JsonRefusal =
  | 'JSON_TOO_DEEP'
  | 'JSON_TOO_MANY_KEYS'
  | 'JSON_TOO_MANY_VALUES'
  | 'JSON_STRING_TOO_LONG'
  | 'JSON_FORBIDDEN_KEY'
  | 'JSON_DUPLICATE_KEY';

export type JsonScan =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: JsonRefusal; readonly path: string };

const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Where the scan stands: one step a level, an index in a list or the bounds of a key in an object. */
type Place = { isList: boolean; index: number; keyFrom: number; keyTo: number; seen: Set<string> | null };

export function scanJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonScan {
  const trail: Place[] = [];
  let place: Place | undefined;
  let keys = 0;
  let values = 0;
  const mostValues = limits.values ?? Number.POSITIVE_INFINITY;
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = endOfString(text, at);
      if (end < 0) return { ok: true };
      if (expectsKey && place !== undefined) {
        place.keyFrom = at;
        place.keyTo = end + 1;
        expectsKey = false;
        keys += 1;
        if (keys > limits.keys) return refusal('JSON_TOO_MANY_KEYS', text, trail);
        const key = keyOf(text.slice(at + 1, end));
        if (key === null) return { ok: true };
        if (forbidden.has(key)) return refusal('JSON_FORBIDDEN_KEY', text, trail);
        if (isRepeated(place, key)) return refusal('JSON_DUPLICATE_KEY', text, trail);
      }
      if (end - at - 1 > limits.stringLength) return refusal('JSON_STRING_TOO_LONG', text, trail);
      at = end;
    } else if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
      if (trail.length >= limits.depth) return refusal('JSON_TOO_DEEP', text, trail);
      values += 1;
      if (values > mostValues) return refusal('JSON_TOO_MANY_VALUES', text, trail);
      place = { isList: unit === OPEN_LIST, index: 0, keyFrom: 0, keyTo: 0, seen: null };
      trail.push(place);
      expectsKey = unit === OPEN_OBJECT;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
      trail.pop();
      place = trail.at(-1);
      expectsKey = false;
    } else if (unit === COMMA && place !== undefined) {
      if (place.isList) place.index += 1;
      else expectsKey = true;
      values += 1;
      if (values > mostValues) return refusal('JSON_TOO_MANY_VALUES', text, trail);
    }
  }
  return { ok: true };
}

/** The closing quote of the string that opens at `from`, or -1. A quote after an odd run of backslashes is content. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end > 0) {
    let run = end - 1;
    while (run > from && text.charCodeAt(run) === BACKSLASH) run -= 1;
    if ((end - 1 - run) % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return -1;
}

/** Whether the object at this place has the key already. */
function isRepeated(place: Place, key: string): boolean {
  place.seen ??= new Set();
  const before = place.seen.size;
  return place.seen.add(key).size === before;
}

/** The key as JSON.parse reads it, however it is spelt; null where it cannot, and refuses the whole text after. */
function keyOf(written: string): string | null {
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return null;
  }
}

function refusal(code: JsonRefusal, text: string, trail: readonly Place[]): JsonScan {
  return { ok: false, code, path: pathOf(text, trail) };
}

function pathOf(text: string, trail: readonly Place[]): string {
  let path = '$';
  for (const place of trail) {
    if (place.isList) path += `[${place.index}]`;
    else if (place.keyTo > 0)
      path += step(text.slice(place.keyFrom + 1, Math.min(place.keyTo - 1, place.keyFrom + 81)));
  }
  return path;
}

function step(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: JsonRefusal; readonly path: string; readonly message: string }
  | {
      readonly ok: false;
      readonly code: 'JSON_SYNTAX';
      readonly path: string;
      readonly position: number | null;
      readonly message: string;
    };

const sayings: Readonly<Record<JsonRefusal, (limits: JsonLimits) => string>> = {
  JSON_TOO_DEEP: (limits) => `more than ${limits.depth} levels of nesting`,
  JSON_TOO_MANY_KEYS: (limits) => `more than ${limits.keys} keys`,
  JSON_TOO_MANY_VALUES: (limits) => `more than ${limits.values} values`,
  JSON_STRING_TOO_LONG: (limits) => `a string longer than ${limits.stringLength} characters`,
  JSON_FORBIDDEN_KEY: () => 'a key named __proto__, constructor or prototype',
  JSON_DUPLICATE_KEY: () => 'a key that stands twice in one object',
};

/** The value of a JSON text, or why not. Never throws. */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonReading {
  const scan = scanJson(text, limits);
  if (!scan.ok) return { ...scan, message: sayings[scan.code](limits) };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = brokenPlace(text);
    return { ok: false, code: 'JSON_SYNTAX', path: '$', position, message: `not JSON: ${reason}` };
  }
}
