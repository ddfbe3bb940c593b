// Follows one subscription over SSE, by POST, for as long as it is wanted. After any end it subscribes again behind the
// last event that was handed on, so that none is missed and none comes twice. The hub's comments show that it is there.
import { createParser } from 'eventsource-parser';
import { AskError, errorIn } from '../app/ask.ts';
import type { ArrivalsSubscription } from '../operations/graphql.generated.ts';

export type Received = ArrivalsSubscription['warningReceived'];

export type Following = {
  /** The cursor behind which to begin; null to ask `begin` for one. */
  readonly after: string | null;
  /** A cursor as of now, where there is none or the hub does not continue from it. It throws when the hub has none to give. */
  readonly begin: () => Promise<string>;
  /** Opens the stream behind a cursor. It throws when the hub cannot be reached. */
  readonly connect: (after: string, signal: AbortSignal) => Promise<Response>;
  /** A pause before the next attempt, which ends with the signal. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onArrival: (arrival: Received) => void;
  /** The hub was heard: an event, a comment, or the beginning of the stream. */
  readonly onHeard: () => void;
  /** The stream is cut, or could not begin. */
  readonly onDown: () => void;
  /**
   * What lists show may be older than where the stream goes on, or the hub no longer lets this caller in, or not to all of it: read
   * them again. It is called when the new place is known, so that what comes behind the lists comes in the stream.
   */
  readonly onLost: (code: string) => void;
  readonly signal: AbortSignal;
};

/** How a stream ends whose caller may read or do less than before; of what is not said. */
export const LESS_RIGHTS = 'RIGHTS_CHANGED';

/** The hub writes every 12 s. */
const SILENCE_MS = 30_000;
const SHORTEST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 10_000;
/** A restart takes seconds: so long after the hub was last heard, it is asked more often. */
const RESTART_MS = 60_000;
const LONGEST_OF_RESTART_MS = 2_000;

type End = { readonly code: string; readonly resumeAfter: string | null; readonly pauseMs: number | null };

const NO_PLACE = new Set(['RESYNC', 'CURSOR_INVALID']);
const ENDED = new Set(['UNAUTHENTICATED', LESS_RIGHTS]);

/** Never sooner than the hub asks for, and each browser at another time: after a restart all of them come. */
export const pauseAfter = (failures: number, silentMs: number, askedMs: number | null): number => {
  if (askedMs !== null) return askedMs * (1 + Math.random() / 2);
  const longest = silentMs < RESTART_MS ? LONGEST_OF_RESTART_MS : LONGEST_PAUSE_MS;
  return Math.min(longest, SHORTEST_PAUSE_MS * 2 ** Math.min(failures, 5)) * (0.5 + Math.random());
};

/** Resolves when `signal` is aborted. */
export const follow = async (following: Following): Promise<void> => {
  const { signal, onLost, onDown, pause } = following;
  let { after } = following;
  let failures = 0;
  let heardAt = performance.now();
  /** Why the place is to be asked for; null at the beginning, when lists are read anyway. */
  let lost: string | null = null;
  while (!signal.aborted) {
    let end: End;
    const from = after ?? (await placeOf(following));
    if (typeof from === 'string') {
      after = from;
      if (lost !== null) onLost(lost);
      lost = null;
      end = await once(following, from, {
        onArrival: (arrival) => {
          after = arrival.cursor;
          following.onArrival(arrival);
        },
        onHeard: () => {
          failures = 0;
          heardAt = performance.now();
          following.onHeard();
        },
      });
    } else {
      end = from;
      // Lists that were read meanwhile are older than the place that comes.
      lost ??= end.code;
    }
    if (signal.aborted) return;
    onDown();
    if (NO_PLACE.has(end.code)) {
      after = null;
      lost = end.code;
    } else if (after !== null) after = end.resumeAfter ?? after;
    // Somebody has to sign in, or has lost a right and what they were shown with it; the place holds for what is left.
    if (ENDED.has(end.code)) onLost(end.code);
    failures += 1;
    await pause(pauseAfter(failures, performance.now() - heardAt, end.pauseMs), signal);
  }
};

const placeOf = async ({ begin }: Following): Promise<string | End> => {
  try {
    return await begin();
  } catch (error) {
    return error instanceof AskError ? endOf(error) : BROKEN;
  }
};

type Heard = Pick<Following, 'onArrival' | 'onHeard'>;

/** One connection, until it ends for whatever reason. */
const once = async (
  { connect, signal }: Following,
  after: string,
  { onArrival, onHeard }: Heard,
): Promise<End> => {
  const cut = new AbortController();
  const both = AbortSignal.any([signal, cut.signal]);
  let silence = setTimeout(() => cut.abort(), SILENCE_MS);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => cut.abort(), SILENCE_MS);
    onHeard();
  };
  try {
    const response = await connect(after, both);
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
  onArrival: (arrival: Received) => void,
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

export const paused = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
