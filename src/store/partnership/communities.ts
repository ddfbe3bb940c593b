// Communities and who is in them. Which communities a member is in stands with the member too (`communities`), where policy
// and hubs of the release before read it; every change of either goes through `members.change`, so that both agree.
import type { Member } from '../../domain/member.ts';
import {
  type Community,
  type CommunityRule,
  communitiesHeldBy,
  JOININGS,
  MEMBERSHIP_STATES,
  type Membership,
  ROLLS,
} from '../../domain/partnership/community.ts';
import {
  any,
  count,
  declareCollection,
  instant,
  listOf,
  maybe,
  oneOf,
  text,
  truth,
} from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export type CommunityRow = Omit<Community, 'id'> & { _id: string };
export type MembershipRow = Membership & { _id: string };
export type InvitationRow = {
  /** SHA-256 of the code; the code itself is shown once. */
  _id: string;
  community: string;
  /** Id of the member that it is for; null for whoever has the code. */
  member: string | null;
  expiresAt: Date;
  usedAt: Date | null;
};

export const COMMUNITIES = declareCollection<CommunityRow>({
  stored: 'communities',
  about: 'The sharing groups that audiences may address.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the community.'),
    slug: text('Short name, as audiences and members name it; never changes.'),
    name: text('Its name.'),
    purpose: text('What it is for.'),
    rule: maybe(any('Kinds, sectors and countries of its members; null where it is kept by hand.')),
    managers: listOf(text('Ids of the members whose managers manage it.')),
    roll: oneOf(ROLLS, 'Who is told which members are in it.'),
    joining: oneOf(JOININGS, 'Whether members may ask to join.'),
    admitsAuthorities: truth('Whether regulators and law enforcement may be in it.'),
    opensHistory: truth('Whether those who join read what was addressed to it before.'),
    version: count('Its version, from 1.'),
    createdAt: instant('When it was made.'),
  },
  indexes: [{ key: { slug: 1 }, unique: true }],
});

export const MEMBERSHIPS = declareCollection<MembershipRow>({
  stored: 'memberships',
  about: 'Which member was invited to, asked for, joined or left which community.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Slug of the community and id of the member.'),
    community: text('Slug of the community.'),
    member: text('Id of the member.'),
    state: oneOf(MEMBERSHIP_STATES, 'Where the membership stands.'),
    since: instant('When it came into this state.'),
    removedAt: maybe(instant('When managers removed it; null once a manager has let it in again.')),
  },
  indexes: [{ key: { community: 1, state: 1 } }, { key: { member: 1, state: 1 } }],
});

export const INVITATIONS = declareCollection<InvitationRow>({
  stored: 'communityInvitations',
  about: 'One-time codes by which a member joins a community.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'until 30 days after they expire',
  endsAtRestore: true,
  fields: {
    _id: text('SHA-256 of the code, which is shown once and kept nowhere.'),
    community: text('Slug of the community.'),
    member: maybe(text('Id of the member that it is for; null for whoever has the code.')),
    expiresAt: instant('Until when it is good.'),
    usedAt: maybe(instant('When it was used.')),
  },
  indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 30 * 86_400 }],
});

export type Communities = {
  all(session?: Session): Promise<Community[]>;
  bySlug(slug: string, session?: Session): Promise<Community | null>;
  /** Within `members.change`. */
  save(community: Community, session: Session): Promise<void>;
  membership(community: string, member: string, session?: Session): Promise<Membership | null>;
  /** Memberships of one community or of one member, by member and community. */
  memberships(of: Partial<Pick<Membership, 'community' | 'member' | 'state'>>): Promise<Membership[]>;
  saveMembership(membership: Membership, session: Session): Promise<void>;
  saveInvitation(invitation: InvitationRow, session: Session): Promise<void>;
  invitation(hash: string, session: Session): Promise<InvitationRow | null>;
  /** False where it was used meanwhile. */
  spendInvitation(hash: string, at: Date, session: Session): Promise<boolean>;
  /** Those that are for this member by name and still open. */
  spendInvitationsOf(of: Pick<Membership, 'community' | 'member'>, at: Date, session: Session): Promise<void>;
  /**
   * The member with the communities that its facts put it in (`communitiesHeldBy`). `former` are those that it was in before,
   * null for a new member. Who comes into one by rule reads from then on, unless the community opens its history.
   */
  settled(member: Member, former: readonly string[] | null, session: Session): Promise<Member>;
  /** Which communities each of these members is in, as stored by now. */
  heldIn(members: readonly Member[], session: Session): Promise<HeldIn>;
};

export type HeldIn = {
  readonly members: readonly Member[];
  readonly held: (member: Member) => readonly string[];
};

const membershipId = (community: string, member: string): string => `${community} ${member}`;

