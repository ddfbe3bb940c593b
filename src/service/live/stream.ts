// One reader's bounded buffer: items are read in the order they are pushed. Beyond the bound the stream is closed
// with the cursor of the last item read, so that nothing is lost and memory stays bounded.
import type { Problem } from '../../domain/problem.ts';
import { messageOf, type StreamCode } from '../../domain/problem-codes/catalogue.ts';
import type { Held, Load } from './held.ts';

/** Why a stream ended, and where to resume (null: from now). */
export class StreamClosed extends Error {
  readonly code: StreamCode;
  readonly resumeAfter: string | null;
  readonly problem: Problem | null;

  constructor(code: StreamCode, resumeAfter: string | null, problem: Problem | null = null) {
    super(problem?.message ?? messageOf(code));
    this.code = code;
    this.resumeAfter = resumeAfter;
    this.problem = problem;
  }
}

/** An event on its way to one reader. */
export type Waiting<Value> = { readonly value: Value; readonly load: Load };

export type Stream<Value> = {
  push(waiting: Waiting<Value>): void;
  end(): void;
  fail(code: StreamCode): void;
  /** Ends it as an overflow does, and at once: even what it missed is not read any further. */
  cut(): void;
  /** What waits for this reader, in characters. */
  size(): number;
  /**
   * Missed events come first, in batches; pushed ones wait. After an overflow the missed are still read, so that a reader that
   * resumes repeatedly makes progress; any other failure ends the stream at once (I8).
   */
  read(missed: AsyncIterable<readonly Waiting<Value>[]>): AsyncGenerator<Value>;
};

type StreamDeps<Value> = {
  readonly bound: { readonly events: number; readonly bytes: number };
  /** The cursor to resume after until something has been read. */
  readonly start: string;
  readonly cursorOf: (value: Value) => string;
  readonly held: Held;
};

export const openStream = <Value>({ bound, start, cursorOf, held }: StreamDeps<Value>): Stream<Value> => {
  const missedQueue = openQueue<Value>(held);
  const queue = openQueue<Value>(held);
  let lastRead = start;
  let isEnded = false;
  let isCut = false;
  let failure: StreamCode | null = null;
  const stop = (code: StreamCode | null): void => {
    if (isEnded) return;
    isEnded = true;
    failure = code;
    if (code !== null) queue.clear();
    queue.wake();
  };
  /** Also of a stream that has ended and whose last events are still being read: they would be missed silently. */
  const cut = (): void => {
    isCut = true;
    isEnded = true;
    failure ??= 'STREAM_OVERFLOW';
    missedQueue.clear();
    queue.clear();
    queue.wake();
  };
  const isOver = (): boolean => isCut || (isEnded && failure !== 'STREAM_OVERFLOW');
  const take = (from: Queue<Value>): Value | undefined => {
    const value = from.shift();
    if (value !== undefined) lastRead = cursorOf(value);
    return value;
  };
  return {
    push: (waiting) => {
      if (isEnded) return;
      const isFull = queue.count() >= bound.events || queue.size() + waiting.load.characters > bound.bytes;
      if (isFull) stop('STREAM_OVERFLOW');
      else queue.add(waiting);
    },
    end: () => stop(null),
    fail: stop,
    cut,
    size: () => missedQueue.size() + queue.size(),
    async *read(missed) {
      try {
        for await (const batch of missed) {
          for (const each of batch) missedQueue.add(each);
          while (!isOver()) {
            const value = take(missedQueue);
            if (value === undefined) break;
            yield value;
          }
          if (isOver()) break;
        }
        for (;;) {
          const value = take(queue);
          if (value !== undefined) {
            yield value;
            continue;
          }
          if (failure !== null) throw new StreamClosed(failure, lastRead);
          if (isEnded) return;
          await queue.changed();
        }
      } finally {
        missedQueue.clear();
        queue.clear();
      }
    },
  };
};

type Queue<Value> = {
  add(waiting: Waiting<Value>): void;
  shift(): Value | undefined;
  clear(): void;
  count(): number;
  /** In characters. */
  size(): number;
  /** Resolves when something is added, or at `wake`. */
  changed(): Promise<void>;
  wake(): void;
};

const openQueue = <Value>(held: Held): Queue<Value> => {
  const waiting: Waiting<Value>[] = [];
  let characters = 0;
  let notify: (() => void) | null = null;
  const wake = (): void => {
    notify?.();
    notify = null;
  };
  const shift = (): Value | undefined => {
    const next = waiting.shift();
    if (next === undefined) return undefined;
    characters -= next.load.characters;
    held.remove(next.load);
    return next.value;
  };
  return {
    add: (each) => {
      waiting.push(each);
      characters += each.load.characters;
      held.add(each.load);
      wake();
    },
    shift,
    clear: () => {
      while (waiting.length > 0) shift();
    },
    count: () => waiting.length,
    size: () => characters,
    changed: () =>
      new Promise((resolve) => {
        notify = resolve;
      }),
    wake,
  };
};
