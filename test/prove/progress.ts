// What a run of the proof has done so far, kept per commit and seed, so that an interrupted run goes on where it ended.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChunkResult } from './suite.ts';

export type DoneChunk = ChunkResult & { readonly seconds: number };

/** Finished chunks by suite id and number. */
type Done = Record<string, Record<string, DoneChunk>>;

export type Progress = {
  /** By number. */
  done(suite: string): ReadonlyMap<number, DoneChunk>;
  keep(suite: string, chunk: number, result: DoneChunk): void;
  forget(suites: readonly string[]): void;
};

const read = (file: string): Done =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Done) : {};

/** `tree` names the commit, and uncommitted changes where there are any. */
export const openProgress = (folder: string, tree: string, seed: number): Progress => {
  const file = path.join(folder, `${tree}-${seed}.json`);
  const done = read(file);
  const write = (): void => {
    mkdirSync(folder, { recursive: true });
    // Renamed into place, so that a run that is killed here leaves a whole file.
    writeFileSync(`${file}.new`, JSON.stringify(done));
    renameSync(`${file}.new`, file);
  };
  return {
    done: (suite) =>
      new Map(Object.entries(done[suite] ?? {}).map(([chunk, result]) => [Number(chunk), result])),
    keep: (suite, chunk, result) => {
      done[suite] = { ...done[suite], [chunk]: result };
      write();
    },
    forget: (suites) => {
      for (const suite of suites) delete done[suite];
      if (Object.keys(done).length === 0) rmSync(file, { force: true });
      else write();
    },
  };
};

export type Sum = {
  readonly counted: number;
  readonly failures: readonly string[];
  /** The highest of all chunks, by name. */
  readonly figures: ReadonlyMap<string, number>;
  readonly seconds: number;
};

export const sumOf = (chunks: Iterable<DoneChunk>): Sum => {
  const all = [...chunks];
  const figures = new Map<string, number>();
  for (const chunk of all)
    for (const [name, figure] of Object.entries(chunk.figures ?? {}))
      figures.set(name, Math.max(figures.get(name) ?? Number.NEGATIVE_INFINITY, figure));
  return {
    counted: all.reduce((sum, { counted }) => sum + counted, 0),
    failures: all.flatMap(({ failures }) => failures),
    figures,
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
  };
};

/** In words; null before anything was measured. */
export const timeLeft = (done: Iterable<DoneChunk>, chunksLeft: number): string | null => {
  const all = [...done];
  if (all.length === 0) return null;
  const minutes = (sumOf(all).seconds / all.length / 60) * chunksLeft;
  if (minutes < 1) return 'less than a minute left';
  if (minutes < 90) return `about ${Math.round(minutes)} min left`;
  return `about ${(minutes / 60).toFixed(1)} h left`;
};
