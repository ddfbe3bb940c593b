// The object types that a pattern asks about, each once.
import type { Comparison, Observation } from './tree.ts';

export function pathTypesOf(pattern: Observation): ReadonlySet<string> {
  const found = new Set<string>();
  collect(pattern, found);
  return found;
}

function collect(node: Observation, found: Set<string>): void {
  if (node.kind === 'observation') collectTests(node.comparison, found);
  else if (node.kind === 'qualified') collect(node.operand, found);
  else for (const operand of node.operands) collect(operand, found);
}

function collectTests(comparison: Comparison, found: Set<string>): void {
  if (comparison.kind === 'test' || comparison.kind === 'exists') found.add(comparison.path.type);
  else for (const operand of comparison.operands) collectTests(operand, found);
}
