// Scans a JSON text before it is parsed: depth, number of keys and values, length of strings, keys that pollute
// prototypes, and duplicate keys (parsers disagree on which one counts, RFC 8259 §4). One pass without recursion, so
// hostile text stays cheap; it can run in slices. Other syntax is left to JSON.parse.

/** `stringLength` counts UTF-16 units as written, escapes included; `values` counts commas and opening brackets. */
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

/** A list or object whose text is long, in pieces that are parsed separately. */
export type LongValue = {
  readonly isList: boolean;
  /** Offset of the opening bracket; `to` is that of the closing one. */
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
};

/** A run of complete members. */
export type Piece = { readonly from: number; readonly to: number; readonly holes: readonly Hole[] };

/** A long value among the members of a piece: at an index of a list, or under the key at these offsets of an object. */
export type Hole = {
  readonly index: number;
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly value: LongValue;
};

/** The scan's position at one level of nesting: an index of a list or the offsets of a key. */
type Place = {
  isList: boolean;
  index: number;
  keyFrom: number;
  keyTo: number;
  seen: Set<string> | null;
  readonly from: number;
  pieceFrom: number;
  pieces: Piece[] | null;
  holes: Hole[] | null;
};

export type Scan = {
  readonly text: string;
  readonly limits: JsonLimits;
  /** Minimum length of a piece; shorter values are kept whole. */
  readonly piece: number;
  readonly trail: Place[];
  place: Place | undefined;
  at: number;
  keys: number;
  values: number;
  expectsKey: boolean;
  /** The top-level value, if it is long. */
  long: LongValue | null;
  /** Known to be invalid JSON. When false, JSON.parse still decides. */
  isBroken: boolean;
  /** Null until the scan ends. */
  outcome: JsonScan | null;
};

export function openScan(text: string, limits: JsonLimits, piece = Number.POSITIVE_INFINITY): Scan {
  return {
    text,
    limits,
    piece,
    trail: [],
    place: undefined,
    at: 0,
    keys: 0,
    values: 0,
    expectsKey: false,
    long: null,
    isBroken: false,
    outcome: null,
  };
}

export function scanJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonScan {
  const scan = openScan(text, limits);
  scanOn(scan, text.length);
  return scan.outcome ?? { ok: true };
}

/** Continues to at least `until`, finishing a string that crosses it. */
export function scanOn(scan: Scan, until: number): void {
  const { text } = scan;
  let at = scan.at;
  for (; at < until; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = takeString(scan, at);
    else if (unit === OPEN_OBJECT || unit === OPEN_LIST) open(scan, at, unit === OPEN_LIST);
    else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) close(scan, at, unit === CLOSE_LIST);
    else if (unit === COMMA && scan.place !== undefined) takeComma(scan, scan.place, at);
    else continue;
    if (scan.outcome !== null) return;
  }
  scan.at = at;
  if (at < text.length) return;
  scan.isBroken = scan.place !== undefined;
  scan.outcome = { ok: true };
}

/** Scans the string that starts at `at` and returns the offset of its closing quote. */
function takeString(scan: Scan, at: number): number {
  const { text, place, limits } = scan;
  const end = endOfString(text, at, limits.stringLength);
  if (end < 0) {
    giveUp(scan);
    return at;
  }
  const isTooLong = end - at - 1 > limits.stringLength;
  if (scan.expectsKey && place !== undefined) {
    place.keyFrom = at;
    place.keyTo = end + 1;
    scan.expectsKey = false;
    scan.keys += 1;
    if (scan.keys > limits.keys) refuse(scan, 'JSON_TOO_MANY_KEYS');
    const key = keyOf(text.slice(at + 1, end));
    if (key === null) {
      // A string over the limit may not have been scanned to its end.
      if (!isTooLong) giveUp(scan);
    } else if (forbidden.has(key)) refuse(scan, 'JSON_FORBIDDEN_KEY');
    else if (isRepeated(place, key)) refuse(scan, 'JSON_DUPLICATE_KEY');
  }
  if (isTooLong) refuse(scan, 'JSON_STRING_TOO_LONG');
  return end;
}

function open(scan: Scan, at: number, isList: boolean) {
  const { trail, limits } = scan;
  if (trail.length >= limits.depth) return refuse(scan, 'JSON_TOO_DEEP');
  countValue(scan);
  const place: Place = {
    isList,
    index: 0,
    keyFrom: 0,
    keyTo: 0,
    seen: null,
    from: at,
    pieceFrom: at + 1,
    pieces: null,
    holes: null,
  };
  trail.push(place);
  scan.place = place;
  scan.expectsKey = !isList;
}

function close(scan: Scan, at: number, isList: boolean) {
  const place = scan.trail.pop();
  const parent = scan.trail.at(-1);
  scan.place = parent;
  scan.expectsKey = false;
  if (place === undefined || place.isList !== isList) return giveUp(scan);
  if (at - place.from < scan.piece) return;
  endPiece(place, at);
  const value: LongValue = { isList, from: place.from, to: at, pieces: place.pieces ?? [] };
  if (parent === undefined) {
    // A second top-level value is invalid JSON; JSON.parse will find it around the first.
    scan.long ??= value;
    return;
  }
  parent.holes ??= [];
  parent.holes.push({ index: parent.index, keyFrom: parent.keyFrom, keyTo: parent.keyTo, value });
}

function takeComma(scan: Scan, place: Place, at: number): void {
  if (at - place.pieceFrom >= scan.piece) endPiece(place, at);
  if (place.isList) place.index += 1;
  else scan.expectsKey = true;
  countValue(scan);
}

function endPiece(place: Place, at: number): void {
  place.pieces ??= [];
  place.pieces.push({ from: place.pieceFrom, to: at, holes: place.holes ?? [] });
  place.pieceFrom = at + 1;
  place.holes = null;
}

function countValue(scan: Scan): void {
  scan.values += 1;
  if (scan.limits.values !== undefined && scan.values > scan.limits.values)
    refuse(scan, 'JSON_TOO_MANY_VALUES');
}

/**
 * Offset of the closing quote of the string that starts at `from`, or -1. A quote after an odd number of backslashes is
 * content. Past `longest` any quote will do, since the string is refused anyway.
 */
function endOfString(text: string, from: number, longest: number): number {
  let end = text.indexOf('"', from + 1);
  while (end > 0) {
    let run = end - 1;
    while (run > from && text.charCodeAt(run) === BACKSLASH) run -= 1;
    if ((end - 1 - run) % 2 === 0 || end - from - 1 > longest) return end;
    end = text.indexOf('"', end + 1);
  }
  return -1;
}

/** Records the key; true when the object already has it. */
function isRepeated(place: Place, key: string): boolean {
  place.seen ??= new Set();
  const before = place.seen.size;
  return place.seen.add(key).size === before;
}

/** The key as JSON.parse decodes it; null when it is malformed, in which case JSON.parse refuses the text later. */
function keyOf(written: string): string | null {
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return null;
  }
}

/** Stops the scan at a syntax error: JSON.parse fails here or earlier. */
function giveUp(scan: Scan): void {
  scan.isBroken = true;
  scan.outcome ??= { ok: true };
}

/** Keeps the first refusal. */
function refuse(scan: Scan, code: JsonRefusal): void {
  scan.outcome ??= { ok: false, code, path: pathOf(scan.text, scan.trail) };
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
