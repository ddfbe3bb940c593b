// STIX timestamps (STIX 2.1 §2.16): RFC 3339 in UTC with `Z`, any number of fraction digits, on an existing day.
// Compared by the digits as written, so that .123456789Z and .123456788Z differ.

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** No part can match in two ways, so matching takes one pass. */
const FORM =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z$/;

export function isTimestamp(text: string): boolean {
  if (!FORM.test(text)) return false;
  const isLeapSecond = text.charCodeAt(17) === SIX;
  const day = two(text, 8);
  if (day <= 28 && !isLeapSecond) return true;
  const last = lastDay(Number(text.slice(0, 4)), two(text, 5));
  if (day > last) return false;
  // RFC 3339 §5.7 and appendix D: second 60 ends the last minute of a month in UTC.
  return !isLeapSecond || (day === last && text.startsWith('23:59', 11));
}

const SIX = 54;

function lastDay(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0);
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of fraction digits of a well-formed timestamp. */
export function fractionDigits(timestamp: string): number {
  return timestamp.length === 20 ? 0 : timestamp.length - 21;
}

/** Negative, zero or positive as `a` is before, at or after `b`. Both must be well-formed. */
export function compareTimestamps(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [comparable(a), comparable(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Without `Z` and trailing zeros. The width is fixed up to the seconds, so texts sort in time order. */
function comparable(timestamp: string): string {
  if (timestamp.length === 20) return timestamp.slice(0, -1);
  // A loop, since a regular expression for trailing zeros retries every run of zeros at each digit.
  let end = timestamp.length - 1;
  while (timestamp.charCodeAt(end - 1) === 48) end -= 1;
  return timestamp.slice(0, timestamp.charAt(end - 1) === '.' ? end - 1 : end);
}

/** The same instant without trailing zeros in the fraction. */
export function shortestTimestamp(timestamp: string): string {
  return `${comparable(timestamp)}Z`;
}
