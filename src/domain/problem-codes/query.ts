// Codes about a GraphQL document and its variables, checked before anything is executed.
import type { CodeEntry } from './entry.ts';

export const QUERY_CODES = {
  GRAPHQL_PARSE_FAILED: {
    reportedAs: 400,
    where: 'the text',
    wrong: 'not GraphQL',
    remedy: 'the message and `locations` say where',
  },
  GRAPHQL_VALIDATION_FAILED: {
    reportedAs: 400,
    where: 'the text',
    wrong: 'the query does not fit the schema',
    remedy: 'compare with `schema/*.graphql`; up to five errors are listed',
  },
  BAD_USER_INPUT: {
    reportedAs: 400,
    where: 'the variables; with 200 at a field that is null',
    wrong: 'a variable or argument does not fit its type',
    remedy: '`variable` and `path` in `extensions` say where',
  },
  OPERATION_NAME_MISSING: {
    reportedAs: 400,
    where: 'several operations',
    wrong: 'the request does not say which one to run',
    remedy: 'send `operationName`',
  },
  OPERATION_UNKNOWN: {
    reportedAs: 400,
    where: '`operationName`',
    wrong: 'no operation with this name',
    remedy: 'correct the name',
  },
  SUBSCRIPTION_EXPECTED: {
    reportedAs: 400,
    where: 'a WebSocket',
    wrong: 'a query or mutation over a WebSocket',
    remedy: 'send it by POST',
  },
  QUERY_TOO_LARGE: {
    reportedAs: 413,
    where: 'the text',
    wrong: 'more than 128 kB of query text',
    remedy: 'put values in variables',
  },
  QUERY_TOO_LONG: {
    reportedAs: 400,
    where: 'the text',
    wrong: 'more than 1,000 tokens',
    remedy: 'ask in several requests',
  },
  QUERY_TOO_NESTED: {
    reportedAs: 400,
    where: 'the text',
    wrong: 'brackets nested more than 64 deep',
    remedy: 'flatten it; put values in variables',
  },
  QUERY_TOO_DEEP: {
    reportedAs: 400,
    where: 'the selections',
    wrong: 'selections nested more than 8 deep',
    remedy: 'ask for the inner part by its id, in a second request',
  },
  QUERY_TOO_MANY_ALIASES: {
    reportedAs: 400,
    where: 'the document',
    wrong: 'more than 15 aliases',
    remedy: 'ask in several requests',
  },
  QUERY_TOO_MANY_FRAGMENTS: {
    reportedAs: 400,
    where: 'the document',
    wrong: 'more than 60 fragments, including inline ones and spreads',
    remedy: 'write the fields out',
  },
  QUERY_TOO_MANY_DIRECTIVES: {
    reportedAs: 400,
    where: 'the document',
    wrong: 'more than 10 directives',
    remedy: 'leave some out',
  },
  QUERY_TOO_MANY_ROOT_FIELDS: {
    reportedAs: 400,
    where: 'the operation',
    wrong: 'more than 10 root fields',
    remedy: 'ask in several requests',
  },
  VARIABLES_TOO_LARGE: {
    reportedAs: 400,
    where: 'the operation',
    wrong: 'more than 10,000 fields and list items in the variables, not counting those of a bundle',
    remedy: 'send less at a time',
  },
  QUERY_TOO_COSTLY: {
    reportedAs: 400,
    where: 'the operation',
    wrong: 'fields times page sizes exceed 5,000 points, or the lists of the answer have over 10,000 rows',
    remedy: 'ask for smaller pages, or fewer fields',
  },
  IDEMPOTENCY_KEY_AMBIGUOUS: {
    reportedAs: 400,
    where: 'mutations',
    wrong: 'an `Idempotency-Key` with several mutation fields',
    remedy: 'send one mutation field per request',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    reportedAs: 200,
    where: 'a hash without a text',
    wrong: 'your key has not registered a text under this hash, or not recently',
    remedy: 'send text and hash together once; clients do this automatically',
    message: 'PersistedQueryNotFound',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    reportedAs: 200,
    where: 'a hash without a text',
    wrong: 'this hub stores no texts',
    remedy: 'send the text; clients do this automatically',
    message: 'PersistedQueryNotSupported',
  },
  PERSISTED_QUERY_MISMATCH: {
    reportedAs: 400,
    where: 'text and hash',
    wrong: 'the hash does not match the text',
    remedy: 'send the SHA-256 of the text as sent, in lower-case hex',
    message: 'provided sha does not match query',
  },
  PERSISTED_QUERY_MALFORMED: {
    reportedAs: 400,
    where: '`extensions.persistedQuery`',
    wrong: 'version is not 1, or the hash is missing',
    remedy: 'send `{"version": 1, "sha256Hash": …}`',
  },
} as const satisfies Record<string, CodeEntry>;
