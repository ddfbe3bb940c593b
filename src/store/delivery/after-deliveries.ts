// What comes after the end of a delivery to an endpoint: it came back, or something follows from it elsewhere.
import type { Collection, Filter } from '../connect.ts';
import type { ChannelDeliveryRow } from './channel-delivery-row.ts';

export type AfterDeliveries = {
  /** Those that were sent, and came back; what a digest among them brought comes back with it. As they are then. */
  bounced(ids: readonly string[], cause: string, at: Date): Promise<ChannelDeliveryRow[]>;
  /** Ends of which something follows that was not done, the oldest first, after one of them. */
  owing(
    before: Date,
    limit: number,
    after?: Pick<ChannelDeliveryRow, '_id' | 'owed'> | null,
  ): Promise<ChannelDeliveryRow[]>;
  /** What follows from the end at this instant is done. */
  followed(id: string, at: Date): Promise<void>;
};

export const afterIn = (rows: Collection<ChannelDeliveryRow>): AfterDeliveries => ({
  bounced: async (ids, cause, endedAt) => {
    const came = await rows.find({ _id: { $in: [...ids] } }).toArray();
    const digests = came.filter(({ occasion }) => occasion === 'DIGEST').map(({ _id }) => _id);
    const items = {
      // By its endpoint: its index has no digests.
      endpoint: { $in: [...new Set(came.map(({ endpoint }) => endpoint))] },
      'gathering.digest': { $in: digests },
    };
    const back = { $or: [{ _id: { $in: [...ids] } }, items] } as Filter<ChannelDeliveryRow>;
    await rows.updateMany({ ...back, state: 'SENT' }, { $set: { state: 'DEAD', cause, endedAt } });
    return rows.find({ _id: { $in: [...ids] } }).toArray();
  },
  owing: (before, limit, after = null) =>
    rows
      .find({
        'owed.at': { $exists: true, $lt: before },
        ...(after === null
          ? {}
          : {
              $or: [
                { 'owed.at': { $gt: after.owed?.at } },
                { 'owed.at': after.owed?.at, _id: { $gt: after._id } },
              ],
            }),
      } as Filter<ChannelDeliveryRow>)
      .sort({ 'owed.at': 1, _id: 1 })
      .limit(limit)
      .toArray(),
  followed: async (_id, at) => {
    await rows.updateOne({ _id, 'owed.at': at } as Filter<ChannelDeliveryRow>, { $unset: { owed: '' } });
  },
});
