// The graphql-transport-ws protocol on one socket: authenticate, then at most ten subscriptions, each under the same limits
// as a request over HTTP.
import { type ExecutionResult, GraphQLError } from 'graphql';
import { CloseCode, type Context, makeServer, type Server } from 'graphql-ws';
import type { Actor } from '../../domain/member.ts';
import type { Operation } from '../../graphql/documents.ts';
import { type Checked, type RequestRefusal, refuse } from '../../graphql/errors.ts';
import { type LiveRequest, openLive } from '../../graphql/live/subscribe.ts';
import { admit, type Presented } from '../caller/admit.ts';
import { prepareOperation } from '../graphql/prepare.ts';
import type { GraphqlRequest } from '../graphql/request.ts';
import { contextOf, type HttpDeps, reporter } from '../http-deps.ts';
import { takeRequest } from '../rate-limit.ts';
import type { Link } from './link.ts';
import { openSocketOutlet } from './socket-outlet.ts';

type Parameters = { readonly authorization?: unknown; readonly Authorization?: unknown };

export type SocketExtra = {
  readonly requestId: string;
  /** From the header of the upgrade, or from the connection's first message. */
  authorization: string | undefined;
  /** What else the upgrade brought: never a session, whose cookie comes with connections of other sites' pages too. */
  readonly presented: Omit<Presented, 'authorization'>;
  /** Frames of events go to it directly. */
  readonly link: Pick<Link, 'sendFrame' | 'whenTaken'>;
  /** Aborted when the socket closes. */
  readonly gone: AbortSignal;
  /** Accepted and not yet ended. */
  subscriptions: number;
  /** Called when the socket has authenticated. */
  readonly welcome: () => void;
  readonly refuse: (code: number, reason: string) => void;
};

type SocketContext = Context<Parameters, SocketExtra>;

const MAX_SUBSCRIPTIONS = 10;
const CLOSE_TRY_AGAIN_LATER = 1013;

export const openSocketProtocol = (deps: HttpDeps): Server<SocketExtra> =>
  makeServer<Parameters, SocketExtra>({
    // The lobby enforces the timeout: until the key is verified, not just until the message arrives.
    connectionInitWaitTimeout: 0,
    onConnect: async (context) => {
      const { extra, connectionParams } = context;
      const given = connectionParams?.authorization ?? connectionParams?.Authorization;
      if (typeof given === 'string') extra.authorization = given;
      const admitted = await admit(deps, { ...extra.presented, authorization: extra.authorization });
      if (!admitted.ok) {
        const { code } = admitted.refusal;
        if (code === 'KEY_FAILURES_LIMITED') extra.refuse(CLOSE_TRY_AGAIN_LATER, code);
        return false;
      }
      if (deps.sockets.enter(admitted.value.member.id, extra.gone) === null) {
        extra.refuse(CLOSE_TRY_AGAIN_LATER, 'TOO_MANY_STREAMS');
        return false;
      }
      extra.welcome();
      endWithRights(deps, extra, admitted.value);
      return true;
    },
    onSubscribe: async (context, id, payload) => {
      const request = {
        query: payload.query,
        variables: payload.variables ?? {},
        // An empty name is no name, as over HTTP.
        operationName: payload.operationName || null,
      };
      const accepted = await accept(deps, context, request);
      if (!accepted.ok) return toErrors(accepted.refusal, context.extra.requestId);
      const { operation } = accepted.value;
      const args = { schema: deps.schema, document: operation.document, operationName: operation.name };
      const contextValue: Subscribed = { accepted: accepted.value, link: context.extra.link, id };
      return { ...args, variableValues: request.variables, contextValue };
    },
    subscribe: (args) => resultsOf(args.contextValue as Subscribed),
  });

/** How long the subscriptions of a socket have to say why they end. */
const LAST_WORDS_MS = 250;

