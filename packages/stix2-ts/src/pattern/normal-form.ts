// The normal form of a pattern: removes order, repeats and brackets, distributes and absorbs AND, OR and FOLLOWEDBY
// (§9.5.3, §9.6). If the distributed form would be too large, removes order and repeats only.
import { comparisonForm } from './comparison-form.ts';
import { timeForm } from './test-form.ts';
import type { Observation, Qualifier } from './tree.ts';

/** The most alternatives to distribute into, counted before they are made. */
const mostAlternatives = 64;

/** One way for a pattern to match: a leaf, all of several parts, or several in order. `key` represents it entirely. */
type Way = {
  readonly kind: 'leaf' | 'and' | 'followedBy';
  readonly key: string;
  readonly parts: readonly Way[];
};

export function normalForm(pattern: Observation): string {
  return alternativesForm(waysOf(pattern).map((way) => way.key));
}

function alternativesForm(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] ?? '') : `(${[...keys].sort().join(' OR ')})`;
}

function waysOf(node: Observation): Way[] {
  if (node.kind === 'observation') return [leaf(`[${comparisonForm(node.comparison)}]`)];
  if (node.kind === 'qualified')
    return [leaf(`(${normalForm(node.operand)}) ${qualifierForm(node.qualifier)}`)];
  const operands = node.operands.map(waysOf);
  if (node.kind === 'or') return absorbed(operands.flat());
  const kind = node.kind;
  const count = operands.reduce((product, ways) => Math.min(product * ways.length, mostAlternatives + 1), 1);
  if (count > mostAlternatives) {
    return [
      combined(
        kind,
        operands.map((ways) => leaf(alternativesForm(ways.map((way) => way.key)))),
      ),
    ];
  }
  let chains: Way[][] = [[]];
  for (const ways of operands) chains = chains.flatMap((chain) => ways.map((way) => [...chain, way]));
  return absorbed(chains.map((chain) => combined(kind, chain)));
}

function leaf(key: string): Way {
  return { kind: 'leaf', key, parts: [] };
}

function combined(kind: 'and' | 'followedBy', ways: readonly Way[]): Way {
  const parts = ways.flatMap((way) => (way.kind === kind ? way.parts : [way]));
  if (kind === 'and') parts.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const word = kind === 'and' ? ' AND ' : ' FOLLOWEDBY ';
  return { kind, key: `(${parts.map((part) => part.key).join(word)})`, parts };
}

/** Drops repeats and ways that another way already covers: `A OR (A AND B)` is `A`. */
function absorbed(ways: readonly Way[]): Way[] {
  const distinct = [...new Map(ways.map((way) => [way.key, way])).values()];
  if (distinct.length > mostAlternatives) return distinct;
  return distinct.filter((way) => !distinct.some((other) => other !== way && implies(way, other)));
}

/** Whether everything that matches `way` also matches `other`. */
function implies(way: Way, other: Way): boolean {
  if (way.key === other.key) return true;
  if (way.kind === 'leaf') return false;
  if (way.kind === other.kind) {
    return way.kind === 'and' ? holdsAll(way.parts, other.parts) : holdsInOrder(way.parts, other.parts);
  }
  return way.parts.some((part) => implies(part, other));
}

/** Whether each wanted part can be paired with a different part: AND needs different observations (§9.5.2). */
function holdsAll(parts: readonly Way[], wanted: readonly Way[]): boolean {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part.key, (counts.get(part.key) ?? 0) + 1);
  return wanted.every((part) => {
    const left = counts.get(part.key) ?? 0;
    counts.set(part.key, left - 1);
    return left > 0;
  });
}

function holdsInOrder(parts: readonly Way[], wanted: readonly Way[]): boolean {
  let at = 0;
  for (const part of parts) if (part.key === wanted[at]?.key) at += 1;
  return at === wanted.length;
}

function qualifierForm(qualifier: Qualifier): string {
  if (qualifier.kind === 'within') return `WITHIN ${qualifier.seconds} SECONDS`;
  if (qualifier.kind === 'repeats') return `REPEATS ${qualifier.times} TIMES`;
  return `START ${timeForm(qualifier.start)} STOP ${timeForm(qualifier.stop)}`;
}
