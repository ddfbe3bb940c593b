// The normal form of the comparisons in one `[…]`: sorted alternatives of conjunctions, without repeats, absorbed
// alternatives, and conjunctions that no single object can satisfy (§9.5: AND applies to one object).
import { testForm } from './test-form.ts';
import type { Comparison, Junction } from './tree.ts';

/** The most alternatives, and the most tests in them; counted on the tree, so operand order cannot matter. */
const mostAlternatives = 64;
const mostTests = 4096;

/** One conjunction: the normal text of its tests, and the object types they require. */
type Conjunction = { readonly tests: ReadonlySet<string>; readonly types: ReadonlySet<string> };

export function comparisonForm(comparison: Comparison): string {
  const size = sizeOf(comparison);
  if (size.alternatives > mostAlternatives || size.alternatives * size.tests > mostTests) {
    return structuralForm(comparison);
  }
  const all = conjunctionsOf(comparison);
  const possible = all.filter((conjunction) => conjunction.types.size === 1);
  const kept = absorbed(possible.length > 0 ? possible : all);
  return joinedForm(
    'OR',
    kept.map((conjunction) => joinedForm('AND', [...conjunction.tests])),
  );
}

function isJunction(comparison: Comparison): comparison is Junction {
  return comparison.kind === 'and' || comparison.kind === 'or';
}

function sizeOf(comparison: Comparison): { alternatives: number; tests: number } {
  if (!isJunction(comparison)) return { alternatives: 1, tests: 1 };
  const sizes = comparison.operands.map(sizeOf);
  const tests = sizes.reduce((sum, size) => sum + size.tests, 0);
  const combine =
    comparison.kind === 'and' ? (a: number, b: number) => a * b : (a: number, b: number) => a + b;
  const start = comparison.kind === 'and' ? 1 : 0;
  const alternatives = sizes.reduce(
    (sum, size) => Math.min(combine(sum, size.alternatives), mostTests),
    start,
  );
  return { alternatives, tests };
}

function conjunctionsOf(comparison: Comparison): Conjunction[] {
  if (!isJunction(comparison)) {
    return [{ tests: new Set([testForm(comparison)]), types: new Set([comparison.path.type]) }];
  }
  if (comparison.kind === 'or') return comparison.operands.flatMap(conjunctionsOf);
  let joined: Conjunction[] = [{ tests: new Set(), types: new Set() }];
  for (const operand of comparison.operands) {
    const next = conjunctionsOf(operand);
    joined = joined.flatMap((left) => next.map((right) => both(left, right)));
  }
  return joined;
}

function both(left: Conjunction, right: Conjunction): Conjunction {
  return {
    tests: new Set([...left.tests, ...right.tests]),
    types: new Set([...left.types, ...right.types]),
  };
}

/** Drops each conjunction that includes another one entirely: `A OR (A AND B)` is `A`. */
function absorbed(conjunctions: readonly Conjunction[]): Conjunction[] {
  const distinct = [
    ...new Map(conjunctions.map((one) => [[...one.tests].sort().join('\u0000'), one])).values(),
  ];
  return distinct.filter(
    (one) =>
      !distinct.some((other) => other !== one && [...other.tests].every((test) => one.tests.has(test))),
  );
}

/** Removes brackets, order and repeats, without distributing. */
function structuralForm(comparison: Comparison): string {
  if (!isJunction(comparison)) return testForm(comparison);
  const kind = comparison.kind;
  return joinedForm(kind === 'and' ? 'AND' : 'OR', flattened(comparison, kind).map(structuralForm));
}

function flattened(comparison: Comparison, kind: 'and' | 'or'): Comparison[] {
  return isJunction(comparison) && comparison.kind === kind
    ? comparison.operands.flatMap((one) => flattened(one, kind))
    : [comparison];
}

function joinedForm(word: 'AND' | 'OR', parts: readonly string[]): string {
  const sorted = [...new Set(parts)].sort();
  return sorted.length === 1 ? (sorted[0] ?? '') : `(${sorted.join(` ${word} `)})`;
}
