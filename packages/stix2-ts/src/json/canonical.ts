// RFC 8785 (JCS): the canonical text of a JSON value, for comparing, hashing and deterministic ids. Numbers and strings
// are as ECMAScript prints them; keys are sorted by UTF-16 code unit.

/**
 * The canonical text of a JSON value. Throws RangeError on values that JCS forbids: lone surrogates, NaN, infinities.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a number that JSON cannot carry');
    return String(value === 0 ? 0 : value);
  }
  if (value === null || value === undefined || typeof value !== 'object') {
    return value === true ? 'true' : value === false ? 'false' : 'null';
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return canonicalObject(value as Record<string, unknown>);
}

function canonicalObject(object: Record<string, unknown>): string {
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined || typeof member === 'function') continue;
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a string with a lone surrogate');
  return JSON.stringify(text);
}
