// One reader's bounded buffer: items are read in the order they are pushed. Beyond the bound the stream is closed
// with the cursor of the last item read, so that nothing is lost and memory stays bounded.
import type { Problem } from '../../domain/problem.ts';
import { messageOf, type StreamCode } from '../../domain/problem-codes/catalogue.ts';

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

export type Stream<Value> = {
  push(value: Value, bytes: number): void;
  end(): void;
  fail(code: StreamCode): void;
  /** Missed items come first; pushed ones wait. */
  read(missed: AsyncIterable<Value>): AsyncGenerator<Value>;
};

export const openStream = <Value>(
  bound: { readonly events: number; readonly bytes: number },
  start: string,
  cursorOf: (value: Value) => string,
): Stream<Value> => {
  const waiting: { value: Value; bytes: number }[] = [];
  let held = 0;
  let lastRead = start;
  let isEnded = false;
  let failure: StreamCode | null = null;
  let notify: (() => void) | null = null;
  const signal = (): void => {
    notify?.();
    notify = null;
  };
  const stop = (code: StreamCode | null): void => {
    if (isEnded) return;
    isEnded = true;
    failure = code;
    if (code !== null) {
      waiting.length = 0;
      held = 0;
    }
    signal();
  };
  return {
    push: (value, bytes) => {
      if (isEnded) return;
      if (waiting.length >= bound.events || held + bytes > bound.bytes) {
        stop('STREAM_OVERFLOW');
        return;
      }
      waiting.push({ value, bytes });
      held += bytes;
      signal();
    },
    end: () => stop(null),
    fail: (code) => stop(code),
    async *read(missed) {
      for await (const value of missed) {
        // After an overflow the buffer is still drained, so that a reader that resumes repeatedly makes progress; any
        // other failure ends the stream at once (I8).
        if (isEnded && failure !== 'STREAM_OVERFLOW') break;
        lastRead = cursorOf(value);
        yield value;
      }
      for (;;) {
        const next = waiting.shift();
        if (next !== undefined) {
          held -= next.bytes;
          lastRead = cursorOf(next.value);
          yield next.value;
          continue;
        }
        if (failure !== null) throw new StreamClosed(failure, lastRead);
        if (isEnded) return;
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
  };
};