/** Absent properties are not stored as null. */
const ruleOf = (rule: CommunityRule | null): CommunityRule | null => (rule === null ? null : { ...rule });

const communityOf = ({ _id, ...facts }: CommunityRow): Community => ({
  id: _id,
  ...facts,
  rule: ruleOf(facts.rule ?? null),
});

const membershipOf = ({ _id: _, ...facts }: MembershipRow): Membership => facts;

const within = (session?: Session) => (session === undefined ? {} : { session });

const replacing = (session: Session) => ({ upsert: true, runValidators: true, session }) as const;

const invitationsIn = (
  database: Database,
): Pick<Communities, 'saveInvitation' | 'invitation' | 'spendInvitation' | 'spendInvitationsOf'> => {
  const invitations = database.model(INVITATIONS);
  return {
    saveInvitation: async (invitation, session) => {
      await invitations.replaceOne({ _id: invitation._id }, invitation, replacing(session));
    },
    invitation: (hash, session) => invitations.findOne({ _id: hash }, null, { session }).lean(),
    spendInvitation: async (hash, at, session) => {
      const { modifiedCount } = await invitations.updateOne(
        { _id: hash, usedAt: null },
        { $set: { usedAt: at } },
        { runValidators: true, session },
      );
      return modifiedCount === 1;
    },
    spendInvitationsOf: async ({ community, member }, at, session) => {
      await invitations.updateMany(
        { community, member, usedAt: null },
        { $set: { usedAt: at } },
        { runValidators: true, session },
      );
    },
  };
};

type Settling = { readonly member: Member; readonly former: readonly string[] | null };

/** The member in these communities; of those that it is new in by rule and that do not open their history, since when. */
const withCommunities = (
  { member, former }: Settling,
  after: readonly string[],
  bySlug: ReadonlyMap<string, Community>,
  now: Date,
): Member => {
  const since = new Map(
    Object.entries(member.communitiesSince ?? {}).filter(([slug]) => after.includes(slug)),
  );
  const isClosed = (slug: string): boolean => bySlug.get(slug)?.opensHistory === false;
  for (const slug of after)
    if (former !== null && !member.communities.includes(slug) && !former.includes(slug) && isClosed(slug))
      since.set(slug, now);
  return {
    ...member,
    communities: after,
    communitiesSince: since.size === 0 ? null : Object.fromEntries(since),
  };
};

export const openCommunities = (database: Database, now: () => Date): Communities => {
  const communities = database.model(COMMUNITIES);
  const memberships = database.model(MEMBERSHIPS);
  const rows = database.collection(MEMBERSHIPS);
  const all = async (session?: Session): Promise<Community[]> =>
    (await communities.find({}, null, within(session)).sort({ slug: 1 }).lean()).map(communityOf);
  const holding = async (members: readonly Member[], session: Session) => {
    const bySlug = new Map((await all(session)).map((each) => [each.slug, each]));
    const ids = members.length === 1 ? { member: members[0]?.id ?? '' } : {};
    const isOut = { $or: [{ state: 'LEFT' as const }, { removedAt: { $ne: null } }] };
    const left = await rows.find({ ...ids, ...isOut }, { session }).toArray();
    const leftBy = Map.groupBy(left, ({ member }) => member);
    const held = (member: Member): readonly string[] =>
      communitiesHeldBy(
        member,
        bySlug,
        new Set((leftBy.get(member.id) ?? []).map(({ community }) => community)),
      );
    return { bySlug, held };
  };
  return {
    all,
    bySlug: async (slug, session) => {
      const row = await communities.findOne({ slug }, null, within(session)).lean();
      return row === null ? null : communityOf(row);
    },
    save: async ({ id, ...facts }, session) => {
      await communities.replaceOne({ _id: id }, { _id: id, ...facts }, replacing(session));
    },
    membership: async (community, member, session) => {
      const row = await memberships
        .findOne({ _id: membershipId(community, member) }, null, within(session))
        .lean();
      return row === null ? null : membershipOf(row);
    },
    memberships: async (of) =>
      (
        await memberships
          .find({ ...of })
          .sort({ _id: 1 })
          .lean()
      ).map(membershipOf),
    saveMembership: async (membership, session) => {
      const _id = membershipId(membership.community, membership.member);
      await memberships.replaceOne({ _id }, { _id, ...membership }, replacing(session));
    },
    ...invitationsIn(database),
    settled: async (member, former, session) => {
      const { bySlug, held } = await holding([member], session);
      if (bySlug.size === 0) return member;
      return withCommunities({ member, former }, held(member), bySlug, now());
    },
    heldIn: async (members, session) => {
      const { held } = await holding(members, session);
      return { members, held };
    },
  };
};
