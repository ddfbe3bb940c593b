// Declares the rate of a mutation. Every mutation is written as `act(rate, resolve)`; openSchema throws for one without a
// rate, so that nobody adds a mutation without deciding how often it may run. Where several are sent together, one after a
// change of rights is done by the rights of then, or not at all (I8). `actOnce` is for what makes something: repeated under its
// Idempotency-Key it makes nothing more (I18).
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { ActRate } from '../domain/act-rate.ts';
import type { Actor } from '../domain/member.ts';
import { type Outcome, problem } from '../domain/problem.ts';
import type { Hub } from '../hub.ts';
import { mayGoOn } from '../service/access/confirm-everywhere.ts';
import { once, type Work } from '../service/record/once.ts';
import { refusalError } from './errors.ts';
import type { ResolverFn, ResolverWithResolve } from './types.generated.ts';

export const act = <Result, Parent, Context, Args>(
  rate: ActRate,
  resolve: ResolverFn<Result, Parent, Context, Args>,
  more: { readonly isOnce?: true } = {},
): ResolverWithResolve<Result, Parent, Context, Args> => {
  const field = {
    resolve: async (...args: Parameters<typeof resolve>): Promise<Result> => {
      if (!(await mayGoOn())) throw refusalError(RIGHTS_CHANGED);
      return resolve(...args);
    },
    extensions: { rate, ...more },
  };
  return field;
};

/** Does the work at most once under the Idempotency-Key of the request. */
export type UnderKey = <Value>(work: Work<Value>) => Promise<Outcome<Value>>;

type HasKey = {
  readonly hub: Pick<Hub, 'answers' | 'clock'>;
  readonly actor: Actor;
  readonly idempotencyKey: string | undefined;
};

/** The same for an act that makes something, by a service that does not take the key itself. */
export const actOnce = <Result, Parent, Context extends HasKey, Args extends { readonly input: unknown }>(
  rate: ActRate,
  resolve: (parent: Parent, args: Args, context: Context, underKey: UnderKey) => Promise<Result>,
): ResolverWithResolve<Result, Parent, Context, Args> =>
  act<Result, Parent, Context, Args>(
    rate,
    (parent, args, context, { fieldName: operation }) => {
      const { hub, actor, idempotencyKey: key } = context;
      const asked = { actor, operation, key, payload: args.input };
      return resolve(parent, args, context, (work) => once(hub, asked, work));
    },
    { isOnce: true },
  );

type MayTry = { readonly input: { readonly dryRun?: boolean | null | undefined } };
type OnHub = { readonly hub: { readonly database: Pick<Hub['database'], 'inTrial'> } };

/**
 * The same for an act that takes away or sends: with `dryRun` it is done, and taken back, so that its answer says what would come of
 * it. Only for acts that write in transactions alone.
 */
export const actOrTry = <Result, Parent, Context extends OnHub, Args extends MayTry>(
  rate: ActRate,
  resolve: ResolverFn<Result, Parent, Context, Args>,
): ResolverWithResolve<Result, Parent, Context, Args> =>
  act<Result, Parent, Context, Args>(rate, (parent, args, context, info) =>
    args.input.dryRun === true
      ? context.hub.database.inTrial(() => resolve(parent, args, context, info))
      : resolve(parent, args, context, info),
  );

const RIGHTS_CHANGED = problem(
  'RIGHTS_CHANGED_MEANWHILE',
  '$',
  'Your rights changed while this was under way; it was not done.',
  'Send it again, if you still may.',
);

const rateOf = (field: GraphQLField<unknown, unknown> | undefined): ActRate | undefined =>
  field?.extensions['rate'] as ActRate | undefined;

/** Throws when a mutation of the schema has no rate. */
export const checkRates = (schema: GraphQLSchema): void => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const undeclared = fields.filter((field) => rateOf(field) === undefined).map(({ name }) => name);
  if (undeclared.length > 0)
    throw new Error(`No rate is declared for ${undeclared.join(', ')}: write act(rate, …).`);
};

/** How many root fields of a mutation count as publications for the rate limit. */
export const publicationsIn = (schema: GraphQLSchema, rootFields: readonly string[]): number => {
  const fields = schema.getMutationType()?.getFields() ?? {};
  return rootFields.filter((name) => rateOf(fields[name]) === 'PUBLISH').length;
};
