// The contract's own scalars: instants in UTC, and JSON as its producer wrote it.
import { type ConstValueNode, GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** RFC 3339 with a zone: an instant without one would mean another hour at each reader. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const instantOf = (value: unknown): string => {
  const at = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new GraphQLError('An instant is written like 2030-01-31T12:00:00Z, with its zone.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return new Date(at).toISOString();
};

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 in UTC.',
  coerceInputValue: instantOf,
  coerceInputLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : null),
  coerceOutputValue: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A literal in the query text, as the JSON it stands for; bounded by the depth of the text. */
const jsonOf = (node: ConstValueNode): unknown => {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map(jsonOf);
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [allowedKey(name.value), jsonOf(value)]),
      );
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    default:
      return node.value;
  }
};

const allowedKey = (key: string): string => {
  if (!FORBIDDEN.has(key)) return key;
  throw new GraphQLError(`A key may not be named ${key}.`, { extensions: { code: 'JSON_FORBIDDEN_KEY' } });
};

export const JSON_SCALAR = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value, as the producer wrote it.',
  coerceInputValue: (value) => value,
  coerceInputLiteral: jsonOf,
  coerceOutputValue: (value) => value,
});
