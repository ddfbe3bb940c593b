// The extensions property (STIX 2.1 §3.2, §3.10, §7.3, §11.3). Predefined extensions are checked against the registry,
// extension definitions must name their kind, and all others are kept as is.
import { isIdentifier } from '../identifier.ts';
import type { RecordShape } from '../registry/kinds.ts';
import { predefinedExtensions } from '../registry/observable-parts.ts';
import { isRecord, type JsonRecord } from '../stix-object.ts';
import { type Check, recordCheck } from './checks.ts';
import { checkFree } from './free-content.ts';
import { error, isFirst, nameOf, type Run, shown, warn, within } from './run.ts';

const predefined: ReadonlyMap<RecordShape, Check> = new Map(
  [...predefinedExtensions.values()].flat().map((shape) => [shape, recordCheck(shape)]),
);

const extensionTypes = new Set([
  'new-sdo',
  'new-sco',
  'new-sro',
  'property-extension',
  'toplevel-property-extension',
]);

/** The extension type with which an extension of this object defines the object's type, or null. */
export function declaresClass(object: JsonRecord): string | null {
  return declared(object, (type) => type.startsWith('new-'));
}

/** Whether an extension of this object adds top-level properties. */
export function declaresTopLevel(object: JsonRecord): boolean {
  return (
    object['extensions'] !== undefined &&
    declared(object, (type) => type === 'toplevel-property-extension') !== null
  );
}

function declared(object: JsonRecord, wanted: (type: string) => boolean): string | null {
  const extensions = object['extensions'];
  if (!isRecord(extensions)) return null;
  for (const extension of Object.values(extensions)) {
    const type = isRecord(extension) ? extension['extension_type'] : undefined;
    if (typeof type === 'string' && wanted(type)) return type;
  }
  return null;
}

export function checkExtensions(object: JsonRecord, known: readonly RecordShape[], run: Run) {
  const extensions = object['extensions'];
  if (extensions === undefined) return;
  within(run, 'extensions', () => {
    if (!isRecord(extensions)) {
      return error(run, 'WRONG_KIND', '3.2', `is ${nameOf(extensions)}; give extensions by their id or name`);
    }
    const entries = Object.entries(extensions);
    if (entries.length === 0) error(run, 'EMPTY_DICTIONARY', '2.3', 'is empty; leave the property out');
    for (const [key, value] of entries) within(run, key, () => checkExtension(key, value, known, run));
  });
}

function checkExtension(key: string, value: unknown, known: readonly RecordShape[], run: Run) {
  if (!isRecord(value)) {
    return error(run, 'WRONG_KIND', '3.2', `is ${nameOf(value)}; give the contents of the extension`);
  }
  const shape = known.find((one) => one.name === key);
  if (shape !== undefined) return predefined.get(shape)?.(value, run);
  checkFree(value, run);
  checkNames(value, key, run);
  const type = value['extension_type'];
  if (type !== undefined && (typeof type !== 'string' || !extensionTypes.has(type))) {
    return within(run, 'extension_type', () =>
      error(run, 'ENUM_VALUE', '10.5', `${shown(type)} is not one of ${[...extensionTypes].join(', ')}`),
    );
  }
  if (key.startsWith('extension-definition--')) {
    if (!isIdentifier(key)) error(run, 'REFERENCE_MALFORMED', '2.9', `${shown(key)} is not an identifier`);
    if (type === undefined)
      error(run, 'EXTENSION_TYPE_MISSING', '3.2', 'lacks extension_type, which says what it extends');
  } else checkCustomExtension(key, value, run);
}

const PROPERTY_NAME = /^[a-z][a-z0-9_]{2,249}$/;

/** §7.3.2, §11.3.1: properties of extensions follow the usual rules for names. */
function checkNames(extension: JsonRecord, key: string, run: Run) {
  const section = key.startsWith('extension-definition--') ? '7.3.2' : '11.3.1';
  for (const name of Object.keys(extension)) {
    if (PROPERTY_NAME.test(name)) continue;
    const message = 'a property is named with 3 to 250 of a-z, 0-9 and underscore, a letter first';
    within(run, name, () => error(run, 'PROPERTY_NAME', section, message));
  }
}

/** Extensions by name, the deprecated form that precedes extension definitions (§11.3). */
function checkCustomExtension(key: string, value: JsonRecord, run: Run) {
  if (!/^[a-z0-9-]{3,250}$/.test(key) || !key.endsWith('-ext')) {
    return error(
      run,
      'EXTENSION_NAME',
      '11.3.1',
      'a custom extension is named with a-z, 0-9 and hyphens, and ends with -ext',
    );
  }
  if (Object.keys(value).length === 0)
    return error(
      run,
      'PROPERTIES_MISSING',
      '11.3.1',
      'is empty; a custom extension has one or more properties',
    );
  if (!isFirst(run, 'custom extensions', key)) return;
  warn(run, 'CUSTOM_EXTENSION', '11.3', `${shown(key)} is not defined; better use an extension definition`);
}
