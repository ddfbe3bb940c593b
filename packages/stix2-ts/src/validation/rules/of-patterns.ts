// The pattern of an indicator (STIX 2.1 §4.7.1, §9): parsed, then checked beyond the grammar: names of types and
// properties, operands of AND that no single object can satisfy, sets that are not addresses.

import { longestPattern, parsePattern } from '../../pattern/parse.ts';
import { pathsOf } from '../../pattern/paths.ts';
import type { Comparison, Observation, Test } from '../../pattern/tree.ts';
import { types } from '../../registry/types.ts';
import { type JsonRecord, textOf } from '../../stix-object.ts';
import { isIpv4, isIpv6 } from '../../value/address.ts';
import { error, type Run, shown, within } from '../run.ts';

const PROPERTY_NAME = /^[a-z0-9_]{3,250}$/;
const PATTERN_TYPE = /^-?[a-z0-9]+(?:-[a-z0-9]+)*-?$/;

/** §4.7.1: a STIX pattern is parsed; patterns in other languages are only bounded in length. */
export function checkPattern(indicator: JsonRecord, run: Run): void {
  const pattern = textOf(indicator, 'pattern');
  if (pattern === undefined) return;
  within(run, 'pattern', () => {
    if (pattern === '') error(run, 'PATTERN_INVALID', '4.7.1', 'is empty');
    else if (indicator['pattern_type'] === 'stix') checkStixPattern(pattern, run);
    else if (pattern.length > longestPattern * 4) {
      error(run, 'PATTERN_TOO_LONG', '4.7.1', `is longer than ${longestPattern * 4} characters`);
    }
  });
}

function checkStixPattern(pattern: string, run: Run) {
  run.work += pattern.length / 3;
  const reading = parsePattern(pattern);
  if (!reading.ok) {
    const message = `breaks at character ${reading.offset}: found ${shown(reading.found)}, expected ${reading.expected}`;
    return error(run, 'PATTERN_INVALID', '9', message);
  }
  for (const [type, properties] of pathsOf(reading.ast)) checkPatternNames(type, properties, run);
  for (const comparison of comparisonsOf(reading.ast)) satisfiedBy(comparison, run);
}

/** §3.1, §9.7: object types and properties in a pattern follow the usual rules for names. */
function checkPatternNames(type: string, properties: ReadonlySet<string>, run: Run): void {
  if (type.length < 3 || type.length > 250 || !PATTERN_TYPE.test(type)) {
    const message = `${shown(type)} is not the name of an observable type (3 to 250 of a-z, 0-9, hyphen)`;
    error(run, 'PATTERN_INVALID', '9.7', message);
  }
  const defined = types.get(type)?.shape.properties ?? {};
  for (const name of properties) {
    if (PROPERTY_NAME.test(name) || name === 'id' || Object.hasOwn(defined, name)) continue;
    error(
      run,
      'PATTERN_INVALID',
      '9.7',
      `${shown(name)} is not the name of a property (3 to 250 of a-z, 0-9, underscore)`,
    );
  }
}

function comparisonsOf(node: Observation): readonly Comparison[] {
  if (node.kind === 'observation') return [node.comparison];
  return node.kind === 'qualified' ? comparisonsOf(node.operand) : node.operands.flatMap(comparisonsOf);
}

/** The types of object that can satisfy a comparison (§9.5: all operands of AND concern one object). */
function satisfiedBy(node: Comparison, run: Run): ReadonlySet<string> {
  if (node.kind === 'test') checkNetwork(node, run);
  if (node.kind === 'test' || node.kind === 'exists') return new Set([node.path.type]);
  const [first = new Set<string>(), ...others] = node.operands.map((operand) => satisfiedBy(operand, run));
  if (node.kind === 'or') return new Set([first, ...others].flatMap((types) => [...types]));
  const common = new Set([...first].filter((type) => others.every((types) => types.has(type))));
  if (common.size > 0 || first.size === 0 || others.some((types) => types.size === 0)) return common;
  const all = [...new Set([first, ...others].flatMap((types) => [...types]))].slice(0, 6).join(', ');
  error(
    run,
    'PATTERN_UNSATISFIABLE',
    '9.5',
    `joins ${all} by AND within one observation, where all must be one object; write [ … ] AND [ … ]`,
  );
  return common;
}

/** §9.6.1: ISSUBSET and ISSUPERSET compare the value of an address with an address or network. */
function checkNetwork({ operator, path, values }: Test, run: Run): void {
  if (operator !== 'ISSUBSET' && operator !== 'ISSUPERSET') return;
  const last = path.steps.at(-1);
  const value = values[0]?.text ?? '';
  const isValue = last !== undefined && 'key' in last && last.key === 'value';
  const isAddress =
    path.type === 'ipv4-addr' ? isIpv4(value) : isIpv6(value) || (path.type !== 'ipv6-addr' && isIpv4(value));
  if (isValue && isAddress) return;
  const message = isValue
    ? `${operator} compares with ${shown(value)}, which is no address or network of ${path.type}`
    : `${operator} is for the value of ipv4-addr and ipv6-addr only`;
  error(run, 'PATTERN_INVALID', '9.6.1', message);
}
