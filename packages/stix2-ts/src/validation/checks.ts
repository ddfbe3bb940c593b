// Compiles the kinds of the registry to checks, once, when the module is loaded. A check looks at one value and reports
// into the run; a valid value costs little more than a type test.
import { identifierType, isIdentifier } from '../identifier.ts';
import { isProperty, type Kind, type RecordShape, type Rule, type Target } from '../registry/kinds.ts';
import { classOf, types } from '../registry/types.ts';
import { isRecord, type JsonRecord } from '../stix-object.ts';
import { fractionDigits, isTimestamp } from '../value/timestamp.ts';
import { checkContents } from './contents.ts';
import { checkHashes, checkHeaders } from './dictionaries.ts';
import { forms, hasTermForm } from './forms.ts';
import { checkDictionaryKey, checkFree, checkUnknownProperty } from './free-content.ts';
import { compileRule } from './rules/between-properties.ts';
import { error, isFull, nameOf, type Run, shown, warn } from './run.ts';

export type Check = (value: unknown, run: Run) => void;

function wrongKind(value: unknown, run: Run, section: string, wanted: string): void {
  if (value === null) error(run, 'NULL_VALUE', section, 'is null; leave the property out');
  else error(run, 'WRONG_KIND', section, `is ${nameOf(value)}; give ${wanted}`);
}

export function compile(kind: Kind, section: string, isRequired = false): Check {
  switch (kind.is) {
    case 'string':
      return stringCheck(kind, section);
    case 'boolean':
      return (value, run) => {
        if (typeof value !== 'boolean') wrongKind(value, run, section, 'true or false');
      };
    case 'integer':
    case 'float':
      return numberCheck(kind, section);
    case 'timestamp':
      return timestampCheck(kind.digits ?? 0, kind.isWholeSecond === true, section);
    case 'enum':
    case 'vocabulary':
      return termCheck(kind, section);
    case 'identifier':
      return identifierCheck(kind.to, section);
    case 'list':
      return listCheck(compile(kind.of, section), section, isRequired);
    case 'dictionary':
      return dictionaryCheck(compile(kind.of, section), section);
    case 'record':
      return recordCheck(kind.record);
    default:
      return plainCheck(kind.is, section);
  }
}

const HEX = /^(?:[0-9a-f]{2})+$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function plainCheck(
  is: 'hex' | 'binary' | 'hashes' | 'headers' | 'container' | 'extensions' | 'contents' | 'scalar' | 'free',
  section: string,
): Check {
  switch (is) {
    case 'hex':
      return (value, run) => {
        if (typeof value !== 'string') wrongKind(value, run, section, 'a string of hexadecimal digits');
        else if (!HEX.test(value)) {
          error(
            run,
            'HEX_INVALID',
            '2.8',
            `${shown(value)} is not an even number of digits 0-9, a-f in lower case`,
          );
        }
      };
    case 'binary':
      return (value, run) => {
        if (typeof value !== 'string') wrongKind(value, run, section, 'a base64 string');
        else if (value.length % 4 !== 0 || !BASE64.test(value)) {
          error(run, 'BASE64_INVALID', '2.1', `${shown(value)} is not base64 (RFC 4648), padded with =`);
        }
      };
    case 'hashes':
      return (value, run) => checkHashes(value, run, section);
    case 'headers':
      return (value, run) => checkHeaders(value, run, section);
    case 'contents':
      return (value, run) => checkContents(value, run);
    case 'scalar':
      return (value, run) => {
        if (typeof value === 'string' || Number.isSafeInteger(value)) return;
        wrongKind(value, run, section, 'a whole number or a string');
      };
    // The container of observed-data has its own rule, which itself needs these checks.
    case 'container':
      return () => undefined;
    case 'extensions':
    case 'free':
      return (value, run) => checkFree(value, run);
  }
}

function stringCheck(kind: Extract<Kind, { is: 'string' }>, section: string): Check {
  const rules = kind.form === undefined ? [] : forms[kind.form];
  return (value, run) => {
    if (typeof value !== 'string') return wrongKind(value, run, section, 'a string');
    run.work += 1 + value.length / 50;
    const broken = rules.find((rule) => !rule.holds(value));
    if (broken === undefined) return;
    const message = `${shown(value)} ${broken.says}`;
    if (broken.level === 'error') error(run, broken.code, section, message);
    else warn(run, broken.code, section, message);
  };
}

