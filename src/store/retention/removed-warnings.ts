// Removes a warning whole. What shows it goes in one transaction, with a note of what is left; objects and deliveries, which
// may be many, follow in batches, and an interrupted removal goes on from the note.

import { CASES } from '../case/cases.ts';
import { declareCollection, instant, text } from '../collection/declare.ts';
import type { Collection, Database, ObjectId, Session } from '../connect.ts';
import { OBJECT_CONTEXT } from '../context/object-context.ts';
import { WARNING_KEYS } from '../context/warning-keys.ts';
import { DELIVERIES } from '../deliveries.ts';
import { ATTEMPTS } from '../delivery/attempts.ts';
import { CHANNEL_DELIVERIES } from '../delivery/channel-deliveries.ts';
import { FEEDBACK } from '../effect/feedback.ts';
import { FEED } from '../feed.ts';
import { OBJECTS } from '../object/row.ts';
import { LINKS } from '../objects.ts';
import { PAIRS, TRAITS } from '../pairs.ts';
import { WARNINGS, type WarningRow } from '../warnings.ts';

export type RemovalRow = { _id: string; at: Date };

export const REMOVALS = declareCollection<RemovalRow>({
  stored: 'removals',
  about: 'Warnings whose time is over and whose objects and deliveries are still being removed.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'until the removal is done',
  fields: { _id: text('Id of the warning.'), at: instant('When its removal began.') },
  indexes: [],
});

export type EndedWarning = Pick<WarningRow, 'warning' | 'version' | 'publisher'> & { readonly endsAt: Date };

type Writer = { readonly member: string; readonly person: string | null };

export type RemovedWarnings = {
  readonly rows: Collection<RemovalRow>;
  /** Those that ended before, the earliest first, after the one given. */
  ended(before: Date, limit: number, after: EndedWarning | null): Promise<EndedWarning[]>;
  /** Who answered it, said something of it, asked for help with it, or helped: what they wrote would go with it. */
  wroteOn(warning: string): Promise<readonly Writer[]>;
  /** Whether it still ended so; false when there is a newer version, and then nothing is removed. */
  remove(ended: EndedWarning, at: Date, session: Session): Promise<boolean>;
  unfinished(limit: number): Promise<string[]>;
  /** Removes what is left of it; returns how many rows. */
  finish(warning: string): Promise<number>;
};

const BATCH = 500;

export const openRemovedWarnings = (database: Database): RemovedWarnings => {
  const rows = database.collection(REMOVALS);
  const warnings = database.collection(WARNINGS);
  return {
    rows,
    wroteOn: (warning) => writersOn(database, warning),
    ended: async (before, limit, after) => {
      const from =
        after === null
          ? {}
          : {
              $or: [
                { endsAt: { $gt: after.endsAt } },
                { endsAt: after.endsAt, warning: { $gt: after.warning } },
              ],
            };
      const found = await warnings
        .find({ isHead: true, endsAt: { $lt: before }, ...from }, { projection: { content: 0 } })
        .sort({ endsAt: 1, warning: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ warning, version, publisher, endsAt = before }) => ({
        warning,
        version,
        publisher,
        endsAt,
      }));
    },
    remove: async ({ warning, version }, at, session) => {
      const { deletedCount } = await warnings.deleteOne({ warning, version, isHead: true }, { session });
      if (deletedCount !== 1) return false;
      await warnings.deleteMany({ warning }, { session });
      await database.collection(FEED).deleteMany({ warning }, { session });
      await database.collection(WARNING_KEYS).deleteOne({ _id: warning }, { session });
      await database.collection(TRAITS).deleteOne({ _id: warning }, { session });
      await database.collection(PAIRS).deleteMany({ warnings: warning }, { session });
      await rows.updateOne({ _id: warning }, { $setOnInsert: { at } }, { upsert: true, session });
      return true;
    },
    unfinished: async (limit) =>
      (await rows.find().sort({ at: 1 }).limit(limit).toArray()).map(({ _id }) => _id),
    finish: async (warning) => {
      await database.collection(FEEDBACK).deleteMany({ warning });
      await database.collection(CASES).deleteMany({ warning });
      await database.collection(ATTEMPTS).deleteMany({ warning });
      await database.collection(CHANNEL_DELIVERIES).deleteMany({ warning });
      const deliveries = await deleteDeliveries(database, warning);
      const objects = await deleteObjects(database, warning);
      await rows.deleteOne({ _id: warning });
      return deliveries + objects;
    },
  };
};

