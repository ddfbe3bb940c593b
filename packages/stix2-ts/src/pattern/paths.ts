// Lists the objects and properties that a pattern asks about, each once.
import type { Comparison, Observation } from './tree.ts';

/** Object types, each with the first property of every path into them. */
export function pathsOf(pattern: Observation): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  collect(pattern, found);
  return found;
}

function collect(node: Observation, found: Map<string, Set<string>>): void {
  if (node.kind === 'observation') collectTests(node.comparison, found);
  else if (node.kind === 'qualified') collect(node.operand, found);
  else for (const operand of node.operands) collect(operand, found);
}

function collectTests(comparison: Comparison, found: Map<string, Set<string>>): void {
  if (!('path' in comparison)) {
    for (const operand of comparison.operands) collectTests(operand, found);
    return;
  }
  const { type, steps } = comparison.path;
  const [first] = steps;
  const properties = found.get(type) ?? new Set();
  if (first !== undefined && 'key' in first) properties.add(first.key);
  found.set(type, properties);
}
