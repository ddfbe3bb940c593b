// How long each class is kept, where the operators changed it, and how far the daily removal has come.
import { RETENTION_CLASSES, type RetentionClass } from '../../domain/retention/classes.ts';
import { count, declareCollection, instant, maybe, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type RetentionRow = {
  _id: string;
  /** Absent where the default holds. */
  days?: number;
  changedAt?: Date;
  /** The person, or null for a command on the machine of the hub. */
  changedBy?: string | null;
  /** What is up to here is removed: a number of the record, or milliseconds since 1970. */
  through?: number;
};

export const RETENTION = declareCollection<RetentionRow>({
  stored: 'retention',
  about: 'How long each class of what is kept is kept, and how far it is removed.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Name of the class.'),
    days: maybe(count('Days; absent where the default holds.')),
    changedAt: maybe(instant('When it was changed last.')),
    changedBy: maybe(text('Who changed it.', { personal: 'names a person' })),
    through: maybe(
      count('What is up to here is removed: a number of the record, or an instant in milliseconds.'),
    ),
  },
  indexes: [],
});

export type Kept = {
  readonly name: RetentionClass;
  readonly days: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
  readonly through: number;
};

export type RetentionStore = {
  readonly rows: Collection<RetentionRow>;
  /** Every class, in its order. */
  all(session?: Session): Promise<readonly Kept[]>;
  change(
    name: RetentionClass,
    days: number,
    by: { at: Date; person: string | null },
    session: Session,
  ): Promise<void>;
  passed(name: RetentionClass, through: number): Promise<void>;
  /** Begins from the start again: what a hold kept may be removed once it is lifted. */
  startOver(session: Session): Promise<void>;
};

export const openRetention = (database: Database): RetentionStore => {
  const rows = database.collection(RETENTION);
  return {
    rows,
    all: async (session) => {
      const found = await rows.find({}, session === undefined ? {} : { session }).toArray();
      const byName = new Map(found.map((row) => [row._id, row]));
      return RETENTION_CLASSES.map(({ name, days }) => {
        const row = byName.get(name);
        return {
          name,
          days: row?.days ?? days,
          changedAt: row?.changedAt ?? null,
          changedBy: row?.changedBy ?? null,
          through: row?.through ?? 0,
        };
      });
    },
    change: async (name, days, { at, person }, session) => {
      await rows.updateOne(
        { _id: name },
        { $set: { days, changedAt: at, changedBy: person } },
        { upsert: true, session },
      );
    },
    passed: async (name, through) => {
      await rows.updateOne({ _id: name }, { $max: { through } }, { upsert: true });
    },
    startOver: async (session) => {
      await rows.updateMany({}, { $unset: { through: 1 } }, { session });
    },
  };
};
