// What a recall or a narrowing asks of the deliveries of a warning, and does to them.
import type { Collection, Session } from '../connect.ts';
import { type DeliveryRow, NAMELESS } from './row.ts';

/** What is open, and when somebody is reminded of it. */
const NOT_ASKED = { isOpen: 1, nextStep: 1, nextStepAt: 1, isAskedAgain: 1, askedAgain: 1 } as const;

export type DeliveryRecalls = {
  /** Nobody is asked to answer versions below this one any more. */
  closeFormer(warning: string, below: number, session?: Session): Promise<void>;
  /** The members that have a version, or are about to, each once; `isListed` where the publisher sees it. */
  holders(warning: string, session?: Session): Promise<{ member: string; isListed: boolean }[]>;
  /** Of these members those to whom a version below this one was sent. */
  heldBefore(warning: string, below: number, members: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ids of members that answered without a name, by the numbers under which their publisher sees them. */
  namelessOf(warning: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Nothing of these versions is sent, asked or reminded of any more. */
  stopFormer(of: FormerVersions, session: Session): Promise<void>;
};

/** Versions below one, to all that have them or to these members (ids). */
type FormerVersions = {
  readonly warning: string;
  readonly below: number;
  readonly members?: readonly string[];
};

export const formerTo = ({ warning, below, members }: FormerVersions) => ({
  warning,
  version: { $lt: below },
  ...(members === undefined ? {} : { member: { $in: [...members] } }),
});

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
  heldBefore: async (warning, below, members) => {
    const sent = await rows
      .find(
        { ...formerTo({ warning, below, members }), state: { $in: ['SENT', 'RECEIVED', 'ACKNOWLEDGED'] } },
        { projection: { _id: 0, member: 1 } },
      )
      .toArray();
    return new Set(sent.map(({ member }) => member));
  },
  namelessOf: async (warning, numbers) => {
    if (numbers.length === 0) return new Map();
    const found = await rows
      .find(
        { warning, isListed: NAMELESS, organisation: { $in: [...numbers] } },
        { projection: { _id: 0, member: 1, organisation: 1 } },
      )
      .toArray();
    return new Map(found.map(({ organisation, member }) => [organisation ?? 0, member]));
  },
  closeFormer: async (warning, below, session) => {
    await rows.updateMany(
      { warning, version: { $lt: below }, isOpen: true },
      { $unset: NOT_ASKED },
      session === undefined ? {} : { session },
    );
  },
  stopFormer: async (of, session) => {
    await rows.updateMany({ ...formerTo(of), isOpen: true }, { $unset: NOT_ASKED }, { session });
    await rows.updateMany(
      { ...formerTo(of), state: 'PENDING' },
      { $set: { state: 'WITHHELD', failure: 'RECALLED' } },
      { session },
    );
  },
});
