// Three counters that every process follows: `sequence`, the last numbered entry, `directory`, the directory's version, and
// `dispatched`, the last entry of which deliveries to endpoints were made; and one for each warning that organisations answered
// without their name. The first three never leave the hub (I5). Settings that all processes share (the cursor key) are kept beside them.
import { count, declareCollection, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type CounterName = 'sequence' | 'directory' | 'dispatched' | OrganisationsOf;
/** How many organisations answered a warning without their name. */
export type OrganisationsOf = `organisations ${string}`;
type CounterRow = { _id: string; value: number };
type SettingRow = { _id: string; value: string };

export const COUNTERS = declareCollection<CounterRow>({
  stored: 'counters',
  about: 'Three numbers that every process follows, and one per warning that was answered without a name.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text(
      '`sequence`, the last numbered entry; `directory`, the version of the directory; `dispatched`, the last entry of which deliveries to endpoints were made; `organisations` and the id of a warning, how many organisations answered it without their name.',
    ),
    value: count('The number.'),
  },
  indexes: [],
});

export const SETTINGS = declareCollection<SettingRow>({
  stored: 'settings',
  about: 'Values that are made once and that every process of this hub shares.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Name of the setting, e.g. `cursorKey`.'),
    value: text(
      'The value; `cursorKey` is the secret that seals cursors, `formerCursorKeys` those before it, `nameKey` the one in ids that are made from names, `signInKey` the one that seals challenges of sign-in, `secretsKeyId` which key outside the database seals secrets of providers and webhooks, `origin` where browsers reach the hub.',
    ),
  },
  indexes: [],
});

export type Counters = {
  readonly rows: Collection<CounterRow>;
  next(name: CounterName, by?: number, session?: Session): Promise<number>;
  current(name: CounterName): Promise<number>;
  /** The counter; one that does not exist yet begins where `other` is. */
  begunAt(name: CounterName, other: CounterName): Promise<number>;
  /** Raises it to the value; it never goes back. */
  atLeast(name: CounterName, value: number): Promise<void>;
  /** The stored setting, or `fresh` when there is none yet; the first writer wins. */
  setting(name: string, fresh: string): Promise<string>;
  findSetting(name: string): Promise<string | null>;
  keepSetting(name: string, value: string, session: Session): Promise<void>;
};

export const openCounters = (database: Database): Counters => {
  const rows = database.collection(COUNTERS);
  const settings = database.model(SETTINGS);
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
    begunAt: async (name, other) => {
      const known = await rows.findOne({ _id: name });
      if (known !== null) return known.value;
      const value = (await rows.findOne({ _id: other }))?.value ?? 0;
      const row = await rows.findOneAndUpdate(
        { _id: name },
        { $setOnInsert: { value } },
        { upsert: true, returnDocument: 'after' },
      );
      return row?.value ?? value;
    },
    atLeast: async (name, value) => {
      await rows.updateOne({ _id: name }, { $max: { value } }, { upsert: true });
    },
    setting: async (name, fresh) => {
      const row = await settings
        .findOneAndUpdate(
          { _id: name },
          { $setOnInsert: { value: fresh } },
          { upsert: true, returnDocument: 'after', runValidators: true },
        )
        .lean();
      return row?.value ?? fresh;
    },
    findSetting: async (name) => (await settings.findOne({ _id: name }).lean())?.value ?? null,
    keepSetting: async (name, value, session) => {
      await settings.updateOne(
        { _id: name },
        { $set: { value } },
        { upsert: true, runValidators: true, session },
      );
    },
  };
};
