// From an HTTP request to what GraphQL is asked: media types, method, body or URL, each checked before it is used.
import type { Request } from 'express';
import type { Limits } from '../config/config.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import { parseBodyJson, parseRequestJson } from '../graphql/limits/request-json.ts';
import { readBody } from './read-body.ts';

export type GraphqlRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
};

export type Media = {
  readonly type: string;
  /** Asked for `application/json` by name: a query that is wrong is then answered with 200 (GraphQL over HTTP, Status Codes). */
  readonly isLenient: boolean;
  /** Only events are taken: an answer is a stream of one, and what is wrong with a query is told in it (GraphQL over SSE). */
  readonly isStream: boolean;
};

const GRAPHQL_NAME = 'application/graphql-response+json';
const STREAM_NAME = 'text/event-stream';
const media = (name: string, isLenient = false): Media => ({
  type: `${name}; charset=utf-8`,
  isLenient,
  isStream: name === STREAM_NAME,
});
const GRAPHQL = media(GRAPHQL_NAME);
/** For clients that take anything, and for what is refused before it is known what they take. */
export const PLAIN_JSON = media('application/json');

/** In the hub's own order, which speaks where a client gives the same weight. */
const OFFERED: readonly { readonly names: readonly string[]; readonly media: Media }[] = [
  { names: [GRAPHQL_NAME], media: GRAPHQL },
  { names: ['application/json'], media: media('application/json', true) },
  { names: ['application/*', '*/*'], media: PLAIN_JSON },
  { names: [STREAM_NAME], media: media(STREAM_NAME) },
];

/** The media ranges of an Accept header with their weights (RFC 9110 §12.5.1). */
const weightsOf = (accept: string): ReadonlyMap<string, number> =>
  new Map(
    accept.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
      const weight = Number(parameters.find((each) => each.startsWith('q='))?.slice('q='.length) ?? 1);
      return [name, Number.isNaN(weight) ? 0 : weight];
    }),
  );

/** The media type of the answer: the one the client likes best of ours; null when it takes none. */
export const mediaOf = ({ headers: { accept } }: Pick<Request, 'headers'>): Media | null => {
  if (accept === undefined) return GRAPHQL;
  const weights = weightsOf(accept);
  let best: { weight: number; media: Media | null } = { weight: 0, media: null };
  for (const { names, media } of OFFERED) {
    const weight = weights.get(names.find((name) => weights.has(name)) ?? '') ?? 0;
    if (weight > best.weight) best = { weight, media };
  }
  return best.media;
};

export const wantsStream = ({ headers: { accept } }: Pick<Request, 'headers'>): boolean =>
  accept !== undefined && (weightsOf(accept).get(STREAM_NAME) ?? 0) > 0;

export const readRequest = (
  request: Request,
  limits: Limits,
  mayPublish: boolean,
): Promise<Checked<GraphqlRequest>> => {
  if (request.method === 'GET') return Promise.resolve(fromUrl(request, limits));
  if (request.method === 'POST')
    return fromBody(request, limits, mayPublish ? limits.publishBytes : limits.queryBytes);
  const refused = refuse('METHOD_NOT_ALLOWED', 'Use POST, or GET for queries.', {
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
    return refuse('MEDIA_TYPE_UNSUPPORTED', 'Send application/json in UTF-8, not compressed.');
  }
  const body = await readBody(request, bytes);
  if (!body.ok) return body;
  const parsed = await parseBodyJson(body.value, limits);
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
    return refuse('BATCHING_OFF', 'Send one operation a request; batches are not taken.');
  if (!isObject(fields)) return refuse('REQUEST_MALFORMED', 'Send a JSON object with `query`.');
  const { query, variables, operationName, extensions } = fields as Record<string, unknown>;
  if (typeof query !== 'string' || query === '') {
    return refuse('QUERY_MISSING', 'Send the query text as the string `query`.');
  }
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    return refuse('VARIABLES_MALFORMED', '`variables` is an object, or left out.');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return refuse('OPERATION_NAME_MALFORMED', '`operationName` is a string, or left out.');
  }
  if (extensions !== undefined && extensions !== null && !isObject(extensions)) {
    return refuse('EXTENSIONS_MALFORMED', '`extensions` is an object, or left out.');
  }
  return checked({ query, variables: variables ?? {}, operationName: operationName || null });
};
