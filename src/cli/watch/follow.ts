// Follows the stream of new warnings until aborted: resumes after the last cursor, reconnects with a growing delay when
// the hub is gone, and catches up from the feed when no cursor is known yet.
import { withJitter } from '../../domain/limit/reconnect-delay.ts';
import { faultOf, type HubClient, reasonOf, Unreachable } from '../client/hub-client.ts';
import type { WarningEdge } from '../client/warning-fields.ts';
import { readFeedPages } from '../feed/feed-pages.ts';
import { CliFault } from '../terminal/fault.ts';
import { readEvents } from './read-events.ts';

/** The hub pings every 12 s: three missed pings mean that the connection is lost. */
const SILENCE_MS = 40_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const CATCH_UP = 50;

export type Following = {
  readonly client: HubClient;
  readonly filter: object;
  readonly after: string | null;
  readonly signal: AbortSignal;
  /** Reports the state of the connection in a plain line. */
  readonly say: (line: string) => void;
};

type Message = {
  readonly data?: { readonly warningReceived: WarningEdge } | null;
  readonly errors?: readonly {
    message: string;
    extensions?: { code?: string; resumeAfter?: string | null };
  }[];
};

/** Codes after which the watch reconnects; any other ends it with the reason. */
const TEMPORARY = new Set([
  'STREAM_OVERFLOW',
  'HUB_CLOSING',
  'RIGHTS_CHANGED',
  'TOO_MANY_STREAMS',
  'UNAVAILABLE',
]);

export async function* follow(following: Following): AsyncGenerator<WarningEdge> {
  const { client, filter, signal, say } = following;
  const newest = (first: number) => readFeedPages(client, { first, after: null, filter });
  let after = following.after;
  let isFirst = true;
  /** Where older ones begin that were not shown again; null where none were left out. */
  let older: string | null = null;
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      if (after === null) {
        // No cursor yet: at the start, continue after the newest item; on a later attempt, all items are new.
        const { edges, older: behind } = await newest(isFirst ? 1 : CATCH_UP);
        after = edges[0]?.cursor ?? null;
        if (!isFirst) {
          older = behind;
          yield* edges.toReversed();
        }
      }
      const response = await client.open('watch', { after, filter }, signal);
      say(isFirst ? `Listening at ${client.url}.` : reconnected(older));
      isFirst = false;
      older = null;
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
          if (code === 'RESYNC') {
            say('The hub cannot continue from the last cursor: its newest warnings are shown again.');
            after = null;
            continue;
          }
          if (!TEMPORARY.has(code ?? '')) throw faultOf(message.errors);
          after = resumeAfter ?? after;
        }
      }
      if (!signal.aborted) say(`The hub ended the stream; reconnecting within ${wait / 1_000} s.`);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof CliFault && !(error instanceof Unreachable)) throw error;
      say(`No connection to ${client.url}: ${reasonOf(error)} Trying again within ${wait / 1_000} s.`);
    }
    await pause(withJitter(wait), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

const reconnected = (older: string | null): string =>
  older === null
    ? 'Reconnected; nothing was missed.'
    : `Reconnected. Only the newest ${CATCH_UP} were shown again; older ones that you may have missed: tocsin feed --after ${older}`;

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
