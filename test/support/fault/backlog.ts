// Many versions that wait for their numbers: copies of one that was really published, under ids of their own.
import type { Hub } from '../../../src/hub.ts';
import { newEntry, precedenceOf } from '../../../src/service/record/append-entry.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import type { WarningRow } from '../../../src/store/warnings.ts';
import { rowId } from '../../../src/store/warnings.ts';

const BATCH = 250;

/** DONE: numbering is all that is left to do. */
export type Work = 'WAITING' | 'DONE';

/** Copies the head of `warning` `count` times, as published and not yet numbered; returns the ids in their order. */
export const backlogOf = async (
  hub: Hub,
  warning: string,
  count: number,
  work: Work = 'WAITING',
): Promise<string[]> => {
  const row = await hub.warnings.head(warning);
  if (row === null) throw new Error(`there is no ${warning}`);
  const ids = Array.from({ length: count }, () => `warning--${hub.entropy.uuid()}`);
  for (let from = 0; from < count; from += BATCH) await copies(hub, row, ids.slice(from, from + BATCH), work);
  return ids;
};

const copies = async (
  hub: Hub,
  { warning, version, ...row }: WarningRow,
  ids: readonly string[],
  work: Work,
): Promise<void> => {
  const feed = await hub.feed.rows.find({ warning, version }).toArray();
  const content = contentOf(row.content);
  const made = ids.map((id) => {
    const text = row.content.replaceAll(warning, id);
    const entry = newEntry(hub, {
      event: 'warning.published',
      subject: { warning: id, version: 1 },
      exercise: content.access.exercise,
      precedence: precedenceOf(content),
    });
    return { id, text, entry: { ...entry, work } };
  });
  await hub.database.transaction(async (session) => {
    await hub.warnings.rows.insertMany(
      made.map(({ id, text }) => ({
        ...row,
        _id: rowId(id, 1),
        warning: id,
        version: 1,
        content: text,
      })),
      { session },
    );
    const rows = made.flatMap(({ id, text, entry }) =>
      feed.map(({ sequence: _, firstSequence: __, hasTwin: ___, ...each }) => ({
        ...each,
        _id: `${id}.1.${each.sector}`,
        entry: entry._id,
        warning: id,
        version: 1,
        content: text,
      })),
    );
    await hub.feed.insert(rows, session);
    await hub.entries.append(
      made.map(({ entry }) => entry),
      session,
    );
  });
};
