// Subscriptions as their owners make, change, pause and end them: a person at its own endpoints, whoever looks after the channels
// of a member at the member's. For everybody else they do not exist.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { type Directory, directorySeenBy } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import {
  DEFAULT_SCHEDULE,
  type Schedule,
  SUBSCRIPTION_LIMITS,
  type Subscription,
  type SubscriptionFilter,
} from '../../domain/subscription/subscription.ts';
import { subscriptionProblems, timePast } from '../../domain/subscription/subscription-rules.ts';
import type { Hub } from '../../hub.ts';
import { mayKeepAt } from '../../policy/channel/carried-to.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';

export type SubscriptionDeps = Pick<
  Hub,
  | 'subscriptions'
  | 'endpoints'
  | 'directory'
  | 'database'
  | 'acts'
  | 'entries'
  | 'storage'
  | 'clock'
  | 'entropy'
>;

/** Publishers by slug; their ids are kept, since nothing but an id stays a member's. */
export type GivenFilter = SubscriptionFilter;

export type SubscriptionChange = Partial<Schedule> & {
  readonly name?: string;
  readonly filter?: GivenFilter;
  /** Null takes the end away. */
  readonly expiresAt?: Date | null;
};

export type SubscriptionDraft = SubscriptionChange & { readonly endpoint: string; readonly name: string };

/** A draft as it would be kept, without an id; for the preview too. */
export const draftedSubscription = async (
  hub: Pick<Hub, 'directory' | 'clock'>,
  actor: Actor,
  draft: Omit<SubscriptionDraft, 'endpoint'>,
): Promise<Outcome<Omit<Subscription, 'id' | 'endpoint'>>> => {
  const now = hub.clock.now();
  const directory = await hub.directory.current();
  const timeZone = zoneOf(directory, actor);
  const { name, filter = {}, expiresAt = null, ...schedule } = draft;
  const kept = { ...DEFAULT_SCHEDULE, timeZone, ...schedule, name, expiresAt };
  const named = namesIn(directory, actor, filter);
  const problems = [...subscriptionProblems({ ...kept, filter }, now), ...named.problems];
  if (problems.length > 0) return refused(...problems);
  return accepted({
    ...kept,
    filter: named.filter,
    member: actor.member.id,
    person: actor.person,
    state: 'ACTIVE',
    pausedSince: null,
    pausedUntil: null,
    createdAt: now,
    endedAt: null,
  });
};

/** Of one owner, those among them that ended within 30 days. */
const MOST_KEPT = 200;

/** The person's own, else its member's. */
const zoneOf = ({ persons }: Directory, { person, member }: Actor): string =>
  persons.get(person ?? '')?.timeZone ?? member.timeZone ?? DEFAULT_SCHEDULE.timeZone;

export const createSubscription = async (
  hub: SubscriptionDeps,
  actor: Actor,
  draft: SubscriptionDraft,
): Promise<Outcome<Subscription>> => {
  const endpoint = await keptEndpoint(hub, actor, draft.endpoint);
  if (endpoint === null) return notFound('$.endpoint');
  const { endpoint: id, ...others } = draft;
  const drafted = await draftedSubscription(hub, actor, others);
  if (!drafted.ok) return drafted;
  const subscription: Subscription = {
    ...drafted.value,
    id: `subscription--${hub.entropy.uuid()}`,
    endpoint: id,
    person: endpoint.person,
  };
  return written(hub, async (session) => {
    const standing = (await hub.subscriptions.ofMember(actor.member.id, session)).filter(
      ({ person, state }) => person === subscription.person && state !== 'ENDED',
    );
    const kept = await hub.subscriptions.countOf(
      { member: subscription.member, person: subscription.person },
      session,
    );
    if (standing.length >= SUBSCRIPTION_LIMITS.each || kept >= MOST_KEPT) return refused(tooMany());
    await hub.subscriptions.save(subscription, session);
    if (subscription.filter.exercise === undefined) await hub.endpoints.noteSubscribed(id, session);
    await record(hub, actor, { event: 'subscription.created', subscription }, session);
    return accepted(subscription);
  });
};

export const changeSubscription = (
  hub: SubscriptionDeps,
  actor: Actor,
  { id, ...change }: SubscriptionChange & { readonly id: string },
): Promise<Outcome<Subscription>> =>
  changed(hub, actor, id, async (before) => {
    const now = hub.clock.now();
    const directory = await hub.directory.current();
    const { filter, ...others } = change;
    const named = filter === undefined ? null : namesIn(directory, actor, filter);
    const after = { ...before, ...others, filter: named?.filter ?? before.filter };
    // An end that has passed is not looked at where it is not changed.
    const expiresAt = change.expiresAt === undefined ? null : after.expiresAt;
    const checked = subscriptionProblems({ ...after, filter: filter ?? {}, expiresAt }, now);
    const problems = [...checked, ...(named?.problems ?? [])];
    // Whoever changes it wants it: it tells again what the link of a message had stopped.
    return problems.length > 0 ? refused(...problems) : accepted({ ...after, state: 'ACTIVE' as const });
  });

/** Until an instant, or until it is resumed. */
export const pauseSubscription = (
  hub: SubscriptionDeps,
  actor: Actor,
  { id, until }: { readonly id: string; readonly until: Date | null },
): Promise<Outcome<Subscription>> =>
  changed(hub, actor, id, (before) => {
    const now = hub.clock.now();
    return until !== null && until <= now
      ? refused(timePast('$.until'))
      : accepted({ ...before, pausedSince: now, pausedUntil: until });
  });

