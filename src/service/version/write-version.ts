// Writes one version of a warning, whole or not at all: object rows, the warning, its feed rows, a single entry, and
// the idempotency answer, in one transaction acknowledged by a majority and journalled (I14).

import type { StoredGrade } from '../../domain/grade/effective-grade.ts';
import { wordsFound } from '../../domain/likeness/words.ts';
import type { Event } from '../../domain/record/entry.ts';
import { endOfIndicator } from '../../domain/retention/end-of-indicator.ts';
import { endOf, isEndTold } from '../../domain/retention/end-of-warning.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Hub } from '../../hub.ts';
import { type AccessClass, accessClassOf } from '../../policy/access-class.ts';
import type { ObjectId, Session } from '../../store/connect.ts';
import type { VersionKey } from '../../store/content/content-cache.ts';
import { contentText } from '../../store/content/stored-content.ts';
import { textsFoundBy } from '../../store/feed/texts-found-by.ts';
import { EVERY_SECTOR, type FeedRow, REAL } from '../../store/feed.ts';
import type { AnswerRow } from '../../store/idempotency.ts';
import { bytesOf, type ObjectRow } from '../../store/objects.ts';
import { type Content, rowId, type WarningRow } from '../../store/warnings.ts';
import { digestOf, newEntry, precedenceOf } from '../record/append-entry.ts';
import type { Fresh, Placement } from './place-objects.ts';

/** What the record and the store keep of a version besides what is shown. */
export type RecordFacts = {
  readonly event: Event;
  /** The key that makes it the same advisory as others, or null. */
  readonly thing: string | null;
  /** For imports: fingerprint of what matters to a reader. */
  readonly fingerprint: string | null;
  /** Digest of the text it was imported from. */
  readonly sourceDigest: string | null;
  /** For imports: the version that the text states of itself. */
  readonly sourceVersion?: string;
  readonly isQuiet: boolean;
};

export type VersionToWrite = {
  readonly content: Content;
  /** Its effective grade, as far as it can be judged now. */
  readonly grade: StoredGrade;
  readonly placement: Placement;
  /** What it is found by besides its texts. */
  readonly terms: readonly string[];
  readonly record: RecordFacts;
  readonly previous: WarningRow | null;
  readonly answer: Omit<AnswerRow, 'at'> | null;
  /** What else is written in its transaction. */
  readonly also?: (session: Session) => Promise<void>;
  /** Other items that are written with it, such as the notice to those who lose a warning that was narrowed. */
  readonly beside?: readonly VersionToWrite[];
};

export type Written = 'WRITTEN' | 'TAKEN' | 'NOT_HEAD';

type Deps = Pick<
  Hub,
  | 'accessClasses'
  | 'database'
  | 'objects'
  | 'warnings'
  | 'feed'
  | 'entries'
  | 'answers'
  | 'contents'
  | 'clock'
  | 'entropy'
>;

/** TAKEN: a concurrent writer took a unique key; read and decide again. NOT_HEAD: there is a newer version. */
export const writeVersion = async (hub: Deps, version: VersionToWrite): Promise<Written> => {
  const all = [version, ...(version.beside ?? [])].map((each) => ({
    ...each,
    text: contentText(each.content),
  }));
  for (const { content } of all) await hub.accessClasses.keep(accessClassOf(content.access));
  const outcome = await hub.database.transactionUnlessTaken(async (session): Promise<Written> => {
    for (const each of all) if (!(await writeOne(hub, each, session))) return 'NOT_HEAD';
    return 'WRITTEN';
  });
  // Its publisher's next publication asks for it (recent-versions.ts), and readers do.
  if (outcome === 'WRITTEN') for (const { content, text } of all) hub.contents.put(keyOf(content), text);
  return outcome ?? 'TAKEN';
};

const keyOf = ({ summary }: Content): VersionKey => ({ warning: summary.id, version: summary.version });

/** With the text of its content, as it is stored. */
type InText = VersionToWrite & { readonly text: string };

/** False when there is a newer version. */
const writeOne = async (hub: Deps, version: InText, session: Session): Promise<boolean> => {
  const { summary, access } = version.content;
  const { text } = version;
  const at = hub.clock.now();
  const warning = warningRow(version, at);
  const subject = { warning: summary.id, version: summary.version };
  const isHead = await hub.warnings.insertVersion(warning, version.previous?.version ?? null, session);
  if (!isHead) return false;
  const texts = await insertObjects(hub, version.placement.fresh, at, session);
  const digest = digestOf([text, ...texts]);
  const entry = newEntry(hub, {
    event: version.record.event,
    subject,
    exercise: access.exercise,
    digest,
    precedence: precedenceOf(version.content, version.grade),
  });
  await hub.objects.link(summary.id, summary.version, version.placement.held, session);
  await hub.feed.insert(feedRows(version, text, accessClassOf(access), entry._id), session);
  await hub.entries.append([entry], session);
  if (version.answer !== null) await hub.answers.keep({ ...version.answer, at }, session);
  await version.also?.(session);
  return true;
};

const warningRow = ({ content, text, grade, record, previous }: InText, at: Date): WarningRow => ({
  _id: rowId(content.summary.id, content.summary.version),
  warning: content.summary.id,
  version: content.summary.version,
  isHead: true,
  publisher: content.access.publisher,
  thing: record.thing,
  fingerprint: record.fingerprint,
  ...(record.sourceDigest === null ? {} : { source: record.sourceDigest }),
  ...(record.sourceVersion === undefined ? {} : { sourceVersion: record.sourceVersion }),
  content: text,
  isQuiet: record.isQuiet,
  endsAt: endOf(content.summary, at),
  ...(isEndTold(content.summary, record.isQuiet) ? { isEndDue: true as const } : {}),
  ...(previous?.firstSequence === undefined ? {} : { firstSequence: previous.firstSequence }),
  at,
  ...grade,
});

/** Returns the texts of the objects, for the record's commitment. */
const insertObjects = async (
  hub: Deps,
  fresh: readonly Fresh[],
  at: Date,
  session: Session,
): Promise<string[]> => {
  const texts: string[] = [];
  const rowsOf = (from: number, to: number): ObjectRow[] =>
    fresh.slice(from, to).map(({ row, object }, index) => {
      const text = JSON.stringify(object);
      texts[from + index] = text;
      const ending = object.type === 'indicator' ? { endsAt: endOfIndicator(object, at) } : {};
      return { ...row, ...ending, body: bytesOf(text) };
    });
  await hub.objects.insert(fresh.length, rowsOf, session);
  return texts;
};

const feedRows = (
  version: VersionToWrite,
  content: string,
  accessClass: AccessClass,
  entry: ObjectId,
): FeedRow[] => {
  const { summary, access } = version.content;
  const shared = {
    entry,
    warning: summary.id,
    version: summary.version,
    exercise: access.exercise ?? REAL,
    tokens: [...accessClass.tokens],
    access: accessClass.id,
    kind: summary.kind,
    severity: summary.severity,
    countries: [...summary.countriesConcerned],
    words: wordsFound(textsFoundBy(summary), version.terms),
    isFoundByObjects: true as const,
    thing: version.record.thing,
    isQuiet: version.record.isQuiet,
    isCancelled: summary.messageType === 'CANCEL',
    ...(summary.recall === undefined ? {} : { isRecall: true as const }),
    content,
    ...version.grade,
  };
  const sectors = new Set([EVERY_SECTOR, ...summary.sectorsConcerned.flatMap(sectorAndAncestors)]);
  return [...sectors].map((sector) => ({
    _id: `${summary.id}.${summary.version}.${sector}`,
    sector,
    ...shared,
  }));
};
