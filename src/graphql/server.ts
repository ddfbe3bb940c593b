// The GraphQL server, graphql-yoga. Our limits run before it (documents.ts, http/graphql/prepare.ts), so it executes documents that
// are already parsed, validated and priced, with variables already read (docs/decisions/0005).
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createYoga, type GraphQLParams, type Plugin } from 'graphql-yoga';
import type { Operation } from './documents.ts';
import type { Executor, Variables } from './execute.ts';
import { type Subscribe, subscribeToSource } from './live/subscribe.ts';
import type { SubscriptionRequest } from './live/subscription-request.ts';
import type { RequestContext } from './request-context.ts';
import type { SharedResult } from './shared-page.ts';

/** A result as yoga returns it, with `bytes` when it renders itself. */
export type RunResult = ExecutionResult & Partial<Pick<SharedResult, 'bytes'>>;

export type Rendered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** One prepared operation, passed as the server context of yoga. */
export type Run = {
  readonly operation: Operation;
  readonly variables: Variables;
  readonly requestContext: RequestContext;
  /** What the client sent: a query text, or the hash of one. */
  readonly params: GraphQLParams;
  readonly render: (result: RunResult) => Rendered;
};

type HttpRequest = { readonly method: string; readonly headers: NodeJS.Dict<string | string[]> };

export type GraphqlServer = {
  /** Runs a query or a mutation; the answer is what `render` made of its result. */
  run(request: HttpRequest, run: Run): Promise<Rendered>;
  readonly subscribe: Subscribe;
};

/** Yoga uses the URL only to recognise its own pages, which this hub does not serve. */
const ADDRESS = 'http://hub.invalid/graphql';
/** Yoga answers its health check at every URL that ends with this. */
const NO_HEALTH_CHECK = '/graphql/not-a-health-check';

const ignore = (): void => undefined;
const NO_MORE = {};

/** What an answer was made of, so that its body is not read back. */
const rendered = new WeakMap<Response, Rendered>();

/** Of an answer that yoga or a plugin made by itself. */
const readBack = async (response: Response): Promise<Rendered> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.bytes(),
});

export const openGraphqlServer = (schema: GraphQLSchema, executor: Executor): GraphqlServer => {
  const yoga = createYoga<Run>({
    schema,
    plugins: [persistedOperations(), runsWhatIsPrepared(schema, executor)],
    batching: false,
    cors: false,
    graphiql: false,
    healthCheckEndpoint: NO_HEALTH_CHECK,
    landingPage: false,
    // `outwardError` masks errors and logs their causes.
    logging: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    maskedErrors: false,
    maxRequestBodySize: false,
    multipart: false,
    parserAndValidationCache: false,
  });
  const { Request } = yoga.fetchAPI;
  // `handle` would also listen to a signal that nobody aborts. Given a second context, both are copied; one alone becomes a
  // prototype, which V8 serves slowly.
  const handle = yoga.handleRequest as (request: Request, ...contexts: object[]) => Promise<Response>;
  return {
    run: async ({ method, headers }, run) => {
      const request = new Request(ADDRESS, { method, headers: headers as Record<string, string> });
      const response = await handle(request, run, NO_MORE);
      return rendered.get(response) ?? readBack(response);
    },
    subscribe: async (request) => {
      const { subscribe } = yoga.getEnveloped({ subscription: request });
      const { document, name } = request.operation;
      return subscribe({
        schema,
        document,
        contextValue: { subscription: request },
        variableValues: request.variables,
        operationName: name,
      }) as ReturnType<Subscribe>;
    },
  };
};

/** A request by hash: http/graphql/prepare.ts has already found its document and applied the limits to it. */
const persistedOperations = (): Plugin =>
  usePersistedOperations({
    allowArbitraryOperations: true,
    getPersistedOperation: (_hash, _request, context) => (context as unknown as Run).operation.document,
    skipDocumentValidation: true,
  }) as Plugin;

const runsWhatIsPrepared = (schema: GraphQLSchema, executor: Executor): Plugin<Run, Run> => ({
  onRequestParse: ({ serverContext, setRequestParser }) => {
    setRequestParser(() => serverContext.params);
  },
  onParse: ({ context, setParsedDocument }) => {
    setParsedDocument(context.operation.document);
  },
  onValidate: ({ setResult }) => {
    setResult([]);
  },
  onExecute: ({ args, setExecuteFn }) => {
    const { operation, requestContext, variables } = args.contextValue as unknown as Run;
    setExecuteFn(() => executor.run(operation, requestContext, variables));
  },
  onSubscribe: ({ args, setSubscribeFn }) => {
    const { subscription } = args.contextValue as unknown as { subscription: SubscriptionRequest };
    setSubscribeFn(() => subscribeToSource(schema, subscription));
  },
  onResultProcess: ({ serverContext, setResultProcessor }) => {
    setResultProcessor((result, { Response }) => {
      const made = serverContext.render(result as RunResult);
      const { status, headers, body } = made;
      const response = new Response(body as never, { status, headers });
      rendered.set(response, made);
      return response;
    }, 'application/graphql-response+json');
  },
});
