// Legal holds: what they cover is not removed while they last.
import { APPROVER_CIRCLES } from '../../domain/approval/proposal.ts';
import { HOLD_SCOPES, type Hold } from '../../domain/retention/hold.ts';
import { declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';

export type HoldRow = Omit<Hold, 'id'> & { _id: string };

export const HOLDS = declareCollection<HoldRow>({
  stored: 'holds',
  about: 'Legal holds: what they cover is kept beyond its time.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the hold.'),
    scope: oneOf(HOLD_SCOPES, 'What kind of thing it covers.'),
    target: maybe(text('Which: an id, or the name of a class.', { personal: 'may name a person' })),
    member: text('Id of the member whose persons placed it.'),
    circle: maybe(oneOf(APPROVER_CIRCLES, 'Whose persons decided it; absent for those of the hub.')),
    reason: text('Why.', { personal: 'free text of a person' }),
    placedAt: instant('When.'),
    placedBy: text('Id of the proposal by which it was placed.'),
    liftedAt: maybe(instant('When it was lifted.')),
    liftedBy: maybe(text('Id of the proposal by which it was lifted.')),
  },
  indexes: [{ key: { liftedAt: 1 } }],
});

export type Holds = {
  readonly rows: Collection<HoldRow>;
  /** Those in force, oldest first. */
  inForce(session?: Session): Promise<Hold[]>;
  /** Newest first, lifted ones too. */
  list(limit: number): Promise<Hold[]>;
  byId(id: string, session?: Session): Promise<Hold | null>;
  place(hold: Hold, session: Session): Promise<void>;
  /** False when it was lifted before. */
  lift(id: string, by: { readonly at: Date; readonly proposal: string }, session: Session): Promise<boolean>;
};

const holdOf = ({ _id, ...facts }: HoldRow): Hold => ({ id: _id, ...facts });

export const openHolds = (database: Database): Holds => {
  const rows = database.collection(HOLDS);
  const within = (session?: Session) => (session === undefined ? {} : { session });
  return {
    rows,
    inForce: async (session) =>
      (await rows.find({ liftedAt: null }, within(session)).sort({ placedAt: 1 }).toArray()).map(holdOf),
    list: async (limit) => (await rows.find().sort({ placedAt: -1 }).limit(limit).toArray()).map(holdOf),
    byId: async (id, session) => {
      const row = await rows.findOne({ _id: id }, within(session));
      return row === null ? null : holdOf(row);
    },
    place: async ({ id, ...facts }, session) => {
      await rows.insertOne({ _id: id, ...facts }, { session });
    },
    lift: async (id, { at, proposal }, session) => {
      const { modifiedCount } = await rows.updateOne(
        { _id: id, liftedAt: null },
        { $set: { liftedAt: at, liftedBy: proposal } },
        { session },
      );
      return modifiedCount === 1;
    },
  };
};