function numberCheck(kind: Extract<Kind, { is: 'integer' | 'float' }>, section: string): Check {
  const isWhole = kind.is === 'integer';
  const min = kind.min ?? Number.NEGATIVE_INFINITY;
  const max = kind.max ?? Number.POSITIVE_INFINITY;
  return (value, run) => {
    if (typeof value !== 'number') wrongKind(value, run, section, isWhole ? 'a whole number' : 'a number');
    else if (isWhole && !Number.isSafeInteger(value)) {
      error(run, 'INTEGER_INVALID', '2.10', `${shown(value)} is not a whole number within ±(2^53 - 1)`);
    } else if (!(value >= min && value <= max)) {
      const range = max === Number.POSITIVE_INFINITY ? `at least ${min}` : `from ${min} to ${max}`;
      error(run, 'OUT_OF_RANGE', section, `${shown(value)} is out of range; give a number ${range}`);
    }
  };
}

const WHOLE_SECOND = /:\d\d(?:\.0+)?Z$/;

function timestampCheck(digits: number, isWholeSecond: boolean, section: string): Check {
  return (value, run) => {
    if (typeof value !== 'string') return wrongKind(value, run, section, 'a timestamp string');
    run.work += value.length / 50;
    if (!isTimestamp(value)) {
      const message = `${shown(value)} is not a time of the form YYYY-MM-DDThh:mm:ss[.s]Z, in UTC, on a day that exists`;
      error(run, 'TIMESTAMP_INVALID', '2.16', message);
    } else if (fractionDigits(value) < digits) {
      error(
        run,
        'TIMESTAMP_PRECISION',
        '3.2',
        `${shown(value)} needs at least milliseconds, as in 12:00:00.000Z`,
      );
    } else if (isWholeSecond && !WHOLE_SECOND.test(value)) {
      error(run, 'TIMESTAMP_PRECISION', section, `${shown(value)} must be precise to the second`);
    }
  };
}

function termCheck(kind: Extract<Kind, { is: 'enum' | 'vocabulary' }>, section: string): Check {
  const words = new Set(kind.values);
  const isClosed = kind.is === 'enum';
  return (value, run) => {
    if (typeof value !== 'string') wrongKind(value, run, section, 'a string');
    else if (words.has(value)) return;
    else if (isClosed) {
      error(
        run,
        'ENUM_VALUE',
        section,
        `${shown(value)} is not in ${kind.name}; use one of ${kind.values.join(', ')}`,
      );
    } else {
      const form = hasTermForm(value) ? '' : ', and should be in lower case with hyphens between words';
      warn(
        run,
        'VOCABULARY_VALUE',
        section,
        `${shown(value)} is not in the open vocabulary ${kind.name}${form}`,
      );
    }
  };
}

function identifierCheck(to: Target, section: string): Check {
  const accepts = targetTest(to);
  const wanted = typeof to === 'string' ? targetNames[to] : to.join(' or ');
  const isMarking = wanted === 'marking-definition';
  const isAdvice = wanted === 'identity' || to === 'observable';
  return (value, run) => {
    if (typeof value !== 'string') return wrongKind(value, run, section, 'an identifier');
    if (!isIdentifier(value)) {
      return error(
        run,
        'REFERENCE_MALFORMED',
        '2.9',
        `${shown(value)} is not an identifier; write type--UUID in lower case`,
      );
    }
    if (!accepts(identifierType(value))) {
      const message = `${shown(value)} points to the wrong type; give ${wanted}`;
      if (isMarking) return error(run, 'MARKING_REFERENCE', section, message);
      const report = isAdvice ? warn : error;
      return report(run, 'REFERENCE_TYPE', section, message);
    }
    checkTarget(value, run, isMarking);
  };
}

