// Content that the standard leaves open: custom properties, dictionaries, unknown extensions. It is kept as is, but
// what no STIX content may hold (nulls, empty lists and dictionaries) is refused here too.
import { isIdentifier } from '../identifier.ts';
import { error, isFirst, isFull, type Run, shown, warn } from './run.ts';

/** §3.1 and §11.1.1: starts with a letter. */
const PROPERTY_NAME = /^[a-z][a-z0-9_]{2,249}$/;
const DICTIONARY_KEY = /^[A-Za-z0-9_-]{1,250}$/;
const HEX = /^(?:[0-9a-f]{2})+$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const deepest = 60;

/** Property names reserved for later versions (§3.8). */
const reserved = new Set(['severity', 'username', 'phone_number', 'phone_numbers', 'action']);

export function checkDictionaryKey(key: string, run: Run): void {
  if (DICTIONARY_KEY.test(key)) return;
  error(
    run,
    'DICTIONARY_KEY',
    '2.3',
    'a key holds other characters than A-Z, a-z, 0-9, hyphen and underscore, or over 250',
  );
}

/** A property that the type does not define. `isCovered`: an extension declares that it adds top-level properties. */
export function checkUnknownProperty(
  name: string,
  value: unknown,
  run: Run,
  owner: string,
  isCovered: boolean,
): void {
  if (!isPlainName(name)) checkOddName(name, run);
  else if (!isCovered && isFirst(run, owner, name)) {
    const message = `${shown(name)} is not defined for ${owner}; it is kept, but better defined by an extension (§7.3)`;
    warn(run, 'CUSTOM_PROPERTY', '11.1', message);
  }
  if (typeof value === 'object') checkFree(value, run, true);
  checkSuffix(name, value, run);
  if (run.surroundings !== null && !isFull(run.warnings) && isReferenceName(name)) {
    for (const id of Array.isArray(value) ? value : [value]) checkFreeReference(id, run);
  }
}

/** §3.1: the suffix of a name implies what it holds. Other names may end the same way, so a mismatch is a warning. */
function checkSuffix(name: string, value: unknown, run: Run): void {
  const text = typeof value === 'string' ? value : '';
  if (name.endsWith('_hex') && !HEX.test(text))
    warn(
      run,
      'HEX_INVALID',
      '3.1',
      'should hold an even number of digits 0-9, a-f, as its name ends with _hex',
    );
  else if (name.endsWith('_bin') && (text.length % 4 !== 0 || !BASE64.test(text)))
    warn(run, 'BASE64_INVALID', '3.1', 'should hold base64, as its name ends with _bin');
  else if (name.endsWith('_ref') && !isIdentifier(text))
    warn(run, 'REFERENCE_MALFORMED', '3.1', 'should hold an identifier, as its name ends with _ref');
  else if (name.endsWith('_refs') && !isListOfIdentifiers(value))
    warn(run, 'REFERENCE_MALFORMED', '3.1', 'should hold a list of identifiers, as its name ends with _refs');
}

function isListOfIdentifiers(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => typeof id === 'string' && isIdentifier(id));
}

function isPlainName(name: string): boolean {
  return PROPERTY_NAME.test(name) && !reserved.has(name);
}

function checkOddName(name: string, run: Run): void {
  if (reserved.has(name)) {
    error(
      run,
      'PROPERTY_RESERVED',
      '3.8',
      `${name} is reserved for later versions of STIX; use another name`,
    );
  } else
    error(
      run,
      'PROPERTY_NAME',
      '11.1.1',
      'a property is named with 3 to 250 of a-z, 0-9 and underscore, a letter first',
    );
}

function isReferenceName(name: string): boolean {
  return name.endsWith('_ref') || name.endsWith('_refs');
}

function checkFreeReference(id: unknown, run: Run): void {
  if (typeof id !== 'string' || !isIdentifier(id) || run.surroundings?.has(id) !== false) return;
  if (run.surroundings.knowsMarking(id)) return;
  warn(run, 'DANGLING_REFERENCE', '3.3', `${id} is not in this bundle; it is kept as is`);
}

/**
 * A value without a definition. A list or dictionary that is itself a STIX property must not be empty (§2.3, §2.12);
 * emptiness further in gives a warning only, since nothing says that it is STIX.
 */
export function checkFree(value: unknown, run: Run, isStrict = false) {
  if (value === null) return error(run, 'NULL_VALUE', '3.1', 'is null; leave the property out');
  checkInside(value, run, isStrict);
}

/** The same for what lies further in: what a null there stands for is its producer's own affair. */
function checkInside(value: unknown, run: Run, isStrict = false) {
  if (typeof value !== 'object') return;
  if (value === null) return error(run, 'NULL_INSIDE', '3.1', 'is null; leave it out');
  if (run.steps.length > deepest)
    return error(run, 'TOO_DEEP', '2', `more than ${deepest} levels of nesting`);
  if (Array.isArray(value)) return checkFreeList(value, run, isStrict);
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object);
  run.work += keys.length;
  for (const key of keys) {
    const member = object[key];
    if (typeof member !== 'object') continue;
    run.steps.push(key);
    checkInside(member, run);
    run.steps.pop();
  }
  if (keys.length === 0) {
    const report = isStrict ? error : warn;
    report(run, 'EMPTY_DICTIONARY', '2.3', 'is an empty object; leave it out');
  }
}

function checkFreeList(list: readonly unknown[], run: Run, isStrict: boolean) {
  if (list.length === 0) {
    const report = isStrict ? error : warn;
    return report(run, 'EMPTY_LIST', '2.12', 'is an empty list; leave it out');
  }
  run.work += list.length;
  const at = run.steps.push(0) - 1;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (typeof item !== 'object') continue;
    run.steps[at] = index;
    checkInside(item, run);
  }
  run.steps.pop();
}
