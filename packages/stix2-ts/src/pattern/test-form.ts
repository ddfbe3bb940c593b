// The normal text of one comparison: one spelling for operators, numbers, bytes, sets, addresses and registry keys.
import { canonicalIpv4, canonicalIpv6 } from '../value/address.ts';
import { bytesOfBase64, hexOf } from '../value/bytes.ts';
import { shortestTimestamp } from '../value/timestamp.ts';
import type { Existence, Literal, ObjectPath, Operator, Test } from './tree.ts';

export function testForm(test: Test | Existence): string {
  const path = pathForm(test.path);
  if (test.kind === 'exists') return `${test.isNegated ? 'NOT ' : ''}EXISTS ${path}`;
  const values = valuesForm(test);
  let { operator, isNegated } = test;
  // A set of one is an equality, and NOT of an equality is an inequality (§9.6.1).
  if (operator === 'IN' && values.length === 1) operator = '=';
  if (isNegated && (operator === '=' || operator === '!=')) {
    operator = operator === '=' ? '!=' : '=';
    isNegated = false;
  }
  const value = operator === 'IN' ? `(${values.join(', ')})` : (values[0] ?? '');
  return `${path} ${isNegated ? 'NOT ' : ''}${operator} ${value}`;
}

function valuesForm(test: Test): readonly string[] {
  return [...new Set(test.values.map((value) => literalForm(value, test)))].sort();
}

function pathForm(path: ObjectPath): string {
  let text = path.type;
  for (const [at, step] of path.steps.entries()) {
    if ('index' in step) text += `[${step.index}]`;
    else
      text += `${at === 0 ? ':' : '.'}${/^[A-Za-z_][A-Za-z0-9_]*$/.test(step.key) ? step.key : quoted(step.key)}`;
  }
  return text;
}

function literalForm(literal: Literal, { operator, path }: Test): string {
  switch (literal.kind) {
    case 'integer':
    case 'float':
      return numberForm(literal.text);
    case 'boolean':
      return literal.text;
    case 'timestamp':
      return timeForm(literal.text);
    case 'hex':
      return `h'${literal.text.toLowerCase()}'`;
    case 'binary':
      return `h'${hexOf(bytesOfBase64(literal.text))}'`;
    case 'string':
      return quoted(byWhole.has(operator) ? stringForm(literal.text, path) : literal.text);
  }
}

export function timeForm(timestamp: string): string {
  return `t'${shortestTimestamp(timestamp)}'`;
}

/**
 * Operators that compare what the constant stands for. LIKE, MATCHES and order comparisons look at its characters:
 * there `\D` is not `\d`, and two spellings of one network are two texts.
 */
const byWhole: ReadonlySet<Operator> = new Set(['=', '!=', 'IN', 'ISSUBSET', 'ISSUPERSET']);

/** Numbers by value, except integers that a double cannot hold, which keep their digits. */
function numberForm(text: string): string {
  const value = Number(text);
  const isExact = text.includes('.') || Number.isSafeInteger(value);
  return isExact ? String(value === 0 ? 0 : value) : text;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

/** Addresses by their bits; names that Windows compares without case in lower case. */
function stringForm(text: string, path: ObjectPath): string {
  const [first, second, third] = path.steps;
  const property = first !== undefined && 'key' in first ? first.key : '';
  if (path.type === 'ipv4-addr' && property === 'value') return canonicalIpv4(text) ?? text;
  if (path.type === 'ipv6-addr' && property === 'value') return canonicalIpv6(text) ?? text;
  if (path.type !== 'windows-registry-key') return text;
  const isValueName =
    property === 'values' &&
    second !== undefined &&
    'index' in second &&
    third !== undefined &&
    'key' in third &&
    third.key === 'name';
  return property === 'key' || isValueName ? text.toLowerCase() : text;
}
