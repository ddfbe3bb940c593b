// Follows one subscription over SSE, by POST, for as long as it is wanted. After any end it subscribes again behind the
// last event that was handed on, so that none is missed and none comes twice. The hub's comments show that it is there.
import { createParser } from 'eventsource-parser';
import { AskError, errorIn, send } from '../app/ask.ts';
import {
  ArrivalsDocument,
  type ArrivalsSubscription,
  type FeedFilter,
} from '../operations/graphql.generated.ts';

export type Arrival = ArrivalsSubscription['warningReceived'];

export type Following = {
  /** The cursor behind which to begin; null for what comes next. */
  readonly after: string | null;
  readonly filter: FeedFilter | null;
  readonly onArrival: (arrival: Arrival) => void;
  /** The hub was heard: an event, a comment, or the beginning of the stream. */
  readonly onHeard: () => void;
  /** The hub cannot continue from here, or no longer lets this caller in: read the feed again. */
  readonly onLost: (code: string) => void;
  readonly signal: AbortSignal;
};

/** The hub writes every 12 s. */
const SILENCE_MS = 30_000;
const SHORTEST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 10_000;

type End = { readonly code: string; readonly resumeAfter: string | null; readonly pauseMs: number | null };

/** Resolves when `signal` is aborted. */
export const follow = async (following: Following): Promise<void> => {
  const { signal, onLost } = following;
  let { after } = following;
  let failures = 0;
  while (!signal.aborted) {
    const end = await once({
      ...following,
      after,
      onArrival: (arrival) => {
        after = arrival.cursor;
        following.onArrival(arrival);
      },
      onHeard: () => {
        failures = 0;
        following.onHeard();
      },
    });
    if (signal.aborted) return;
    if (end.code === 'UNAUTHENTICATED' || end.code === 'RESYNC' || end.code === 'CURSOR_INVALID') {
      after = null;
      onLost(end.code);
    } else after = end.resumeAfter ?? after;
    failures += 1;
    const pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(failures, 5));
    await paused(end.pauseMs ?? pause * (0.5 + Math.random()), signal);
  }
};

/** One connection, until it ends for whatever reason. */
const once = async ({ after, filter, onArrival, onHeard, signal }: Following): Promise<End> => {
  const cut = new AbortController();
  const both = AbortSignal.any([signal, cut.signal]);
  let silence = setTimeout(() => cut.abort(), SILENCE_MS);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => cut.abort(), SILENCE_MS);
    onHeard();
  };
  try {
    const response = await send(
      ArrivalsDocument,
      { after, filter },
      { signal: both, accept: 'text/event-stream' },
    );
    if (!response.ok || response.body === null) return endOf(await errorIn(response));
    heard();
    return await read(response.body, onArrival, heard);
  } catch (error) {
    return error instanceof AskError ? endOf(error) : BROKEN;
  } finally {
    clearTimeout(silence);
  }
};

const BROKEN: End = { code: 'NETWORK', resumeAfter: null, pauseMs: null };

const endOf = ({ code, retryAfterMs }: AskError): End => ({ code, resumeAfter: null, pauseMs: retryAfterMs });

type Message = {
  readonly data?: ArrivalsSubscription | null;
  readonly errors?: readonly { extensions?: { code?: string; resumeAfter?: string | null } }[];
};

const read = async (
  body: ReadableStream<Uint8Array>,
  onArrival: (arrival: Arrival) => void,
  onHeard: () => void,
): Promise<End> => {
  let end: End = BROKEN;
  const parser = createParser({
    onComment: onHeard,
    onEvent: ({ event, data }) => {
      if (event !== 'next') return;
      const { data: result, errors } = JSON.parse(data) as Message;
      const extensions = errors?.[0]?.extensions;
      if (extensions !== undefined)
        end = {
          code: extensions.code ?? 'INTERNAL',
          resumeAfter: extensions.resumeAfter ?? null,
          pauseMs: null,
        };
      else if (result) onArrival(result.warningReceived);
    },
  });
  const decoder = new TextDecoder();
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return end;
    onHeard();
    parser.feed(decoder.decode(value, { stream: true }));
  }
};

const paused = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
