// Compares one observed value with the constants of one comparison (STIX 2.1 §9.6). The result is true, false, or null
// when not evaluated: MATCHES is never run, since its regular expression comes from the sender.
import { isWithin } from '../value/address.ts';
import { bytesOfBase64, bytesOfHex, charactersOf, compareBytes, latin1Of, utf8Of } from '../value/bytes.ts';
import { compareTimestamps, isTimestamp } from '../value/timestamp.ts';
import type { Literal, Test } from './tree.ts';
import type { Found } from './values.ts';

export function compare(found: Found, test: Test): boolean | null {
  const holds = holdsPlainly(found, test);
  return holds === null ? null : holds !== test.isNegated;
}

function holdsPlainly(found: Found, test: Test): boolean | null {
  const [literal] = test.values;
  switch (test.operator) {
    case 'IN':
      return test.values.some((value) => order(found, value) === 0);
    case 'LIKE':
      return isLike(found, literal?.text ?? '');
    case 'MATCHES':
      return typeof found.value === 'string' ? null : false;
    case 'ISSUBSET':
      return typeof found.value === 'string' && isWithin(found.value, literal?.text ?? '');
    case 'ISSUPERSET':
      return typeof found.value === 'string' && isWithin(literal?.text ?? '', found.value);
    default:
      return literal !== undefined && ordered(order(found, literal), test.operator);
  }
}

/** Values of incompatible kinds only satisfy `!=` (§9.6.1). */
function ordered(by: number | null, operator: '=' | '!=' | '<' | '<=' | '>' | '>='): boolean {
  if (by === null) return operator === '!=';
  switch (operator) {
    case '=':
      return by === 0;
    case '!=':
      return by !== 0;
    case '<':
      return by < 0;
    case '<=':
      return by <= 0;
    case '>':
      return by > 0;
    case '>=':
      return by >= 0;
  }
}

/**
 * Negative, zero or positive as the value is below, equal to or above the constant; null when they cannot be compared.
 */
function order({ value, property }: Found, literal: Literal): number | null {
  switch (literal.kind) {
    case 'integer':
    case 'float':
      return typeof value === 'number' ? value - Number(literal.text) : null;
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) - Number(literal.text === 'true') : null;
    case 'timestamp':
      return typeof value === 'string' && isTimestamp(value) ? compareTimestamps(value, literal.text) : null;
    default:
      return typeof value === 'string' ? textOrder(value, property, literal) : null;
  }
}

function textOrder(value: string, property: string, literal: Literal): number | null {
  const held = bytesOf(value, property);
  if (literal.kind === 'string') {
    if (held === null) return codePointOrder(value, literal.text);
    const bytes = latin1Of(literal.text);
    return bytes === null ? null : compareBytes(held, bytes);
  }
  const bytes = literal.kind === 'hex' ? bytesOfHex(literal.text) : bytesOfBase64(literal.text);
  const text = held ?? latin1Of(value);
  return text === null ? null : compareBytes(text, bytes);
}

/** The bytes of a binary property, recognised by its name; null for any other (§9.6.4). */
function bytesOf(value: string, property: string): Uint8Array | null {
  if (property.endsWith('_hex')) return bytesOfHex(value);
  return property.endsWith('_bin') ? bytesOfBase64(value) : null;
}

/** Compares by code point, not by UTF-16 unit (§9.6.2). UTF-8 preserves that order. */
function codePointOrder(a: string, b: string): number {
  return a === b ? 0 : compareBytes(utf8Of(a), utf8Of(b));
}

/** The most steps that one LIKE may take before it counts as not evaluated. */
const mostSteps = 2_000_000;

/**
 * `%` matches any text and `_` any one character, both sides in NFC (§9.6.1). Binary values match by bytes (§9.6.4).
 */
function isLike({ value, property }: Found, wanted: string): boolean | null {
  if (typeof value !== 'string') return false;
  const bytes = bytesOf(value, property);
  const text = bytes === null ? [...value.normalize('NFC')] : charactersOf(bytes);
  const form = [...wanted.normalize('NFC')];
  let [at, place, star, mark] = [0, 0, -1, 0];
  for (let steps = 0; at < text.length; steps += 1) {
    if (steps > mostSteps) return null;
    const sign = form[place];
    if (sign === '%') {
      star = place;
      mark = at;
      place += 1;
    } else if (sign !== undefined && (sign === '_' || sign === text[at])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      mark += 1;
      at = mark;
      place = star + 1;
    } else return false;
  }
  return form.slice(place).every((sign) => sign === '%');
}
