// The mark of a database into which a restore has begun and not ended. It is a migration that needs a release that never
// comes: so no hub opens such a database, not even one of a release that knows no restore.
import type { Database, Session } from '../connect.ts';
import { StartRefusal } from '../driver/start-refusal.ts';
import { MIGRATIONS } from '../migration/run/records.ts';

/** Its row in `migrations`. */
export const RESTORE = 'restore';
const NEVER = '9999.0.0';

export const markIncomplete = async (database: Database, release: string, at: Date): Promise<void> => {
  await database.collection(MIGRATIONS).insertOne({
    _id: RESTORE,
    revision: null,
    state: 'RUNNING',
    release,
    minimum: NEVER,
    position: null,
    changed: 0,
    startedAt: at,
    finishedAt: null,
  });
};

/** The last step of a restore. `rows` is how many it brought. */
export const markWhole = async (
  database: Database,
  { rows, at }: { readonly rows: number; readonly at: Date },
  session: Session,
): Promise<void> => {
  await database
    .collection(MIGRATIONS)
    .updateOne(
      { _id: RESTORE },
      { $set: { state: 'DONE', minimum: null, changed: rows, finishedAt: at } },
      { session },
    );
};

/** When the restore began that has not ended; null for a database that is whole. */
export const incompleteSince = async (database: Database): Promise<Date | null> => {
  const row = await database.collection(MIGRATIONS).findOne({ _id: RESTORE });
  return row?.state === 'RUNNING' ? row.startedAt : null;
};

export const refuseIfIncomplete = async (database: Database): Promise<void> => {
  const since = await incompleteSince(database);
  if (since === null) return;
  throw new StartRefusal(
    `This database is incomplete: a restore into it began at ${since.toISOString()} and has not ended.`,
    'Let it end, or run `tocsin restore FILE --again`, which empties it first.',
  );
};
