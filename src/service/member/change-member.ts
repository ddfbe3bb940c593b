// Changes the facts of a member. Its own administrators change how people reach it, and what is its alone: clients and
// the opt-out. What decides who may read (kind, State, sectors, the right to publish) is widened by the hub alone, since
// nobody grants what they lack; a member may give up sectors and countries by itself, and its name in Latin letters. A new
// name is given by the hub, which sees whose it resembles.
import { type Directory, directorySeenBy } from '../../domain/directory.ts';
import type { Actor, Member, MemberKind } from '../../domain/member.ts';
import { alikeIn } from '../../domain/partnership/look-alike.ts';
import { factProblems, type GivenFacts } from '../../domain/partnership/member-facts.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { type TellingDeps, tellEmptied } from './tell-emptied.ts';

/** What is absent stays as it is. */
export type MemberChange = GivenFacts & {
  readonly kind?: MemberKind;
  readonly mayPublish?: boolean;
  readonly optsOutOfCascade?: boolean;
  /** Slugs of members. */
  readonly clients?: readonly string[];
  /** The hub has looked at the names; it keeps them though they look like another's. */
  readonly namesAreClear?: boolean;
};

export type ChangeDeps = TellingDeps & Pick<Hub, 'applications' | 'directory'>;

/** `emptied`: slugs of the communities that nobody is in any more because of it, of those that the actor may know it of. */
export type ChangedMember = Member & { readonly emptied: readonly string[] };

/** Only the member itself: nobody else sees them either (I32). */
const OWNER_ONLY = ['optsOutOfCascade', 'clients'] as const;
const HUB_ONLY = ['kind', 'country', 'mayPublish', 'namesAreClear'] as const;
const MAX_CLIENTS = 200;

/** `slug` names the member; null for one's own. */
export const changeMember = async (
  hub: ChangeDeps,
  actor: Actor,
  slug: string | null,
  change: MemberChange,
): Promise<Outcome<ChangedMember>> => {
  const directory = await hub.directory.current();
  const target = slug === null ? actor.member : directory.bySlug.get(slug);
  const isOwn = target?.id === actor.member.id;
  const permission = mayAct(actor, isOwn ? 'member.change' : 'member.administer', null);
  const asHub = mayAct(actor, 'member.administer', null).allowed;
  if (!permission.allowed && !(isOwn && asHub)) return refused(permission.problem);
  if (target === undefined) return notFound('$.member');
  const broken = factProblems(change);
  if (broken.length > 0) return refused(...broken);
  const seen = directorySeenBy(directory, actor.member.id);
  const clients = clientsOf(change.clients, target, seen.bySlug);
  if (!clients.ok) return clients;
  const write = takesOnly(target, change) ? hub.members.narrow : hub.members.change;
  const changed = await write(async (session) => {
    const before = await hub.members.byId(target.id, session);
    if (before === null) return notFound('$.member');
    const forbidden = forbiddenIn(change, before, { isOwner: isOwn && permission.allowed, asHub });
    if (forbidden.length > 0) return refused(...forbidden);
    const alike = await alikeFault(hub, { before, change, asHub }, session);
    if (alike !== null) return refused(alike);
    const after = clients.value === undefined ? undefined : withHidden(clients.value, before, seen);
    const endsAll = clients.value?.length === 0;
    return accepted(await written(hub, actor, { before, change, clients: after, endsAll }, session));
  });
  if (changed.ok) await confirmEverywhere(hub);
  return changed;
};

/** Nothing but rights that it gives up or loses: that is done on a full disk too. */
const takesOnly = (
  before: Member,
  { mayPublish, optsOutOfCascade, sectors, countries, ...others }: MemberChange,
): boolean =>
  Object.values(others).every((value) => value === undefined) &&
  mayPublish !== true &&
  optsOutOfCascade !== false &&
  (sectors ?? []).every((each) => before.sectors.includes(each)) &&
  (countries ?? []).every((each) => before.countries.includes(each));

type Rights = { readonly isOwner: boolean; readonly asHub: boolean };

const forbiddenIn = (change: MemberChange, before: Member, { isOwner, asHub }: Rights): Problem[] => {
  const gained = (field: 'sectors' | 'countries'): boolean =>
    (change[field] ?? []).some((each) => !before[field].includes(each));
  return [
    ...(isOwner ? [] : OWNER_ONLY.filter((field) => change[field] !== undefined).map(isOfOwner)),
    ...(asHub ? [] : HUB_ONLY.filter((field) => change[field] !== undefined).map(isOfHub)),
    ...(asHub ? [] : (['sectors', 'countries'] as const).filter(gained).map(isOfHub)),
    ...(asHub ? [] : NAMES.filter((field) => isOtherName(change, before, field)).map(nameOfHub)),
  ];
};

const NAMES = ['name', 'latinName'] as const;

/** What it is called already it may write in another way. */
const isOtherName = (change: MemberChange, before: Member, field: (typeof NAMES)[number]): boolean =>
  isRenamed(change, before, field) &&
  (field === 'latinName' || alikeIn([change.name ?? ''], [before]) === null);

