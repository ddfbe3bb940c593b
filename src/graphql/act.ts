// A mutation with what it costs. Every mutation is written as `act(rate, resolve)`: openSchema refuses one that does not
// say its rate, so that no act is added without somebody deciding how often it may be done.
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { ActRate } from '../domain/act-rate.ts';
import type { ResolverFn, ResolverWithResolve } from './types.generated.ts';

export const act = <Result, Parent, Context, Args>(
  rate: ActRate,
  resolve: ResolverFn<Result, Parent, Context, Args>,
): ResolverWithResolve<Result, Parent, Context, Args> => {
  const field = { resolve, extensions: { rate } };
  return field;
};

const rateOf = (field: GraphQLField<unknown, unknown> | undefined): ActRate | undefined =>
  field?.extensions['rate'] as ActRate | undefined;

/** Throws when a mutation of the schema has no rate. */
export const checkRates = (schema: GraphQLSchema): void => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const silent = fields.filter((field) => rateOf(field) === undefined).map(({ name }) => name);
  if (silent.length > 0) throw new Error(`No rate is declared for ${silent.join(', ')}: write act(rate, …).`);
};

/** How many publications the root fields of a mutation take. */
export const publicationsIn = (schema: GraphQLSchema, rootFields: readonly string[]): number => {
  const fields = schema.getMutationType()?.getFields() ?? {};
  return rootFields.filter((name) => rateOf(fields[name]) === 'PUBLISH').length;
};
