// Posts to webhooks: over TLS, to addresses that were judged, without redirects, within one deadline, and reads at most 16 kB of
// the answer. It never throws: what went wrong is data.
import { Pool } from 'undici';
import type { AllowedRange } from '../../domain/channel/address.ts';
import {
  AddressRefused,
  ConnectTimeout,
  guardedConnector,
  judgedAddress,
  type Resolve,
} from './guarded-connect.ts';

/** ABORTED: by its signal, or as the hub closes. */
export type WebhookFault = 'ADDRESS' | 'LATE' | 'TLS' | 'UNREACHABLE' | 'ABORTED';

export type WebhookAnswer = {
  /** Null where none came. */
  readonly status: number | null;
  readonly fault: WebhookFault | null;
  /** The beginning of the answer, at most 16 kB. */
  readonly body: string;
  readonly retryAfter: string | null;
  readonly tookMs: number;
};

export type WebhookRequest = {
  /** An https address without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Breaks it off. */
  readonly signal?: AbortSignal;
};

export type Webhooks = {
  post(request: WebhookRequest, allowed: readonly AllowedRange[]): Promise<WebhookAnswer>;
  /** False where its address may not be connected to; a name that leads nowhere now may lead somewhere later. */
  mayReach(url: string, allowed: readonly AllowedRange[]): Promise<boolean>;
  close(): Promise<void>;
};

export type WebhookOptions = {
  readonly resolve: Resolve;
  readonly ca: string | null;
  readonly timeoutMs: number;
  readonly connectMs: number;
};

const MOST_BYTES = 16 * 1024;
/** Addresses whose connections are kept. Each has its own: one that is slow takes none from another at the same host. */
const MOST_POOLS = 2_000;
const CONNECTIONS_EACH = 2;
const IDLE_MS = 4_000;

/** The same ranges give the same name: a connection that was opened under others is not used again. */
const nameOf = (allowed: readonly AllowedRange[]): string =>
  allowed.map(({ range, ports }) => `${range}:${ports.join(',')}`).join(' ');

type Pools = { of(url: string, allowed: readonly AllowedRange[]): Pool; closeAll(): Promise<void> };

const openPools = ({ resolve, ca, connectMs, timeoutMs: total }: WebhookOptions): Pools => {
  const pools = new Map<string, Pool>();
  /** Those that end once what is under way in them has. */
  const closing = new Set<Pool>();
  let ranges = '';
  const taken = (): Pool[] => {
    const open = [...pools.values()];
    pools.clear();
    return open;
  };
  const endGently = (pool: Pool): void => {
    closing.add(pool);
    const isClosed = (): void => {
      closing.delete(pool);
    };
    // One that is broken off meanwhile ends with a fault, and is closed as well.
    pool.close().then(isClosed, isClosed);
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all([...closing, ...taken()].map((pool) => pool.destroy()));
  };
  const fresh = (url: string, allowed: readonly AllowedRange[]): Pool =>
    new Pool(new URL(url).origin, {
      connections: CONNECTIONS_EACH,
      pipelining: 1,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
      headersTimeout: total,
      bodyTimeout: total,
      maxHeaderSize: MOST_BYTES,
      connect: guardedConnector({ resolve, allowed, ca, timeoutMs: connectMs }),
    });
  return {
    of: (url, allowed) => {
      const name = nameOf(allowed);
      if (name !== ranges) {
        ranges = name;
        // What is under way ends as it began: a change about one range ends no post to another.
        for (const each of taken()) endGently(each);
      }
      // The one that was used last stands last.
      const pool = pools.get(url) ?? fresh(url, allowed);
      pools.delete(url);
      pools.set(url, pool);
      const [oldest] = pools;
      if (pools.size > MOST_POOLS && oldest !== undefined) {
        pools.delete(oldest[0]);
        endGently(oldest[1]);
      }
      return pool;
    },
    closeAll,
  };
};

export const openWebhooks = (options: WebhookOptions): Webhooks => {
  const pools = openPools(options);
  return {
    post: async (request, allowed) => {
      const startedAt = performance.now();
      const { pathname, search } = new URL(request.url);
      // One deadline for all of it: a receiver that sends a byte a second meets it too.
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(new ConnectTimeout()), options.timeoutMs);
      const breakOff = (): void => deadline.abort(new BrokenOff());
      request.signal?.addEventListener('abort', breakOff, { once: true });
      const { signal } = deadline;
      const path = `${pathname}${search}`;
      const answer = await exchange(pools.of(request.url, allowed), request, { path, signal }).finally(() => {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', breakOff);
      });
      return { ...answer, tookMs: Math.round(performance.now() - startedAt) };
    },
    mayReach: (url, allowed) => {
      const { hostname, port } = new URL(url);
      return judgedAddress(hostname, port === '' ? 443 : Number(port), {
        resolve: options.resolve,
        allowed,
      }).then(
        () => true,
        (error: unknown) => !(error instanceof AddressRefused),
      );
    },
    close: pools.closeAll,
  };
};

class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

type Exchange = { readonly path: string; readonly signal: AbortSignal };

const exchange = async (
  pool: Pool,
  { headers, body }: WebhookRequest,
  { path, signal }: Exchange,
): Promise<Omit<WebhookAnswer, 'tookMs'>> => {
  try {
    const answer = await pool.request({ path, method: 'POST', headers, body, signal });
    const retryAfter = answer.headers['retry-after'];
    return {
      status: answer.statusCode,
      fault: null,
      body: await beginningOf(answer.body),
      retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
    };
  } catch (error) {
    return { status: null, fault: faultOf(error), body: '', retryAfter: null };
  }
};

/**
 * Reads no more than is kept; a longer answer ends its connection. Of one whose connection breaks it is what came: its status was
 * said before.
 */
const beginningOf = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      parts.push(part.subarray(0, MOST_BYTES - size));
      size += part.length;
      if (size >= MOST_BYTES) break;
    }
  } catch (error) {
    if (faultOf(error) !== 'UNREACHABLE') throw error;
  }
  return Buffer.concat(parts).toString('utf8');
};

const TIMEOUTS: ReadonlySet<string> = new Set([
  'ConnectTimeout',
  'ConnectTimeoutError',
  'HeadersTimeoutError',
  'BodyTimeoutError',
  'AbortError',
  'TimeoutError',
]);

/** The hub closed the connection itself, which says nothing of the other end. */
const OURS: ReadonlySet<string> = new Set(['ClientDestroyedError', 'ClientClosedError']);

const faultOf = (error: unknown): WebhookFault => {
  if (error instanceof AddressRefused) return 'ADDRESS';
  if (error instanceof BrokenOff) return 'ABORTED';
  const { name = '', code = '' } = error as { readonly name?: string; readonly code?: string };
  if (OURS.has(name)) return 'ABORTED';
  if (TIMEOUTS.has(name)) return 'LATE';
  const isTls = /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_|UNABLE_|SELF_SIGNED|HOSTNAME_)/.test(code);
  return isTls ? 'TLS' : 'UNREACHABLE';
};