const isRenamed = (change: MemberChange, before: Member, field: 'name' | 'latinName'): boolean =>
  typeof change[field] === 'string' && change[field] !== before[field];

type Renaming = { readonly before: Member; readonly change: MemberChange; readonly asHub: boolean };

/** A new name that may be taken for that of another member or applicant; the hub alone gives one, and is told whose it is. */
const alikeFault = async (
  hub: Pick<ChangeDeps, 'members' | 'applications'>,
  { before, change, asHub }: Renaming,
  session: Session,
): Promise<Problem | null> => {
  const given = NAMES.filter((field) => isOtherName(change, before, field));
  if (!asHub || given.length === 0 || change.namesAreClear === true) return null;
  const applicants = (await hub.applications.open(session)).map(({ facts }) => facts);
  const others = [...(await hub.members.all(session)), ...applicants].filter(
    ({ slug }) => slug !== before.slug,
  );
  for (const field of given) {
    const alike = alikeIn([change[field] ?? ''], others);
    if (alike !== null) return looksLike(field, alike.slug);
  }
  return null;
};

const looksLike = (field: string, slug: string): Problem =>
  problem(
    'LOOKS_ALIKE',
    `$.${field}`,
    `This name looks like that of ${slug}.`,
    'Choose one that nobody takes for the other, or say namesAreClear.',
  );

const isOfOwner = (field: string): Problem =>
  problem(
    'ROLE_MAY_NOT',
    `$.${field}`,
    'Only the member itself declares this.',
    'Ask a member-admin of that organisation.',
  );

const isOfHub = (field: string): Problem =>
  problem(
    'ROLE_MAY_NOT',
    `$.${field}`,
    'This decides what the organisation may read or do, so only the hub grants it.',
    'Ask an operator of the hub.',
  );

/** Whatever it is: a refusal of some of them would tell what others are called, and some are unlisted. */
const nameOfHub = (field: string): Problem =>
  problem(
    'ROLE_MAY_NOT',
    `$.${field}`,
    'A new name is given by the hub alone.',
    'Leave it out, and ask an operator of the hub.',
  );

const clientsOf = (
  slugs: readonly string[] | undefined,
  owner: Member,
  bySlug: ReadonlyMap<string, Member>,
): Outcome<readonly string[] | undefined> => {
  if (slugs === undefined) return accepted(undefined);
  if (slugs.length > MAX_CLIENTS) {
    return refused(problem('TOO_MANY', '$.clients', `At most ${MAX_CLIENTS} clients.`, 'Leave some out.'));
  }
  const ids: string[] = [];
  for (const [index, slug] of slugs.entries()) {
    const client = bySlug.get(slug);
    if (client === undefined || client.id === owner.id) {
      return refused(
        problem(
          'MEMBER_UNKNOWN',
          `$.clients[${index}]`,
          `"${slug}" is not another member.`,
          'Give the slugs of members that are clients of yours.',
        ),
      );
    }
    ids.push(client.id);
  }
  return accepted([...new Set(ids)]);
};

/**
 * A client that became unlisted to its member is not shown to it, and stays: the list as it is shown can be kept, which changes
 * nothing and tells nothing. An empty list ends it too: else nobody could, and who names none believes that there is none.
 */
const withHidden = (
  clients: readonly string[],
  before: Member,
  { members }: Pick<Directory, 'members'>,
): readonly string[] => {
  if (clients.length === 0) return [];
  const all = [...clients, ...before.clients.filter((id) => !members.has(id) && !clients.includes(id))];
  const isSame = all.length === before.clients.length && before.clients.every((id) => all.includes(id));
  return isSame ? before.clients : all;
};

type Write = {
  readonly before: Member;
  readonly change: MemberChange;
  readonly clients: readonly string[] | undefined;
  /**
   * Is written and recorded once also where there was none: the audit trail would tell whether one was hidden. Said again it changes
   * nothing, since none can be hidden then.
   */
  readonly endsAll: boolean;
};

const written = async (
  hub: ChangeDeps,
  actor: Actor,
  { before, change: { clients: _, namesAreClear: __, ...facts }, clients, endsAll }: Write,
  session: Session,
): Promise<ChangedMember> => {
  const declared = clients === undefined ? {} : { clients, hasNoClients: endsAll };
  const after: Member = { ...before, ...facts, ...declared };
  const isSaidAgain = before.hasNoClients === true && before.clients.length === 0;
  const fields = (Object.keys(after) as (keyof Member)[]).filter((field) => field !== 'hasNoClients');
  const isOther = (field: keyof Member): boolean =>
    (endsAll && field === 'clients' && !isSaidAgain) ||
    JSON.stringify(after[field]) !== JSON.stringify(before[field]);
  const changed = fields.filter(isOther);
  if (changed.length === 0) return { ...before, emptied: [] };
  await hub.members.put(after, session);
  await recordAct(
    hub,
    // Which fields, never what is in them: clients and the like are nobody else's.
    { event: 'member.changed', by: actor, members: [after.id], facts: { changed } },
    session,
  );
  return { ...after, emptied: await tellEmptied(hub, actor, before, session) };
};
