// The deprecated container of observables in observed-data (STIX 2.1 §2.13): objects by a local key, which
// refer to each other by those keys.
import { referencesOf } from '../references.ts';
import { isProperty } from '../registry/kinds.ts';
import { types } from '../registry/types.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { isTimestamp } from '../timestamp.ts';
import { checkFree } from './free-content.ts';
import { error, nameOf, type Run, shown, warn, within } from './run.ts';

export function checkContainer(value: unknown, run: Run) {
  if (!isRecord(value))
    return error(run, 'WRONG_KIND', '2.13', `is ${nameOf(value)}; give observables by key`);
  if (Object.keys(value).length === 0)
    return error(run, 'EMPTY_DICTIONARY', '2.13', 'is empty; give one observable');
  warn(
    run,
    'DEPRECATED',
    '2.13',
    'is deprecated; give the observables beside and point to them with object_refs',
  );
  for (const [key, object] of Object.entries(value)) {
    within(run, key, () => checkContained(object, value, run));
  }
  if (isApart(value)) {
    const message = 'holds objects that nothing relates to the rest; give them an observed-data of their own';
    error(run, 'OBJECTS_UNRELATED', '4.14.1', message);
  }
}

/** Whether some object cannot be reached from the first one by references, in either direction. */
function isApart(container: JsonRecord): boolean {
  const neighbours = new Map<string, string[]>(Object.keys(container).map((key) => [key, []]));
  for (const [key, object] of Object.entries(container)) {
    for (const other of keysIn(object)) {
      const back = neighbours.get(other);
      if (back === undefined) continue;
      back.push(key);
      neighbours.get(key)?.push(other);
    }
  }
  const [start] = neighbours.keys();
  const open = start === undefined ? [] : [start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const near = neighbours.get(key) ?? [];
    if (neighbours.delete(key)) open.push(...near.filter((other) => neighbours.has(other)));
  }
  return neighbours.size > 0;
}

/** Keys of other objects that an object refers to, those of its extensions and parts among them. */
function keysIn(object: unknown): string[] {
  return referencesOf(object).map(({ id }) => id);
}

function checkContained(object: unknown, container: JsonRecord, run: Run) {
  if (!isRecord(object))
    return error(run, 'NOT_AN_OBJECT', '2.13', `is ${nameOf(object)}; give an observable`);
  if (typeof object['type'] !== 'string') error(run, 'TYPE_MISSING', '2.13', 'lacks its type');
  checkFree(object, run);
  timestampsOf(object, run);
  for (const [name, value] of Object.entries(object)) {
    const ids = name.endsWith('_ref') ? [value] : name.endsWith('_refs') && Array.isArray(value) ? value : [];
    const isLost = ids.some((id) => typeof id !== 'string' || !Object.hasOwn(container, id));
    if (isLost) within(run, name, () => error(run, 'REFERENCE_LOST', '2.13', 'points out of this container'));
  }
}

/** Properties that the registry knows to be timestamps (§2.16). */
function timestampsOf(object: JsonRecord, run: Run): void {
  const properties = types.get(textOf(object, 'type') ?? '')?.shape.properties ?? {};
  for (const [name, entry] of Object.entries(properties)) {
    const kind = isProperty(entry) ? entry.kind : entry;
    const value = object[name];
    if (kind.is !== 'timestamp' || value === undefined) continue;
    if (typeof value === 'string' && isTimestamp(value)) continue;
    within(run, name, () => error(run, 'TIMESTAMP_INVALID', '2.16', `${shown(value)} is not a timestamp`));
  }
}
