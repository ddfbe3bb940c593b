// What came of warnings, in numbers: how long each step took, as medians and 90th percentiles. A cell that few members make is
// suppressed, and no count is given, so that nothing here can be taken apart into members (without-rests.ts: nor by comparing cells).
import type { Channel } from '../delivery.ts';
import { tellingOfFew, withinByFew } from './without-rests.ts';

/** In the order in which they happen. ACTED: the first answer that says so. OPENED: by a person who has signed in. */
export const STEPS = ['SENT', 'DELIVERED', 'OPENED', 'ANSWERED', 'ACTED'] as const;
export type Step = (typeof STEPS)[number];

/** Fewer members are not told apart. */
export const LEAST_MEMBERS = 5;

/** One delivery, as far as it has come: minutes from publication to each step. */
export type Course = {
  /** Id of the member. */
  readonly member: string;
  /** Its sectors at the top of the hub's scheme. */
  readonly sectors: readonly string[];
  readonly channel: Channel;
  readonly minutes: Readonly<Partial<Record<Step, number>>>;
};

export type StepFigures = {
  readonly step: Step;
  /** Minutes from publication; null where fewer than five members came so far, or where it would tell of fewer. */
  readonly median: number | null;
  /** Null as well where there are fewer than ten values. */
  readonly p90: number | null;
};

export type Cell = {
  /** Null for all sectors together. */
  readonly sector: string | null;
  readonly channel: Channel;
  readonly steps: readonly StepFigures[];
};

/** The nearest rank: a value that occurred. */
export const percentile = (values: readonly number[], share: number): number | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
};

/** What is known of one step in one cell. Kept as numbers: a year of a publisher is too much to keep as rows. */
type Came = {
  /** How many of the values each has. */
  readonly members: Map<string, number>;
  readonly values: number[];
};

type Group = {
  readonly sector: string | null;
  readonly channel: Channel;
  readonly members: Set<string>;
  readonly steps: ReadonlyMap<Step, Came>;
};

export type Effect = {
  add(course: Course): void;
  /** Cells with five members or more, by sector and channel; those of all sectors first. */
  cells(): Cell[];
};

/** Takes courses one by one, and keeps none of them. */
export const openEffect = (): Effect => {
  const groups = new Map<string, Group>();
  const groupOf = (sector: string | null, channel: Channel): Group => {
    const key = `${sector ?? ''} ${channel}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const steps = new Map(STEPS.map((step) => [step, { members: new Map<string, number>(), values: [] }]));
    const group: Group = { sector, channel, members: new Set(), steps };
    groups.set(key, group);
    return group;
  };
  return {
    add: ({ member, sectors, channel, minutes }) => {
      for (const sector of [null, ...sectors]) {
        const { members, steps } = groupOf(sector, channel);
        members.add(member);
        for (const [step, came] of steps) {
          const value = minutes[step];
          if (value === undefined) continue;
          came.members.set(member, (came.members.get(member) ?? 0) + 1);
          came.values.push(value);
        }
      }
    },
    cells: () => {
      const withheld = withheldOf([...groups.values()]);
      return [...groups.entries()]
        .filter(([, { members }]) => members.size >= LEAST_MEMBERS)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { sector, channel, steps }]) => ({
          sector,
          channel,
          steps: [...steps].map(([step, came]) => figuresOf(step, came, withheld.has(came))),
        }));
    },
  };
};

/** Those of all of these. */
export const effectOf = (courses: readonly Course[]): Cell[] => {
  const effect = openEffect();
  for (const course of courses) effect.add(course);
  return effect.cells();
};

/** What a member did is the same whatever brought it the version. */
const ACTS: readonly Step[] = ['OPENED', 'ANSWERED', 'ACTED'];

/** By step: the sectors of a channel that tell of a few members beside its others or beside all, and the channels that do. */
const withheldOf = (groups: readonly Group[]): ReadonlySet<Came> => {
  const withheld = new Set<Came>();
  for (const step of ACTS) {
    const cells = groups.map(({ sector, channel, steps }) => ({
      came: steps.get(step) as Came,
      sector: `${channel} ${sector ?? ''}`,
      members: new Set(steps.get(step)?.members.keys()),
    }));
    const telling = withinByFew(cells, LEAST_MEMBERS);
    for (const { sector, came } of cells) if (telling.has(sector)) withheld.add(came);
  }
  for (const of of Map.groupBy(groups, ({ channel }) => channel).values()) {
    for (const step of STEPS) {
      const cells = of.map(({ sector, steps }) => ({ sector, came: steps.get(step) as Came }));
      const sets = cells.map(({ sector, came: { members } }) => ({
        sector,
        members: new Set(members.keys()),
      }));
      const telling = tellingOfFew(sets, LEAST_MEMBERS);
      for (const { sector, came } of cells) if (telling.has(sector)) withheld.add(came);
    }
  }
  return withheld;
};

/** Of half of the values and more the median may be one of that member's own. */
const isOneMembers = ({ members, values }: Came): boolean =>
  Math.max(...members.values()) * 2 >= values.length;

/** Of fewer values the 90th percentile is the largest: one member's. */
const LEAST_FOR_P90 = 10;

const figuresOf = (step: Step, came: Came, isWithheld: boolean): StepFigures => {
  const { members, values } = came;
  return members.size < LEAST_MEMBERS || isWithheld || isOneMembers(came)
    ? { step, median: null, p90: null }
    : {
        step,
        median: percentile(values, 0.5),
        p90: values.length < LEAST_FOR_P90 ? null : percentile(values, 0.9),
      };
};

/**
 * A count of members that tells nothing of one: null below five, else rounded down to a multiple of five. It holds for
 * members that are listed to everybody; one that is not changes nothing.
 */
export const roundedCount = (members: number): number | null =>
  members < LEAST_MEMBERS ? null : members - (members % LEAST_MEMBERS);
