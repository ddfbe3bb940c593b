// One stream per browser: the tab that holds the lock follows it and tells the others, and when it goes the next tab takes
// over behind the last event. A browser opens six connections to one origin, so a stream for each tab would stop at the
// seventh. Without locks (a page that is not secure) each tab has its own.
import { ask, send } from '../app/ask.ts';
import {
  ArrivalsDocument,
  FeedDocument,
  type FeedFilter,
  type FeedQuery,
  type FeedQueryVariables,
} from '../operations/graphql.generated.ts';
import { type Arrival, keyOf } from './arrival.ts';
import { follow, LESS_RIGHTS, paused, type Received } from './stream.ts';
import { standing, takeAway } from './withdrawal.ts';

/** Between the tabs of one browser. */
type Word =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'heard' }
  | { readonly kind: 'down' }
  | { readonly kind: 'lost'; readonly code: string }
  | { readonly kind: 'rights'; readonly mark: string }
  | { readonly kind: 'hello' };

export type Listener = {
  readonly onArrival: (arrival: Arrival) => void;
  readonly onHeard: () => void;
  readonly onDown: () => void;
  readonly onLost: (code: string) => void;
  /** Once this tab is the one that follows it. */
  readonly onLead: () => void;
};

/** What a tab that opens later is told again: it may have read its lists before. */
const REPLAYED = 200;
/** Rows that may have come between a tab's first list and the beginning of the stream. */
const OVERLAP = 20;

/** Of those who see the same, in the same traffic. */
export const nameOfStream = (identity: string, exercise: string | null): string =>
  `tocsin.live ${identity} ${exercise ?? ''}`;

/** `name` tells callers apart: two tabs share a stream only when they see the same. Returns how to leave. */
export const shareStream = (name: string, exercise: string | null, to: Listener): (() => void) => {
  const leaving = new AbortController();
  const { signal } = leaving;
  const listener = whileHere(to, signal);
  const channel = new BroadcastChannel(name);
  const told = new Set<string>();
  let recent: readonly Arrival[] = [];
  let last: string | null = null;
  const take = (arrival: Arrival): void => {
    if (signal.aborted || told.has(keyOf(arrival))) return;
    told.add(keyOf(arrival));
    last = arrival.cursor;
    takeAway(arrival);
    // What is not to be read any more is told to no tab that comes later.
    recent = standing([...recent, arrival]).slice(-REPLAYED);
    listener.onArrival(arrival);
  };
  const lose = (code: string): void => {
    if (code === LESS_RIGHTS) recent = [];
    listener.onLost(code);
  };
  const compare = marksOf(() => lose(LESS_RIGHTS));
  let isLeader = false;
  const hear = hearer(listener, { take, lose, compare });
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    hear(data);
    if (data.kind === 'hello' && isLeader)
      for (const arrival of recent) channel.postMessage({ kind: 'arrival', arrival });
  };
  const say = (word: Word): void => {
    if (!signal.aborted) channel.postMessage(word);
  };
  const tell = (received: Received, isOverlap: boolean): void => {
    const arrival = { ...received, at: Date.now(), isOverlap };
    take(arrival);
    say({ kind: 'arrival', arrival });
  };
  say({ kind: 'hello' });
  const begins = (mark: string): void => {
    compare(mark);
    say({ kind: 'rights', mark });
  };
  const lead = (): Promise<void> => {
    isLeader = true;
    listener.onLead();
    return follow({
      ...waysOf({ exercise, signal, begins }, tell),
      after: last,
      signal,
      ...toldToAll({ ...listener, onLost: lose }, say),
    });
  };
  if (navigator.locks === undefined) void lead();
  else navigator.locks.request(name, { signal }, lead).catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
};

type Heard = {
  readonly take: (arrival: Arrival) => void;
  readonly lose: (code: string) => void;
  readonly compare: (mark: string) => void;
};

/** What the tab that leads says. */
const hearer =
  ({ onHeard, onDown }: Listener, { take, lose, compare }: Heard) =>
  (word: Word): void => {
    if (word.kind === 'arrival') take(word.arrival);
    if (word.kind === 'heard' || word.kind === 'arrival') onHeard();
    if (word.kind === 'down') onDown();
    if (word.kind === 'lost') lose(word.code);
    if (word.kind === 'rights') compare(word.mark);
  };

/** Of the rights with which a stream begins: where they changed in a break, no event has said so. */
const marksOf = (changed: () => void): ((mark: string) => void) => {
  let known: string | null = null;
  return (mark) => {
    if (known !== null && known !== mark) changed();
    known = mark;
  };
};

/** Whoever has left may be another person by now, or look at another exercise: what was on its way is not for them. */
const whileHere = (to: Listener, signal: AbortSignal): Listener => {
  const here =
    <Said extends unknown[]>(tell: (...said: Said) => void) =>
    (...said: Said): void => {
      if (!signal.aborted) tell(...said);
    };
  return {
    onArrival: here(to.onArrival),
    onHeard: here(to.onHeard),
    onDown: here(to.onDown),
    onLost: here(to.onLost),
    onLead: here(to.onLead),
  };
};

/** How the tab that holds the lock reaches the hub. */
type Way = {
  readonly exercise: string | null;
  readonly signal: AbortSignal;
  /** Hears the mark of the rights with which each stream begins. */
  readonly begins: (mark: string) => void;
};

const waysOf = (
  { exercise, signal: left, begins }: Way,
  tell: (received: Received, isOverlap: boolean) => void,
) => {
  const filter = exercise === null ? null : { exercise };
  return {
    begin: () => newest({ filter, signal: left }, (received) => tell(received, true)),
    connect: async (after: string, signal: AbortSignal) => {
      const response = await send(
        ArrivalsDocument,
        { after, filter },
        { signal, accept: 'text/event-stream' },
      );
      const mark = response.headers.get('tocsin-rights');
      if (response.ok && mark !== null) begins(mark);
      return response;
    },
    pause: paused,
    onArrival: (received: Received) => tell(received, false),
  };
};

/** How the stream is: for this tab and the others. */
const toldToAll = (listener: Listener, say: (word: Word) => void) => ({
  onHeard: () => {
    listener.onHeard();
    say({ kind: 'heard' });
  },
  onDown: () => {
    listener.onDown();
    say({ kind: 'down' });
  },
  onLost: (code: string) => {
    listener.onLost(code);
    say({ kind: 'lost', code });
  },
});

/** The place of now: the newest row. Its page counts as arrived, in case a list was read before it. */
type Place = { readonly filter: FeedFilter | null; readonly signal: AbortSignal };

const newest = async (place: Place, tell: (received: Received) => void): Promise<string> => {
  const { filter, signal } = place;
  const { feed } = await ask(FeedDocument, { first: OVERLAP, filter }, { signal });
  for (const { cursor, node } of feed.edges.toReversed()) tell({ cursor, node, occasion: 'VERSION' });
  return feed.edges[0]?.cursor ?? (await endOf(place, tell));
};

/** The end of a feed that has next to nothing: read in the order of arriving, each page says where it ended. */
const endOf = async ({ filter, signal }: Place, tell: (received: Received) => void): Promise<string> => {
  let after: string | null = null;
  for (;;) {
    const variables: FeedQueryVariables = { first: OVERLAP, after, filter, order: 'OLDEST_FIRST' };
    const { feed }: FeedQuery = await ask(FeedDocument, variables, { signal });
    for (const { cursor, node } of feed.edges) tell({ cursor, node, occasion: 'VERSION' });
    after = feed.pageInfo.endCursor ?? '';
    if (!feed.pageInfo.hasNextPage) return after;
  }
};
