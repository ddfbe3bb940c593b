// Codes of the form of a request: its address, head and body.
import type { CodeEntry } from './entry.ts';

export const REQUEST_CODES = {
  ADDRESS_MALFORMED: {
    asserted: 400,
    where: 'any address',
    wrong: 'the address cannot be decoded',
    remedy: 'write it again; percent-encode',
  },
  METHOD_NOT_ALLOWED: {
    asserted: 405,
    where: '`/graphql`',
    wrong: 'neither GET nor POST, or a mutation by GET',
    remedy: 'POST; `Allow` says which',
  },
  NOT_ACCEPTABLE: {
    asserted: 406,
    where: '`/graphql`',
    wrong: 'you accept no type that the hub has',
    remedy: 'accept `application/graphql-response+json`, `application/json` or `text/event-stream`',
    message: 'Accept application/graphql-response+json, application/json or text/event-stream.',
  },
  STREAM_NOT_ACCEPTED: {
    asserted: 406,
    where: 'a subscription',
    wrong: 'a subscription is a stream, and you do not accept one',
    remedy: 'accept `text/event-stream`, or use a WebSocket (`graphql-transport-ws`)',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    asserted: 415,
    where: 'the body',
    wrong: 'not JSON, not UTF-8, or compressed',
    remedy: 'send `application/json` in UTF-8',
  },
  BODY_INCOMPLETE: {
    asserted: 400,
    where: 'the body',
    wrong: 'it ended before its end',
    remedy: 'send it again',
  },
  BODY_TOO_LARGE: {
    asserted: 413,
    where: 'the body',
    wrong: 'more bytes than this key may send (128 kB; 8 MB for who may publish)',
    remedy: 'send less; a bundle may be split over warnings',
  },
  JSON_SYNTAX: {
    asserted: 400,
    where: 'body and variables',
    wrong: 'this is not JSON',
    remedy: 'send JSON',
  },
  JSON_TOO_DEEP: {
    asserted: 400,
    where: 'body and variables',
    wrong: 'more than 40 levels',
    remedy: 'flatten it',
  },
  JSON_TOO_MANY_KEYS: {
    asserted: 400,
    where: 'body and variables',
    wrong: 'more than 150,000 keys',
    remedy: 'send less at a time',
  },
  JSON_TOO_MANY_VALUES: {
    asserted: 400,
    where: 'body and variables; `tocsin stix`',
    wrong: 'more than 500,000 values, or more than a workbench takes in at once',
    remedy: 'send less at a time, part the file',
  },
  JSON_STRING_TOO_LONG: {
    asserted: 400,
    where: 'body and variables',
    wrong: 'a string of more than 262,144 characters',
    remedy: 'shorten it, or leave the payload out and refer to it',
  },
  JSON_FORBIDDEN_KEY: {
    asserted: 400,
    where: 'body, variables and literals',
    wrong: 'a key named `__proto__`, `constructor` or `prototype`',
    remedy: 'rename it',
  },
  JSON_DUPLICATE_KEY: {
    asserted: 400,
    where: 'body and variables',
    wrong: 'one object has a key twice, and readers disagree on which counts',
    remedy: 'keep one',
  },
  REQUEST_MALFORMED: {
    asserted: 400,
    where: 'the body',
    wrong: 'JSON, but no object',
    remedy: 'send `{"query": …, "variables": …}`',
  },
  BATCHING_OFF: {
    asserted: 400,
    where: 'the body',
    wrong: 'a list of operations',
    remedy: 'send one operation a request',
  },
  QUERY_MISSING: {
    asserted: 400,
    where: 'body or URL',
    wrong: 'no query text',
    remedy: 'send it as the string `query`',
  },
  VARIABLES_MALFORMED: {
    asserted: 400,
    where: 'body or URL',
    wrong: '`variables` is no object',
    remedy: 'send an object, or leave it out',
  },
  EXTENSIONS_MALFORMED: {
    asserted: 400,
    where: 'body or URL',
    wrong: '`extensions` is no object',
    remedy: 'send an object, or leave it out',
  },
  OPERATION_NAME_MALFORMED: {
    asserted: 400,
    where: 'body or URL',
    wrong: '`operationName` is no string',
    remedy: 'send a string, or leave it out',
  },
} as const satisfies Record<string, CodeEntry>;
