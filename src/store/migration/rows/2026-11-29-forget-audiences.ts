// Takes the sectors and countries of audiences out of what readers filter by and are given as reasons. Versions of older
// releases do not state what they concern, so they concern nothing in particular: their feed rows of sectors go, their
// traits have no sectors, and pairs of alike warnings are scored again without them.
import { likenessOf, verdictOf } from '../../../domain/likeness/likeness.ts';
import type { Database, Filter, Session } from '../../connect.ts';
import { STATES_CONCERNED } from '../../content/stored-content.ts';
import { EVERY_SECTOR, FEED, type FeedRow } from '../../feed.ts';
import { PAIRS, type PairRow, TRAITS, type TraitsRow } from '../../pairs.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 200;

const OLD_ROWS = {
  $or: [{ sector: { $ne: EVERY_SECTOR } }, { countries: { $ne: [] } }],
  content: { $not: STATES_CONCERNED },
} as Filter<FeedRow>;
const OLD_TRAITS = { sectors: { $ne: [] } } as Filter<TraitsRow>;
/** A pair of one advisory is joined by its id, whatever its sectors. */
const SCORED = { state: { $ne: 'FOLDED' }, reasons: { $type: 'string' } } as Filter<PairRow>;
/** As releases before wrote it. */
const OF_AUDIENCE = /^Both are for /;

type Part = {
  readonly name: string;
  batch(
    database: Database,
    after: string,
  ): Promise<(Omit<Batch, 'position'> & { readonly last: string }) | null>;
};

const feedRows: Part = {
  name: 'feed',
  batch: async (database, after) => {
    const rows = database.collection(FEED);
    const found = await rows
      .find({ _id: { $gt: after }, ...OLD_ROWS }, { projection: { sector: 1 } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = found.at(-1);
    if (last === undefined) return null;
    const idsOf = (isWhole: boolean): string[] =>
      found.filter(({ sector }) => (sector === EVERY_SECTOR) === isWhole).map(({ _id }) => _id);
    return {
      last: last._id,
      write: async (session) => {
        const { deletedCount } = await rows.deleteMany({ _id: { $in: idsOf(false) } }, { session });
        const { modifiedCount } = await rows.updateMany(
          { _id: { $in: idsOf(true) } },
          { $set: { countries: [] } },
          { session },
        );
        return deletedCount + modifiedCount;
      },
    };
  },
};

const scores: Part = {
  name: 'pairs',
  batch: async (database, after) => {
    const rows = database.collection(PAIRS);
    const found = await rows
      .find({ _id: { $gt: after }, ...SCORED })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = found.at(-1);
    if (last === undefined) return null;
    const ids = [...new Set(found.flatMap(({ warnings }) => warnings))];
    const traits = await database
      .collection(TRAITS)
      .find({ _id: { $in: ids } })
      .toArray();
    const byWarning = new Map(traits.map((each) => [each._id, { ...each, sectors: [] }]));
    return { last: last._id, write: (session) => writeScores(database, found, byWarning, session) };
  },
};

/** A pair that no longer holds without sectors goes, unless a reviewer has decided. */
const writeScores = async (
  database: Database,
  pairs: readonly PairRow[],
  byWarning: ReadonlyMap<string, TraitsRow>,
  session: Session,
): Promise<number> => {
  const rows = database.collection(PAIRS);
  const writes = pairs.map((pair): object => {
    const [one, other] = pair.warnings.map((id) => byWarning.get(id));
    const [first, second] = pair.versions;
    const isCurrent = one?.version === first && other?.version === second;
    const likeness = one === undefined || other === undefined || !isCurrent ? null : likenessOf(one, other);
    const score = likeness?.score ?? pair.score;
    const reasons = likeness?.reasons ?? pair.reasons.filter((reason) => !OF_AUDIENCE.test(reason));
    const filter = { _id: pair._id, state: pair.state };
    if (pair.state !== 'LINKED' && pair.state !== 'PROPOSED')
      return { updateOne: { filter, update: { $set: { score, reasons: [...reasons] } } } };
    const verdict = verdictOf(score);
    if (verdict === 'APART') return { deleteOne: { filter } };
    const state = verdict === 'LINK' ? 'LINKED' : 'PROPOSED';
    return { updateOne: { filter, update: { $set: { score, reasons: [...reasons], state } } } };
  });
  const { modifiedCount, deletedCount } = await rows.bulkWrite(writes as never, { session, ordered: false });
  return modifiedCount + deletedCount;
};

const traitsOfAudiences: Part = {
  name: 'traits',
  batch: async (database, after) => {
    const rows = database.collection(TRAITS);
    const found = await rows
      .find({ _id: { $gt: after }, ...OLD_TRAITS }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = found.at(-1);
    if (last === undefined) return null;
    return {
      last: last._id,
      write: async (session) =>
        (
          await rows.updateMany(
            { _id: { $in: found.map(({ _id }) => _id) } },
            { $set: { sectors: [] } },
            { session },
          )
        ).modifiedCount,
    };
  },
};

/** In alphabetical order, so that positions, which start with the name, increase. */
const PARTS: readonly Part[] = [feedRows, scores, traitsOfAudiences];

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const [current = '', after = ''] = position?.split(' ') ?? [];
  for (const part of PARTS) {
    if (part.name < current) continue;
    const batch = await part.batch(database, part.name === current ? after : '');
    if (batch !== null) return { position: `${part.name} ${batch.last}`, write: batch.write };
  }
  return null;
};

export const forgetAudiences: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-forget-audiences',
  about: 'What readers filter by and are given as reasons no longer tells the audience.',
  remaining: async (database) => {
    const counts = await Promise.all([
      database.collection(FEED).countDocuments(OLD_ROWS),
      database.collection(PAIRS).countDocuments({ reasons: OF_AUDIENCE } as Filter<PairRow>),
      database.collection(TRAITS).countDocuments(OLD_TRAITS),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  },
  next,
};
