// The load generator, a separate process: publishes over HTTP, reads streams, requests pages. Everything it sends is
// prepared before the measurement.
import { Agent, type IncomingMessage, request } from 'node:http';
import autocannon from 'autocannon';
import { bundleFor, draftFor, meanBytes } from '../generator.ts';
import { serve } from './remote.ts';

const PUBLISH = `mutation Publish($input: PublishWarningInput!) {
  publishWarning(input: $input) { warning { id } recipients refusals { code path message } }
}`;
const RECEIVE = `subscription Receive {
  warningReceived { cursor node { id headline severity publishedAt marking actions { text by } whyMe { rule } } }
}`;

export type Fired = {
  readonly warning: string;
  readonly answeredMs: number;
  /** When each reader received it, since the start of the POST. */
  readonly seenMs: readonly number[];
};
export type Pages = { readonly requests: number; readonly seconds: number; readonly failed: number };

const agent = new Agent({ keepAlive: true });
const streams: IncomingMessage[] = [];
/** Times of arrival by warning id. */
const arrivals = new Map<string, number[]>();
let onArrival = (): void => undefined;
let ready: Buffer = Buffer.alloc(0);

const headersOf = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
});

const post = (url: string, token: string, body: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { ...headersOf(token), 'content-length': String(body.length) };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const openStream = (url: string, token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { ...headersOf(token), accept: 'text/event-stream' };
    const sent = request(`${url}/graphql`, { method: 'POST', headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the stream answered ${response.statusCode}`));
      streams.push(response);
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const at = performance.now();
        if (chunk.includes(': open')) resolve();
        for (const [, id] of chunk.matchAll(/"id":"(warning--[0-9a-f-]{36})"/g)) {
          const known = arrivals.get(id ?? '');
          if (known === undefined) arrivals.set(id ?? '', [at]);
          else known.push(at);
        }
        onArrival();
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query: RECEIVE }));
  });

const untilSeen = (warning: string, readers: number): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${warning} did not arrive at all readers`)), 60_000);
    onArrival = () => {
      const times = arrivals.get(warning) ?? [];
      if (times.length < readers) return;
      clearTimeout(late);
      onArrival = () => undefined;
      resolve(times);
    };
    onArrival();
  });

serve({
  /** Prepares a publication; returns the mean size of its objects and the size of the body. */
  prepare: (seed: number, index: number, count: number) => {
    const bundle = count === 0 ? null : bundleFor(seed, index, count);
    const draft = draftFor(seed, index, {
      bundle,
      marking: 'GREEN',
      audience: { alternatives: [{ sectors: ['energy/electricity'] }], excludes: [] },
    });
    const { kind: _, ...input } = draft;
    ready = Buffer.from(JSON.stringify({ query: PUBLISH, variables: { input } }));
    return { meanBytes: bundle === null ? 0 : meanBytes(bundle.objects), bodyBytes: ready.length };
  },
  /** Sends it and waits until `streams` readers have received it. */
  fire: async (url: string, token: string): Promise<Fired> => {
    const startedAt = performance.now();
    const text = await post(url, token, ready);
    const answeredMs = performance.now() - startedAt;
    const result = JSON.parse(text).data?.publishWarning;
    if (result?.warning === null || result === undefined) throw new Error(text.slice(0, 500));
    const { id } = result.warning;
    const seen = await untilSeen(id, streams.length);
    arrivals.delete(id);
    return { warning: id, answeredMs, seenMs: seen.map((at) => at - startedAt) };
  },
  openStreams: async (url: string, token: string, count: number) => {
    for (let index = 0; index < count; index += 1) await openStream(url, token);
  },
  closeStreams: () => {
    for (const stream of streams.splice(0)) stream.destroy();
  },
  ask: async (url: string, token: string, query: string, variables: object) =>
    JSON.parse(await post(url, token, Buffer.from(JSON.stringify({ query, variables })))),
  /** Requests pages over ten connections for `seconds`. */
  pages: async (url: string, token: string | null, body: string | null, seconds: number): Promise<Pages> => {
    const asked =
      body === null
        ? {}
        : {
            method: 'POST' as const,
            body,
            headers: token === null ? { 'content-type': 'application/json' } : headersOf(token),
          };
    const { requests, duration, non2xx, errors } = await autocannon({
      url,
      connections: 10,
      duration: seconds,
      ...asked,
    });
    return { requests: requests.total, seconds: duration, failed: non2xx + errors };
  },
});
