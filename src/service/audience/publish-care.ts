// What a publisher is told of its audience and marking before, and when, it publishes: from its own former versions, and from
// recipients that it may know of (I32).
import type { AccessFacts } from '../../domain/access-facts.ts';
import { type Care, careFor, type Habit } from '../../domain/care/publish-care.ts';
import type { Hub } from '../../hub.ts';
import { type RecentVersionsDeps, recentVersions } from './recent-versions.ts';
import type { Recipient } from './resolve-audience.ts';

export type CareDeps = RecentVersionsDeps & Pick<Hub, 'ways' | 'clock'>;

const DAY_MS = 24 * 3_600_000;
const HABIT_DAYS = 180;

export const careOf = async (
  hub: CareDeps,
  access: AccessFacts,
  receives: readonly Recipient[],
): Promise<Care[]> => {
  const now = hub.clock.now();
  const [habits, ways] = await Promise.all([
    habitsOf(hub, access, now),
    hub.ways.of(receives.map(({ member }) => member.id)),
  ]);
  const unreached = [...ways.values()].filter(({ aliveUntil }) => aliveUntil <= now).length;
  const { audience, tlp } = access;
  const draft = { audience, tlp, recipients: receives.length, known: ways.size, unreached };
  return careFor(draft, habits);
};

/** Of the same kind of traffic: an exercise says nothing of whom one warns in earnest, nor the reverse (I10). */
const habitsOf = async (
  hub: RecentVersionsDeps,
  { publisher, exercise }: AccessFacts,
  now: Date,
): Promise<Habit[]> => {
  const since = new Date(now.getTime() - HABIT_DAYS * DAY_MS);
  const recent = await recentVersions(hub, publisher, since);
  return recent
    .filter(({ version }) => version === 1)
    .map(({ content }) => content.access)
    .filter((each) => (each.exercise === null) === (exercise === null))
    .map(({ audience, tlp }) => ({ audience, tlp }));
};
