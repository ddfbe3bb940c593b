// Two numbers that everything follows: `sequence`, the last numbered entry, and `directory`, the directory's version.
// They never leave the hub (I5). Settings that every process shares (the cursor key) live beside them.
import type { Collection, Database, Session } from './connect.ts';

export type CounterName = 'sequence' | 'directory';
type CounterRow = { _id: string; value: number };
type SettingRow = { _id: string; value: string };

export type Counters = {
  readonly rows: Collection<CounterRow>;
  next(name: CounterName, by?: number, session?: Session): Promise<number>;
  current(name: CounterName): Promise<number>;
  /** The stored setting, or `fresh` when there is none yet; the first writer wins. */
  setting(name: string, fresh: string): Promise<string>;
};

export const openCounters = (database: Database): Counters => {
  const rows = database.collection<CounterRow>('counters');
  const settings = database.collection<SettingRow>('settings');
  return {
    rows,
    next: async (name, by = 1, session) => {
      const row = await rows.findOneAndUpdate(
        { _id: name },
        { $inc: { value: by } },
        { upsert: true, returnDocument: 'after', ...(session === undefined ? {} : { session }) },
      );
      return row?.value ?? by;
    },
    current: async (name) => (await rows.findOne({ _id: name }))?.value ?? 0,
    setting: async (name, fresh) => {
      const row = await settings.findOneAndUpdate(
        { _id: name },
        { $setOnInsert: { value: fresh } },
        { upsert: true, returnDocument: 'after' },
      );
      return row?.value ?? fresh;
    },
  };
};
