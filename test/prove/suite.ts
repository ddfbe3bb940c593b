/** What one chunk of a suite found. */
export type ChunkResult = {
  /** Comparisons, requests, kills or samples that were made. */
  readonly counted: number;
  /** One line for each failure, with what is needed to see it again. */
  readonly failures: readonly string[];
  /** Further figures of the chunk by name, for example `worst turn ms`; the table shows the highest of all chunks. */
  readonly figures?: Readonly<Record<string, number>>;
};

export type ChunkOptions = {
  /** Counts from 0. */
  readonly chunk: number;
  /** The chunk's own seed, made from the run's seed and the chunk's number. */
  readonly seed: number;
  readonly say: (line: string) => void;
};

/**
 * A long suite of `npm run prove`: a file `test/prove/suites/<name>.ts` that exports it as `suite`. It is divided into
 * chunks, each a few minutes at most, so that an interrupted run goes on where it ended. A chunk starts what it needs (hubs,
 * workers, servers) and closes it.
 */
export type Suite = {
  /** `T1`, `T2` … or a name of its own. */
  readonly id: string;
  /** What holds when nothing fails, in one sentence. */
  readonly promise: string;
  readonly chunks: number;
  /** Nothing in it is judged by time or memory, so that its chunks may run beside each other. */
  readonly mayOverlap?: boolean;
  readonly runChunk: (options: ChunkOptions) => Promise<ChunkResult>;
};
