// What a publisher is told of its audience and marking before, and when, it publishes, corrects or widens: from its own former
// versions, and from recipients that it may know of (I32).
import { personIdOf } from '../../domain/access/former-name.ts';
import type { AccessFacts } from '../../domain/access-facts.ts';
import { type Alternative, memberOfPerson } from '../../domain/audience.ts';
import { type Care, careFor, type Habit } from '../../domain/care/publish-care.ts';
import { type Directory, directorySeenBy } from '../../domain/directory.ts';
import { writtenAs } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { RecentRow } from '../../store/warnings.ts';
import { publicAccessFactsOf } from './access-facts-of.ts';
import { listedMembers } from './listed-members.ts';
import { type RecentVersionsDeps, withContents } from './recent-versions.ts';
import type { Recipient } from './resolve-audience.ts';

export type CareDeps = RecentVersionsDeps & Pick<Hub, 'ways' | 'clock' | 'directory'>;

const DAY_MS = 24 * 3_600_000;
const HABIT_DAYS = 180;

/** Whom it would reach, and of a further version what the one before had. */
export type Considering = {
  readonly receives: readonly Recipient[];
  readonly former?: Pick<AccessFacts, 'audience' | 'tlp'>;
  /** Where several are considered at once. */
  readonly habits?: Habits;
};

/** What a publisher did lately, in earnest or in exercises. */
export type Habits = (access: Pick<AccessFacts, 'publisher' | 'exercise'>) => Promise<readonly Habit[]>;

/** Read once of each publisher, whatever is considered. */
export const habitsOnce = (hub: RecentVersionsDeps & Pick<Hub, 'clock'>): Habits => {
  const read = new Map<string, Promise<readonly Habit[]>>();
  return (access) => {
    const key = `${access.exercise === null ? '' : 'exercise '}${access.publisher}`;
    const found = read.get(key) ?? habitsOf(hub, access, hub.clock.now());
    read.set(key, found);
    return found;
  };
};

export const careOf = async (
  hub: CareDeps,
  access: AccessFacts,
  { receives, former, habits: habitsBy = habitsOnce(hub) }: Considering,
): Promise<Care[]> => {
  const now = hub.clock.now();
  const [habits, ways, directory] = await Promise.all([
    habitsBy(access),
    hub.ways.of(receives.map(({ member }) => member.id)),
    hub.directory.current(),
  ]);
  const draft = {
    ...habitOf(access),
    former: former === undefined ? null : habitOf(former),
    nameOf: namesIn(directorySeenBy(directory, access.publisher)),
    recipients: receives.length,
    areNamed: areNamed(access, receives),
    known: ways.size,
    unreached: [...ways.values()].filter(({ aliveUntil }) => aliveUntil <= now).length,
  };
  return careFor(draft, habits);
};

type Draft = Pick<AccessFacts, 'publisher' | 'tlp' | 'audience' | 'exercise'>;

/** The same of what is only proposed. */
export const careOfDraft = async (
  hub: CareDeps & Pick<Hub, 'members'>,
  draft: Draft,
  beside: Omit<Considering, 'receives'>,
): Promise<Care[]> => {
  const { access, receives } = await receivingDraft(hub, draft);
  return careOf(hub, access, { receives, ...beside });
};

/** Who would have it, as far as its publisher may know. */
export const receivingDraft = async (hub: Pick<Hub, 'members' | 'directory' | 'clock'>, draft: Draft) => {
  const access = publicAccessFactsOf(draft);
  const { receives } = await listedMembers(hub, access, await hub.directory.current());
  return { access, receives };
};

/** Each person by its id: what earlier releases stored has its former name beside it. */
const habitOf = ({ audience, tlp }: Pick<AccessFacts, 'audience' | 'tlp'>): Habit => ({
  audience: {
    alternatives: audience.alternatives.map(
      ({ persons, ...others }): Alternative =>
        persons === undefined ? others : { ...others, persons: [...new Set(persons.map(personIdOf))] },
    ),
  },
  tlp,
});

/** As the publisher writes them. An unknown person of a member stands for that member. */
const namesIn =
  ({ members, persons }: Directory) =>
  (id: string): string => {
    const person = persons.get(id);
    if (person !== undefined) return writtenAs(person);
    return members.get(id)?.slug ?? `of ${memberOfPerson(id)}`;
  };

const areNamed = ({ audience }: AccessFacts, receives: readonly Recipient[]): boolean => {
  const members = new Set(audience.alternatives.flatMap((each) => each.members ?? []));
  const slugs = new Set(audience.alternatives.flatMap((each) => each.persons ?? []).map(memberOfPerson));
  return receives.every(({ member }) => members.has(member.id) || slugs.has(member.slug));
};

/** So many make the habit, out of so many that are looked at: an exercise of many warnings does not hide it. */
const MOST_HABITS = 50;
const MOST_LOOKED_AT = 200;

/** Of the same kind of traffic: an exercise says nothing of whom one warns in earnest, nor the reverse (I10). */
const habitsOf = async (
  hub: RecentVersionsDeps,
  { publisher, exercise }: Parameters<Habits>[0],
  now: Date,
): Promise<Habit[]> => {
  const since = new Date(now.getTime() - HABIT_DAYS * DAY_MS);
  const rows = await hub.warnings.publishedBy(publisher, since, MOST_LOOKED_AT);
  const habits: Habit[] = [];
  for (let at = 0; at < rows.length && habits.length < MOST_HABITS; at += MOST_HABITS)
    habits.push(...(await habitsIn(hub, rows.slice(at, at + MOST_HABITS), exercise !== null)));
  return habits.slice(0, MOST_HABITS);
};

const habitsIn = async (
  hub: RecentVersionsDeps,
  rows: readonly RecentRow[],
  isExercise: boolean,
): Promise<Habit[]> =>
  (await withContents(hub, rows))
    .map(({ content }) => content.access)
    // A notice to those who lose a warning addresses nobody.
    .filter(({ exercise, holders }) => (exercise !== null) === isExercise && holders === undefined)
    .map(habitOf);
