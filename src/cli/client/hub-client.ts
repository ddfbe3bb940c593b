// A hub over HTTP, as any client sees it. A request that fails throws a fault that says what to do.
import { createHash } from 'node:crypto';
import { OPERATIONS, type OperationName } from '../../operations/operations.ts';
import { CliFault } from '../terminal/fault.ts';
import { type Answered, type Asked, httpExchange } from './http-exchange.ts';
import { nearSector, remedyInCommands } from './refusals.ts';
import { type ClientOptions, tokenOf, urlOf } from './settings.ts';

export type HubClient = {
  readonly url: string;
  /** The `data` of an operation. Throws a fault when the whole request is refused. */
  ask<Data>(
    operation: OperationName,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Data>;
  /** A page of the hub, whatever its status. */
  page(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** The response to a subscription, with its body still open. */
  open(operation: OperationName, variables: object, signal: AbortSignal): Promise<Response>;
};

/** Address of a page for a person with a browser: the pages answer under the hub's own name alone, whatever name we used. */
export const pageOf = async (client: HubClient, path: string): Promise<string> => {
  const { contract } = await client.ask<{ readonly contract: { readonly origin: string } }>('origin');
  return `${contract.origin}${path}`;
};

type Errors = readonly { message: string; extensions?: { code?: string; remedy?: string } }[];

/** An operation as its text, or as the hash under which a hub of the same version knows it. */
type Document = { readonly query: string } | { readonly extensions: object };

const REQUEST_MS = 30_000;

export const hubClient = (options: ClientOptions, token: string | null = tokenOf(options)): HubClient => {
  const url = urlOf(options);
  const headers = {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    'user-agent': 'tocsin-cli',
  };
  const send = async (
    path: string,
    asked: Pick<Asked, 'method' | 'body'>,
    more: object,
  ): Promise<Answered> => {
    const sent = { ...headers, ...more };
    const answer = await reach(url, () =>
      httpExchange(`${url}${path}`, { ...asked, headers: sent, timeoutMs: REQUEST_MS }),
    );
    if (answer.status === 401) throw notLetIn(url);
    return answer;
  };
  const post = (document: Document, variables: object, more: object): Promise<Answered> => {
    const body = JSON.stringify({ ...document, variables });
    return send('/graphql', { method: 'POST', body }, { ...JSON_SENT, accept: 'application/json', ...more });
  };
  return {
    url,
    ask: async <Data>(operation: OperationName, variables: object = {}, more: object = {}) => {
      const query = OPERATIONS[operation];
      const ask = async (document: Document) => bodyOf<Data>(url, await post(document, variables, more));
      let { data, errors } = await ask({ extensions: hashed(query) });
      // A hub of another version does not know this hash and has not run anything yet.
      if (isNotKnown(errors)) ({ data, errors } = await ask({ query }));
      if (errors?.[0] !== undefined) throw faultOf(errors);
      return data as Data;
    },
    page: (path, more = {}) => send(path, { method: 'GET' }, more),
    open: async (operation, variables, signal) => {
      const response = await reach(url, () =>
        fetch(`${url}/graphql`, {
          method: 'POST',
          body: JSON.stringify({ query: OPERATIONS[operation], variables }),
          headers: { ...headers, ...JSON_SENT, accept: 'text/event-stream' },
          signal,
        }),
      );
      if (response.status === 401) throw notLetIn(url);
      return response;
    },
  };
};

const JSON_SENT = { 'content-type': 'application/json' };

const hashed = (query: string): object => {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  return { persistedQuery: { version: 1, sha256Hash } };
};

/** A hub without persisted queries answers QUERY_MISSING. */
const NOT_KNOWN = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'QUERY_MISSING']);
const isNotKnown = (errors: Errors | undefined): boolean =>
  NOT_KNOWN.has(errors?.[0]?.extensions?.code ?? '');

/** The hub did not answer, so a retry may help. Any other failure is an answer. */
export class Unreachable extends CliFault {}

const reach = async <Answer>(url: string, ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    const remedy = `Is it running? npm start shows its address. Another hub: --url, or TOCSIN_URL.`;
    throw new Unreachable(`The hub at ${url} cannot be reached.`, reasonOf(error), remedy, 1, error);
  }
};

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there (connection refused).',
  ENOTFOUND: 'There is no host with this name.',
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
    `${url} rejected it: it is mistyped, expired or revoked, belongs to another hub, is limited to other networks than yours, or is of somebody who is not let in at present (suspended, deactivated, or recovered since).`,
    'Check --key, --as or TOCSIN_KEY, and from where you call. You make your own keys at /account, signed in; your member-admin knows whether your organisation or you are suspended, and invites or recovers you.',
  );

const bodyOf = <Data>(url: string, { status, text }: Answered): { data?: Data; errors?: Errors } => {
  try {
    const body = JSON.parse(text) as { data?: Data; errors?: Errors };
    if (typeof body === 'object' && body !== null && ('data' in body || 'errors' in body)) return body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CliFault(
    `${url} did not answer like a Tocsin hub (HTTP ${status}).`,
    'Another program may be listening there, or a proxy is in between.',
    'Check --url, or TOCSIN_URL.',
  );
};

/** A request that was refused as a whole, with the hub's own message. */
export const faultOf = (errors: Errors): CliFault => {
  const [first] = errors;
  const code = first?.extensions?.code ?? 'REFUSED';
  const remedy = remedyInCommands(
    code,
    first?.extensions?.remedy ?? REMEDIES[code] ?? 'Correct it and send it again.',
  );
  const isUsageError = code === 'BAD_USER_INPUT' || code.endsWith('_INVALID') || code.endsWith('_UNKNOWN');
  return new CliFault(
    `The hub refused this (${code}).`,
    `${first?.message ?? 'No reason given.'}${nearSector(code, first?.message ?? '')}`,
    remedy,
    isUsageError ? 2 : 1,
  );
};

const REMEDIES: Readonly<Record<string, string>> = {
  RATE_LIMITED: 'Wait a little, then send it again.',
  PUBLISH_RATE_LIMITED: 'Wait a little, then send it again.',
  STORAGE_FULL: 'Tell the operator of the hub, and send it again when there is room.',
  UNAVAILABLE: 'Send it again in a few seconds; if it keeps failing, tell the operator of the hub.',
  OPERATION_TIMEOUT: 'Ask for less (--first), or send it again.',
  INTERNAL: 'Tell the operator of the hub.',
};
