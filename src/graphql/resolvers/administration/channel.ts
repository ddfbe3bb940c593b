// Endpoints, their log, and what is tried again.
import { isAlive } from '../../../domain/channel/endpoint.ts';
import { writtenIn } from '../../../domain/directory.ts';
import { type Outcome, problem, refused } from '../../../domain/problem.ts';
import { isEncrypted } from '../../../policy/channel/carried-to.ts';
import { carryingNow } from '../../../service/channel/carrying-now.ts';
import { type Added, addMailAddress, addWebhook } from '../../../service/channel/endpoint/add-endpoint.ts';
import {
  challengeEndpoint,
  changeEndpoint,
  listEndpoints,
  proveEndpoint,
  removeEndpoint,
  rotatedBefore,
  rotateSecret,
  testEndpoint,
} from '../../../service/channel/endpoint/change-endpoint.ts';
import { shownRanges } from '../../../service/channel/endpoint/shown-ranges.ts';
import { type LogFilter, readLog, readLogged } from '../../../service/channel/log/read-log.ts';
import { retryDeliveries } from '../../../service/channel/log/retry-deliveries.ts';
import { listWays } from '../../../service/way/list-ways.ts';
import { act, actOnce, actOrTry } from '../../act.ts';
import { given } from '../../present/given.ts';
import { pageOf, valueIn } from '../../present/page.ts';
import type { RequestContext } from '../../request-context.ts';
import type {
  ChannelDeliveryFilter,
  Endpoint,
  QueryChannelDeliveriesArgs,
  Resolvers,
  RetryDeliveriesInput,
} from '../../types.generated.ts';

type EndpointSource = Added['endpoint'];

const problemsIn = <Value>(outcome: Outcome<Value>, { observe }: RequestContext) => {
  if (outcome.ok) return [];
  for (const { code } of outcome.problems) observe.refused(code);
  return outcome.problems;
};

/** `secret` is shown where one was made. */
const endpointResult = <Value>(
  outcome: Outcome<Value>,
  read: (value: Value) => { readonly endpoint: EndpointSource; readonly secret?: string | null },
  context: RequestContext,
) => {
  const refusals = problemsIn(outcome, context);
  if (!outcome.ok) return { endpoint: null, secret: null, refusals };
  const { endpoint, secret = null } = read(outcome.value);
  return { endpoint, secret, refusals };
};

const alone = (endpoint: EndpointSource) => ({ endpoint });
const withSecret = ({ endpoint, secret }: Added) => ({ endpoint, secret: secret?.value ?? null });

const instant = (given: string | Date | null | undefined): Date | null =>
  given == null ? null : new Date(given);

const filterOf = (filter: ChannelDeliveryFilter | null | undefined): LogFilter => ({
  endpoint: filter?.endpoint ?? null,
  states: filter?.states ?? null,
  from: instant(filter?.from),
  until: instant(filter?.until),
});

const log = async (args: QueryChannelDeliveriesArgs, { hub, actor, foundNothing }: RequestContext) => {
  const request = { first: args.first ?? 50, after: args.after ?? null };
  const outcome = await readLog(hub, actor, filterOf(args.filter), request);
  if (!outcome.ok || outcome.value.deliveries.length === 0) foundNothing();
  const page = valueIn(outcome);
  const edges = page.deliveries.map(({ cursor, row, endpoint }) => ({ cursor, node: { row, endpoint } }));
  return pageOf(edges, page.hasNextPage, request.after);
};

const retry = async ({ ids, ...range }: RetryDeliveriesInput, { hub, actor }: RequestContext) => {
  const { endpoint = null } = range;
  if ((ids == null) === (endpoint === null)) {
    return refused(
      problem('ENDPOINT_UNKNOWN', '$.endpoint', 'Give either ids or an endpoint.', 'Leave one of them out.'),
    );
  }
  if (ids != null) return retryDeliveries(hub, actor, { ids });
  return retryDeliveries(hub, actor, { range: { ...filterOf(range), endpoint: endpoint ?? '' } });
};

