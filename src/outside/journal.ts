// The journal of what takes rights or data away, in a file of the data directory: one JSON line for each act, on the disk
// before the act is answered. Several processes append to it, each line in one write.
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { JournalLine } from '../domain/backup/journal.ts';
import type { Log } from './log.ts';
import { type Replacing, readBoth, replaceFile } from './replaced-file.ts';

export type Journal = {
  /** Where it is kept. */
  readonly file: string;
  /** Resolves when the line is on the disk, or is kept for another attempt: the act has been done either way. */
  append(line: JournalLine): Promise<void>;
  /** What was added since it ended there, in bytes; empty when there is none yet. */
  readFrom(start: number): Promise<{ readonly text: string; readonly end: number }>;
  /** Puts a shorter text in its place (replaced-file.ts); whether it did. */
  replace(replacing: Replacing): Promise<boolean>;
  /** How many lines wait for a disk that takes them. */
  unwritten(): number;
  /** Writes what waits, once more. */
  close(): Promise<void>;
};

const RETRY_MS = 5_000;

/** By the name of the database, since several hubs may share a data directory in tests and rehearsals. */
export const journalFile = (dataDirectory: string, database: string): string =>
  path.join(dataDirectory, 'journal', `${database.replaceAll(/[^\w.-]/g, '_')}.jsonl`);

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** With what was left of it where it was being replaced; null when there is none. */
export const readJournal = (file: string): Promise<string | null> => readBoth(file);

/** What was added to it since it was this long, in bytes, to the end of the last whole line, and how long it is there. */
const readFrom = async (
  file: string,
  { start, ino }: { readonly start: number; readonly ino: number | null },
): Promise<{ readonly text: string; readonly end: number; readonly ino: number | null }> => {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });
  if (handle === null) return { text: '', end: 0, ino: null };
  try {
    const { size, ino: now } = await handle.stat();
    // Another one was put in its place.
    const from = size < start || now !== ino ? 0 : start;
    const bytes = Buffer.alloc(size - from);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    const end = bytes.subarray(0, bytesRead).lastIndexOf(10) + 1;
    return { text: bytes.subarray(0, end).toString('utf8'), end: from + end, ino: now };
  } finally {
    await handle.close();
  }
};

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
};

export const openJournal = (file: string, log: Log): Journal => {
  let waiting: string[] = [];
  let underWay: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  /** The file that was read last. */
  let ino: number | null = null;

  const flush = async (): Promise<void> => {
    const lines = waiting;
    if (lines.length === 0) return;
    waiting = [];
    clearTimeout(retry);
    try {
      await write(file, lines.join(''));
    } catch (error) {
      waiting = [...lines, ...waiting];
      log.error({ err: error, lines: waiting.length }, 'the journal cannot be written; it tries again');
      retry = setTimeout(() => void queued(), RETRY_MS);
      retry.unref();
    }
  };
  /** One write after the other, so that lines stay in order. */
  const queued = (): Promise<void> => {
    underWay = underWay.then(flush);
    return underWay;
  };
  return {
    file,
    append: (line) => {
      waiting.push(`${JSON.stringify(line)}\n`);
      return queued();
    },
    readFrom: async (start) => {
      const read = await readFrom(file, { start, ino });
      ino = read.ino;
      return { text: read.text, end: read.end };
    },
    replace: async (replacing) => {
      await underWay;
      return replaceFile(file, replacing);
    },
    unwritten: () => waiting.length,
    close: async () => {
      await queued();
      clearTimeout(retry);
    },
  };
};

/** For a hub whose acts need no journal: a restore that is under way, and tests. */
export const noJournal: Journal = {
  file: '',
  append: () => Promise.resolve(),
  readFrom: () => Promise.resolve({ text: '', end: 0 }),
  replace: () => Promise.resolve(false),
  unwritten: () => 0,
  close: () => Promise.resolve(),
};
