// Makes the communities that members were in before there were communities: kept by hand, without managers, with the roll
// that everybody saw until now. An older hub goes on reading the slugs on members, and writes no others; a slug without a
// community counts as one like these.
import { identifierByName } from 'stix2-ts/identifier';
import { formerCommunity } from '../../../domain/partnership/community.ts';
import type { Database, Session } from '../../connect.ts';
import { COMMUNITIES, type CommunityRow, MEMBERSHIPS } from '../../partnership/communities.ts';
import { MEMBERS, type MemberRow } from '../../partnership/member-row.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 50;
/** Of ids that Tocsin makes from a name (exchange/identifier-for.ts). */
const NAMESPACE = 'd1f0a3c6-5b1e-4f5c-9a57-3c0f4f6b8e21';

const slugsToMake = async (database: Database): Promise<string[]> => {
  const [named, made] = await Promise.all([
    database.collection(MEMBERS).distinct('communities'),
    database.collection(COMMUNITIES).distinct('slug'),
  ]);
  const known = new Set<unknown>(made);
  return (named as string[]).filter((slug) => !known.has(slug)).sort();
};

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const slugs = (await slugsToMake(database)).filter((slug) => slug > (position ?? '')).slice(0, BATCH);
  const last = slugs.at(-1);
  if (last === undefined) return null;
  return { position: last, write: (session) => write(database, slugs, session) };
};

const communityOf = (slug: string, createdAt: Date): CommunityRow => {
  const { id, ...facts } = formerCommunity({
    id: identifierByName(NAMESPACE, 'community', slug),
    slug,
    createdAt,
  });
  return { _id: id, ...facts };
};

const write = async (database: Database, slugs: readonly string[], session: Session): Promise<number> => {
  const options = { session, ordered: false } as const;
  const members = (await database
    .collection(MEMBERS)
    .find({ communities: { $in: [...slugs] } }, { session, projection: { communities: 1 } })
    .toArray()) as Pick<MemberRow, '_id' | 'communities'>[];
  const at = new Date();
  const made = await database.collection(COMMUNITIES).bulkWrite(
    slugs.map((slug) => {
      const { _id, ...facts } = communityOf(slug, at);
      return { updateOne: { filter: { _id }, update: { $setOnInsert: facts }, upsert: true } };
    }),
    options,
  );
  const memberships = members.flatMap(({ _id: member, communities }) =>
    communities
      .filter((community) => slugs.includes(community))
      .map((community) => ({
        updateOne: {
          filter: { _id: `${community} ${member}` },
          update: { $setOnInsert: { community, member, state: 'JOINED' as const, since: new Date(0) } },
          upsert: true,
        },
      })),
  );
  if (memberships.length > 0) await database.collection(MEMBERSHIPS).bulkWrite(memberships, options);
  return made.upsertedCount;
};

export const makeCommunities: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-make-communities',
  about: 'The communities that members are in are administered.',
  remaining: async (database) => (await slugsToMake(database)).length,
  next,
};
