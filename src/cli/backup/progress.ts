// Progress of a backup or restore, with rate and time left: one line that is rewritten on a terminal, a new one every few
// seconds elsewhere.
import { tell, tellInPlace } from '../terminal/output.ts';

export type ByteProgress = {
  /** So many bytes of `total` are done; a total of 0 is not known. */
  at(done: number, total: number): void;
  stop(): void;
};

const TERMINAL_MS = 200;
const LINE_MS = 5_000;
const MEGABYTE = 1_000_000;

export const megabytes = (bytes: number): string =>
  bytes < MEGABYTE ? '<1 MB' : `${Math.round(bytes / MEGABYTE)} MB`;

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

export const openByteProgress = (what: string): ByteProgress => {
  const isTerminal = process.stderr.isTTY;
  const startedAt = performance.now();
  let saidAt = isTerminal ? 0 : startedAt;
  return {
    at: (done, total) => {
      const now = performance.now();
      if (now - saidAt < (isTerminal ? TERMINAL_MS : LINE_MS)) return;
      saidAt = now;
      const seconds = Math.max(0.001, (now - startedAt) / 1_000);
      // The first bytes wait for the database: what they took says nothing of the rest.
      const isTelling = total > done && (done >= total / 20 || seconds > 60);
      const left = isTelling ? `, about ${duration((seconds * (total - done)) / done)} left` : '';
      const of = total > 0 ? ` of ${megabytes(total)}` : '';
      const line = `${what}: ${megabytes(done)}${of}, ${(done / MEGABYTE / seconds).toFixed(0)} MB/s${left}`;
      if (isTerminal) tellInPlace(line);
      else tell(line);
    },
    stop: () => {
      if (isTerminal) tellInPlace('');
    },
  };
};
