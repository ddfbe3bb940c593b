// Bounds the rows of all lists of one answer. The cost of an operation (cost.ts) is what it is expected to take: a list
// without `first`, such as the references of an object, may have far more rows than assumed, and nested ones multiply.
import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { problem } from '../../domain/problem.ts';
import { refusalError } from '../errors.ts';
import type { RequestContext } from '../request-context.ts';

type Resolve = NonNullable<GraphQLField<unknown, RequestContext>['resolve']>;

/** Rows for each point that an operation may cost. */
export const ROWS_PER_POINT = 2;

/** Counts what every resolver of a list or of a page returns; beyond the bound the field is refused, and so is the rest. */
export const boundRows = (schema: GraphQLSchema): void => {
  const counts = new WeakMap<RequestContext, number>();
  const count = (context: RequestContext, rows: number): void => {
    const most = context.hub.config.limits.queryCost * ROWS_PER_POINT;
    const sum = (counts.get(context) ?? 0) + rows;
    counts.set(context, sum);
    if (sum <= most) return;
    const message = `The lists of this answer have more than ${most} rows together.`;
    throw refusalError(problem('QUERY_TOO_COSTLY', '$', message, 'Ask for fewer objects at a time.'));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getSubscriptionType()) continue;
    for (const field of Object.values<GraphQLField<unknown, RequestContext>>(type.getFields())) {
      const { resolve } = field;
      if (resolve !== undefined && hasRows(field.type)) field.resolve = countedBy(resolve, count);
    }
  }
};

type Count = (context: RequestContext, rows: number) => void;

const countedBy =
  (resolve: Resolve, count: Count): Resolve =>
  (source, args, context, info) => {
    // Beyond the bound nothing more is read.
    count(context, 0);
    const counted = (value: unknown): unknown => {
      count(context, rowsIn(value));
      return value;
    };
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise ? value.then(counted) : counted(value);
  };

/** A list of objects, a page of them, or a bundle. */
const hasRows = (type: GraphQLOutputType): boolean => {
  const named = getNamedType(type);
  if (isLeafType(named)) return named.name === 'JSON';
  return isListType(getNullableType(type)) || (isObjectType(named) && 'edges' in named.getFields());
};

const rowsIn = (value: unknown): number => {
  const { edges, objects } = (value ?? {}) as { readonly edges?: unknown; readonly objects?: unknown };
  const rows = [value, edges, objects].find(Array.isArray);
  return rows?.length ?? 0;
};
