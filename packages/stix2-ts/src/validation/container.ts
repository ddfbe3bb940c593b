// The deprecated container of observables in observed-data (STIX 2.1 §2.13): objects by local keys, which refer to each
// other by those keys. The objects may be STIX 2.0, so only what both versions require is an error.
import { referencesOf } from '../references.ts';
import { isProperty, type Kind, type Properties, type Property } from '../registry/kinds.ts';
import { types } from '../registry/types.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { type CompiledShape, checkRequired, compileShape } from './checks.ts';
import { checkFree } from './free-content.ts';
import { error, nameOf, type Run, shown, warn, within } from './run.ts';

export function checkContainer(observed: JsonRecord, run: Run) {
  const container = observed['objects'];
  if (container !== undefined) within(run, 'objects', () => checkObjects(container, run));
}

function checkObjects(value: unknown, run: Run) {
  if (!isRecord(value))
    return error(run, 'WRONG_KIND', '2.13', `is ${nameOf(value)}; give observables by key`);
  if (Object.keys(value).length === 0)
    return error(run, 'EMPTY_DICTIONARY', '2.13', 'is empty; give one observable');
  warn(
    run,
    'DEPRECATED',
    '2.13',
    'is deprecated; give the observables as objects and point to them with object_refs',
  );
  for (const [key, object] of Object.entries(value)) {
    within(run, key, () => checkContained(object, value, run));
  }
  if (isDistinct(value)) {
    const message = 'holds objects that are not related to the rest; give them a separate observed-data';
    error(run, 'OBJECTS_UNRELATED', '4.14.1', message);
  }
}

/** Whether some object is not connected to the first one by references in either direction. */
function isDistinct(container: JsonRecord): boolean {
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

/** Keys of other objects that an object refers to, including those in its extensions and parts. */
function keysIn(object: unknown): string[] {
  return referencesOf(object).map(({ id }) => id);
}

function checkContained(object: unknown, container: JsonRecord, run: Run) {
  if (!isRecord(object))
    return error(run, 'NOT_AN_OBJECT', '2.13', `is ${nameOf(object)}; give an observable`);
  const type = textOf(object, 'type');
  if (type === undefined) error(run, 'TYPE_MISSING', '2.13', 'lacks its type');
  const known = contained.get(type ?? '');
  for (const [name, value] of Object.entries(object)) {
    within(run, name, () => {
      (known?.shape.checks.get(name) ?? checkFree)(value, run);
      checkReferences(name, value, { container, wanted: known?.targets.get(name) }, run);
    });
  }
  if (known !== undefined) checkRequired(object, known.shape.required, run, known.section);
}

type Around = { readonly container: JsonRecord; readonly wanted: readonly string[] | undefined };

function checkReferences(name: string, value: unknown, { container, wanted }: Around, run: Run) {
  const ids = name.endsWith('_ref') ? [value] : name.endsWith('_refs') && Array.isArray(value) ? value : [];
  for (const id of ids) {
    if (typeof id !== 'string' || !Object.hasOwn(container, id))
      return error(run, 'REFERENCE_LOST', '2.13', 'points out of this container');
    const target = container[id];
    const type = isRecord(target) ? textOf(target, 'type') : undefined;
    if (wanted === undefined || type === undefined || wanted.includes(type)) continue;
    error(
      run,
      'REFERENCE_TYPE',
      '2.13',
      `${shown(id)} is of type ${shown(type)}; give ${wanted.join(' or ')}`,
    );
  }
}

type Contained = {
  readonly section: string;
  readonly shape: CompiledShape;
  /** The types that a property may point to, where the registry restricts them. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
};

const contained: ReadonlyMap<string, Contained> = new Map(
  [...types.values()]
    .filter(({ objectClass }) => objectClass === 'observable')
    .map(({ type, shape: { section, properties } }) => {
      const targets = Object.entries(properties).flatMap(([name, entry]) => {
        const to = targetsOf(isProperty(entry) ? entry.kind : entry);
        return to === null ? [] : [[name, to] as const];
      });
      const shape = compileShape(localProperties(properties), section, []);
      return [type, { section, shape, targets: new Map(targets) }];
    }),
);

function targetsOf(kind: Kind): readonly string[] | null {
  if (kind.is === 'list') return targetsOf(kind.of);
  return kind.is === 'identifier' && typeof kind.to !== 'string' ? kind.to : null;
}

/** The same properties, but pointing to keys instead of ids. */
function localProperties(properties: Properties): Properties {
  const entries = Object.entries(properties).map(([name, entry]): [string, Kind | Property] => [
    name,
    isProperty(entry) ? { ...entry, kind: localKind(entry.kind) } : localKind(entry),
  ]);
  return Object.fromEntries(entries);
}

function localKind(kind: Kind): Kind {
  if (kind.is === 'identifier') return { is: 'string' };
  if (kind.is === 'list') return { ...kind, of: localKind(kind.of) };
  if (kind.is !== 'record') return kind;
  return { ...kind, record: { ...kind.record, properties: localProperties(kind.record.properties) } };
}
