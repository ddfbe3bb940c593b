// The stream of new warnings, for as long as one wants it: connects, resumes after the last cursor, waits and tries
// again when the hub is gone, and catches up from the feed where no cursor was known yet.
import { faultOf, type HubClient, reasonOf, Unreachable } from '../client/hub-client.ts';
import type { WarningEdge } from '../client/warning-fields.ts';
import { CliFault } from '../terminal/fault.ts';
import { readEvents } from './read-events.ts';

/** The hub pings each 12 s: three missed ones are a lost connection. */
const SILENCE_MS = 40_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const CATCH_UP = 50;

export type Following = {
  readonly client: HubClient;
  readonly filter: object;
  readonly after: string | null;
  readonly signal: AbortSignal;
  /** A plain line on the state of the connection. */
  readonly say: (line: string) => void;
};

type Message = {
  readonly data?: { readonly warningReceived: WarningEdge } | null;
  readonly errors?: readonly {
    message: string;
    extensions?: { code?: string; resumeAfter?: string | null };
  }[];
};

/** Codes after which connecting again goes on; any other ends the watch with its reason. */
const PASSING = new Set([
  'STREAM_OVERFLOW',
  'HUB_CLOSING',
  'RIGHTS_CHANGED',
  'TOO_MANY_STREAMS',
  'UNAVAILABLE',
]);

export async function* follow(following: Following): AsyncGenerator<WarningEdge> {
  const { client, filter, signal, say } = following;
  const newest = async (first: number): Promise<readonly WarningEdge[]> =>
    (await client.ask<{ feed: { edges: readonly WarningEdge[] } }>('newest', { first, filter })).feed.edges;
  let after = following.after;
  let isFirst = true;
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      if (after === null) {
        // Nothing was seen yet: at the start the newest is where to go on from, later all of it is new.
        const edges = await newest(isFirst ? 1 : CATCH_UP);
        after = edges[0]?.cursor ?? null;
        if (!isFirst) yield* edges.toReversed();
      }
      const response = await client.open('watch', { after, filter }, signal);
      say(isFirst ? `Listening at ${client.url}.` : 'Connected again; nothing was missed.');
      isFirst = false;
      for await (const { data, event } of readEvents(response, SILENCE_MS)) {
        if (event === 'complete') break;
        wait = FIRST_WAIT_MS;
        const message = JSON.parse(data) as Message;
        const edge = message.data?.warningReceived;
        if (edge !== undefined) {
          after = edge.cursor;
          yield edge;
        }
        if (message.errors?.[0] !== undefined) {
          const { code, resumeAfter } = message.errors[0].extensions ?? {};
          if (!PASSING.has(code ?? '')) throw faultOf(message.errors);
          after = resumeAfter ?? after;
        }
      }
      if (!signal.aborted) say(`The hub ended the stream; connecting again in ${wait / 1_000} s.`);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CliFault && !(error instanceof Unreachable)) throw error;
      say(`No connection to ${client.url}: ${reasonOf(error)} Trying again in ${wait / 1_000} s.`);
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
