// Matches a STIX pattern against observed data (STIX 2.1 §9): comparisons within one observation, and OR between
// observations. MATCHES, AND and FOLLOWEDBY between observations, and qualifiers are reported as not evaluated; the
// result is still definite where the rest decides it.

import { classOf } from '../registry/types.ts';
import { isRecord, isStixObject, type JsonRecord, textOf } from '../stix-object.ts';
import { compare } from './compare.ts';
import { type PatternReading, parsePattern } from './parse.ts';
import type { Comparison, ObjectPath, Observation } from './tree.ts';
import { type Observed, valuesAt } from './values.ts';

export type PatternMatch =
  | Exclude<PatternReading, { ok: true }>
  | {
      readonly ok: true;
      /** Null when the result depends on a part that is not evaluated. */
      readonly matches: boolean | null;
      /** Ids of the observed data that match a single observation of the pattern. */
      readonly observations: readonly string[];
      readonly notEvaluated: readonly string[];
    };

type Looking = { readonly matched: Set<string>; readonly notEvaluated: Set<string> };

type Sighted = { readonly id: string; readonly observed: Observed };

/** Whether the objects match the pattern. Without observed-data, all observables together are one observation. */
export function matchPattern(pattern: string, objects: readonly unknown[]): PatternMatch {
  const reading = parsePattern(pattern);
  if (!reading.ok) return reading;
  const looking: Looking = { matched: new Set(), notEvaluated: new Set() };
  const matches = matchObservation(reading.ast, sightedIn(objects), looking);
  return { ok: true, matches, observations: [...looking.matched], notEvaluated: [...looking.notEvaluated] };
}

function sightedIn(objects: readonly unknown[]): Sighted[] {
  const all = objects.filter(isStixObject);
  const byId = new Map<string, JsonRecord>(all.map((object) => [object.id, object]));
  const observed = all.filter((object) => object.type === 'observed-data');
  if (observed.length > 0) return observed.map((one) => ({ id: one.id, observed: contentsOf(one, byId) }));
  const others = all.filter(
    (object) => classOf(object.type) === 'observable' || classOf(object.type) === null,
  );
  return [{ id: 'all', observed: new Map(others.map((object) => [object.id, object])) }];
}

/** References are followed only to objects that the observed-data lists (§9.7.4). */
function contentsOf(observed: JsonRecord, byId: ReadonlyMap<string, JsonRecord>): Observed {
  const container = observed['objects'];
  if (isRecord(container)) {
    const entries = Object.entries(container).flatMap(([key, value]) =>
      isRecord(value) ? [[key, value] as const] : [],
    );
    return new Map(entries);
  }
  const references = Array.isArray(observed['object_refs']) ? observed['object_refs'] : [];
  const contents = new Map<string, JsonRecord>();
  for (const id of references) {
    const object = typeof id === 'string' ? byId.get(id) : undefined;
    if (object !== undefined) contents.set(String(id), object);
  }
  return contents;
}

function matchObservation(node: Observation, sighted: readonly Sighted[], looking: Looking): boolean | null {
  if (node.kind === 'observation') return matchSingle(node.comparison, sighted, looking);
  if (node.kind === 'or')
    return any(node.operands.map((operand) => matchObservation(operand, sighted, looking)));
  if (node.kind === 'qualified') {
    looking.notEvaluated.add(
      node.qualifier.kind === 'startStop' ? 'START … STOP' : node.qualifier.kind.toUpperCase(),
    );
    return matchObservation(node.operand, sighted, looking) === false ? false : null;
  }
  looking.notEvaluated.add(`${node.kind === 'and' ? 'AND' : 'FOLLOWEDBY'} between observations`);
  const parts = node.operands.map((operand) => matchObservation(operand, sighted, looking));
  return parts.includes(false) ? false : null;
}

function matchSingle(comparison: Comparison, sighted: readonly Sighted[], looking: Looking): boolean | null {
  const results = sighted.map(({ id, observed }) => {
    // All operands of AND must hold for the same object (§9.5).
    const result = any([...observed.values()].map((object) => holds(comparison, object, observed, looking)));
    if (result === true) looking.matched.add(id);
    return result;
  });
  return any(results);
}

function holds(
  comparison: Comparison,
  object: JsonRecord,
  observed: Observed,
  looking: Looking,
): boolean | null {
  if (comparison.kind === 'or')
    return any(comparison.operands.map((one) => holds(one, object, observed, looking)));
  if (comparison.kind === 'and')
    return all(comparison.operands.map((one) => holds(one, object, observed, looking)));
  if (comparison.kind !== 'test' && comparison.kind !== 'exists') return false;
  if (textOf(object, 'type') !== comparison.path.type) return false;
  const found = valuesAt(object, comparison.path, observed);
  if (comparison.kind === 'exists') return found.length > 0 !== comparison.isNegated;
  // A path that leads nowhere is false, whatever the operator (§9.6).
  const result = any(found.map((one) => compare(one, comparison)));
  if (result === null) looking.notEvaluated.add(`${comparison.operator} on ${pathText(comparison.path)}`);
  return result;
}

function pathText({ type, steps }: ObjectPath): string {
  return `${type}:${steps.map((step) => ('key' in step ? step.key : `[${step.index}]`)).join('.')}`.replaceAll(
    '.[',
    '[',
  );
}

function any(results: readonly (boolean | null)[]): boolean | null {
  return results.includes(true) ? true : results.includes(null) ? null : false;
}

function all(results: readonly (boolean | null)[]): boolean | null {
  return results.includes(false) ? false : results.includes(null) ? null : true;
}
