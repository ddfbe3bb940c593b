// Which release of Tocsin a database needs.
import { refuseIfIncomplete } from '../backup/incomplete.ts';
import type { Database } from '../connect.ts';
import { StartRefusal } from '../driver/start-refusal.ts';
import { MIGRATIONS } from './run/records.ts';

/** Whether one release came before another: 0.9.0 before 0.10.0. */
export const isBefore = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { numeric: true }) < 0;

/** Throws when this release cannot work on the database: a newer one has changed it, or it is not whole. */
export const refuseIfTooOld = async (database: Database, release: string): Promise<void> => {
  await refuseIfIncomplete(database);
  const rows = await database.collection(MIGRATIONS).find().toArray();
  const [needed] = rows
    .flatMap(({ _id, minimum }) => (minimum === null ? [] : [{ name: _id, minimum }]))
    .sort((one, other) => (isBefore(one.minimum, other.minimum) ? 1 : -1));
  if (needed === undefined || !isBefore(release, needed.minimum)) return;
  throw new StartRefusal(
    `This database needs Tocsin ${needed.minimum} or later since ${needed.name}; this is ${release}.`,
    'Start a newer release.',
  );
};
