// The value of a JSON text, or why not: looked at (`json-scan.ts`), then parsed. A long text is looked at and parsed in
// slices, so that whoever shares the thread gets a turn; the value is the same as JSON.parse gives.
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
      /** Null where it was not looked for. */
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

/** Never throws. */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonReading {
  const scan = scanJson(text, limits);
  if (!scan.ok) return { ...scan, message: sayings[scan.code](limits) };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ...broken(error), position: brokenPlace(text) };
  }
}

/** In UTF-16 units: some milliseconds of work. */
const slice = 65_536;

/**
 * The same with a pause after every few milliseconds of work (`() => setImmediate()` of node:timers/promises); where a
 * text is broken is not told. `piece`: how long what is parsed at once is at least.
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
  if (!scan.outcome.ok) return { ...scan.outcome, message: sayings[scan.outcome.code](limits) };
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
  // What stands around it may be blanks only.
  JSON.parse(text.slice(0, long.from) + stand + text.slice(long.to + 1));
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

/** A long value stands among others as this. Blanks keep it apart from what should not be next to it. */
const stand = ' null ';

/** The members of a long value piece by piece; each step says how many units were parsed. Throws what JSON.parse throws. */
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
    written += text.slice(at, value.from) + stand;
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
