// One stream per browser: the tab that holds the lock follows it and tells the others, and when it goes the next tab takes
// over behind the last event. A browser opens six connections to one origin, so a stream for each tab would stop at the
// seventh. Without locks (a page that is not secure) each tab has its own.
import { ask } from '../app/ask.ts';
import { FeedDocument } from '../operations/graphql.generated.ts';
import { type Arrival, follow } from './stream.ts';

/** Between the tabs of one browser. */
type Word =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'heard' }
  | { readonly kind: 'lost'; readonly code: string }
  | { readonly kind: 'hello' };

export type Listener = {
  readonly onArrival: (arrival: Arrival) => void;
  readonly onHeard: () => void;
  readonly onLost: (code: string) => void;
};

/** What a tab that opens later is told again: it may have read its lists before. */
const REPLAYED = 200;
/** Rows that may have come between a tab's first list and the beginning of the stream. */
const OVERLAP = 20;

export const keyOf = ({ node, occasion }: Arrival): string => `${node.id} ${node.version} ${occasion}`;

/** `name` tells callers apart: two tabs share a stream only when they see the same. Returns how to leave. */
export const shareStream = (name: string, exercise: string | null, listener: Listener): (() => void) => {
  const leaving = new AbortController();
  const { signal } = leaving;
  const channel = new BroadcastChannel(name);
  const told = new Set<string>();
  const recent: Arrival[] = [];
  const take = (arrival: Arrival): void => {
    if (told.has(keyOf(arrival))) return;
    told.add(keyOf(arrival));
    recent.push(arrival);
    if (recent.length > REPLAYED) recent.shift();
    listener.onArrival(arrival);
  };
  let isLeader = false;
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'arrival') take(data.arrival);
    if (data.kind === 'heard' || data.kind === 'arrival') listener.onHeard();
    if (data.kind === 'lost') listener.onLost(data.code);
    if (data.kind === 'hello' && isLeader)
      for (const arrival of recent) channel.postMessage({ kind: 'arrival', arrival });
  };
  const say = (word: Word): void => {
    if (!signal.aborted) channel.postMessage(word);
  };
  say({ kind: 'hello' });
  const lead = async (): Promise<void> => {
    isLeader = true;
    const filter = exercise === null ? null : { exercise };
    await follow({
      after: recent.at(-1)?.cursor ?? (await newest(exercise, take)),
      filter,
      signal,
      onArrival: (arrival) => {
        take(arrival);
        say({ kind: 'arrival', arrival });
      },
      onHeard: () => {
        listener.onHeard();
        say({ kind: 'heard' });
      },
      onLost: (code) => {
        listener.onLost(code);
        say({ kind: 'lost', code });
      },
    });
  };
  if (navigator.locks === undefined) void lead();
  else navigator.locks.request(name, { signal }, lead).catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
};

/** The place where the stream begins: the newest row. The rows count as arrived, in case a list was read before them. */
const newest = async (exercise: string | null, take: (arrival: Arrival) => void): Promise<string | null> => {
  try {
    const filter = exercise === null ? null : { exercise };
    const { feed } = await ask(FeedDocument, { first: OVERLAP, filter });
    for (const { cursor, node } of feed.edges.toReversed()) take({ cursor, node, occasion: 'VERSION' });
    return feed.edges[0]?.cursor ?? null;
  } catch {
    return null;
  }
};
