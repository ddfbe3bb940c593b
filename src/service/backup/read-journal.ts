// The journals that the operator names, as lines.
import path from 'node:path';
import { BackupFault } from '../../domain/backup/backup.ts';
import { type JournalLine, journalLineIn } from '../../domain/backup/journal.ts';
import { problem } from '../../domain/problem.ts';
import { readJournal } from '../../outside/journal.ts';

export type ReadJournal = {
  readonly file: string;
  readonly lines: readonly JournalLine[];
  /** What is there of a last line without an end: it was cut off while it was written or copied, and is left out. */
  readonly cutOff: string | null;
};

/**
 * Reads them all; those of one name are of one hub, whose processes each keep one.
 * Throws a BackupFault for another line that is not what was written, where one that is named is not there, and where there is no line at all.
 */
export const readJournals = async (files: readonly string[]): Promise<ReadJournal[][]> => {
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readJournal(file) })));
  // One that is named and not there would leave out what its hub has taken.
  const missing = texts.filter(({ text }) => text === null).map(({ file }) => file);
  if (missing.length > 0 || texts.every(({ text }) => text === '')) {
    const named = missing.length > 0 ? missing : files;
    throw new BackupFault(
      problem(
        'JOURNAL_MISSING',
        '$.journal',
        `There is no journal (${named.join(', ')}): what was revoked or erased since the backup would be valid again.`,
        'Name the journals of all hubs with --journal, or say --without-journal.',
      ),
    );
  }
  const ofHubs = Map.groupBy(texts, ({ file }) => path.basename(file));
  return [...ofHubs.values()].map((each) => each.map(({ file, text }) => journalOf(file, text ?? '')));
};

const journalOf = (file: string, text: string): ReadJournal => {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  return { file, lines: linesOf(file, lines), cutOff: rest === '' ? null : rest };
};

const linesOf = (file: string, lines: readonly string[]): JournalLine[] =>
  lines.map((line, index) => {
    const read = journalLineIn(parsed(line));
    if (read !== null) return read;
    throw new BackupFault(
      problem(
        'JOURNAL_DAMAGED',
        '$.journal',
        `Line ${index + 1} of ${file} is not what was written.`,
        'Take the journal of another hub, or remove the line and do that act again after the restore.',
      ),
    );
  });

/** Whole lines only; null where one is not what was written. */
export const journalLinesIn = (text: string): JournalLine[] | null => {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  lines.pop();
  const read = lines.map((line) => journalLineIn(parsed(line)));
  return read.every((line) => line !== null) ? read : null;
};

export const journalText = (lines: readonly JournalLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
