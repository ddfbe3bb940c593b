// Parses an HTTP request into a GraphQL request: media types, method, body or URL, each checked before use.
import type { Request } from 'express';
import Negotiator from 'negotiator';
import type { Limits } from '../../config/config.ts';
import type { Actor } from '../../domain/member.ts';
import { messageOf } from '../../domain/problem-codes/catalogue.ts';
import { type Checked, checked, refuse } from '../../graphql/errors.ts';
import { parseRequestJson } from '../../graphql/limits/request-json.ts';
import { isUtf8Address, withoutByteOrderMark } from '../../outside/utf8-text.ts';
import { readJsonBody } from '../read-body.ts';

export type GraphqlRequest = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
};

/** The same over HTTP, where a hash may replace the text. */
export type SentRequest = Omit<GraphqlRequest, 'query'> & {
  readonly query: string | null;
  readonly hash: string | null;
};

export type Media = {
  readonly type: string;
  /** Accepted as `application/json`: an invalid query is then answered with 200 (GraphQL over HTTP, Status Codes). */
  readonly isLenient: boolean;
  /** Only events are accepted: every result, also an invalid query, is a stream with one event (GraphQL over SSE). */
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
/** For clients that accept anything, and for refusals before negotiation. */
export const PLAIN_JSON = media('application/json');

/** In the hub's order of preference, which decides between types of equal weight. */
const OFFERED: readonly { readonly names: readonly string[]; readonly media: Media }[] = [
  { names: [GRAPHQL_NAME], media: GRAPHQL },
  { names: ['application/json'], media: media('application/json', true) },
  { names: ['application/*', '*/*'], media: PLAIN_JSON },
  { names: [STREAM_NAME], media: media(STREAM_NAME) },
];

/** Between types of equal weight, negotiator follows the client's order; this follows ours. */
const inOurOrder = (accept: string): string =>
  accept
    .split(',')
    .sort((one, other) => placeOf(one) - placeOf(other))
    .join();

const placeOf = (range: string): number => {
  const [name = ''] = range.split(';');
  const place = OFFERED.findIndex(({ names }) => names.includes(name.trim().toLowerCase()));
  return place === -1 ? OFFERED.length : place;
};

/** The media ranges that the client accepts, best first (RFC 9110 §12.5.1). */
const rangesOf = (accept: string): string[] =>
  new Negotiator({ headers: { accept: inOurOrder(accept) } })
    .mediaTypes()
    .map((range) => range.toLowerCase());

/** The media type of the response: the one that the client prefers; null when it accepts none of ours. */
export const mediaOf = ({ headers: { accept } }: Pick<Request, 'headers'>): Media | null => {
  if (accept === undefined) return GRAPHQL;
  for (const range of rangesOf(accept)) {
    const offered = OFFERED.find(({ names }) => names.includes(range));
    if (offered !== undefined) return offered.media;
  }
  return null;
};

export const wantsStream = ({ headers: { accept } }: Pick<Request, 'headers'>): boolean =>
  accept !== undefined && rangesOf(accept).includes(STREAM_NAME);

export const readRequest = async (
  deps: Parameters<typeof readJsonBody>[0],
  call: { readonly request: Request; readonly actor: Actor },
): Promise<Checked<SentRequest>> => {
  const { request } = call;
  const { limits } = deps.hub.config;
  if (request.method === 'GET') return fromUrl(request, limits);
  if (request.method !== 'POST') {
    const headers = { allow: 'GET, POST' };
    return refuse('METHOD_NOT_ALLOWED', 'Use POST, or GET for queries.', { headers });
  }
  const body = await readJsonBody(deps, call);
  return body.ok ? fromFields(body.value) : body;
};

const fromUrl = (request: Request, limits: Limits): Checked<SentRequest> => {
  const [, queryText = ''] = /\?([^#]*)/.exec(request.url) ?? [];
  if (!isUtf8Address(queryText)) return refuse('BODY_NOT_UTF_8', messageOf('BODY_NOT_UTF_8'));
  const searchParams = new URLSearchParams(queryText);
  const fields: Record<string, unknown> = { query: searchParams.get('query') ?? undefined };
  if (searchParams.has('operationName')) fields['operationName'] = searchParams.get('operationName');
  for (const name of ['variables', 'extensions']) {
    const text = searchParams.get(name);
    if (text === null || text === '') continue;
    const parsed = parseRequestJson(withoutByteOrderMark(text), limits);
    if (!parsed.ok) return parsed;
    fields[name] = parsed.value;
  }
  return fromFields(fields);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromFields = (fields: unknown): Checked<SentRequest> => {
  if (Array.isArray(fields))
    return refuse('BATCHING_OFF', 'Send one operation per request; batches are not accepted.');
  if (!isObject(fields)) return refuse('REQUEST_MALFORMED', 'Send a JSON object with `query`.');
  const { query, variables, operationName, extensions } = fields as Record<string, unknown>;
  if (extensions !== undefined && extensions !== null && !isObject(extensions)) {
    return refuse('EXTENSIONS_MALFORMED', '`extensions` must be an object or omitted.');
  }
  const hash = hashIn(extensions ?? {});
  if (!hash.ok) return hash;
  const isTextLeftOut = hash.value !== null && (query === undefined || query === null);
  if (!isTextLeftOut && (typeof query !== 'string' || query === '')) {
    return refuse('QUERY_MISSING', 'Send the query text as the string `query`.');
  }
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    return refuse('VARIABLES_MALFORMED', '`variables` must be an object or omitted.');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return refuse('OPERATION_NAME_MALFORMED', '`operationName` must be a string or omitted.');
  }
  return checked({
    query: isTextLeftOut ? null : String(query),
    hash: hash.value,
    variables: variables ?? {},
    operationName: operationName || null,
  });
};

/** The hash of Automatic Persisted Queries, as Apollo and urql send it; null when there is none. */
const hashIn = ({ persistedQuery }: Record<string, unknown>): Checked<string | null> => {
  if (persistedQuery === undefined || persistedQuery === null) return checked(null);
  const { version, sha256Hash: hash } = isObject(persistedQuery) ? persistedQuery : {};
  return version === 1 && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
    ? checked(hash)
    : refuse('PERSISTED_QUERY_MALFORMED', MALFORMED_HASH);
};

const MALFORMED_HASH =
  '`extensions.persistedQuery` must be {"version": 1, "sha256Hash": …} with the SHA-256 of the text in lower-case hex.';
