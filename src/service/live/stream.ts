// One reader's stream. A reader that keeps up is sent each event at once, without a step of its own; for one that does not,
// events wait in a bounded buffer, in their order. Beyond the bound the stream is closed with the cursor of the last event
// sent, so that nothing is lost and memory stays bounded.
import type { Problem } from '../../domain/problem.ts';
import { messageOf, type StreamCode } from '../../domain/problem-codes/catalogue.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import type { Held, Load } from './held.ts';
import type { Outlet } from './outlet.ts';

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

/** A row on its way to one reader. */
export type Waiting<Row = ReadRow> = { readonly row: Row; readonly load: Load };

/** What a reader is sent of a row. */
export type Made = { readonly made: unknown; readonly cursor: string };

type Parts<Row> = {
  readonly bound: { readonly events: number; readonly bytes: number };
  readonly held: Held;
  readonly outlet: Outlet<unknown>;
  /** The cursor to resume after until something has been sent. */
  readonly start: string;
  /** What the reader gets of a row as of now; null for nothing. */
  readonly make: (row: Row) => Promise<Made | null>;
  /** What it missed comes first, in batches; null when it missed nothing. */
  readonly missed: AsyncGenerator<readonly Waiting<Row>[]> | null;
  /** Called once, when nothing is sent any more. */
  readonly over: () => void;
};

/** A class: there are thousands, and each function of an object of functions would take memory in each. */
export class Stream<Row = ReadRow> {
  readonly #parts: Parts<Row>;
  readonly #missed: Queue<Row>;
  readonly #queue: Queue<Row>;
  #source: Parts<Row>['missed'];
  #sentUpTo: string;
  #failure: StreamCode | null = null;
  /** Takes no further row. */
  #isEnded = false;
  #isCut = false;
  /** Its outlet has been told, or has gone by itself. */
  #isOver = false;
  #isServing = false;
  /** For the client to take what was sent. */
  #isWaiting = false;

  constructor(parts: Parts<Row>) {
    this.#parts = parts;
    this.#missed = new Queue(parts.held);
    this.#queue = new Queue(parts.held);
    this.#source = parts.missed;
    this.#sentUpTo = parts.start;
  }

  /** Reads what it missed, if anything. */
  begin(): void {
    if (this.#source !== null) this.#serve();
  }

  /** Sends what was made for readers who keep up; false when this one does not, and the row has to wait. */
  sendNow(made: unknown, cursor: string): boolean {
    if (this.#isEnded || this.#isServing || this.#isWaiting || this.#source !== null) return this.#isEnded;
    this.#send(made, cursor);
    return true;
  }

  push(waiting: Waiting<Row>): void {
    if (this.#isEnded) return;
    const { events, bytes } = this.#parts.bound;
    const isFull = this.#queue.count() >= events || this.#queue.size() + waiting.load.characters > bytes;
    if (isFull) {
      this.fail('STREAM_OVERFLOW');
      return;
    }
    this.#queue.add(waiting);
    this.#serve();
  }

  /**
   * Ends it with a code. After an overflow what it missed is still read, so that a reader that resumes repeatedly makes
   * progress; any other failure ends it at once (I8).
   */
  fail(code: StreamCode): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#failure = code;
    this.#queue.clear();
    this.#serve();
  }

  /** Ends it as an overflow does, and at once: even what it missed is not read any further. */
  cut(): void {
    this.#isEnded = true;
    this.#isCut = true;
    this.#failure ??= 'STREAM_OVERFLOW';
    this.#missed.clear();
    this.#queue.clear();
    this.#serve();
  }

  /** The client has gone: nothing is said any more. */
  leave(): void {
    this.#isEnded = true;
    this.#finish();
  }

  isOver(): boolean {
    return this.#isOver || this.#isCut || (this.#isEnded && this.#failure !== 'STREAM_OVERFLOW');
  }

  /** What waits for this reader, in characters. */
  size(): number {
    return this.#missed.size() + this.#queue.size();
  }

  #send(made: unknown, cursor: string): void {
    this.#sentUpTo = cursor;
    if (this.#parts.outlet.write(made)) return;
    this.#isWaiting = true;
    this.#parts.outlet.whenTaken(() => {
      this.#isWaiting = false;
      if (this.#hasWork()) this.#serve();
    });
  }

  #serve(): void {
    if (this.#isServing || this.#isWaiting || this.#isOver) return;
    this.#isServing = true;
    this.#run().catch((error: unknown) => this.#end(error));
  }

  async #run(): Promise<void> {
    while (this.#hasWork()) await this.#step();
    // In the same turn as the last look: what is pushed from here on begins anew.
    this.#isServing = false;
  }

  #hasWork(): boolean {
    if (this.#isOver || this.#isWaiting) return false;
    return this.#isEnded || this.#source !== null || this.#missed.count() + this.#queue.count() > 0;
  }

  async #step(): Promise<void> {
    if (this.isOver()) return this.#endByFailure();
    const next = this.#missed.shift() ?? (this.#source === null ? this.#queue.shift() : undefined);
    if (next !== undefined) {
      const made = await this.#parts.make(next.row);
      if (made !== null && !this.isOver()) this.#send(made.made, made.cursor);
    } else if (this.#source === null) {
      this.#endByFailure();
    } else {
      const { value: batch } = await this.#source.next();
      if (batch === undefined) this.#source = null;
      else if (!this.isOver()) for (const each of batch) this.#missed.add(each);
    }
  }

  #endByFailure(): void {
    this.#end(this.#failure === null ? null : new StreamClosed(this.#failure, this.#sentUpTo));
  }

  #end(error: unknown): void {
    this.#isEnded = true;
    if (this.#isOver) return;
    this.#finish();
    this.#parts.outlet.end(error);
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#missed.clear();
    this.#queue.clear();
    this.#parts.over();
    const source = this.#source;
    this.#source = null;
    // Whoever waits for its next batch gets that first.
    source?.return(undefined).catch(() => undefined);
  }
}

const NOTHING: never[] = [];

class Queue<Row> {
  readonly #held: Held;
  /** Made with the first row: most readers keep up, and hold none. */
  #waiting: Waiting<Row>[] = NOTHING;
  #characters = 0;

  constructor(held: Held) {
    this.#held = held;
  }

  add(each: Waiting<Row>): void {
    if (this.#waiting === NOTHING) this.#waiting = [];
    this.#waiting.push(each);
    this.#characters += each.load.characters;
    this.#held.add(each.load);
  }

  shift(): Waiting<Row> | undefined {
    const next = this.#waiting.length === 0 ? undefined : this.#waiting.shift();
    if (next === undefined) return undefined;
    this.#characters -= next.load.characters;
    this.#held.remove(next.load);
    return next;
  }

  clear(): void {
    while (this.shift() !== undefined);
  }

  count(): number {
    return this.#waiting.length;
  }

  /** In characters. */
  size(): number {
    return this.#characters;
  }
}
