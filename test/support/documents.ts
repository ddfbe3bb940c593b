// Random query documents over a schema: named and inline fragments, aliases, directives, arguments as literals and as
// variables with and without defaults; and variables for them, some of which are invalid.
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from './random.ts';

export type MadeDocument = { readonly text: string; readonly variables: Record<string, unknown> };

type Making = {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  hasDirectives: boolean;
  count: number;
};

const MAX_DEPTH = 6;
/** Past this many aliases, fragments and variables a document only gets leaves. */
const MAX_NAMES = 40;

export const makeDocument = (schema: GraphQLSchema, random: Random): MadeDocument => {
  const making: Making = {
    schema,
    random,
    definitions: [],
    variables: {},
    fragments: [],
    hasDirectives: random.chance(0.15),
    count: 0,
  };
  const root = schema.getQueryType();
  if (root === null || root === undefined) throw new Error('the schema has no queries');
  const selection = selectionOf(making, root, 0);
  const head =
    making.definitions.length === 0 ? 'query Made' : `query Made(${making.definitions.join(', ')})`;
  return { text: [`${head} ${selection}`, ...making.fragments].join('\n'), variables: making.variables };
};

const fresh = (making: Making, prefix: string): string => {
  making.count += 1;
  return `${prefix}${making.count}`;
};

const selectionOf = (making: Making, type: GraphQLNamedType, depth: number): string => {
  const { random } = making;
  const parts: string[] = random.chance(0.2) ? ['__typename'] : [];
  const wanted = 1 + random.below(depth === 0 ? 4 : 5);
  for (let index = 0; index < wanted; index += 1) {
    const shape = random.below(10);
    if (shape < 7 || depth >= MAX_DEPTH || making.count > MAX_NAMES) parts.push(fieldOf(making, type, depth));
    else parts.push(fragmentOf(making, type, depth, shape === 7));
  }
  const some = parts.filter((part) => part !== '');
  return `{ ${some.length === 0 ? '__typename' : some.join(' ')} }`;
};

const fieldOf = (making: Making, type: GraphQLNamedType, depth: number): string => {
  if (!isObjectType(type) && !('getFields' in type)) return '__typename';
  const fields = Object.values(
    (type as unknown as { getFields(): Record<string, Field> }).getFields(),
  ).filter(
    (field) => (depth < MAX_DEPTH && making.count <= MAX_NAMES) || isLeafType(getNamedType(field.type)),
  );
  if (fields.length === 0) return '__typename';
  const field = making.random.pick(fields);
  const named = getNamedType(field.type);
  const given = field.args.map((argument) => argumentOf(making, argument)).filter((each) => each !== '');
  const inner = isLeafType(named) ? '' : ` ${selectionOf(making, named, depth + 1)}`;
  // The same name with other arguments would be a conflict, so each gets its own.
  const isPlain = field.args.length === 0 && isLeafType(named) && making.random.chance(0.8);
  const alias = isPlain ? '' : `${fresh(making, 'a')}: `;
  return `${alias}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${directiveOf(making)}${inner}`;
};

type Field = {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly args: readonly GraphQLArgument[];
};

const directiveOf = (making: Making): string => {
  if (!making.hasDirectives || !making.random.chance(0.3)) return '';
  const name = making.random.pick(['include', 'skip']);
  if (making.random.chance(0.5)) return ` @${name}(if: ${making.random.chance(0.5)})`;
  const variable = fresh(making, 'v');
  making.definitions.push(`$${variable}: Boolean!`);
  making.variables[variable] = making.random.chance(0.5);
  return ` @${name}(if: $${variable})`;
};

const fragmentOf = (making: Making, type: GraphQLNamedType, depth: number, isNamed: boolean): string => {
  const possible = isAbstractType(type) ? making.schema.getPossibleTypes(type) : [type];
  const on = making.random.pick([type, ...possible]);
  const selection = selectionOf(making, on, depth + 1);
  if (!isNamed) {
    const condition = on === type && making.random.chance(0.3) ? '' : ` on ${on.name}`;
    return `...${condition}${directiveOf(making)} ${selection}`;
  }
  const name = fresh(making, 'F');
  making.fragments.push(`fragment ${name} on ${on.name} ${selection}`);
  return `...${name}${directiveOf(making)}`;
};

const argumentOf = (making: Making, argument: GraphQLArgument): string => {
  const { random } = making;
  const isRequired = isNonNullType(argument.type) && argument.default === undefined;
  if (!isRequired && random.chance(0.3)) return '';
  if (random.chance(0.5))
    return `${argument.name}: ${literal(inputOf(making, argument.type, 0), argument.type)}`;
  const name = fresh(making, 'v');
  const value = inputOf(making, argument.type, 0);
  const hasDefault = !isNonNullType(argument.type) && random.chance(0.4);
  const fallback = hasDefault ? ` = ${literal(inputOf(making, argument.type, 0), argument.type)}` : '';
  making.definitions.push(`$${name}: ${argument.type}${fallback}`);
  // Left out, null, of the wrong type, or valid.
  const fate = random.below(20);
  if (fate === 0) making.variables[name] = null;
  else if (fate === 1) making.variables[name] = { no: ['such', 'thing'] };
  else if (fate > 4 || isNonNullType(argument.type)) making.variables[name] = value;
  return `${argument.name}: $${name}`;
};

const inputOf = (making: Making, type: GraphQLInputType, depth: number): unknown => {
  const { random } = making;
  if (isNonNullType(type)) return inputOf(making, type.ofType, depth);
  if (depth > 0 && random.chance(0.1)) return null;
  if (isListType(type)) {
    const item = (): unknown => inputOf(making, type.ofType, depth + 1);
    const values = Array.from({ length: random.below(3) }, item);
    return isNonNullType(type.ofType) ? values.filter((value) => value !== null) : values;
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const entries = Object.values(type.getFields()).flatMap((field): [string, unknown][] => {
      const isRequired = isNonNullType(field.type) && field.default === undefined;
      if (!isRequired && (depth > 2 || random.chance(0.5))) return [];
      return [[field.name, inputOf(making, field.type, isRequired ? 0 : depth + 1)]];
    });
    return Object.fromEntries(
      entries.filter(([name, value]) => value !== null || !isNonNullType(type.getFields()[name]?.type)),
    );
  }
  const scalars: Record<string, () => unknown> = {
    Int: () => random.below(50) - 5,
    Float: () => random.below(100) / 4,
    Boolean: () => random.chance(0.5),
    DateTime: () => '2030-01-31T12:00:00Z',
    JSON: () => ({ any: [random.below(9), 'thing', null] }),
  };
  return (scalars[type.name] ?? (() => `text ${random.below(100)}`))();
};

const literal = (value: unknown, type: GraphQLInputType): string => {
  if (value === null || value === undefined) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return `[${(value as unknown[]).map((each) => literal(each, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = Object.entries(value as object).flatMap(([name, each]) => {
      const field = fields[name];
      return field === undefined ? [] : [`${name}: ${literal(each, field.type)}`];
    });
    return `{ ${entries.join(', ')} }`;
  }
  return type.name === 'JSON' ? '{ any: [1, "thing", null] }' : JSON.stringify(value);
};
