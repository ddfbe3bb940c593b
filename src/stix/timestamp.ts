// STIX timestamps (STIX 2.1 §2.16): RFC 3339 in UTC with `Z`, any number of fraction digits, on a day that exists.
// Order is decided on the digits as written, so that .123456789Z and .123456788Z differ.

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const ZERO = 48;

/** The signs between the digits of `YYYY-MM-DDTHH:mm:ss`, by place. */
const signs: readonly (readonly [number, number])[] = [...'YYYY-MM-DDTHH:mm:ss'].flatMap((sign, place) =>
  '-T:'.includes(sign) ? [[place, sign.charCodeAt(0)] as const] : [],
);
const digitPlaces = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];

export function isTimestamp(text: string): boolean {
  if (!hasForm(text)) return false;
  const month = two(text, 5);
  const day = two(text, 8);
  if (month < 1 || month > 12 || day < 1) return false;
  if (two(text, 11) > 23 || two(text, 14) > 59 || two(text, 17) > 60) return false;
  if (day <= (daysInMonth[month - 1] ?? 0)) return true;
  return month === 2 && day === 29 && isLeapYear(Number(text.slice(0, 4)));
}

function hasForm(text: string): boolean {
  const last = text.length - 1;
  if (last < 19 || text.charCodeAt(last) !== 90) return false;
  for (const [place, sign] of signs) if (text.charCodeAt(place) !== sign) return false;
  for (const place of digitPlaces) if (!isDigit(text.charCodeAt(place))) return false;
  if (last === 19) return true;
  if (text.charCodeAt(19) !== 46 || last === 20) return false;
  for (let place = 20; place < last; place += 1) if (!isDigit(text.charCodeAt(place))) return false;
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= ZERO + 9;
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many digits stand after the decimal point of a well-formed timestamp. */
export function fractionDigits(timestamp: string): number {
  return timestamp.length === 20 ? 0 : timestamp.length - 21;
}

/** Below, equal or above zero as `a` is before, at or after `b`. Both must be well-formed. */
export function compareTimestamps(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [comparable(a), comparable(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The text without `Z` and trailing zeros: fixed width up to the seconds, so it sorts as time does. */
function comparable(timestamp: string): string {
  const digits = timestamp.slice(0, -1);
  return digits.includes('.') ? digits.replace(/0+$/, '').replace(/\.$/, '') : digits;
}
