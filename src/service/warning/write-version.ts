// One version of a warning, written whole or not at all: object rows, the warning, its feed rows, one entry for all of
// it, and the idempotency answer, in one transaction acknowledged by a majority and journalled (I14).
import type { Event } from '../../domain/entry.ts';
import { wordsOf } from '../../domain/likeness/words.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import type { Hub } from '../../hub.ts';
import { rowTokens } from '../../policy/scope.ts';
import type { ObjectId, Session } from '../../store/connect.ts';
import { contentText } from '../../store/content/stored-content.ts';
import { EVERY_SECTOR, type FeedRow, REAL } from '../../store/feed.ts';
import type { AnswerRow } from '../../store/idempotency.ts';
import { bytesOf, type ObjectRow } from '../../store/objects.ts';
import { type Content, rowId, type WarningRow } from '../../store/warnings.ts';
import { digestOf, newEntry } from '../line/append-entry.ts';
import type { Fresh } from './place-objects.ts';

export type Version = {
  readonly event: Event;
  readonly content: Content;
  readonly thing: string | null;
  readonly fingerprint: string | null;
  /** Digest of the text it was imported from. */
  readonly source?: string;
  readonly isQuiet: boolean;
  readonly former: WarningRow | null;
  readonly fresh: readonly Fresh[];
  readonly held: readonly ObjectId[];
  readonly answer: Omit<AnswerRow, 'at'> | null;
};

export type Written = 'WRITTEN' | 'TAKEN' | 'NOT_HEAD';

type Room = Pick<
  Hub,
  'database' | 'objects' | 'warnings' | 'feed' | 'entries' | 'answers' | 'clock' | 'entropy'
>;

/** TAKEN: a unique key was taken meanwhile, read again and decide again. NOT_HEAD: there is a newer version. */
export const writeVersion = async (hub: Room, version: Version): Promise<Written> => {
  const { card, envelope } = version.content;
  const content = contentText(version.content);
  const at = hub.clock.now();
  const warning: WarningRow = {
    _id: rowId(card.id, card.version),
    warning: card.id,
    version: card.version,
    isHead: true,
    publisher: envelope.publisher,
    thing: version.thing,
    fingerprint: version.fingerprint,
    ...(version.source === undefined ? {} : { source: version.source }),
    content,
    isQuiet: version.isQuiet,
    ...(version.former?.firstSequence === undefined ? {} : { firstSequence: version.former.firstSequence }),
    at,
  };
  const outcome = await hub.database.transactionUnlessTaken(async (session): Promise<Written> => {
    const isHead = await hub.warnings.insertVersion(warning, version.former?.version ?? null, session);
    if (!isHead) return 'NOT_HEAD';
    const texts = await insertObjects(hub, version.fresh, session);
    const entry = newEntry(hub, {
      event: version.event,
      subject: { warning: card.id, version: card.version },
      exercise: envelope.exercise,
      digest: digestOf([content, ...texts]),
    });
    await hub.objects.link(card.id, card.version, version.held, session);
    await hub.feed.insert(feedRows(version, content, entry._id), session);
    await hub.entries.append([entry], session);
    if (version.answer !== null) await hub.answers.keep({ ...version.answer, at }, session);
    return 'WRITTEN';
  });
  return outcome ?? 'TAKEN';
};

/** Answers the texts of the objects, for the record's commitment. */
const insertObjects = async (hub: Room, fresh: readonly Fresh[], session: Session): Promise<string[]> => {
  const texts: string[] = [];
  const rowsOf = (from: number, to: number): ObjectRow[] =>
    fresh.slice(from, to).map(({ row, object }, index) => {
      const text = JSON.stringify(object);
      texts[from + index] = text;
      return { ...row, body: bytesOf(text) };
    });
  await hub.objects.insert(fresh.length, rowsOf, session);
  return texts;
};

const feedRows = (version: Version, content: string, entry: ObjectId): FeedRow[] => {
  const { card, envelope } = version.content;
  const texts = [
    card.headline,
    card.summary,
    ...card.externalReferences.flatMap(({ id }) => (id === null ? [] : [id])),
    ...card.cves,
    ...card.translations.flatMap(({ headline, summary }) => [headline, summary]),
  ];
  const shared = {
    entry,
    warning: card.id,
    version: card.version,
    exercise: envelope.exercise ?? REAL,
    tokens: rowTokens(envelope),
    kind: card.kind,
    severity: card.severity,
    countries: [...card.countries],
    words: wordsOf(texts),
    thing: version.thing,
    isQuiet: version.isQuiet,
    isCancelled: card.messageType === 'CANCEL',
    content,
  };
  const sectors = new Set([EVERY_SECTOR, ...card.sectors.flatMap(sectorAndAncestors)]);
  return [...sectors].map((sector) => ({ _id: `${card.id}.${card.version}.${sector}`, sector, ...shared }));
};
