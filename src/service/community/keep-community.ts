// Creates a community and changes it. Only the hub creates one: whoever may choose a slug learns which are taken, also by
// communities that it may not see. From then on its managers keep it.
import { type Directory, directoryOf, directorySeenBy } from '../../domain/directory.ts';
import { type Actor, isAuthority, type Member } from '../../domain/member.ts';
import {
  type Community,
  type CommunityRule,
  fitsRule,
  isRemoved,
} from '../../domain/partnership/community.ts';
import { ruleProblems, textProblems } from '../../domain/partnership/community-rules.ts';
import { alikeIn, lookAlikeIn } from '../../domain/partnership/look-alike.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Facts } from '../../domain/record/act-facts.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { doesManage } from '../../policy/communities.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { communityUnknown, visibleCommunity } from './visible-community.ts';

export type CommunityDeps = Pick<
  Hub,
  'members' | 'communities' | 'directory' | 'counters' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

const MAX_MANAGERS = 100;

type Settings = Pick<
  Community,
  'name' | 'purpose' | 'roll' | 'joining' | 'admitsAuthorities' | 'opensHistory'
>;

/** `managers` are slugs of members. */
export type NewCommunity = Partial<Settings> &
  Pick<Community, 'slug' | 'name'> & {
    readonly managers: readonly string[];
    readonly rule?: CommunityRule | null;
  };

/** What is absent stays as it is; `rule: null` keeps the community by hand from then on, with the members that it has. */
export type CommunityChange = Partial<Settings> & {
  readonly slug: string;
  readonly expectedVersion: number;
  readonly managers?: readonly string[];
  readonly rule?: CommunityRule | null;
};

/** `isTrial`: says what would come of it, and writes nothing. */
export type KeepOptions = { readonly isTrial?: boolean };

export type Kept = {
  readonly community: Community;
  /** How many active members the rule fits, of those that the actor is told of; null where it is kept by hand. */
  readonly fitting: number | null;
};

export const createCommunity = async (
  hub: CommunityDeps,
  actor: Actor,
  given: NewCommunity,
  { isTrial = false }: KeepOptions = {},
): Promise<Outcome<Kept>> => {
  const permission = mayAct(actor, 'community.create', null);
  if (!permission.allowed) return refused(permission.problem);
  hub.directory.forget();
  const directory = await hub.directory.current();
  const told = toldOf(directory, actor);
  const managers = managersOf(told, given.managers);
  const rule = given.rule ?? null;
  const community: Community = {
    id: identifierFor('community', given.slug),
    slug: given.slug,
    name: given.name,
    purpose: given.purpose ?? '',
    rule,
    managers: managers.ids,
    roll: given.roll ?? 'COMMUNITY',
    joining: given.joining ?? 'INVITATION',
    admitsAuthorities: given.admitsAuthorities ?? false,
    opensHistory: given.opensHistory ?? false,
    version: 1,
    createdAt: hub.clock.now(),
  };
  const problems = [
    ...textProblems(community),
    ...managers.problems,
    ...takenProblems(directory, community),
    ...settledRuleProblems(told, { community, out: NOBODY }, '$.rule'),
  ];
  if (problems.length > 0) return refused(...problems);
  const kept = keptOf(told, { community, out: NOBODY });
  if (isTrial) return accepted(kept);
  const written = await hub.members.change((session) => created(hub, actor, community, session));
  if (!written.ok) return written;
  // Whoever was in a community that only members named may have lost it.
  await confirmEverywhere(hub);
  return accepted(kept);
};

/** Refused where somebody else has made one of that name meanwhile. */
const created = async (
  hub: CommunityDeps,
  actor: Actor,
  community: Community,
  session: Session,
): Promise<Outcome<Community>> => {
  const [members, communities] = [await hub.members.all(session), await hub.communities.all(session)];
  const problems = takenProblems(directoryOf(0, { members, declared: [], communities }), community);
  if (problems.length > 0) return refused(...problems);
  await write(hub, actor, { community, before: null }, session);
  return accepted(community);
};

/** The one that was made before under the Idempotency-Key of this request, as it is by now. */
export const createdBefore = async (
  hub: Pick<CommunityDeps, 'directory' | 'communities'>,
  actor: Actor,
  slug: string,
): Promise<Outcome<Kept>> => {
  const directory = await hub.directory.current();
  const community = visibleCommunity(directory, actor, slug);
  if (community === null) return refused(communityUnknown(slug, '$.slug'));
  return accepted(keptOf(toldOf(directory, actor), { community, out: await outOf(hub, slug) }));
};

