// Finds the values at an object path (STIX 2.1 §9.7), through lists, dictionaries and references to other objects of
// the same observation. Each value comes with its property name, which tells bytes from text.
import { isRecord, type JsonRecord } from '../stix-object.ts';
import type { ObjectPath, PathStep } from './tree.ts';

export type Found = { readonly value: unknown; readonly property: string };

/** The objects of one observation by id, or by key in a container. */
export type Observed = ReadonlyMap<string, JsonRecord>;

/** The most values visited for one path, to bound the cost of nested lists. */
const mostValues = 10_000;

export function valuesAt(object: JsonRecord, path: ObjectPath, observed: Observed): Found[] {
  let found: Found[] = [{ value: object, property: '' }];
  for (const step of path.steps) {
    found = found.flatMap((one) => stepInto(one, step, observed)).slice(0, mostValues);
    if (found.length === 0) return found;
  }
  return found;
}

function stepInto({ value, property }: Found, step: PathStep, observed: Observed): Found[] {
  if ('index' in step) {
    if (!Array.isArray(value)) return [];
    const items: readonly unknown[] = step.index === '*' ? value : value.slice(step.index, step.index + 1);
    return step.index !== '*' && step.index < 0 ? [] : items.map((item) => ({ value: item, property }));
  }
  const isReference = typeof value === 'string' && /_refs?$/.test(property);
  const place = isReference ? observed.get(value) : value;
  if (!isRecord(place) || !Object.hasOwn(place, step.key)) return [];
  // In a dictionary the key is not a property, yet the suffix of its name still gives its kind.
  return [{ value: place[step.key], property: step.key }];
}
