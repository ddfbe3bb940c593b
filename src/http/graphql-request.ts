// From an HTTP request to what GraphQL is asked: media types, method, body or URL, each checked before it is used.
import type { Request } from 'express';
import type { Limits } from '../config/config.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import { parseRequestJson } from '../graphql/limits/request-json.ts';
import { readBody } from './read-body.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

export type GraphqlRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
};

export const wantsStream = (request: Request): boolean =>
  (request.headers.accept ?? '').includes('text/event-stream');

export type Media = {
  readonly type: string;
  /** Asked for `application/json` by name: a query that is wrong is then answered with 200 (GraphQL over HTTP §6.4.1). */
  readonly isLenient: boolean;
};

/** The media type of the answer; null when the client takes none that we have. */
export const mediaOf = (request: Request): Media | null => {
  const accept = request.headers.accept ?? '*/*';
  if (accept.includes('application/graphql-response+json')) return { type: GRAPHQL_TYPE, isLenient: false };
  if (accept.includes('application/json')) return { type: JSON_TYPE, isLenient: true };
  return /\*\/\*|application\/\*|text\/event-stream/.test(accept)
    ? { type: JSON_TYPE, isLenient: false }
    : null;
};

export const readRequest = (
  request: Request,
  limits: Limits,
  mayPublish: boolean,
): Promise<Checked<GraphqlRequest>> => {
  if (request.method === 'GET') return Promise.resolve(fromUrl(request, limits));
  if (request.method === 'POST')
    return fromBody(request, limits, mayPublish ? limits.publishBytes : limits.queryBytes);
  const refused = refuse(405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET for queries.', {
    headers: { allow: 'GET, POST' },
  });
  return Promise.resolve(refused);
};

const fromBody = async (
  request: Request,
  limits: Limits,
  bytes: number,
): Promise<Checked<GraphqlRequest>> => {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isPlain = (request.headers['content-encoding'] ?? 'identity') === 'identity';
  if (type?.trim() !== 'application/json' || !isUtf8 || !isPlain) {
    return refuse(415, 'MEDIA_TYPE_UNSUPPORTED', 'Send application/json in UTF-8, not compressed.');
  }
  const body = await readBody(request, bytes);
  if (!body.ok) return body;
  const parsed = parseRequestJson(body.value, limits);
  return parsed.ok ? fromFields(parsed.value) : parsed;
};

const fromUrl = (request: Request, limits: Limits): Checked<GraphqlRequest> => {
  const { searchParams } = new URL(request.url, 'http://hub.invalid');
  const fields: Record<string, unknown> = { query: searchParams.get('query') ?? undefined };
  if (searchParams.has('operationName')) fields['operationName'] = searchParams.get('operationName');
  for (const name of ['variables', 'extensions']) {
    const text = searchParams.get(name);
    if (text === null || text === '') continue;
    const parsed = parseRequestJson(text, limits);
    if (!parsed.ok) return parsed;
    fields[name] = parsed.value;
  }
  return fromFields(fields);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromFields = (fields: unknown): Checked<GraphqlRequest> => {
  if (Array.isArray(fields))
    return refuse(400, 'BATCHING_OFF', 'Send one operation a request; batches are not taken.');
  if (!isObject(fields)) return refuse(400, 'REQUEST_MALFORMED', 'Send a JSON object with `query`.');
  const { query, variables, operationName, extensions } = fields as Record<string, unknown>;
  if (typeof query !== 'string' || query === '') {
    return refuse(400, 'QUERY_MISSING', 'Send the query text as the string `query`.');
  }
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    return refuse(400, 'VARIABLES_MALFORMED', '`variables` is an object, or left out.');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return refuse(400, 'OPERATION_NAME_MALFORMED', '`operationName` is a string, or left out.');
  }
  if (extensions !== undefined && extensions !== null && !isObject(extensions)) {
    return refuse(400, 'EXTENSIONS_MALFORMED', '`extensions` is an object, or left out.');
  }
  return checked({ query, variables: variables ?? {}, operationName: operationName || null });
};