export const channelResolvers = {
  Query: {
    endpoints: (_, __, { hub, actor }) => listEndpoints(hub, actor),
    ways: (_, __, { hub, actor }) => listWays(hub, actor),
    channelDeliveries: (_, args, context) => log(args, context),
    channelDelivery: async (_, { id }, { hub, actor, foundNothing }) => {
      const logged = await readLogged(hub, actor, id);
      if (logged === null) foundNothing();
      return logged;
    },
    allowedRanges: (_, __, { hub, actor }) => shownRanges(hub, actor),
  },
  Mutation: {
    addWebhook: act('REQUEST', async (_, { input }, context) => {
      const { address, label, form, ceiling, signature } = input;
      const draft = { address, label, form: form ?? 'THIN', ceiling: ceiling ?? 'GREEN' } as const;
      const { hub, actor, idempotencyKey } = context;
      const asked = { ...draft, signature: signature ?? 'HMAC' } as const;
      const outcome = await addWebhook(hub, actor, asked, { idempotencyKey });
      return endpointResult(outcome, withSecret, context);
    }),
    addMailAddress: act('REQUEST', async (_, { input }, context) => {
      const { address, label, form, ceiling, certificate = null } = input;
      const draft = {
        address,
        label,
        form: form ?? 'FULL',
        ceiling: ceiling ?? 'GREEN',
        certificate,
      } as const;
      const { hub, actor, idempotencyKey } = context;
      const asked = { ...draft, isOwn: input.isOwn ?? true };
      const outcome = await addMailAddress(hub, actor, asked, { idempotencyKey });
      return endpointResult(outcome, withSecret, context);
    }),
    proveEndpoint: act('REQUEST', async (_, { input: { endpoint, code } }, context) =>
      endpointResult(await proveEndpoint(context.hub, context.actor, endpoint, code), alone, context),
    ),
    challengeEndpoint: act('REQUEST', async (_, { input }, context) => {
      const options = { isTrial: input.dryRun === true };
      const outcome = await challengeEndpoint(context.hub, context.actor, input.endpoint, options);
      return endpointResult(outcome, alone, context);
    }),
    changeEndpoint: act('REQUEST', async (_, { input: { endpoint, ...change } }, context) =>
      endpointResult(
        await changeEndpoint(context.hub, context.actor, endpoint, given(change)),
        alone,
        context,
      ),
    ),
    rotateEndpointSecret: actOnce('REQUEST', async (_, { input }, context, underKey) => {
      const { hub, actor } = context;
      const how = { overlapHours: input.overlapHours ?? 24, kind: input.signature ?? 'HMAC' } as const;
      const outcome = await underKey<Added>({
        act: () => rotateSecret(hub, actor, input.endpoint, how),
        again: (secret) => rotatedBefore(hub, actor, input.endpoint, secret),
      });
      return endpointResult(outcome, withSecret, context);
    }),
    testEndpoint: actOrTry('REQUEST', async (_, { input }, context) => {
      const outcome = await testEndpoint(context.hub, context.actor, input.endpoint);
      return { deliveryId: outcome.ok ? outcome.value : null, refusals: problemsIn(outcome, context) };
    }),
    removeEndpoint: actOrTry('REQUEST', async (_, { input }, context) => {
      const outcome = await removeEndpoint(context.hub, context.actor, input.endpoint);
      return { endpoint: null, secret: null, refusals: problemsIn(outcome, context) };
    }),
    retryDeliveries: actOrTry('REQUEST', async (_, { input }, context) => {
      const outcome = await retry(input, context);
      return { retried: outcome.ok ? outcome.value : null, refusals: problemsIn(outcome, context) };
    }),
  },
  Endpoint: {
    endpointId: ({ id }) => id,
    person: async ({ person }, _, { hub }) => writtenIn(await hub.directory.current(), person),
    isEncrypted: (endpoint, _, { hub }) => isEncrypted(carryingNow(endpoint, hub.clock.now())),
    isAlive: (endpoint, _, { hub }) => isAlive(endpoint, hub.clock.now()),
    // One that is removed is listed nowhere.
    state: ({ state }) => state as Exclude<Endpoint['state'], 'REMOVED'>,
  },
  Ways: {
    isAlive: ({ member }) => member?.isAlive ?? null,
    aliveUntil: ({ member }) => member?.aliveUntil ?? null,
    toldAt: ({ member }) => member?.toldAt ?? null,
    each: ({ ways }) => ways,
  },
  ChannelDelivery: {
    deliveryId: ({ row }) => row._id,
    occasion: ({ row }) => row.occasion,
    warning: ({ row }) => row.warning,
    version: ({ row }) => row.version,
    state: ({ row }) => row.state,
    cause: ({ row }) => row.cause,
    attemptCount: ({ row }) => row.attempts,
    at: ({ row }) => row.at,
    // What goes first is due from when it was made.
    nextAt: ({ row: { nextAt, at } }) => (nextAt === null || nextAt > at ? nextAt : at),
    sentAt: ({ row }) => row.sentAt,
    attempts: (logged, _, { loaders }) => loaders.attempts().load(logged),
  },
  DeliveryAttempt: {
    request: async (attempt, _, { loaders }) => (await loaders.attemptTexts().load(attempt)).request,
    answer: async (attempt, _, { loaders }) => (await loaders.attemptTexts().load(attempt)).answer,
  },
  Delivery: {
    channels: async (delivery, _, { loaders }) => (await loaders.reachedBy().load(delivery)).shown,
    hasMoreChannels: async (delivery, _, { loaders }) => (await loaders.reachedBy().load(delivery)).hasMore,
  },
} satisfies Partial<Resolvers>;
