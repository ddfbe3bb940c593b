// A hub over HTTP, as any client sees it. What hinders a request comes back as a fault that says what to do.
import { createHash } from 'node:crypto';
import { OPERATIONS, type OperationName } from '../../operations/operations.ts';
import { CliFault } from '../terminal/fault.ts';
import { type ClientOptions, tokenOf, urlOf } from './settings.ts';

export type HubClient = {
  readonly url: string;
  /** The `data` of an operation; a request that is refused as a whole is a fault. */
  ask<Data>(
    operation: OperationName,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Data>;
  /** A page of the hub; the status is the caller's to judge. */
  page(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** The answer to a subscription, its body still open. */
  open(operation: OperationName, variables: object, signal: AbortSignal): Promise<Response>;
};

type Errors = readonly { message: string; extensions?: { code?: string; remedy?: string } }[];

/** How a document is said: as its text, or by the hash under which a hub of this version knows it. */
type Said = { readonly query: string } | { readonly extensions: object };

const REQUEST_MS = 30_000;

export const hubClient = (options: ClientOptions, token: string | null = tokenOf(options)): HubClient => {
  const url = urlOf(options);
  const headers = {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    'user-agent': 'tocsin-cli',
  };
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await reach(url, path, { ...init, headers: { ...headers, ...init.headers } });
    if (response.status === 401) throw notLetIn(url);
    return response;
  };
  const post = (said: Said, variables: object, accept: string, more: object, signal: AbortSignal) =>
    send('/graphql', {
      method: 'POST',
      body: JSON.stringify({ ...said, variables }),
      headers: { 'content-type': 'application/json', accept, ...more },
      signal,
    });
  return {
    url,
    ask: async <Data>(operation: OperationName, variables: object = {}, more: object = {}) => {
      const signal = AbortSignal.timeout(REQUEST_MS);
      const query = OPERATIONS[operation];
      const ask = async (said: Said) =>
        bodyOf<Data>(url, await post(said, variables, 'application/json', more, signal));
      let { data, errors } = await ask({ extensions: hashed(query) });
      // A hub of another version does not know this text, and has done nothing yet.
      if (isNotKnown(errors)) ({ data, errors } = await ask({ query }));
      if (errors?.[0] !== undefined) throw faultOf(errors);
      return data as Data;
    },
    page: async (path) => {
      const response = await send(path, { signal: AbortSignal.timeout(REQUEST_MS) });
      return { status: response.status, text: await response.text() };
    },
    open: (operation, variables, signal) =>
      post({ query: OPERATIONS[operation] }, variables, 'text/event-stream', {}, signal),
  };
};

const hashed = (query: string): object => {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  return { persistedQuery: { version: 1, sha256Hash } };
};

/** QUERY_MISSING is the word of a hub from before there were hashes. */
const NOT_KNOWN = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'QUERY_MISSING']);
const isNotKnown = (errors: Errors | undefined): boolean =>
  NOT_KNOWN.has(errors?.[0]?.extensions?.code ?? '');

/** Nobody answered: worth another try. Everything else is an answer. */
export class Unreachable extends CliFault {}

const reach = async (url: string, path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(`${url}${path}`, init);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    const remedy = `Is it running? npm start shows its address. Another hub: --url, or TOCSIN_URL.`;
    throw new Unreachable(`The hub at ${url} cannot be reached.`, reasonOf(error), remedy, 1, error);
  }
};

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there (connection refused).',
  ENOTFOUND: 'There is no host of this name.',
  ECONNRESET: 'The connection was cut.',
  ETIMEDOUT: 'It did not answer in time.',
};

export const reasonOf = (error: unknown): string => {
  if (error instanceof CliFault) return error.why;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'It did not answer in time.';
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  const code = cause?.code ?? (error as NodeJS.ErrnoException).code;
  return REASONS[code ?? ''] ?? cause?.message ?? error.message;
};

const notLetIn = (url: string): CliFault =>
  new CliFault(
    'The hub does not know this key.',
    `${url} let nobody in with it: mistyped, expired, revoked, or of another hub.`,
    'Check --key, --as or TOCSIN_KEY. Who runs the hub makes one: tocsin key create.',
  );

const bodyOf = async <Data>(url: string, response: Response): Promise<{ data?: Data; errors?: Errors }> => {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as { data?: Data; errors?: Errors };
    if (typeof body === 'object' && body !== null && ('data' in body || 'errors' in body)) return body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CliFault(
    `${url} did not answer as a hub does (HTTP ${response.status}).`,
    'Something else may listen there, or a proxy stands between.',
    'Check --url, or TOCSIN_URL.',
  );
};

/** A request that was refused as a whole, in the hub's own words. */
export const faultOf = (errors: Errors): CliFault => {
  const [first] = errors;
  const code = first?.extensions?.code ?? 'REFUSED';
  const remedy = first?.extensions?.remedy ?? REMEDIES[code] ?? 'Correct it and send it again.';
  const isOfUsage = code === 'BAD_USER_INPUT' || code.endsWith('_INVALID') || code.endsWith('_UNKNOWN');
  return new CliFault(
    `The hub refused this (${code}).`,
    first?.message ?? 'No reason given.',
    remedy,
    isOfUsage ? 2 : 1,
  );
};

const REMEDIES: Readonly<Record<string, string>> = {
  RATE_LIMITED: 'Wait a little, then send it again.',
  PUBLISH_RATE_LIMITED: 'Wait a little, then send it again.',
  UNAVAILABLE: 'Send it again in a few seconds; tell who runs the hub if it stays so.',
  OPERATION_TIMEOUT: 'Ask for less (--first), or send it again.',
  INTERNAL: 'Tell who runs the hub.',
};