export const resumeSubscription = (
  hub: SubscriptionDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Subscription>> =>
  changed(hub, actor, id, (before) =>
    accepted({ ...before, state: 'ACTIVE' as const, pausedSince: null, pausedUntil: null }),
  );

export const endSubscription = async (
  hub: SubscriptionDeps,
  actor: Actor,
  id: string,
): Promise<Outcome<Subscription>> => {
  const before = await keptSubscription(hub, actor, id);
  if (before === null) return notFound();
  return written(hub, async (session) => {
    const at = hub.clock.now();
    const isMoved = await hub.subscriptions.move(
      id,
      'ENDED',
      { from: ['ACTIVE', 'UNSUBSCRIBED'], at },
      session,
    );
    if (!isMoved) return refused(closed());
    const subscription: Subscription = { ...before, state: 'ENDED', endedAt: at };
    await record(hub, actor, { event: 'subscription.ended', subscription }, session);
    return accepted(subscription);
  });
};

/** The subscription, where the actor may keep it; absent and forbidden look the same. */
export const keptSubscription = async (
  hub: Pick<Hub, 'subscriptions'>,
  actor: Actor,
  id: string,
): Promise<Subscription | null> => {
  const found = await hub.subscriptions.byId(id);
  return found !== null && mayKeepAt(actor, found) ? found : null;
};

/** The one that was made before under the Idempotency-Key of this request, as it is by now. */
export const subscribedBefore = async (
  hub: Pick<Hub, 'subscriptions'>,
  actor: Actor,
  id: string,
): Promise<Outcome<Subscription>> => {
  const found = await keptSubscription(hub, actor, id);
  return found === null ? notFound() : accepted(found);
};

export const keptEndpoint = async (
  { endpoints }: Pick<Hub, 'endpoints'>,
  actor: Actor,
  id: string,
): Promise<Endpoint | null> => {
  const found = await endpoints.byId(id);
  return found !== null && found.state !== 'REMOVED' && mayKeepAt(actor, found) ? found : null;
};

type Change = (before: Subscription) => Outcome<Subscription> | Promise<Outcome<Subscription>>;

const changed = async (
  hub: SubscriptionDeps,
  actor: Actor,
  id: string,
  change: Change,
): Promise<Outcome<Subscription>> => {
  if ((await keptSubscription(hub, actor, id)) === null) return notFound();
  return written(hub, async (session) => {
    const before = await hub.subscriptions.byId(id, session);
    if (before === null || before.state === 'ENDED') return refused(closed());
    const after = await change(before);
    if (!after.ok) return after;
    await hub.subscriptions.save(after.value, session);
    // It may have been for an exercise before.
    const { endpoint, filter } = after.value;
    if (filter.exercise === undefined) await hub.endpoints.noteSubscribed(endpoint, session);
    await record(hub, actor, { event: 'subscription.changed', subscription: after.value }, session);
    return after;
  });
};

const written = async <Value>(
  hub: SubscriptionDeps,
  work: (session: Session) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> => {
  await hub.storage.require('WORK');
  return hub.database.transaction(work);
};

type Recorded = {
  readonly event: 'subscription.created' | 'subscription.changed' | 'subscription.ended';
  readonly subscription: Subscription;
};

/** What somebody asks for is its own matter: the line says that it changed, and not to what. */
const record = async (
  hub: SubscriptionDeps,
  actor: Actor,
  { event, subscription }: Recorded,
  session: Session,
): Promise<void> => {
  const { id, member, person, cadence, pausedSince } = subscription;
  const about = { members: [member], subject: id, ...(person === null ? {} : { person }) };
  const facts = { cadence, isPaused: pausedSince !== null };
  await recordAct(hub, { event, by: actor, ...about, facts }, session);
};

type Named = { readonly filter: SubscriptionFilter; readonly problems: readonly Problem[] };

/** Members that are unlisted to the actor are unknown, like those that are not there; so is a community of others. */
const namesIn = (directory: Directory, actor: Actor, filter: GivenFilter): Named => {
  const seen = directorySeenBy(directory, actor.member.id);
  const problems: Problem[] = [];
  const publishers = filter.publishers?.map((slug, at) => {
    const member = seen.bySlug.get(slug) ?? seen.members.get(slug);
    if (member === undefined) problems.push(unknownMember(slug, `$.filter.publishers[${at}]`));
    return member?.id ?? '';
  });
  for (const [at, slug] of (filter.communities ?? []).entries()) {
    if (!actor.member.communities.includes(slug))
      problems.push(unknownCommunity(slug, `$.filter.communities[${at}]`));
  }
  return { filter: { ...filter, ...(publishers === undefined ? {} : { publishers }) }, problems };
};

const unknownMember = (slug: string, path: string): Problem =>
  problem('MEMBER_UNKNOWN', path, `There is no member "${slug.slice(0, 64)}".`, 'Give the slug of a member.');

const unknownCommunity = (slug: string, path: string): Problem =>
  problem(
    'COMMUNITY_UNKNOWN',
    path,
    `Your organisation is in no community "${slug.slice(0, 64)}".`,
    'Give the slug of a community of yours.',
  );

const tooMany = (): Problem =>
  problem(
    'TOO_MANY',
    '$',
    `At most ${SUBSCRIPTION_LIMITS.each} subscriptions for one person, or for the organisation itself.`,
    'Change one, or end one.',
  );

const closed = (): Problem =>
  problem('SUBSCRIPTION_ENDED', '$.id', 'This subscription has ended.', 'Make a new one.');
