// Codes about the form of a request: its address, headers and body.
import type { CodeEntry } from './entry.ts';

export const REQUEST_CODES = {
  ADDRESS_MALFORMED: {
    reportedAs: 400,
    where: 'any address',
    wrong: 'the address, or the header `Host`, cannot be read',
    remedy: 'percent-encode it; send the host as name or address with an optional port',
  },
  HEADER_REPEATED: {
    reportedAs: 400,
    where: 'any address',
    wrong: 'a header that may occur once occurs twice, such as `Host` or `Authorization`',
    remedy: 'send it once; check what a proxy adds',
  },
  METHOD_NOT_ALLOWED: {
    reportedAs: 405,
    where: '`/graphql`',
    wrong: 'neither GET nor POST, or a mutation by GET',
    remedy: 'use POST; `Allow` lists the methods',
  },
  NOT_ACCEPTABLE: {
    reportedAs: 406,
    where: '`/graphql`',
    wrong: 'you accept no media type that the hub offers',
    remedy: 'accept `application/graphql-response+json`, `application/json` or `text/event-stream`',
    message: 'Accept application/graphql-response+json, application/json or text/event-stream.',
  },
  STREAM_NOT_ACCEPTED: {
    reportedAs: 406,
    where: 'a subscription',
    wrong: 'a subscription is a stream, and you do not accept streams',
    remedy: 'accept `text/event-stream`, or use a WebSocket (`graphql-transport-ws`)',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    reportedAs: 415,
    where: 'the body',
    wrong: 'not JSON, not UTF-8, or compressed',
    remedy: 'send `application/json` in UTF-8',
  },
  BODY_INCOMPLETE: {
    reportedAs: 400,
    where: 'the body',
    wrong: 'it ended too early',
    remedy: 'send it again',
  },
  BODY_TOO_SLOW: {
    reportedAs: 408,
    where: 'the body',
    wrong: 'after five seconds it has arrived more slowly than 64 kB a second',
    remedy: 'send it again over a faster connection, or send less at a time',
    message: 'The body arrives too slowly. Send it again, or send less at a time.',
  },
  BODY_TOO_LARGE: {
    reportedAs: 413,
    where: 'the body',
    wrong: 'more bytes than this key may send (128 kB; 8 MB with a key that may publish)',
    remedy: 'send less; a bundle can be split into several warnings',
  },
  JSON_SYNTAX: {
    reportedAs: 400,
    where: 'body and variables',
    wrong: 'not JSON',
    remedy: 'send JSON',
  },
  JSON_TOO_DEEP: {
    reportedAs: 400,
    where: 'body and variables',
    wrong: 'nested more than 40 deep',
    remedy: 'flatten it',
  },
  JSON_TOO_MANY_KEYS: {
    reportedAs: 400,
    where: 'body and variables',
    wrong: 'more than 150,000 keys',
    remedy: 'send less at a time',
  },
  JSON_TOO_MANY_VALUES: {
    reportedAs: 400,
    where: 'body and variables; `tocsin stix`',
    wrong: 'more than 500,000 values, or more than the workbench takes',
    remedy: 'send less at a time, or split the file',
  },
  JSON_STRING_TOO_LONG: {
    reportedAs: 400,
    where: 'body and variables',
    wrong: 'a string of more than 262,144 characters',
    remedy: 'shorten it, or refer to the payload instead of including it',
  },
  JSON_FORBIDDEN_KEY: {
    reportedAs: 400,
    where: 'body, variables and literals',
    wrong: 'a key named `__proto__`, `constructor` or `prototype`',
    remedy: 'rename it',
  },
  JSON_DUPLICATE_KEY: {
    reportedAs: 400,
    where: 'body and variables',
    wrong: 'a key occurs twice in one object, and readers disagree on which counts',
    remedy: 'keep one of them',
  },
  REQUEST_MALFORMED: {
    reportedAs: 400,
    where: 'the body',
    wrong: 'JSON, but not an object',
    remedy: 'send `{"query": …, "variables": …}`',
  },
  BATCHING_OFF: {
    reportedAs: 400,
    where: 'the body',
    wrong: 'a list of operations',
    remedy: 'send one operation per request',
  },
  QUERY_MISSING: {
    reportedAs: 400,
    where: 'body or URL',
    wrong: 'no query text',
    remedy: 'send it as the string `query`',
  },
  VARIABLES_MALFORMED: {
    reportedAs: 400,
    where: 'body or URL',
    wrong: '`variables` is not an object',
    remedy: 'send an object, or leave it out',
  },
  EXTENSIONS_MALFORMED: {
    reportedAs: 400,
    where: 'body or URL',
    wrong: '`extensions` is not an object',
    remedy: 'send an object, or leave it out',
  },
  OPERATION_NAME_MALFORMED: {
    reportedAs: 400,
    where: 'body or URL',
    wrong: '`operationName` is not a string',
    remedy: 'send a string, or leave it out',
  },
} as const satisfies Record<string, CodeEntry>;
