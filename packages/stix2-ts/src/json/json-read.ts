// Parses JSON text within limits: scanned first (`json-scan.ts`), then parsed. A long text is scanned and parsed in
// slices, to let other work on the thread run in between. The value is the same as JSON.parse returns.
import { brokenPlace } from './json-place.ts';
import {
  JSON_LIMITS,
  type JsonLimits,
  type JsonRefusal,
  type LongValue,
  openScan,
  type Piece,
  scanJson,
  scanOn,
} from './json-scan.ts';

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: JsonRefusal; readonly path: string; readonly message: string }
  | {
      readonly ok: false;
      readonly code: 'JSON_SYNTAX';
      readonly path: string;
      /** Offset of the first invalid character; null from `parseJsonInSlices`, which does not look for it. */
      readonly position: number | null;
      readonly message: string;
    };

const messages: Readonly<Record<JsonRefusal, (limits: JsonLimits) => string>> = {
  JSON_TOO_DEEP: (limits) => `more than ${limits.depth} levels of nesting`,
  JSON_TOO_MANY_KEYS: (limits) => `more than ${limits.keys} keys`,
  JSON_TOO_MANY_VALUES: (limits) => `more than ${limits.values} values`,
  JSON_STRING_TOO_LONG: (limits) => `a string longer than ${limits.stringLength} characters`,
  JSON_FORBIDDEN_KEY: () => 'a key named __proto__, constructor or prototype',
  JSON_DUPLICATE_KEY: () => 'a key that occurs twice in one object',
};

/** Parses JSON text within limits. Never throws. */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonReading {
  const scan = scanJson(text, limits);
  if (!scan.ok) return { ...scan, message: messages[scan.code](limits) };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ...broken(error), position: brokenPlace(text) };
  }
}

/** In UTF-16 units: a few milliseconds of work. */
const slice = 65_536;

/**
 * Like `parseJson`, but awaits `pause` after every few milliseconds of work, for example `() => setImmediate()` of
 * node:timers/promises. Does not report the position of a syntax error. `piece`: the minimum length to parse at once.
 */
export async function parseJsonInSlices(
  text: string,
  limits: JsonLimits,
  pause: () => Promise<unknown>,
  piece = slice / 2,
): Promise<JsonReading> {
  const scan = openScan(text, limits, piece);
  while (scan.outcome === null) {
    if (scan.at > 0) await pause();
    scanOn(scan, Math.min(scan.at + slice, text.length));
  }
  if (!scan.outcome.ok) return { ...scan.outcome, message: messages[scan.outcome.code](limits) };
  if (scan.isBroken) return broken(null);
  try {
    if (scan.long === null) return { ok: true, value: JSON.parse(text) };
    return { ok: true, value: await wholeOf(text, scan.long, pause) };
  } catch (error) {
    return broken(error);
  }
}

function broken(error: unknown) {
  const reason = error instanceof Error ? error.message : 'a string, a list or an object does not end';
  return {
    ok: false,
    code: 'JSON_SYNTAX',
    path: '$',
    position: null,
    message: `not JSON: ${reason}`,
  } as const;
}

async function wholeOf(text: string, long: LongValue, pause: () => Promise<unknown>): Promise<unknown> {
  // Everything around the long value must be blank.
  JSON.parse(text.slice(0, long.from) + placeholder + text.slice(long.to + 1));
  const steps = valueSteps(text, long);
  let units = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    units += step.value;
    if (units < slice) continue;
    units = 0;
    await pause();
  }
}

/** Placeholder for a nested long value. The blanks separate it from its neighbours. */
const placeholder = ' null ';

/** Parses a long value piece by piece and yields the number of units parsed. Throws whatever JSON.parse throws. */
function* valueSteps(text: string, long: LongValue): Generator<number, unknown> {
  const list: unknown[] = [];
  const object: Record<string, unknown> = {};
  for (const piece of long.pieces) {
    const written = pieceText(text, piece);
    const members: unknown = JSON.parse(long.isList ? `[${written}]` : `{${written}}`);
    const count = long.isList ? addAll(list, members) : setAll(object, members);
    if (count === 0 && long.pieces.length > 1) throw new SyntaxError('nothing between two commas');
    yield written.length;
    for (const { index, keyFrom, keyTo, value } of piece.holes) {
      const filled = yield* valueSteps(text, value);
      if (long.isList) list[index] = filled;
      else object[JSON.parse(text.slice(keyFrom, keyTo)) as string] = filled;
    }
  }
  return long.isList ? list : object;
}

function pieceText(text: string, { from, to, holes }: Piece): string {
  let written = '';
  let at = from;
  for (const { value } of holes) {
    written += text.slice(at, value.from) + placeholder;
    at = value.to + 1;
  }
  return written + text.slice(at, to);
}

function addAll(list: unknown[], members: unknown): number {
  const more = members as readonly unknown[];
  for (const member of more) list.push(member);
  return more.length;
}

function setAll(object: Record<string, unknown>, members: unknown): number {
  const more = members as Readonly<Record<string, unknown>>;
  const keys = Object.keys(more);
  for (const key of keys) object[key] = more[key];
  return keys.length;
}
