// Values that JSON text can express but readers cannot rely on: lone surrogates, which UTF-8 cannot encode (STIX 2.1
// §2.15, RFC 7493 §2.1), and numbers beyond the range of a double (§2.6, §2.10).
import { error, type Run, shown, within } from './run.ts';

/** As deep as the other checks go; deeper values are refused by them. */
const deepest = 100;

/**
 * The most values in one object, at any depth: a limit beyond the standard, so that one object cannot block the rest.
 */
const mostValues = 50_000;

/** Reports the first such value; false when the object is too large to check further. */
export function checkEncodable(object: unknown, run: Run): boolean {
  const look = { values: 0, isEncodable: true };
  walk(object, look, 0);
  run.work += look.values;
  if (look.values > mostValues) {
    error(run, 'OBJECT_TOO_LARGE', '3.1', `holds more than ${mostValues} values; split it`);
    return false;
  }
  if (!look.isEncodable) report(object, run, 0);
  return true;
}

type Look = { values: number; isEncodable: boolean };

function walk(value: unknown, look: Look, depth: number): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) look.isEncodable = false;
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) look.isEncodable = false;
  } else if (typeof value === 'object' && value !== null && depth <= deepest) {
    if (Array.isArray(value)) walkList(value, look, depth);
    else walkObject(value as Record<string, unknown>, look, depth);
  }
}

function walkList(list: readonly unknown[], look: Look, depth: number): void {
  look.values += list.length;
  if (look.values > mostValues) return;
  for (let index = 0; index < list.length; index += 1) walk(list[index], look, depth + 1);
}

function walkObject(object: Record<string, unknown>, look: Look, depth: number): void {
  const keys = Object.keys(object);
  look.values += keys.length;
  if (look.values > mostValues) return;
  for (const key of keys) {
    if (!key.isWellFormed()) look.isEncodable = false;
    walk(object[key], look, depth + 1);
  }
}

/** Finds the value again to report its path; true when reported. */
function report(value: unknown, run: Run, depth: number): boolean {
  if (typeof value === 'string') {
    if (value.isWellFormed()) return false;
    error(
      run,
      'TEXT_BROKEN',
      '2.15',
      `${shown(value.toWellFormed())} holds half a character (a lone surrogate)`,
    );
    return true;
  }
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return false;
    error(run, 'NUMBER_TOO_LARGE', '2.6', 'is larger than a double can hold');
    return true;
  }
  if (typeof value !== 'object' || value === null || depth > deepest) return false;
  for (const [key, member] of Object.entries(value)) {
    let isAsserted = false;
    if (!key.isWellFormed()) {
      error(run, 'TEXT_BROKEN', '2.15', 'a key holds half a character (a lone surrogate)');
      return true;
    }
    within(run, Array.isArray(value) ? Number(key) : key, () => {
      isAsserted = report(member, run, depth + 1);
    });
    if (isAsserted) return true;
  }
  return false;
}
