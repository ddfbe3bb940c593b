// One GraphQL request to the hub that served this page: the hash of a document, which the hub knows, and its variables.
// A key stays in this tab until sign-out; without one the session cookie of the browser counts.
import type { TypedDocumentString } from '../operations/graphql.generated.ts';
import { hearDate } from '../ui/time/hub-clock.ts';
import { isAttended } from './attended.ts';

const KEY = 'tocsin.key';

export const keyOfTab = (): string | null => sessionStorage.getItem(KEY);
export const keepKey = (key: string): void => {
  shown = NOBODY;
  sessionStorage.setItem(KEY, key);
};
export const dropKey = (): void => {
  shown = NOBODY;
  sessionStorage.removeItem(KEY);
};

type Shown = {
  /** Whose acts this tab sends; null for nobody's. */
  readonly who: string | null;
  /** Of the session of the browser, by id: the hub takes nothing from this tab as somebody else's. Null with a key. */
  readonly person: string | null;
};

const NOBODY: Shown = { who: null, person: null };
let shown = NOBODY;

/** Whom this tab shows as signed in. */
export const showAs = (now: Shown | null): void => {
  shown = now ?? NOBODY;
};

export const isShown = (who: string): boolean => shown.who === who;

let sayAnother = (): void => undefined;

/** Once the session of the browser turns out to be another person's. */
export const whenOfAnother = (listener: () => void): void => {
  sayAnother = listener;
};

let sayOut = (): void => undefined;

/** Once the hub knows nobody of what this tab sends any more: its session or key has ended. */
export const whenOut = (listener: () => void): void => {
  sayOut = listener;
};

/** Why there is no answer. `code` is one of the hub's (docs/errors.md), or NETWORK when it was not reached. */
export class AskError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryAfterMs: number | null;
  readonly requestId: string | null;

  constructor(
    code: string,
    message: string,
    { status = 0, retryAfterMs = null as number | null, requestId = null as string | null } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.requestId = requestId;
  }
}

type Answer<Result> = {
  readonly data?: Result | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string; requestId?: string } }[];
};

/** An act: each attempt is under one key, and of whoever pressed. Where the tab is somebody else's by then, nothing is sent. */
export type Acting = { readonly idempotencyKey: string; readonly as: string };

type Options = (Acting | { readonly idempotencyKey?: never; readonly as?: never }) & {
  readonly signal?: AbortSignal | undefined;
  readonly accept?: string;
  /** In place of the key of this tab. */
  readonly key?: string;
  /** Whoever is signed in: what asks who that is. */
  readonly asWhoever?: boolean;
};

export const ofAnother = (): AskError =>
  new AskError('SESSION_OF_ANOTHER', 'Somebody else is signed in in this tab by now. Nothing was done.');

const hashOf = (document: TypedDocumentString<unknown, never>): string =>
  document.__meta__.hash.replace('sha256:', '');

const JSON_ANSWER = 'application/graphql-response+json';

/** Asks and returns the response as it is; AskError when the hub cannot be reached. */
export const send = async (
  document: TypedDocumentString<unknown, never>,
  variables: unknown,
  { signal, idempotencyKey, as, accept = JSON_ANSWER, key: given, asWhoever = false }: Options = {},
): Promise<Response> => {
  if (as !== undefined && !isShown(as)) throw ofAnother();
  const key = given ?? keyOfTab();
  const body = JSON.stringify({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } },
  });
  const askedAt = Date.now();
  try {
    const response = await fetch('/graphql', {
      ...OURS,
      body,
      signal: signal ?? null,
      headers: {
        accept,
        'content-type': 'application/json',
        ...identityFor(key, asWhoever),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
    });
    hearDate(response.headers.get('date'), askedAt);
    return response;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw unreached();
  }
};

/** A session counts by POST from a page of the hub alone. */
const OURS = { method: 'POST', credentials: 'same-origin', cache: 'no-store', redirect: 'error' } as const;

const identityFor = (key: string | null, asWhoever = false): Record<string, string> => ({
  'x-tocsin-session': '1',
  ...(isAttended() ? {} : { 'x-tocsin-unattended': '1' }),
  ...(key !== null || shown.person === null || asWhoever ? {} : { 'x-tocsin-person': shown.person }),
  ...(key === null ? {} : { authorization: `Bearer ${key}` }),
});

export const unreached = (): AskError => new AskError('NETWORK', 'The hub cannot be reached.');

/** The contract as the hub has it, in SDL. */
export const fetchSchema = async (): Promise<string> => {
  const response = await fetch('/schema.graphql', { ...OURS, headers: identityFor(keyOfTab()) }).catch(() => {
    throw unreached();
  });
  if (!response.ok) throw await errorIn(response);
  return response.text();
};

/** What is no answer of GraphQL is a problem (RFC 9457) with the same code. */
type ProblemAnswer = { readonly code?: string; readonly detail?: string };

export const errorIn = async (response: Response): Promise<AskError> => {
  const retry = Number(response.headers.get('retry-after'));
  const retryAfterMs = retry > 0 ? retry * 1000 : null;
  const answer = (await response.json().catch(() => ({}))) as Answer<unknown> & ProblemAnswer;
  const [first] = answer.errors ?? [];
  const code = first?.extensions?.code ?? answer.code ?? 'UNAVAILABLE';
  if (code === 'SESSION_OF_ANOTHER') sayAnother();
  return new AskError(code, first?.message ?? answer.detail ?? response.statusText, {
    status: response.status,
    retryAfterMs,
    requestId: first?.extensions?.requestId ?? response.headers.get('x-request-id'),
  });
};

export const ask = async <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  options: Options = {},
): Promise<Result> => {
  const response = await send(document, variables, options);
  if (!response.ok) {
    const error = await errorIn(response);
    const isOfTab = options.asWhoever !== true && options.key === undefined;
    if (error.status === 401 && isOfTab) sayOut();
    throw error;
  }
  const answer = (await response.json().catch((error: unknown) => {
    if (options.signal?.aborted === true) throw error;
    // It was cut off on its way.
    throw new AskError('NETWORK', 'The answer of the hub did not arrive whole.');
  })) as Answer<Result>;
  const [first] = answer.errors ?? [];
  if (first !== undefined || answer.data === undefined || answer.data === null) {
    const { code = 'INTERNAL', requestId = null } = first?.extensions ?? {};
    throw new AskError(code, first?.message ?? '', { status: response.status, requestId });
  }
  return answer.data;
};
