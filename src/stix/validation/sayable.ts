// What JSON text can hold and no reader can be trusted with: halves of characters, which UTF-8 cannot say
// (STIX 2.1 §2.15, RFC 7493 §2.1), and numbers too large for any double (§2.6, §2.10).
import { error, type Run, shown, within } from './run.ts';

/** As deep as anything is looked at; what is deeper is refused for that. */
const deepest = 100;

/** Reports the first such value of the object. Good objects cost one look at each value. */
export function checkSayable(object: unknown, run: Run): void {
  if (isSayable(object, 0)) return;
  report(object, run, 0);
}

function isSayable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null || depth > deepest) return true;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (!isSayable(value[index], depth + 1)) return false;
    }
    return true;
  }
  const keys = Object.keys(value);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    if (!key.isWellFormed() || !isSayable((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** Finds the place again; true when it is told. */
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
    let isTold = false;
    if (!key.isWellFormed()) {
      error(run, 'TEXT_BROKEN', '2.15', 'a key holds half a character (a lone surrogate)');
      return true;
    }
    within(run, Array.isArray(value) ? Number(key) : key, () => {
      isTold = report(member, run, depth + 1);
    });
    if (isTold) return true;
  }
  return false;
}
