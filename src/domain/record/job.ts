// Why a job failed, without content: the kind of error, its code, and the line of our own source. Error messages may
// quote a warning, so they are never kept.

export type JobCause = {
  /** Name of the error, or `POISON` for a job that never finishes. */
  readonly kind: string;
  readonly code?: string;
  /** File and line of our own source, such as `src/service/pipeline/target-warning.ts:24`. */
  readonly place?: string;
};

export const POISON = 'POISON';

const FRAME = /^\s+at .*?\b((?:src|workers|packages)\/[\w./-]+\.ts:\d+):\d+\)?$/m;
const WORD = /^[\w-]{1,60}$/;

const codeOf = (error: Error): string | undefined => {
  const code = 'code' in error ? String(error.code) : '';
  return WORD.test(code) ? code : undefined;
};

export const causeOf = (error: unknown): JobCause => {
  if (!(error instanceof Error)) return { kind: 'failure' };
  const code = codeOf(error);
  const place = FRAME.exec(error.stack ?? '')?.[1];
  return {
    kind: WORD.test(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    ...(place === undefined ? {} : { place }),
  };
};

/** One plain sentence for the hub's operator. */
export const causeInWords = ({ kind, code }: JobCause): string => {
  if (kind === POISON) return 'The worker ended or was killed each time it ran this job.';
  if (code === '11000') return 'Two writers repeatedly took the same key.';
  if (/^Mongo(Network|ServerSelection|NotConnected|TopologyClosed|PoolCleared)/.test(kind))
    return 'MongoDB could not be reached.';
  if (kind.startsWith('Mongo')) return 'MongoDB refused a read or a write.';
  if (kind === 'SyntaxError') return 'Stored data could not be parsed.';
  if (['TypeError', 'RangeError', 'ReferenceError'].includes(kind)) return 'This is a bug in Tocsin.';
  return 'The job threw an error that is not explained here; see the log.';
};