export const changeCommunity = async (
  hub: CommunityDeps,
  actor: Actor,
  { slug, expectedVersion, managers: named, ...given }: CommunityChange,
  { isTrial = false }: KeepOptions = {},
): Promise<Outcome<Kept>> => {
  hub.directory.forget();
  const directory = await hub.directory.current();
  const before = visibleCommunity(directory, actor, slug);
  if (before === null) return refused(communityUnknown(slug, '$.slug'));
  if (!doesManage(actor, before)) return refused(notManager());
  if (before.version !== expectedVersion) return refused(isChanged(before, expectedVersion));
  const told = toldOf(directory, actor);
  const managers = named === undefined ? { ids: before.managers, problems: [] } : managersOf(told, named);
  const community: Community = { ...before, ...given, managers: managers.ids, version: before.version + 1 };
  const ruled = { community, out: await outOf(hub, slug) };
  const mayName = mayNameAll(actor) || !isOtherName(before, community.name);
  // Whom else it admits decides who is in it as much as the rule does.
  const decides = given.rule === undefined ? '$.admitsAuthorities' : '$.rule';
  const isSame = given.rule == null && community.admitsAuthorities === before.admitsAuthorities;
  const problems = [
    ...textProblems({ name: community.name, purpose: community.purpose }),
    ...managers.problems,
    ...(mayName ? [] : [nameOfHub()]),
    ...(isSame ? [] : settledRuleProblems(told, ruled, decides)),
  ];
  if (problems.length > 0) return refused(...problems);
  const kept = keptOf(told, ruled);
  if (isTrial) {
    const alike = renamedAlike(directory, { community, before });
    return alike === null ? accepted(kept) : refused(alike);
  }
  const written = await hub.members.change((session) => changed(hub, actor, { community, before }, session));
  if (!written.ok) return written;
  // A rule, or who is told of whom, may have taken something from somebody.
  await confirmEverywhere(hub);
  return accepted(kept);
};

type Change = { readonly community: Community; readonly before: Community };

/** Refused, or written whole. */
const changed = async (
  hub: CommunityDeps,
  actor: Actor,
  change: Change,
  session: Session,
): Promise<Outcome<Community>> => {
  const { community, before } = change;
  // Written first: of several new names at once, each is judged after the one before it, and by the version that it left.
  if (isOtherName(before, community.name)) await hub.counters.next('directory', 1, session);
  const stored = await hub.communities.bySlug(before.slug, session);
  if ((stored?.version ?? 1) !== before.version) return refused(isChanged(stored ?? before, before.version));
  const [members, communities] = [await hub.members.all(session), await hub.communities.all(session)];
  const alike = renamedAlike(directoryOf(0, { members, declared: [], communities }), change);
  if (alike !== null) return refused(alike);
  await write(hub, actor, change, session);
  return accepted(community);
};

export const notManager = (): Problem =>
  problem(
    'ROLE_MAY_NOT',
    '$',
    'Only managers of this community may do this.',
    'Ask a person with the role manager at a member that manages it.',
  );

const isChanged = ({ version }: Community, expected: number): Problem =>
  problem(
    'VERSION_CONFLICT',
    '$.expectedVersion',
    `The current version is ${version}, not ${expected}.`,
    'Read it again, then decide.',
  );

/** A hub operator administers every member; nobody else learns here of one that is unlisted, not by a count either. */
const toldOf = (directory: Directory, actor: Actor): Directory =>
  mayNameAll(actor) ? directory : directorySeenBy(directory, actor.member.id);

const managersOf = (
  { bySlug }: Directory,
  slugs: readonly string[],
): { readonly ids: readonly string[]; readonly problems: readonly Problem[] } => {
  if (slugs.length > MAX_MANAGERS) {
    const message = `At most ${MAX_MANAGERS} members manage a community.`;
    return { ids: [], problems: [problem('TOO_MANY', '$.managers', message, 'Leave some out.')] };
  }
  const found = slugs.map((slug) => bySlug.get(slug));
  const problems = found.flatMap((member, at) =>
    member === undefined
      ? [
          problem(
            'MEMBER_UNKNOWN',
            `$.managers[${at}]`,
            `There is no member "${slugs[at]}".`,
            'Give the slug of a member.',
          ),
        ]
      : [],
  );
  const ids = [...new Set(found.flatMap((member) => member?.id ?? []))];
  const isManaged = found.some((member) => member?.isActive === true);
  return isManaged || problems.length > 0
    ? { ids, problems }
    : {
        ids,
        problems: [
          problem(
            'COMMUNITY_WITHOUT_MANAGER',
            '$.managers',
            'No active member would manage the community.',
            'Name at least one member that manages it.',
          ),
        ],
      };
};

/** Slugs that only members name are taken too; whoever names one of them takes that community over. */
const takenProblems = (directory: Directory, { slug, name }: Community): Problem[] => {
  const { communities } = directory;
  const alike = communities.has(slug) ? { slug } : lookAlikeIn({ slug, name }, othersThan(directory, slug));
  return alike === null ? [] : [looksLike('$.slug', alike.slug)];
};

