// Parses comparison expressions (STIX 2.1 §9.6), the part between `[` and `]`.
import { isHashOf } from '../value/hash-form.ts';
import { demand, misread, nested, type Reader, sees, take, takeIf } from './reader.ts';
import type { Token } from './tokens.ts';
import type { Comparison, Literal, ObjectPath, Operator, PathStep, Test } from './tree.ts';

export function readComparison(reader: Reader): Comparison {
  return joined('or', 'OR', reader, readConjunction);
}

function readConjunction(reader: Reader): Comparison {
  return joined('and', 'AND', reader, readTest);
}

function joined(
  kind: 'and' | 'or',
  word: string,
  reader: Reader,
  read: (reader: Reader) => Comparison,
): Comparison {
  const first = read(reader);
  if (!sees(reader, word)) return first;
  const operands = [first];
  while (takeIf(reader, word)) operands.push(read(reader));
  return { kind, operands };
}

function readTest(reader: Reader): Comparison {
  if (takeIf(reader, '(')) {
    const inner = nested(reader, readComparison);
    demand(reader, ')');
    return inner;
  }
  const isNegated = takeIf(reader, 'NOT');
  if (takeIf(reader, 'EXISTS')) return { kind: 'exists', path: readPath(reader), isNegated };
  if (isNegated) misread(reader, "'EXISTS'");
  return readPropertyTest(reader, readPath(reader));
}

function readPropertyTest(reader: Reader, path: ObjectPath): Test {
  const isNegated = takeIf(reader, 'NOT');
  const operator = readOperator(reader);
  const at = reader.token;
  const values = operator === 'IN' ? readSet(reader) : [readOperand(reader, operator)];
  checkHashes(reader, path, operator, values, at);
  return { kind: 'test', path, isNegated, operator, values };
}

const spelled: Readonly<Record<string, Operator>> = { '==': '=', '<>': '!=' };

const operatorWords = new Set(['IN', 'LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET']);

function readOperator(reader: Reader): Operator {
  const { kind, text } = reader.token;
  if (kind === 'comparator') return spelled[take(reader).text] ?? (text as Operator);
  if (kind === 'keyword' && operatorWords.has(text)) return take(reader).text as Operator;
  return misread(
    reader,
    'a comparison operator (=, !=, <, <=, >, >=, IN, LIKE, MATCHES, ISSUBSET, ISSUPERSET)',
  );
}

const literalKinds = new Set(['integer', 'float', 'string', 'timestamp', 'hex', 'binary', 'boolean']);

function readOperand(reader: Reader, operator: Operator): Literal {
  const { kind } = reader.token;
  if (operator === '=' || operator === '!=') return readLiteral(reader);
  if (operator.startsWith('<') || operator.startsWith('>')) {
    if (kind === 'boolean') misread(reader, 'a constant that has an order (not true or false)');
    return readLiteral(reader);
  }
  if (kind !== 'string' && kind !== 'unreadable') misread(reader, "a string in apostrophes, '…'");
  return readLiteral(reader);
}

/** What was expected, by the first character of a constant that cannot be read. */
const unreadable: Readonly<Record<string, string>> = {
  "'": "a string that ends with an apostrophe, in which \\\\ and \\' are the only escapes",
  t: "a time that exists, t'YYYY-MM-DDThh:mm:ss[.s]Z'",
  b: "base64 that is padded with =, b'…'",
  h: "pairs of hexadecimal digits, h'…'",
};

function readLiteral(reader: Reader): Literal {
  const broken = reader.token.kind === 'unreadable' ? unreadable[reader.token.text] : undefined;
  if (!literalKinds.has(reader.token.kind)) {
    misread(
      reader,
      broken ??
        "a constant: a number, true, false, '…', t'…' (a timestamp), b'…' (base64) or h'…' (hexadecimal)",
    );
  }
  const { kind, text } = take(reader);
  return { kind, text } as Literal;
}

function readSet(reader: Reader): Literal[] {
  demand(reader, '(');
  const values: Literal[] = [];
  if (takeIf(reader, ')')) return values;
  do {
    const at = reader.token;
    values.push(readLiteral(reader));
    if (family(values.at(-1)) !== family(values[0]))
      misread(reader, 'constants of one kind in a set (§9.6.1)', at);
  } while (takeIf(reader, ','));
  demand(reader, ')', "',' or ')'");
  return values;
}

function family(literal: Literal | undefined): string {
  const kind = literal?.kind ?? '';
  return kind === 'integer' || kind === 'float' ? 'number' : kind;
}

function readPath(reader: Reader): ObjectPath {
  const { kind } = reader.token;
  if (kind !== 'name' && kind !== 'hyphenName') misread(reader, 'an object type, as in file:name');
  const type = take(reader).text;
  demand(reader, ':', "':' after the object type");
  const steps: PathStep[] = [readKey(reader)];
  for (;;) {
    if (takeIf(reader, '.')) steps.push(readKey(reader));
    else if (sees(reader, '[')) steps.push(readIndex(reader));
    else return { type, steps };
  }
}

function readKey(reader: Reader): PathStep {
  const { kind } = reader.token;
  if (kind === 'hyphenName') misread(reader, 'a property name (in apostrophes if it contains a hyphen)');
  if (kind !== 'name' && kind !== 'string') misread(reader, 'a property name');
  return { key: take(reader).text };
}

function readIndex(reader: Reader): PathStep {
  demand(reader, '[');
  const isAny = takeIf(reader, '*');
  // §9.7.2: "An integer in the range of 0…N-1", so it cannot be negative.
  const isIndex = reader.token.kind === 'integer' && !reader.token.text.startsWith('-');
  if (!isAny && !isIndex) misread(reader, "an index from 0 or '*'");
  const index = isAny ? ('*' as const) : Number(take(reader).text);
  demand(reader, ']');
  return { index };
}

/** A hash compared for equality must have the form of its algorithm (§2.7, §9.6.1). */
function checkHashes(
  reader: Reader,
  path: ObjectPath,
  operator: Operator,
  values: readonly Literal[],
  at: Token,
): void {
  if (path.steps.length < 2) return;
  if (operator !== '=' && operator !== '!=' && operator !== 'IN') return;
  const last = path.steps.at(-1);
  if (last === undefined || !('key' in last)) return;
  if (!path.steps.slice(0, -1).some((step) => 'key' in step && step.key === 'hashes')) return;
  const wrong = values.find((value) => value.kind === 'string' && !isHashOf(last.key, value.text));
  if (wrong !== undefined) misread(reader, `a ${last.key} hash`, at);
}
