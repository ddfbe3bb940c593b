// Parses observation expressions with their operators and qualifiers (STIX 2.1 §9.5). AND binds tighter than OR, OR
// tighter than FOLLOWEDBY (§9.5.3).
import { readComparison } from './comparison.ts';
import { demand, misread, nested, type Reader, sees, take, takeIf } from './reader.ts';
import type { Observation, Qualifier } from './tree.ts';

export function readObservations(reader: Reader): Observation {
  return joined('followedBy', 'FOLLOWEDBY', reader, readAlternatives);
}

function readAlternatives(reader: Reader): Observation {
  return joined('or', 'OR', reader, readConjunction);
}

function readConjunction(reader: Reader): Observation {
  return joined('and', 'AND', reader, readQualified);
}

function joined(
  kind: 'and' | 'or' | 'followedBy',
  word: string,
  reader: Reader,
  read: (reader: Reader) => Observation,
): Observation {
  const first = read(reader);
  if (!sees(reader, word)) return first;
  const operands = [first];
  while (takeIf(reader, word)) operands.push(read(reader));
  return { kind, operands };
}

function readQualified(reader: Reader): Observation {
  const isBracket = sees(reader, '[');
  let operand = readOperand(reader);
  const seen = new Set<string>();
  for (let count = 0; ; count += 1) {
    const at = reader.token;
    const qualifier = readQualifier(reader);
    if (qualifier === null) return operand;
    // §9.5.1 allows one qualifier of each kind per observation expression; parentheses start a new expression.
    if (isBracket && seen.has(qualifier.kind))
      misread(reader, `no second ${at.text} on one observation (§9.5.1)`, at);
    if (count >= 32) misread(reader, 'at most 32 qualifiers on one expression', at);
    seen.add(qualifier.kind);
    operand = { kind: 'qualified', operand, qualifier };
  }
}

function readOperand(reader: Reader): Observation {
  if (takeIf(reader, '(')) {
    const inner = nested(reader, readObservations);
    demand(reader, ')');
    return inner;
  }
  demand(reader, '[', "'[' or '('");
  const comparison = nested(reader, readComparison);
  demand(reader, ']', "']', AND or OR");
  return { kind: 'observation', comparison };
}

function readQualifier(reader: Reader): Qualifier | null {
  if (takeIf(reader, 'WITHIN')) {
    const seconds = readPositive(reader, ['integer', 'float'], 'a positive number of seconds');
    demand(reader, 'SECONDS');
    return { kind: 'within', seconds };
  }
  if (takeIf(reader, 'REPEATS')) {
    const times = readPositive(reader, ['integer'], 'a positive whole number');
    demand(reader, 'TIMES');
    return { kind: 'repeats', times };
  }
  if (!takeIf(reader, 'START')) return null;
  const start = readTimestamp(reader);
  demand(reader, 'STOP');
  return { kind: 'startStop', start, stop: readTimestamp(reader) };
}

function readPositive(reader: Reader, kinds: readonly string[], expected: string): number {
  const { kind, text } = reader.token;
  const value = Number(text);
  if (!kinds.includes(kind) || !(value > 0)) misread(reader, expected);
  take(reader);
  return value;
}

function readTimestamp(reader: Reader): string {
  if (reader.token.kind !== 'timestamp') misread(reader, "a timestamp, t'YYYY-MM-DDThh:mm:ssZ'");
  return take(reader).text;
}
