// Dictionaries with a special form: hashes by algorithm (STIX 2.1 §2.7) and header fields (§6.6.1, §6.12.2).

import { hashAlgorithms } from '../registry/vocabularies.ts';
import { isRecord } from '../stix-object.ts';
import { isHashOf } from '../value/hash-form.ts';
import { checkDictionaryKey } from './free-content.ts';
import { error, nameOf, type Run, shown, warn } from './run.ts';

const known = new Set(hashAlgorithms);
const KEY = /^[A-Za-z0-9_-]{3,250}$/;

export function checkHashes(value: unknown, run: Run, section: string) {
  if (!isRecord(value))
    return error(run, 'WRONG_KIND', section, `is ${nameOf(value)}; give hashes by algorithm`);
  const names = Object.keys(value);
  if (names.length === 0) return error(run, 'EMPTY_DICTIONARY', '2.3', 'is empty; leave the property out');
  for (const name of names) {
    run.steps.push(name);
    checkHash(name, value[name], run);
    run.steps.pop();
  }
}

function checkHash(name: string, hash: unknown, run: Run): void {
  if (!KEY.test(name)) {
    error(
      run,
      'DICTIONARY_KEY',
      '2.7',
      'a hash algorithm is named with 3 to 250 of A-Z, a-z, 0-9, hyphen and underscore',
    );
  } else if (!known.has(name)) {
    warn(run, 'VOCABULARY_VALUE', '10.7', `${shown(name)} is not in the open vocabulary hash-algorithm-ov`);
  }
  if (typeof hash !== 'string')
    error(run, 'WRONG_KIND', '2.7', `is ${nameOf(hash)}; give the hash as a string`);
  else if (!isHashOf(name, hash)) error(run, 'HASH_INVALID', '2.7', `${shown(hash)} is not a ${name} hash`);
}

/** §6.6.1, §6.12.2: "The values … MUST be a list of strings". Older content holds a bare string. */
export function checkHeaders(value: unknown, run: Run, section: string) {
  if (!isRecord(value))
    return error(run, 'WRONG_KIND', section, `is ${nameOf(value)}; give header fields by name`);
  const names = Object.keys(value);
  if (names.length === 0) return error(run, 'EMPTY_DICTIONARY', '2.3', 'is empty; leave the property out');
  for (const name of names) {
    run.steps.push(name);
    checkDictionaryKey(name, run);
    checkField(value[name], run, section);
    run.steps.pop();
  }
}

function checkField(field: unknown, run: Run, section: string) {
  if (typeof field === 'string')
    return error(
      run,
      'OLDER_FORM',
      section,
      'is a string; give a list of strings, as a field may be repeated',
    );
  if (!Array.isArray(field))
    return error(run, 'WRONG_KIND', section, `is ${nameOf(field)}; give a list of strings`);
  if (field.length === 0) return error(run, 'EMPTY_LIST', '2.12', 'is an empty list; leave it out');
  const odd = field.find((one) => typeof one !== 'string');
  if (odd !== undefined) error(run, 'WRONG_KIND', section, `holds ${nameOf(odd)}; give a list of strings`);
}
