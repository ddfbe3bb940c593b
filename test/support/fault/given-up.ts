// Work that cannot be done: objects whose stored bytes are corrupt, and the record's state of each job.
import type { Hub } from '../../../src/hub.ts';
import { Binary } from '../../../src/store/connect.ts';
import type { EntryRow } from '../../../src/store/entries.ts';

/** Corrupts the stored objects of a warning; returns a function that repairs them. */
export const breakObjects = async ({ objects }: Hub, warning: string): Promise<() => Promise<void>> => {
  const rows = await objects.rows.find({ warning }).toArray();
  const broken = new Binary(Buffer.from('{ "type": '));
  await objects.rows.updateMany({ warning }, { $set: { body: broken } });
  return async () => {
    for (const { _id, body } of rows) await objects.rows.updateOne({ _id }, { $set: { body } });
  };
};

/** The entry that announced a version. */
export const entryOf = async ({ entries }: Hub, warning: string): Promise<EntryRow> => {
  const row = await entries.rows.findOne({ event: 'warning.published', 'subject.warning': warning });
  if (row === null) throw new Error(`no entry announces ${warning}`);
  return row;
};
