// Queries that ask for everything: selections made from the live schema, so that a new field is asked for as soon as it
// is there.
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { openSchema } from '../../../src/graphql/schema.ts';

let schema: GraphQLSchema | undefined;
const liveSchema = (): GraphQLSchema => {
  schema ??= openSchema();
  return schema;
};

/** Connections and edges are as deep as what they contain. */
const WRAPPERS = new Set(['edges', 'node', 'pageInfo']);
const PAGE = 3;

const argumentsOf = (field: GraphQLField<unknown, unknown>): string =>
  field.args.some(({ name }) => name === 'first') ? `(first: ${PAGE})` : '';

const fieldsOf = (type: GraphQLNamedType, depth: number, leftOut: readonly string[]): string => {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (leftOut.includes(field.name) || field.args.some(isRequiredArgument)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    const left = WRAPPERS.has(field.name) ? depth : depth - 1;
    const selected = left < 0 ? '' : fieldsOf(inner, left, leftOut);
    return selected === '' ? [] : [`${field.name}${argumentsOf(field)} { ${selected} }`];
  });
  return fields.join(' ');
};

const selected = new Map<string, string>();

/** Every field of the type, and of what it leads to within `depth` steps, but those left out by name. */
export const everythingOf = (typeName: string, depth: number, leftOut: readonly string[] = []): string => {
  const key = `${typeName} ${depth} ${leftOut.join()}`;
  const known = selected.get(key);
  if (known !== undefined) return known;
  const type = liveSchema().getType(typeName);
  if (type === undefined) throw new Error(`The schema has no ${typeName}.`);
  const text = fieldsOf(type, depth, leftOut);
  selected.set(key, text);
  return text;
};

/** Each query that asks for nothing in particular, but for these. */
export const everyRoot = (depth: number, first: number, leftOut: readonly string[]): string[] =>
  Object.values(liveSchema().getQueryType()?.getFields() ?? {}).flatMap((field) => {
    if (leftOut.includes(field.name) || field.args.some(isRequiredArgument)) return [];
    const inner = getNamedType(field.type);
    const page = field.args.some(({ name }) => name === 'first') ? `(first: ${first})` : '';
    const fields = isLeafType(inner) ? '' : `{ ${everythingOf(inner.name, depth)} }`;
    return [`{ ${field.name}${page} ${fields} }`];
  });

/** Of what a query gives; null where the schema has no such query. */
export const everythingFrom = (query: string, depth: number): string | null => {
  const field = liveSchema().getQueryType()?.getFields()[query];
  return field === undefined ? null : everythingOf(getNamedType(field.type).name, depth);
};
