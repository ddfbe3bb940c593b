// Replaces a file to which several processes append by a shorter one. Whoever opened it before appends to the former file: that
// stays under a name of its own until nobody does, and is taken over then. Wherever it is interrupted, both together hold all.
import { link, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

const formerOf = (file: string): string => `${file}.former`;

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** What `act` gives; null where there is no such file. */
const unlessAbsent = async <Value>(act: Promise<Value>): Promise<Value | null> =>
  act.catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  });

const textOf = (file: string): Promise<string | null> => unlessAbsent(readFile(file, 'utf8'));

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/** The file, before it what the former file holds where one is left; null where there is neither. */
export const readBoth = async (file: string): Promise<string | null> => {
  const is = await unlessAbsent(stat(file));
  const was = await unlessAbsent(stat(formerOf(file)));
  const isApart = was !== null && was.ino !== is?.ino;
  const former = isApart ? await textOf(formerOf(file)) : null;
  const text = await textOf(file);
  return former === null && text === null ? null : wholeLines(former ?? '') + (text ?? '');
};

export type Replacing = {
  /** The text in place of this one; null to leave it. */
  readonly shorter: (text: string) => string | null;
  /** What the file lacks of the former one. */
  readonly missing: (text: string, former: string) => string;
  /** A file with less than this is left alone. */
  readonly fromBytes: number;
  /** How long nobody may have touched the former file before it is taken over. */
  readonly quietMs: number;
};

/** Whether it was replaced. */
export const replaceFile = async (
  file: string,
  { shorter, missing, fromBytes, quietMs }: Replacing,
): Promise<boolean> => {
  if (!(await takeFormer(file, missing, quietMs))) return false;
  if (((await unlessAbsent(stat(file)))?.size ?? 0) < fromBytes) return false;
  const next = shorter(wholeLines((await textOf(file)) ?? ''));
  if (next === null) return false;
  const isFirst = await link(file, formerOf(file)).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    },
  );
  // Another process of this directory is about it.
  if (!isFirst) return false;
  await writeWhole(`${file}.new`, next);
  await rename(`${file}.new`, file);
  await synced(path.dirname(file));
  return true;
};

/** False while somebody may still append to the former file, or replaces the file now. */
const takeFormer = async (file: string, missing: Replacing['missing'], quietMs: number): Promise<boolean> => {
  const former = formerOf(file);
  const was = await unlessAbsent(stat(former));
  if (was === null) return true;
  if (Date.now() - was.ctimeMs < quietMs) return false;
  // Where both are one, it was interrupted before it was replaced.
  const isOne = (await unlessAbsent(stat(file)))?.ino === was.ino;
  const lines = isOne ? '' : missing((await textOf(file)) ?? '', wholeLines((await textOf(former)) ?? ''));
  if (lines !== '') await writeWhole(file, lines, 'a');
  await unlink(former);
  return true;
};

const writeWhole = async (file: string, text: string, flags: 'w' | 'a' = 'w'): Promise<void> => {
  const handle = await open(file, flags, 0o600);
  try {
    await handle.writeFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
};

const synced = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
