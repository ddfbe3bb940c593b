// Progress of an import: a bar with rate and time left on a terminal, a plain line every few seconds elsewhere.
import { Presets, SingleBar } from 'cli-progress';
import { tell } from '../terminal/output.ts';

export type Progress = {
  /** `by` more are done. */
  step(by?: number): void;
  stop(): void;
};

const LINE_MS = 3_000;

export const openProgress = (total: number): Progress =>
  process.stderr.isTTY ? barOf(total) : linesOf(total);

const barOf = (total: number): Progress => {
  const startedAt = performance.now();
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total}  {rate}/s  {eta_formatted} left',
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { rate: '-' });
  let done = 0;
  return {
    step: (by = 1) => {
      done += by;
      bar.update(done, { rate: rateOf(done, startedAt) });
    },
    stop: () => bar.stop(),
  };
};

const linesOf = (total: number): Progress => {
  const startedAt = performance.now();
  let saidAt = startedAt;
  let done = 0;
  return {
    step: (by = 1) => {
      done += by;
      const now = performance.now();
      if (now - saidAt < LINE_MS || done === total) return;
      saidAt = now;
      const left = Math.ceil(((now - startedAt) / done) * (total - done) * 0.001);
      tell(`${done} of ${total}, ${rateOf(done, startedAt)}/s, about ${left} s left`);
    },
    stop: () => undefined,
  };
};

const rateOf = (done: number, startedAt: number): string =>
  (done / Math.max(0.001, (performance.now() - startedAt) / 1_000)).toFixed(1);
