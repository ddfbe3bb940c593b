// Validates one STIX object against the registry: head (type, id, version), properties and rules.
import { identifierType, isIdentifier, isTypeName } from '../identifier.ts';
import { tlpOfMarking } from '../marking/tlp.ts';
import { domainCommon, observableCommon } from '../registry/common.ts';
import { type TypeEntry, types } from '../registry/types.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { compareTimestamps, isTimestamp } from '../value/timestamp.ts';
import { type CompiledShape, checkRequired, compileShape } from './checks.ts';
import { checkEncodable } from './encodable.ts';
import { checkExtensions, declaresClass, declaresTopLevel } from './extensions.ts';
import { checkUnknownProperty } from './free-content.ts';
import { checkObservableId, checkVersion4 } from './identifiers.ts';
import { checkMarkings } from './markings.ts';
import { objectRules } from './rules/of-types.ts';
import { error, isFirst, nameOf, type Run, shown, warn, within } from './run.ts';

type Compiled = {
  readonly entry: TypeEntry | null;
  readonly section: string;
  readonly shape: CompiledShape;
  /** Required properties besides those of the head. */
  readonly needed: readonly string[];
};

/** Checked by name before the rest, so that a missing one is reported only once. */
const headProperties = new Set(['type', 'id', 'spec_version']);

function compiledShape(entry: TypeEntry | null, section: string, shape: CompiledShape): Compiled {
  return { entry, section, shape, needed: shape.required.filter((name) => !headProperties.has(name)) };
}

const compiled: ReadonlyMap<string, Compiled> = new Map(
  [...types].map(([type, entry]) => {
    const { section, properties, rules } = entry.shape;
    const shape = compileShape({ ...entry.common, ...properties }, section, rules ?? []);
    return [type, compiledShape(entry, section, shape)];
  }),
);

const customObject = compiledShape(null, '11.2', compileShape(domainCommon, '3.2', []));
const customObservable = compiledShape(null, '11.2', compileShape(observableCommon, '3.2', []));

export function checkObject(object: unknown, run: Run) {
  if (isReadable(object, run)) checkContent(object, run);
}

/** Reports values that cannot be read as an object at all; `checkContent` validates the rest. */
export function isReadable(object: unknown, run: Run): object is JsonRecord {
  if (isRecord(object)) return checkEncodable(object, run);
  error(run, 'NOT_AN_OBJECT', '2', `is ${nameOf(object)}; give a STIX object`);
  return false;
}

export function checkContent(object: JsonRecord, run: Run) {
  const type = checkType(object, run);
  if (type === null) return;
  if (type === 'bundle') return error(run, 'BUNDLE_NESTED', '8', 'is a bundle; put its objects here instead');
  checkId(object, type, run);
  const found = compiledFor(object, type, run);
  checkSpecVersion(object, found, run);
  checkProperties(object, type, found, run);
  checkRequired(object, found.needed, run, found.section);
  for (const rule of found.shape.rules) rule(object, run);
  for (const rule of objectRules.get(type) ?? []) rule(object, run);
  checkExtensions(object, found.entry?.extensions ?? [], run);
  checkMarkings(object, run);
  checkModified(object, run);
}

function checkType(object: JsonRecord, run: Run): string | null {
  const type = object['type'];
  if (type === undefined) {
    error(run, 'TYPE_MISSING', '3.2', 'lacks its type');
    return null;
  }
  if (type === 'action') {
    const message = 'is reserved for later versions of STIX; use another type';
    within(run, 'type', () => error(run, 'TYPE_RESERVED', '3.8', message));
    return null;
  }
  if (typeof type === 'string' && (compiled.has(type) || isTypeName(type))) return type;
  within(run, 'type', () => {
    const message = `${shown(type)} is not a type name; use 3 to 250 of a-z, 0-9 and single hyphens, a letter first`;
    error(run, 'TYPE_MALFORMED', '3.1', message);
  });
  return null;
}

