// Errors of a request and of its fields. Each has a stable code in `extensions.code`. Internal errors are masked; the
// client gets the request id under which they are logged. A refused act is data, not an error (domain/problem.ts).
import { GraphQLError } from 'graphql';
import type { Problem } from '../domain/problem.ts';
import {
  messageOf,
  type ProblemCode,
  type RequestCode,
  statusOf,
} from '../domain/problem-codes/catalogue.ts';
import { isStorageFull, isStoreOutage } from '../service/health/store-health.ts';
import { StreamClosed } from '../service/live/stream.ts';
import { inputPlace } from './input-place.ts';

/** Why a whole request was not executed. `status` is the HTTP status. */
export type RequestRefusal = {
  readonly status: number;
  readonly code: RequestCode;
  readonly message: string;
  /** A limit or a malformed request: never answered with 200, whatever media type the client accepts. */
  readonly isOfForm: boolean;
  readonly retryAfterSeconds?: number;
  readonly errors?: readonly GraphQLError[];
  readonly headers?: Readonly<Record<string, string>>;
};

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: RequestRefusal };

export const refusalOf = (
  code: RequestCode,
  message: string = messageOf(code),
  more: Partial<RequestRefusal> = {},
): RequestRefusal => ({ status: statusOf(code), code, message, isOfForm: true, ...more });

export const refuse = (
  ...refusal: Parameters<typeof refusalOf>
): { readonly ok: false; readonly refusal: RequestRefusal } => ({
  ok: false,
  refusal: refusalOf(...refusal),
});

export const checked = <Value>(value: Value): Checked<Value> => ({ ok: true, value });

/** A refused read, as an error of its field. */
export const refusalError = (problem: Problem | undefined): GraphQLError =>
  new GraphQLError(problem?.message ?? 'Refused.', {
    extensions: { code: problem?.code ?? 'REFUSED', path: problem?.path, remedy: problem?.remedy },
  });

export const streamError = (closed: StreamClosed): GraphQLError =>
  new GraphQLError(closed.message, {
    extensions: {
      code: closed.code,
      resumeAfter: closed.resumeAfter,
      ...(closed.problem === null ? {} : { path: closed.problem.path, remedy: closed.problem.remedy }),
    },
  });

export type Report = (error: unknown, code: ProblemCode) => void;

/** The code of what failed here: an outage or a full disk is no bug, so the client sends the same again later. */
export const failureOf = (error: unknown): 'UNAVAILABLE' | 'STORAGE_FULL' | 'INTERNAL' => {
  if (isStorageFull(error)) return 'STORAGE_FULL';
  return isStoreOutage(error) ? 'UNAVAILABLE' : 'INTERNAL';
};

/** The error as the client sees it. `report` gets the masked cause. */
export const outwardError = (error: GraphQLError, requestId: string, report: Report): GraphQLError => {
  if (typeof error.extensions['code'] === 'string')
    return withExtensions(error, { ...error.extensions, ...inputPlace(error.message), requestId });
  const cause = error.originalError ?? error;
  if (cause instanceof StreamClosed) {
    const { message, extensions } = streamError(cause);
    return withExtensions(error, { ...extensions, requestId }, message);
  }
  if (isOfInput(error))
    return withExtensions(error, { code: 'BAD_USER_INPUT', ...inputPlace(error.message), requestId });
  const code = failureOf(cause);
  report(cause, code);
  return withExtensions(error, { code, requestId }, messageOf(code));
};

/**
 * Invalid variables have no path, and wrap graphql-js's own error of a scalar or an enum. An argument that a variable
 * leaves null is reported at its field.
 */
const isOfInput = ({ originalError, path, message }: GraphQLError): boolean =>
  path === undefined
    ? originalError === undefined || originalError instanceof GraphQLError
    : originalError === undefined && message.startsWith('Argument ');

const withExtensions = (error: GraphQLError, extensions: object, message = error.message): GraphQLError =>
  new GraphQLError(message, {
    ...(error.nodes === undefined ? {} : { nodes: error.nodes }),
    ...(error.source === undefined ? {} : { source: error.source }),
    ...(error.positions === undefined ? {} : { positions: error.positions }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: { ...extensions },
  });

/** The first error that is an outage or a full disk; then the whole request is answered with 503. */
export const outageAmong = (errors: readonly GraphQLError[]): GraphQLError | undefined =>
  errors.find((error) => failureOf(error) !== 'INTERNAL');
