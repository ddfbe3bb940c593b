// Refusals are data: what was wrong, where, and what to do about it. Each transport translates them once (GraphQL
// `Refusal`, RFC 9457); anything thrown that is not a Problem is masked.
import { messageOf, type ProblemCode } from './problem-codes/catalogue.ts';

/** One fault in a request. `code` is in the catalogue; `path` is a JSON path into the input. */
export type Problem = {
  readonly code: ProblemCode;
  readonly message: string;
  readonly path: string;
  readonly remedy: string;
};

/** The result of an act: its value, or why it was refused. A refused act has written nothing. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

export const refused = (...problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } => ({
  ok: false,
  problems,
});

export const problem = (code: ProblemCode, path: string, message: string, remedy: string): Problem => ({
  code,
  message,
  path,
  remedy,
});

/** Forbidden looks exactly like absent (I1): one answer for both. */
export const notFound = (path = '$.id'): { ok: false; problems: readonly Problem[] } =>
  refused(
    problem(
      'NOT_FOUND',
      path,
      messageOf('NOT_FOUND'),
      path === '$.person'
        ? 'List the persons of your organisation, and write one as <member slug>/<name>.'
        : 'Check the id, or ask its publisher.',
    ),
  );
