// Until when a journal goes, held against the backup that it is to complete. Each backup leaves its mark in the journal, so
// that one that was cut off or copied before is told from one in whose time nothing was taken.
import type { BackupHead } from './backup.ts';
import type { JournalLine } from './journal.ts';

export type JournalEnd = {
  readonly file: string;
  /** ISO 8601, of its newest line; null where it has none. */
  readonly until: string | null;
  /**
   * BACKUP: it has the mark of the backup, or something newer. BEFORE: it has not. UNKNOWN: it has not, and the backup is of a
   * release that left no mark.
   */
  readonly reach: 'BACKUP' | 'BEFORE' | 'UNKNOWN';
  /** The kind of act of a last line that was cut off, empty where that cannot be read any more; null where the last line is whole. */
  readonly cutOff: string | null;
};

type Read = {
  readonly file: string;
  readonly lines: readonly JournalLine[];
  readonly cutOff: string | null;
};

export const endOf = (
  { file, lines, cutOff }: Read,
  { id, madeAt, isMarked }: Pick<BackupHead, 'id' | 'madeAt' | 'isMarked'>,
): JournalEnd => {
  const newest = lines.reduce((last, { at }) => Math.max(last, Date.parse(at)), Number.NEGATIVE_INFINITY);
  const isThere = newest >= Date.parse(madeAt) || lines.some(({ backup }) => backup === id);
  return {
    file,
    until: lines.length === 0 ? null : new Date(newest).toISOString(),
    reach: isThere ? 'BACKUP' : isMarked === true ? 'BEFORE' : 'UNKNOWN',
    cutOff: cutOff === null ? null : (/"event":"([a-z.-]+)"/.exec(cutOff)?.[1] ?? ''),
  };
};

export const untilOf = ({ until }: Pick<JournalEnd, 'until'>): string =>
  until === null ? 'has no whole line' : `goes until ${until}`;

const OF_REACH = {
  BACKUP: [],
  BEFORE: [
    'It ends before the backup: revoke and erase again what was revoked and erased since, where no other journal has it.',
  ],
  UNKNOWN: [
    'Nothing in it is as new as the backup, whose release left no mark there: make sure that it is the newest one.',
  ],
} as const satisfies Record<JournalEnd['reach'], readonly string[]>;

/** For the operator. */
export const endInWords = (end: JournalEnd): string[] => [
  `The journal ${end.file} ${untilOf(end)}.`,
  ...OF_REACH[end.reach],
  ...(end.cutOff === null ? [] : [cutOffInWords(end.cutOff)]),
];

const cutOffInWords = (event: string): string =>
  `Its last line is cut off and left out${event === '' ? '' : ` (${event})`}: what that act revoked or erased may be valid again, where no other journal has it. Do it again.`;
