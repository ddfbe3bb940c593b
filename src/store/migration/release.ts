// Which release of Tocsin a database needs.
import type { Database } from '../connect.ts';
import { StartRefusal } from '../driver/start-refusal.ts';
import { MIGRATIONS } from './run/records.ts';

/** Whether one release came before another: 0.9.0 before 0.10.0. */
export const isBefore = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { numeric: true }) < 0;

/** Throws when a newer release has changed the database so that this one cannot work on it. */
export const refuseIfTooOld = async (database: Database, release: string): Promise<void> => {
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
