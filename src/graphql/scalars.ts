// The custom scalars: instants in UTC, and JSON as its producer wrote it.
import { type ConstValueNode, GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { instantMs } from '../domain/reading/instant.ts';

const instantOf = (value: unknown): string => {
  const at = typeof value === 'string' ? instantMs(value) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new GraphQLError('Write an instant with its zone, like 2030-01-31T12:00:00Z.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return new Date(at).toISOString();
};

export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description:
    'An instant: RFC 3339 text, read with any zone (`2030-01-31T13:00:00+01:00`), always written in UTC with milliseconds (`2030-01-31T12:00:00.000Z`).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  coerceInputValue: instantOf,
  coerceInputLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : null),
  coerceOutputValue: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A literal in the query text, as JSON. The depth limit of the text bounds the recursion. */
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
  description:
    'Any JSON value, with the keys and values that its producer wrote. The hub neither adds nor renames anything in it.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  coerceInputValue: (value) => value,
  coerceInputLiteral: jsonOf,
  coerceOutputValue: (value) => value,
});
