// The journal of rights. It is kept apart from the database, so that a restore, which goes back in time, does not give back
// what was taken since. Each line says which rights the subjects of an act had after it; only the last word about a subject
// counts, and a restore only takes. It holds ids, states and lists of names of rights; never content, never a secret. What
// keeps things from being removed (holds, longer times) is in it too: a restore takes from the hub the right to remove them.
import type { ActLine } from '../record/act-line.ts';

/** A stored row, with the fields that say what it may do. */
export type RightsRow = {
  /** The name of the collection in the database. */
  readonly stored: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type JournalLine = {
  /** Id of the line of the audit trail. */
  readonly act: string;
  readonly event: string;
  /** ISO 8601. */
  readonly at: string;
  readonly rows: readonly RightsRow[];
  /** Of a mark: the backup that was made then (journal-end.ts). */
  readonly backup?: string;
};

/** A backup leaves its mark: by it a journal that ends before the backup is known. */
const MARK = 'hub.backed-up';

const OF_RIGHTS =
  /^(?:(?:member|community|person|key|credential|endpoint|subscription|range|hold|retention)\.|warning\.(?:recalled|narrowed)$)/;
/** Acts of these kinds that change no right. */
const NO_RIGHTS: ReadonlySet<string> = new Set([
  'member.reminded',
  'person.exported',
  'endpoint.retried',
  'subscription.created',
  'retention.applied',
]);

export const isJournaled = ({ event }: Pick<ActLine, 'event'>): boolean =>
  event === MARK || (OF_RIGHTS.test(event) && !NO_RIGHTS.has(event));

export const journalLineOf = (
  { id, event, at, subject }: Pick<ActLine, 'id' | 'event' | 'at' | 'subject'>,
  rows: readonly RightsRow[],
): JournalLine => ({
  act: id,
  event,
  at: at.toISOString(),
  rows,
  ...(event === MARK && subject !== null ? { backup: subject } : {}),
});

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRow = (row: unknown): row is RightsRow =>
  isRecord(row) && isText(row['stored']) && isText(row['id']) && isRecord(row['fields']);

/** A line as it was written, from its parsed JSON; null where it is none. */
export const journalLineIn = (value: unknown): JournalLine | null => {
  if (!isRecord(value)) return null;
  const { act, event, at, rows, backup } = value;
  const isWhole =
    isText(act) &&
    isText(event) &&
    isText(at) &&
    !Number.isNaN(Date.parse(at)) &&
    Array.isArray(rows) &&
    rows.every(isRow) &&
    (backup === undefined || isText(backup));
  return isWhole ? (value as unknown as JournalLine) : null;
};

/** The last word about each row; lines of several journals may come in any order. */
export const lastWords = (lines: readonly JournalLine[]): RightsRow[] => {
  const last = new Map<string, RightsRow>();
  const inOrder = lines.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { rows } of inOrder) for (const row of rows) last.set(`${row.stored} ${row.id}`, row);
  return [...last.values()];
};

/** The line of a journal that was made shorter: what was done up to its act has had its line. */
const COMPACTED = 'journal.compacted';

/** The id up to which acts have had their lines, also where those are gone since; null in a journal that was never shortened. */
export const throughIn = (text: string): string | null =>
  [...text.matchAll(/"act":"(act--[0-9a-f]+)","event":"journal\.compacted"/g)].at(-1)?.[1] ?? null;

const wordOf = ({ stored, id }: RightsRow): string => `${stored} ${id}`;

/** By row: which line has its last word; lines of one instant count as they stand. */
const lastLines = (lines: readonly JournalLine[]): ReadonlyMap<string, JournalLine> => {
  const last = new Map<string, JournalLine>();
  for (const line of lines)
    for (const row of line.rows)
      if ((last.get(wordOf(row))?.at ?? '') <= line.at) last.set(wordOf(row), line);
  return last;
};

/**
 * The same last words in fewer lines, each still with its own time, so that a restore to any instant takes the same. Lines of
 * acts from `through` on stay whole: they may be looked for again.
 */
export const compacted = (lines: readonly JournalLine[], through: string, at: Date): JournalLine[] => {
  const last = lastLines(lines);
  const kept = lines.flatMap((line): JournalLine[] => {
    if (line.event === COMPACTED) return [];
    if (line.act >= through) return [line];
    const rows = line.rows.filter((row) => last.get(wordOf(row)) === line);
    return rows.length === 0 ? [] : [{ ...line, rows }];
  });
  return [{ act: through, event: COMPACTED, at: at.toISOString(), rows: [] }, ...kept];
};

/**
 * The lines of a former file that say something newer than the file in its place: also the same word of a later instant, since
 * a clock that was set back may have had another word said between.
 */
export const missingIn = (lines: readonly JournalLine[], former: readonly JournalLine[]): JournalLine[] => {
  const last = lastLines(lines);
  const wordIn = (line: JournalLine | undefined, row: RightsRow): string =>
    JSON.stringify(line?.rows.filter((each) => wordOf(each) === wordOf(row)).at(-1) ?? null);
  return former.filter((line) =>
    line.rows.some((row) => {
      const known = last.get(wordOf(row));
      const at = known?.at ?? '';
      return at < line.at || (at === line.at && wordIn(known, row) !== wordIn(line, row));
    }),
  );
};