const deleteDeliveries = async (database: Database, warning: string): Promise<number> => {
  const deliveries = database.collection(DELIVERIES);
  for (let removed = 0; ; ) {
    const found = await deliveries
      .find({ warning }, { projection: { _id: 1 } })
      .limit(BATCH)
      .toArray();
    if (found.length === 0) return removed;
    removed += (await deliveries.deleteMany({ _id: { $in: found.map(({ _id }) => _id) } })).deletedCount;
  }
};

/** Rows that another warning holds stay; they go with the last that holds them. */
const deleteObjects = async (database: Database, warning: string): Promise<number> => {
  const objects = database.collection(OBJECTS);
  const links = database.collection(LINKS);
  let removed = 0;
  for (let after: ObjectId | null = null; ; ) {
    const brought: { _id: ObjectId }[] = await objects
      .find({ warning, ...(after === null ? {} : { _id: { $gt: after } }) }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    removed += await deleteUnheld(
      database,
      warning,
      brought.map(({ _id }) => _id),
    );
    after = brought.at(-1)?._id ?? after;
    if (brought.length < BATCH) break;
  }
  for await (const { _id, objects: held } of links.find({ warning })) {
    const orphans = await orphansAmong(database, held);
    removed += await deleteUnheld(database, warning, orphans);
    await links.deleteOne({ _id });
  }
  return removed;
};

/** Those whose own warning is gone. */
const orphansAmong = async (database: Database, ids: readonly ObjectId[]): Promise<ObjectId[]> => {
  const rows = await database
    .collection(OBJECTS)
    .find({ _id: { $in: [...ids] } }, { projection: { warning: 1 } })
    .toArray();
  const alive = await database
    .collection(WARNINGS)
    .find(
      { warning: { $in: [...new Set(rows.map(({ warning }) => warning))] }, isHead: true },
      { projection: { warning: 1 } },
    )
    .toArray();
  const living = new Set(alive.map(({ warning }) => warning));
  return rows.filter(({ warning }) => !living.has(warning)).map(({ _id }) => _id);
};

const deleteUnheld = async (
  database: Database,
  warning: string,
  ids: readonly ObjectId[],
): Promise<number> => {
  if (ids.length === 0) return 0;
  const held = await database
    .collection(LINKS)
    .find({ objects: { $in: [...ids] }, warning: { $ne: warning } }, { projection: { objects: 1 } })
    .toArray();
  const kept = new Set(held.flatMap(({ objects }) => objects.map((id) => id.toHexString())));
  const gone = ids.filter((id) => !kept.has(id.toHexString()));
  await database.collection(OBJECT_CONTEXT).deleteMany({ _id: { $in: gone } });
  return (await database.collection(OBJECTS).deleteMany({ _id: { $in: gone } })).deletedCount;
};

const writersOn = async (database: Database, warning: string): Promise<readonly Writer[]> => {
  const answered = await database
    .collection(DELIVERIES)
    .find(
      { warning, acknowledgedAt: { $ne: null } },
      { projection: { member: 1, acknowledgedBy: 1, 'answers.by': 1 } },
    )
    .toArray();
  const cases = await database
    .collection(CASES)
    .find(
      { warning },
      { projection: { member: 1, owner: 1, takenBy: 1, 'notes.member': 1, 'notes.person': 1 } },
    )
    .toArray();
  const said = await database
    .collection(FEEDBACK)
    .find({ warning }, { projection: { member: 1, by: 1 } })
    .toArray();
  return [
    ...answered.flatMap(({ member, acknowledgedBy, answers }) =>
      [acknowledgedBy, ...(answers ?? []).map(({ by }) => by)].map((person) => ({ member, person })),
    ),
    ...cases.flatMap(({ member, owner, takenBy, notes }) => [
      { member, person: null },
      { member: owner, person: takenBy },
      ...notes.map((note) => ({ member: note.member, person: note.person })),
    ]),
    ...said.map(({ member, by }) => ({ member, person: by })),
  ];
};