/** A socket ends with its key, subscribed or not; in an outage it stays, since each subscription is admitted again. */
const endWithRights = (deps: HttpDeps, extra: SocketExtra, actor: Actor): void => {
  const stop = deps.broker.watch(actor, (code) => {
    if (code !== 'RIGHTS_CHANGED') return;
    stop();
    setTimeout(() => extra.refuse(CloseCode.Forbidden, code), LAST_WORDS_MS).unref();
  });
  if (extra.gone.aborted) stop();
  else extra.gone.addEventListener('abort', stop, { once: true });
};

type Accepted = LiveRequest & { readonly stop: () => void };
const accept = async (
  deps: HttpDeps,
  context: SocketContext,
  request: GraphqlRequest,
): Promise<Checked<Accepted>> => {
  const { extra } = context;
  // Authenticate again at each subscription: the key may have been revoked since the socket opened.
  const admitted = await admit(deps, { ...extra.presented, authorization: extra.authorization });
  if (!admitted.ok) return admitted;
  const actor = admitted.value;
  const rate = await takeRequest(deps, actor);
  if (!rate.ok) return rate;
  const prepared = prepareOperation(deps, actor, request);
  if (!prepared.ok) return prepared;
  if (prepared.value.kind !== 'subscription') {
    return refuse(
      'SUBSCRIPTION_EXPECTED',
      'A socket carries subscriptions; send queries and mutations by POST.',
    );
  }
  // Counted and taken in one step: several that are sent at once wait above for each other's answers.
  if (extra.subscriptions >= MAX_SUBSCRIPTIONS) {
    return refuse('TOO_MANY_SUBSCRIPTIONS', `A socket has at most ${MAX_SUBSCRIPTIONS} subscriptions.`);
  }
  const leave = deps.streams.enter(actor.member.id, extra.gone);
  if (leave === null) {
    return refuse('TOO_MANY_STREAMS');
  }
  return { ok: true, value: liveRequest(deps, actor, extra, prepared.value, request.variables, leave) };
};

const liveRequest = (
  deps: HttpDeps,
  actor: Actor,
  extra: SocketExtra,
  operation: Operation,
  variables: LiveRequest['variables'],
  leave: () => void,
): Accepted => {
  const { requestId } = extra;
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, extra.gone, deps.closing.signal]);
  extra.subscriptions += 1;
  return {
    subscribe: deps.server.subscribe,
    renderings: deps.renderings,
    operation,
    variables,
    context: contextOf(deps, actor, { requestId, idempotencyKey: undefined, lastEventId: null, signal }),
    report: reporter(deps, requestId),
    stop: () => {
      if (!ended.signal.aborted) extra.subscriptions -= 1;
      ended.abort();
      leave();
    },
  };
};

type Subscribed = { readonly accepted: Accepted; readonly link: SocketExtra['link']; readonly id: string };

type Result = IteratorResult<ExecutionResult, void>;
const DONE = { done: true as const, value: undefined };

/**
 * What graphql-ws sends of a subscription: its last result, if there is one, and its end. Events go to the client in frames of
 * our own meanwhile, which are made once for all readers (socket-outlet.ts).
 */
const resultsOf = ({ accepted, link, id }: Subscribed): AsyncGenerator<ExecutionResult, void, void> => {
  let last: ExecutionResult | null = null;
  let isBegun = false;
  const over = Promise.withResolvers<void>();
  const end = async (): Promise<Result> => {
    accepted.stop();
    over.resolve();
    return DONE;
  };
  const outlet = openSocketOutlet(link, id, (result) => {
    last = result;
    over.resolve();
  });
  const next = async (): Promise<Result> => {
    if (!isBegun) {
      isBegun = true;
      await openLive(accepted, outlet);
    }
    await over.promise;
    const value = accepted.context.signal.aborted ? null : last;
    last = null;
    if (value !== null) return { done: false, value };
    accepted.stop();
    return DONE;
  };
  return {
    next,
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
};

const toErrors = ({ code, message, errors }: RequestRefusal, requestId: string): readonly GraphQLError[] => {
  const extensions = { code, requestId };
  return errors === undefined
    ? [new GraphQLError(message, { extensions })]
    : errors.map(
        (error) => new GraphQLError(error.message, { extensions: { ...error.extensions, ...extensions } }),
      );
};