const othersThan = ({ communities, members }: Directory, slug: string): { slug: string; name: string }[] => {
  const named = new Set([...members.values()].flatMap((member) => member.communities));
  return [
    ...communities.values(),
    ...[...named].filter((each) => !communities.has(each)).map((each) => ({ slug: each, name: each })),
  ].filter((other) => other.slug !== slug);
};

const looksLike = (path: string, slug: string): Problem =>
  problem(
    'LOOKS_ALIKE',
    path,
    `Its slug or name is that of the community ${slug}, or looks like it.`,
    'Choose one that nobody takes for the other.',
  );

/** Operators of the hub are told of every community and member. */
const mayNameAll = (actor: Actor): boolean => mayAct(actor, 'community.create', null).allowed;

/** What it is called already it may be called in another way of writing. */
const isOtherName = (before: Community, name: string): boolean =>
  name !== before.name && alikeIn([name], [before]) === null;

/** A new name that may be taken for another's; the hub alone gives one, and is told whose it is. */
const renamedAlike = (directory: Directory, { before, community }: Change): Problem | null => {
  if (!isOtherName(before, community.name)) return null;
  const alike = alikeIn([community.name], othersThan(directory, community.slug));
  return alike === null ? null : looksLike('$.name', alike.slug);
};

/** Whatever it is: a refusal of some of them would tell what others are called, and some its managers may not see. */
const nameOfHub = (): Problem =>
  problem(
    'ROLE_MAY_NOT',
    '$.name',
    'A new name of a community is given by the hub alone.',
    'Leave it out, and ask an operator of the hub.',
  );

/** `out`: ids of the members that left or were removed, whom no rule brings back. */
type Ruled = { readonly community: Community; readonly out: ReadonlySet<string> };
const NOBODY: ReadonlySet<string> = new Set();

const outOf = async (hub: Pick<Hub, 'communities'>, community: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await hub.communities.memberships({ community })).flatMap((each) =>
      each.state === 'LEFT' || isRemoved(each) ? [each.member] : [],
    ),
  );

const settledRuleProblems = (directory: Directory, ruled: Ruled, path: string): Problem[] => {
  const { rule } = ruled.community;
  if (rule === null) return [];
  const wrong = ruleProblems(rule);
  if (wrong.length > 0) return wrong;
  return fittingIn(directory, ruled, rule).length > 0
    ? []
    : [
        problem(
          'RULE_EMPTIES_COMMUNITY',
          path,
          'No active member fits this rule, so the community would have no members.',
          'Widen the rule.',
        ),
      ];
};

const fittingIn = ({ members }: Directory, { community, out }: Ruled, rule: CommunityRule): Member[] =>
  [...members.values()].filter(
    (member) =>
      member.isActive &&
      !out.has(member.id) &&
      (community.admitsAuthorities || !isAuthority(member)) &&
      fitsRule(rule, member),
  );

const keptOf = (directory: Directory, ruled: Ruled): Kept => {
  const { community } = ruled;
  return {
    community,
    fitting: community.rule === null ? null : fittingIn(directory, ruled, community.rule).length,
  };
};

type Write = { readonly community: Community; readonly before: Community | null };

/** The community, and every member whose communities follow from it. */
const write = async (
  hub: CommunityDeps,
  actor: Actor,
  { community, before }: Write,
  session: Session,
): Promise<void> => {
  await hub.communities.save(community, session);
  const facts: Facts = {
    version: community.version,
    byRule: community.rule !== null,
    roll: community.roll,
    joining: community.joining,
    admitsAuthorities: community.admitsAuthorities,
    opensHistory: community.opensHistory,
    managers: community.managers,
  };
  const { id: subject } = community;
  const event = before === null ? 'community.created' : 'community.changed';
  const isHistoryOpened = before?.opensHistory === false && community.opensHistory;
  const concerned = new Set(community.managers);
  const { members, held } = await hub.communities.heldIn(await hub.members.all(session), session);
  for (const member of members) {
    const after = held(member);
    const isIn = member.communities.includes(community.slug) || after.includes(community.slug);
    if (isIn) concerned.add(member.id);
    if (!isIn || (after.join() === member.communities.join() && !isHistoryOpened)) continue;
    await hub.members.put(isHistoryOpened ? withHistoryOf(member, community.slug) : member, session);
  }
  await recordAct(hub, { event, by: actor, members: [...concerned], subject, facts }, session);
};

/** With all that was addressed to the community. */
const withHistoryOf = (member: Member, slug: string): Member => {
  const { [slug]: _, ...others } = member.communitiesSince ?? {};
  return { ...member, communitiesSince: others };
};
