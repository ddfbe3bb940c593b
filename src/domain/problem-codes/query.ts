// Codes of a GraphQL document and its variables, told before anything is executed.
import type { CodeEntry } from './entry.ts';

export const QUERY_CODES = {
  GRAPHQL_PARSE_FAILED: {
    asserted: 400,
    where: 'the text',
    wrong: 'this is not GraphQL',
    remedy: 'the message and `locations` say where',
  },
  GRAPHQL_VALIDATION_FAILED: {
    asserted: 400,
    where: 'the text',
    wrong: 'it asks for what the contract has not',
    remedy: 'compare with `schema/*.graphql`; up to five errors are told',
  },
  BAD_USER_INPUT: {
    asserted: 400,
    where: 'the variables; a field that is null, with 200',
    wrong: 'a variable or argument does not fit its type',
    remedy: '`variable` and `path` in `extensions` say where',
  },
  OPERATION_NAME_MISSING: {
    asserted: 400,
    where: 'several operations',
    wrong: 'which of them is not said',
    remedy: 'send `operationName`',
  },
  OPERATION_UNKNOWN: {
    asserted: 400,
    where: '`operationName`',
    wrong: 'no operation has this name',
    remedy: 'correct the name',
  },
  SUBSCRIPTION_EXPECTED: {
    asserted: 400,
    where: 'a socket',
    wrong: 'a query or mutation came by a socket',
    remedy: 'send it by POST',
  },
  QUERY_TOO_LARGE: {
    asserted: 413,
    where: 'the text',
    wrong: 'more than 128 kB of query text',
    remedy: 'put values in variables',
  },
  QUERY_TOO_LONG: {
    asserted: 400,
    where: 'the text',
    wrong: 'more than 1,000 tokens',
    remedy: 'ask in several requests',
  },
  QUERY_TOO_NESTED: {
    asserted: 400,
    where: 'the text',
    wrong: 'brackets more than 64 deep',
    remedy: 'flatten it; put values in variables',
  },
  QUERY_TOO_DEEP: {
    asserted: 400,
    where: 'the selections',
    wrong: 'selections more than 8 deep',
    remedy: 'ask for the inner part by its id, in a request of its own',
  },
  QUERY_TOO_MANY_ALIASES: {
    asserted: 400,
    where: 'the document',
    wrong: 'more than 15 aliases',
    remedy: 'ask in several requests',
  },
  QUERY_TOO_MANY_FRAGMENTS: {
    asserted: 400,
    where: 'the document',
    wrong: 'more than 60 fragments, inline ones and spreads included',
    remedy: 'write fields out',
  },
  QUERY_TOO_MANY_DIRECTIVES: {
    asserted: 400,
    where: 'the document',
    wrong: 'more than 10 directives',
    remedy: 'leave some out',
  },
  QUERY_TOO_MANY_ROOT_FIELDS: {
    asserted: 400,
    where: 'the operation',
    wrong: 'more than 10 root fields',
    remedy: 'ask in several requests',
  },
  VARIABLES_TOO_LARGE: {
    asserted: 400,
    where: 'the operation',
    wrong: "the variables hold more than 10,000 fields and items of lists; a bundle's own do not count",
    remedy: 'send less at a time',
  },
  QUERY_TOO_COSTLY: {
    asserted: 400,
    where: 'the operation',
    wrong: 'fields times page sizes are more than 5,000 points',
    remedy: 'smaller pages, or fewer fields',
  },
  IDEMPOTENCY_KEY_AMBIGUOUS: {
    asserted: 400,
    where: 'mutations',
    wrong: 'an `Idempotency-Key` with several mutation fields',
    remedy: 'send one act a request',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    asserted: 200,
    where: 'a hash without a text',
    wrong: 'this key has not registered a text under this hash, or not lately',
    remedy: 'send text and hash together once; clients do that by themselves',
    message: 'PersistedQueryNotFound',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    asserted: 200,
    where: 'a hash without a text',
    wrong: 'this hub keeps no texts',
    remedy: 'send the text; clients do that by themselves',
    message: 'PersistedQueryNotSupported',
  },
  PERSISTED_QUERY_MISMATCH: {
    asserted: 400,
    where: 'text and hash',
    wrong: 'the hash is not that of the text',
    remedy: 'SHA-256 of the text as it is sent, in lower-case hex',
    message: 'provided sha does not match query',
  },
  PERSISTED_QUERY_MALFORMED: {
    asserted: 400,
    where: '`extensions.persistedQuery`',
    wrong: 'no version 1, or no hash',
    remedy: '`{"version": 1, "sha256Hash": …}`',
  },
} as const satisfies Record<string, CodeEntry>;
