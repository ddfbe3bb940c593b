// What a recall asks of the deliveries of a warning, and does to them.
import type { Collection, Session } from '../connect.ts';
import type { DeliveryRow } from './row.ts';

/** What is open, and when somebody is reminded of it. */
const NOT_ASKED = { isOpen: 1, nextStep: 1, nextStepAt: 1, isAskedAgain: 1, askedAgain: 1 } as const;

export type DeliveryRecalls = {
  /** Nobody is asked to answer versions below this one any more. */
  closeFormer(warning: string, below: number, session?: Session): Promise<void>;
  /** The members that have a version, or are about to, each once; `isListed` where the publisher sees it. */
  holders(warning: string, session?: Session): Promise<{ member: string; isListed: boolean }[]>;
  /** Nothing of versions below this one is sent, asked or reminded of any more. */
  stopFormer(warning: string, below: number, session: Session): Promise<void>;
};

export const recallsIn = (rows: Collection<DeliveryRow>): DeliveryRecalls => ({
  holders: async (warning, session) => {
    const found = await rows
      .aggregate<{ _id: string; isListed: boolean }>(
        [
          { $match: { warning, state: { $nin: ['WITHHELD', 'FAILED'] } } },
          { $group: { _id: '$member', isListed: { $max: { $eq: ['$isListed', true] } } } },
          { $sort: { _id: 1 } },
        ],
        session === undefined ? {} : { session },
      )
      .toArray();
    return found.map(({ _id: member, isListed }) => ({ member, isListed }));
  },
  closeFormer: async (warning, below, session) => {
    await rows.updateMany(
      { warning, version: { $lt: below }, isOpen: true },
      { $unset: NOT_ASKED },
      session === undefined ? {} : { session },
    );
  },
  stopFormer: async (warning, below, session) => {
    await rows.updateMany(
      { warning, version: { $lt: below }, isOpen: true },
      { $unset: NOT_ASKED },
      { session },
    );
    await rows.updateMany(
      { warning, version: { $lt: below }, state: 'PENDING' },
      { $set: { state: 'WITHHELD', failure: 'RECALLED' } },
      { session },
    );
  },
});
