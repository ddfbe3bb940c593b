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
};

const OF_RIGHTS =
  /^(?:(?:member|community|person|key|credential|endpoint|range|hold|retention)\.|warning\.(?:recalled|narrowed)$)/;
/** Acts of these kinds that change no right. */
const NO_RIGHTS: ReadonlySet<string> = new Set([
  'member.reminded',
  'person.exported',
  'endpoint.retried',
  'retention.applied',
]);

export const isJournaled = ({ event }: Pick<ActLine, 'event'>): boolean =>
  OF_RIGHTS.test(event) && !NO_RIGHTS.has(event);

export const journalLineOf = (
  { id, event, at }: Pick<ActLine, 'id' | 'event' | 'at'>,
  rows: readonly RightsRow[],
): JournalLine => ({ act: id, event, at: at.toISOString(), rows });

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRow = (row: unknown): row is RightsRow =>
  isRecord(row) && isText(row['stored']) && isText(row['id']) && isRecord(row['fields']);

/** A line as it was written, from its parsed JSON; null where it is none. */
export const journalLineIn = (value: unknown): JournalLine | null => {
  if (!isRecord(value)) return null;
  const { act, event, at, rows } = value;
  const isWhole =
    isText(act) &&
    isText(event) &&
    isText(at) &&
    !Number.isNaN(Date.parse(at)) &&
    Array.isArray(rows) &&
    rows.every(isRow);
  return isWhole ? (value as unknown as JournalLine) : null;
};

/** The last word about each row; lines of several journals may come in any order. */
export const lastWords = (lines: readonly JournalLine[]): RightsRow[] => {
  const last = new Map<string, RightsRow>();
  const inOrder = lines.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { rows } of inOrder) for (const row of rows) last.set(`${row.stored} ${row.id}`, row);
  return [...last.values()];
};