function checkId(object: JsonRecord, type: string, run: Run) {
  const id = object['id'];
  if (id === undefined) return error(run, 'ID_MISSING', '3.2', 'lacks its id');
  if (typeof id !== 'string' || !isIdentifier(id)) {
    const message = `${shown(id)} is not an identifier; write ${type}--UUID with an RFC 4122 UUID in lower case`;
    return within(run, 'id', () => error(run, 'ID_MALFORMED', '2.9', message));
  }
  if (identifierType(id) !== type) {
    return within(run, 'id', () =>
      error(run, 'ID_TYPE_MISMATCH', '2.9', `${id} does not begin with ${type}--`),
    );
  }
}

function compiledFor(object: JsonRecord, type: string, run: Run): Compiled {
  const known = compiled.get(type);
  if (known !== undefined) return known;
  const declared = declaresClass(object);
  if (declared === null && isFirst(run, 'custom types', type)) {
    const message = `${type} is not a type of STIX 2.1; it is kept, but better defined by an extension (§7.3)`;
    warn(run, 'CUSTOM_TYPE', '11.2', message);
  }
  return declared === 'new-sco' ? customObservable : customObject;
}

function checkSpecVersion(object: JsonRecord, found: Compiled, run: Run) {
  const version = object['spec_version'];
  if (version === '2.1') return;
  if (version === undefined) {
    if (!found.shape.required.includes('spec_version')) return;
    // Its id alone says what it means, in either version of STIX.
    if (tlpOfMarking(textOf(object, 'id') ?? '') !== null)
      return error(run, 'MARKING_TLP_FORM', '3.2', 'lacks spec_version "2.1"');
    const message =
      'lacks spec_version "2.1"; STIX 2.0 is not supported, so convert it (stix2-elevator does)';
    return error(run, 'SPEC_VERSION_MISSING', '3.2', message);
  }
  const code = version === '2.0' ? 'STIX_2_0' : 'SPEC_VERSION_UNSUPPORTED';
  within(run, 'spec_version', () => error(run, code, '3.2', `is ${shown(version)}; only "2.1" is supported`));
}

function checkProperties(object: JsonRecord, type: string, found: Compiled, run: Run): void {
  const { checks } = found.shape;
  const { steps } = run;
  const names = Object.keys(object);
  run.work += 5 + names.length;
  const isCovered = declaresTopLevel(object) || found.entry === null;
  for (const name of names) {
    const value = object[name];
    if (value === undefined) continue;
    steps.push(name);
    const check = checks.get(name);
    if (check !== undefined) {
      if (name !== 'extensions' && !headProperties.has(name)) check(value, run);
    } else if (found.entry !== null && foreign.has(name) && !isCovered) {
      error(run, 'PROPERTY_NOT_ALLOWED', '3.2', `${name} is not used on ${type}; leave it out`);
    } else {
      // Common properties are checked even where the type does not list them: an observable may be versioned (§3.6).
      if (common.has(name)) common.get(name)?.(value, run);
      checkUnknownProperty(name, value, run, type, isCovered);
    }
    steps.pop();
  }
}

const common = customObject.shape.checks;

/** Common properties that are not allowed on types that do not list them (§3.2). */
const foreign = new Set(['defanged']);

function checkModified(object: JsonRecord, run: Run) {
  const entry = types.get(textOf(object, 'type') ?? '');
  if (entry?.objectClass === 'observable') return checkObservableId(object, run);
  checkVersion4(object, run);
  checkTimes(object, run);
}

function checkTimes(object: JsonRecord, run: Run): void {
  const created = textOf(object, 'created');
  const modified = textOf(object, 'modified');
  if (created === undefined || modified === undefined || created === modified) return;
  // The usual case: with equal length, the order of the texts is the order in time.
  if (created.length === modified.length && created < modified) return;
  if (!isModifiedLater(created, modified)) {
    const message = `is before created (${shown(created)}); a version cannot be older than its object`;
    within(run, 'modified', () => error(run, 'MODIFIED_BEFORE_CREATED', '3.6.1', message));
  }
}

function isModifiedLater(created: string, modified: string): boolean {
  return !isTimestamp(created) || !isTimestamp(modified) || compareTimestamps(created, modified) <= 0;
}
