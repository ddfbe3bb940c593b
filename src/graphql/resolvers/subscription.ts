// Subscriptions: kept, and tried beforehand.
import type { Outcome, Problem } from '../../domain/problem.ts';
import { asksForProducts } from '../../domain/subscription/fits-filter.ts';
import type { Subscription, SubscriptionFilter } from '../../domain/subscription/subscription.ts';
import {
  changeSubscription,
  createSubscription,
  endSubscription,
  pauseSubscription,
  resumeSubscription,
  type SubscriptionChange,
  subscribedBefore,
} from '../../service/subscription/keep-subscription.ts';
import {
  listSubscriptions,
  type ShownSubscription,
  shownSubscription,
} from '../../service/subscription/list-subscriptions.ts';
import { type Previewed, previewSubscription } from '../../service/subscription/preview-subscription.ts';
import { act, actOnce, actOrTry } from '../act.ts';
import { given } from '../present/given.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type { InputMaybe, QuietHoursInput, Resolvers, SubscriptionFilterInput } from '../types.generated.ts';

const MOST_MESSAGES = 200;
const MOST_IN_MESSAGE = 50;

const filterOf = ({ directOnly, products, ...filter }: SubscriptionFilterInput): SubscriptionFilter => ({
  ...given(filter),
  ...(directOnly === true ? { isDirectOnly: true } : {}),
  ...(products === null || products === undefined ? {} : { products: products.map(given) }),
});

type Asked = {
  readonly filter?: InputMaybe<SubscriptionFilterInput>;
  readonly quietHours?: InputMaybe<QuietHoursInput>;
  readonly expiresAt?: InputMaybe<string>;
};

/** What may be emptied is told from what is left out. */
const changeOf = <Input extends Asked>({ filter, quietHours, expiresAt, ...others }: Input) => ({
  ...given(others),
  ...(filter === null || filter === undefined ? {} : { filter: filterOf(filter) }),
  ...(quietHours === undefined ? {} : { quietHours }),
  ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
});

const observed = (problems: readonly Problem[], { observe }: RequestContext): readonly Problem[] => {
  for (const { code } of problems) observe.refused(code);
  return problems;
};

const resultOf = (outcome: Outcome<Subscription>, context: RequestContext) =>
  outcome.ok
    ? { subscription: shownSubscription(outcome.value, context.hub.clock.now()), refusals: [] }
    : { subscription: null, refusals: observed(outcome.problems, context) };

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const inWords = ({ messages, waiting }: Previewed, days: number): string => {
  const singles = messages.filter(({ form }) => form === 'SINGLE').length;
  const digests = messages.length - singles;
  const items = messages.filter(({ form }) => form === 'DIGEST').flatMap(({ items: each }) => each).length;
  const sent = `The last ${counted(days, 'day')} would have sent you ${counted(messages.length, 'message')}`;
  const which =
    messages.length === 0
      ? ''
      : `: ${singles} by themselves, ${counted(digests, 'digest')} with ${counted(items, 'item')}`;
  return `${sent}${which}.${waiting === 0 ? '' : ` ${counted(waiting, 'item')} would wait for the next digest.`}`;
};

/** Said whether or not there is any: a warning that is not found shows nothing. */
const NOT_FOUND =
  'Products are found in software objects that all readers have, and by CVEs in the catalogue of exploited vulnerabilities: not found is what only a text names.';

type Tried = { readonly days: number; readonly filter: SubscriptionFilter };

const previewOf = async (previewed: Previewed, { days, filter }: Tried, { loaders }: RequestContext) => {
  const latest = previewed.messages.toReversed().slice(0, MOST_MESSAGES);
  const messages = latest.map(async ({ at, form, items }) => {
    const found = await Promise.all(items.slice(0, MOST_IN_MESSAGE).map((id) => loaders.warnings().load(id)));
    return {
      at,
      isDigest: form === 'DIGEST',
      warnings: found.filter((item) => item !== null).map(warningSource),
    };
  });
  return {
    inWords: `${inWords(previewed, days)}${asksForProducts(filter) ? ` ${NOT_FOUND}` : ''}`,
    messages: await Promise.all(messages),
    isPartial: previewed.isPartial,
  };
};

export const subscriptionResolvers = {
  Query: {
    subscriptions: (_, __, { hub, actor }) => listSubscriptions(hub, actor),
    subscriptionPreview: async (_, { input, days }, context) => {
      const change: SubscriptionChange = changeOf(input);
      const tried = { ...change, endpoint: input.endpoint ?? null };
      const outcome = await previewSubscription(context.hub, context.actor, tried, days);
      return outcome.ok
        ? {
            preview: await previewOf(outcome.value, { days, filter: change.filter ?? {} }, context),
            refusals: [],
          }
        : { preview: null, refusals: observed(outcome.problems, context) };
    },
  },
  Mutation: {
    createSubscription: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const { name, endpoint } = input;
      const draft = { ...changeOf(input), name, endpoint };
      const outcome = await underKey({
        act: () => createSubscription(hub, actor, draft),
        again: (id) => subscribedBefore(hub, actor, id),
      });
      return resultOf(outcome, context);
    }),
    changeSubscription: act('REQUEST', async (_, { input }, context) => {
      const change = { ...changeOf(input), id: input.id };
      return resultOf(await changeSubscription(context.hub, context.actor, change), context);
    }),
    pauseSubscription: act('REQUEST', async (_, { input: { id, until } }, context) => {
      const end = until === null || until === undefined ? null : new Date(until);
      return resultOf(await pauseSubscription(context.hub, context.actor, { id, until: end }), context);
    }),
    resumeSubscription: act('REQUEST', async (_, { input }, context) =>
      resultOf(await resumeSubscription(context.hub, context.actor, input.id), context),
    ),
    endSubscription: actOrTry('REQUEST', async (_, { input }, context) =>
      resultOf(await endSubscription(context.hub, context.actor, input.id), context),
    ),
  },
  WarningSubscription: {
    isOfMember: ({ person }: ShownSubscription) => person === null,
    quietFrom: ({ quietHours }) => quietHours?.from ?? null,
    quietUntil: ({ quietHours }) => quietHours?.until ?? null,
  },
  SubscriptionFilter: {
    sectors: ({ sectors = [] }) => sectors,
    kinds: ({ kinds = [] }) => kinds,
    severities: ({ severities = [] }) => severities,
    urgencies: ({ urgencies = [] }) => urgencies,
    certainties: ({ certainties = [] }) => certainties,
    countries: ({ countries = [] }) => countries,
    communities: ({ communities = [] }) => communities,
    publishers: ({ publishers = [] }) => publishers,
    products: ({ products = [] }) => products,
    directOnly: ({ isDirectOnly }) => isDirectOnly === true,
  },
} satisfies Partial<Resolvers>;
