// Runs a checked operation. Repeated queries without directives are compiled by graphql-jit, which takes a third of the
// time of graphql-js on a feed page (docs/decisions/0005). Everything else, and every mutation, runs in graphql-js.
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type Source,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Operation } from './documents.ts';
import { compiledSize } from './limits/compiled-size.ts';
import type { RequestContext } from './request-context.ts';
import { openRowBytes, type RowBytes } from './row-bytes.ts';
import { type Compile, planSharedPage, type SharedPage, type SharedResult } from './shared-page.ts';

export type Variables = Readonly<Record<string, unknown>>;

export type Executor = {
  run(
    operation: Operation,
    context: RequestContext,
    variables: Variables,
  ): Promise<ExecutionResult | SharedResult>;
};

const MAX_COMPILED = 200;

/** Fields of an operation that is compiled: some 50 ms on a slow machine. */
export const MAX_COMPILED_FIELDS = 400;

/** Marks operations that graphql-jit cannot compile; the cache cannot hold null. */
const NOT_COMPILABLE = 'not compilable';

type Ready = { readonly query: CompiledQuery; readonly page: SharedPage | null };

export const openExecutor = (schema: GraphQLSchema): Executor => {
  const compiled = new LRUCache<Operation, Ready | typeof NOT_COMPILABLE>({ max: MAX_COMPILED });
  const rows = openRowBytes();

  /** Null when the operation runs in graphql-js. */
  const compiledFor = async (operation: Operation): Promise<Ready | null> => {
    // Compiling costs a millisecond, and the first use may be the only one.
    if (operation.uses < 2) return null;
    const { document, name } = operation;
    if (compiledSize(schema, document, name, MAX_COMPILED_FIELDS) > MAX_COMPILED_FIELDS) {
      compiled.set(operation, NOT_COMPILABLE);
      return null;
    }
    const made = await compileAll(schema, operation, rows);
    compiled.set(operation, made ?? NOT_COMPILABLE);
    return made;
  };

  /** Undefined when not tried yet. */
  const known = (operation: Operation): Ready | null | undefined => {
    const found = compiled.get(operation);
    return found === NOT_COMPILABLE ? null : found;
  };

  const interpret = async (operation: Operation, contextValue: RequestContext, variableValues: Variables) => {
    const { document, name: operationName } = operation;
    return execute({ schema, document, operationName, contextValue, variableValues });
  };

  return {
    run: async (operation, context, variables) => {
      operation.uses += 1;
      const isCompilable = operation.kind === 'query' && !operation.hasDirectives;
      let ready = isCompilable ? known(operation) : null;
      if (ready === undefined) ready = await compiledFor(operation);
      if (ready === null) return interpret(operation, context, variables);
      const page = ready.page === null ? null : await ready.page.run(context, variables);
      if (page !== null) return page;
      const result = await ready.query.query(undefined, context, variables);
      // Invalid variables: nothing was executed. Let graphql-js report them in its own words.
      if (result.data === undefined) return interpret(operation, context, variables);
      return result.errors === undefined ? result : withWholeErrors(operation.document, result);
    },
  };
};

/**
 * The errors of graphql-jit are not graphql-js's: they have no `extensions` when their cause has none, and neither source nor
 * positions. Whoever handles them must not have to know which of the two executed.
 */
const withWholeErrors = ({ loc }: DocumentNode, result: ExecutionResult): ExecutionResult => ({
  ...result,
  errors: (result.errors ?? []).map((error) => {
    const { message, path, locations, originalError, extensions } = error;
    const source = loc?.source;
    const places =
      source === undefined || locations === undefined
        ? {}
        : { source, positions: locations.map(({ line, column }) => offsetOf(source, line, column)) };
    return new GraphQLError(message, { ...places, path, originalError, extensions });
  }),
});

/** Lines and columns count from 1. */
const offsetOf = ({ body }: Source, line: number, column: number): number => {
  let start = 0;
  const ends = body.matchAll(/\r\n|[\n\r]/g);
  for (let at = 1; at < line; at += 1) {
    const end = ends.next().value;
    if (end !== undefined) start = end.index + end[0].length;
  }
  return start + column - 1;
};

/**
 * graphql-jit is CommonJS and requires graphql to be loaded first, so it is imported on demand. A hub imports it before it
 * listens, because loading blocks the event loop.
 */
export const loadCompiler = () => import('graphql-jit');

const compileAll = async (
  schema: GraphQLSchema,
  operation: Operation,
  rows: RowBytes,
): Promise<Ready | null> => {
  const { compileQuery, isCompiledQuery } = await loadCompiler();
  const compile: Compile = (types, document, name) => {
    const made = compileQuery(types, document, name);
    return isCompiledQuery(made) ? made : null;
  };
  const query = compile(schema, operation.document, operation.name ?? undefined);
  return query === null ? null : { query, page: planSharedPage(schema, operation, compile, rows) };
};
