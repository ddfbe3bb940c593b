// Private networks, and further ports, to which webhooks may go: two operators of the hub allow each.
import type { AllowedRange } from '../../domain/channel/address.ts';
import { count, declareCollection, instant, listOf, maybe, text } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export type AllowedRangeRow = {
  _id: string;
  ports: readonly number[];
  allowedAt: Date;
  withdrawnAt: Date | null;
};

export const ALLOWED_RANGES = declareCollection<AllowedRangeRow>({
  stored: 'allowed_ranges',
  about: 'Networks and ports that are not public, and to which webhooks may go.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub, a withdrawn one too: a restore brings it back as withdrawn',
  fields: {
    _id: text('The range, such as `10.20.0.0/16`.'),
    ports: listOf(count('A port.')),
    allowedAt: instant('When two operators had allowed it.'),
    withdrawnAt: maybe(instant('When it was withdrawn; null while it is allowed.')),
  },
  indexes: [],
});

export const MOST_RANGES = 100;

export type AllowedRanges = {
  all(): Promise<AllowedRange[]>;
  put(range: AllowedRange, at: Date, session: Session): Promise<void>;
  /** False where it was not allowed. */
  withdraw(range: string, at: Date, session: Session): Promise<boolean>;
};

export const openAllowedRanges = (database: Database): AllowedRanges => {
  const ranges = database.model(ALLOWED_RANGES);
  const rows = database.collection(ALLOWED_RANGES);
  return {
    all: async () =>
      (await rows.find({ withdrawnAt: null }).sort({ _id: 1 }).limit(MOST_RANGES).toArray()).map(
        ({ _id: range, ports }) => ({
          range,
          ports,
        }),
      ),
    put: async ({ range, ports }, allowedAt, session) => {
      await ranges.replaceOne(
        { _id: range },
        { _id: range, ports, allowedAt, withdrawnAt: null },
        { upsert: true, runValidators: true, session },
      );
    },
    withdraw: async (range, withdrawnAt, session) =>
      (await rows.updateOne({ _id: range, withdrawnAt: null }, { $set: { withdrawnAt } }, { session }))
        .modifiedCount === 1,
  };
};