/** Whether the target of a reference is present: a marking must be, any other object should be (§3.3). */
function checkTarget(id: string, run: Run, isMarking: boolean): void {
  const around = run.surroundings;
  if (around === null) return;
  if (isMarking) {
    if (isFull(run.errors) || around.knowsMarking(id)) return;
    error(run, 'MARKING_NOT_FOUND', '7.2.2', `${id} is not known here; send the marking definition along`);
  } else if (!isFull(run.warnings) && !around.has(id)) {
    warn(run, 'DANGLING_REFERENCE', '3.3', `${id} is not in this bundle; it is kept as is`);
  }
}

const targetNames = {
  any: 'a STIX object',
  domain: 'a domain object',
  observable: 'an observable',
  'domain|observable': 'a domain object or observable',
  'observable|relationship': 'observables and relationships',
} as const;

/** Custom types are accepted wherever a class of objects is expected. */
function targetTest(to: Target): (type: string) => boolean {
  if (to === 'any') return (type) => type !== 'bundle';
  if (typeof to !== 'string') {
    const wanted = new Set(to);
    return (type) => wanted.has(type);
  }
  const classes = new Set(to.split('|'));
  return (type) => type !== 'bundle' && (!types.has(type) || classes.has(classOf(type) ?? ''));
}

function listCheck(item: Check, section: string, isRequired: boolean): Check {
  return (value, run) => {
    if (!Array.isArray(value)) return wrongKind(value, run, section, 'a list');
    if (value.length === 0)
      return isRequired
        ? error(
            run,
            'LIST_REQUIRED',
            section,
            'is empty, and the property is required; give at least one item',
          )
        : error(run, 'EMPTY_LIST', '2.12', 'is an empty list; leave the property out');
    run.work += value.length;
    const at = run.steps.push(0) - 1;
    for (let index = 0; index < value.length; index += 1) {
      run.steps[at] = index;
      item(value[index], run);
    }
    run.steps.pop();
  };
}

function dictionaryCheck(item: Check, section: string): Check {
  return (value, run) => {
    if (!isRecord(value)) return wrongKind(value, run, section, 'an object');
    const keys = Object.keys(value);
    if (keys.length === 0) return error(run, 'EMPTY_DICTIONARY', '2.3', 'is empty; leave the property out');
    run.work += keys.length;
    for (const key of keys) {
      run.steps.push(key);
      checkDictionaryKey(key, run);
      item(value[key], run);
      run.steps.pop();
    }
  };
}

export type PropertyChecks = ReadonlyMap<string, Check>;

export type CompiledShape = {
  readonly checks: PropertyChecks;
  readonly required: readonly string[];
  readonly rules: readonly ((object: JsonRecord, run: Run) => void)[];
};

export function compileShape(
  properties: RecordShape['properties'],
  section: string,
  rules: readonly Rule[],
): CompiledShape {
  const entries = Object.entries(properties);
  return {
    checks: new Map(
      entries.map(([name, entry]) => [
        name,
        isProperty(entry) ? compile(entry.kind, section, entry.isRequired) : compile(entry, section),
      ]),
    ),
    required: entries.flatMap(([name, entry]) => (isProperty(entry) ? [name] : [])),
    rules: rules.map((rule) => compileRule(rule, section)),
  };
}

/** A record within an object: its properties, required ones, and the rules between them. */
export function recordCheck(shape: RecordShape): Check {
  const { checks, required, rules } = compileShape(shape.properties, shape.section, shape.rules ?? []);
  return (value, run) => {
    if (!isRecord(value)) return wrongKind(value, run, shape.section, 'an object');
    for (const key of Object.keys(value)) {
      if (value[key] === undefined) continue;
      run.steps.push(key);
      const check = checks.get(key);
      if (check === undefined) checkUnknownProperty(key, value[key], run, shape.name, false);
      else check(value[key], run);
      run.steps.pop();
    }
    checkRequired(value, required, run, shape.section);
    for (const rule of rules) rule(value, run);
  };
}

export function checkRequired(object: JsonRecord, names: readonly string[], run: Run, section: string): void {
  for (const name of names) {
    if (object[name] === undefined)
      error(run, 'PROPERTY_MISSING', section, `lacks the required property ${name}`);
  }
}
