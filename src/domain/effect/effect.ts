// What came of warnings, in numbers: how long each step took, as medians and 90th percentiles. A cell that few members make is
// suppressed, and no count is given, so that nothing here can be taken apart into members.
import type { Channel } from '../delivery.ts';

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
  /** Minutes from publication; null where fewer than five members came so far. */
  readonly median: number | null;
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
type Came = { readonly members: Set<string>; readonly values: number[] };

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
    const steps = new Map(STEPS.map((step) => [step, { members: new Set<string>(), values: [] }]));
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
          came.members.add(member);
          came.values.push(value);
        }
      }
    },
    cells: () =>
      [...groups.entries()]
        .filter(([, { members }]) => members.size >= LEAST_MEMBERS)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { sector, channel, steps }]) => ({
          sector,
          channel,
          steps: [...steps].map(([step, came]) => figuresOf(step, came)),
        })),
  };
};

/** Those of all of these. */
export const effectOf = (courses: readonly Course[]): Cell[] => {
  const effect = openEffect();
  for (const course of courses) effect.add(course);
  return effect.cells();
};

const figuresOf = (step: Step, { members, values }: Came): StepFigures =>
  members.size < LEAST_MEMBERS
    ? { step, median: null, p90: null }
    : { step, median: percentile(values, 0.5), p90: percentile(values, 0.9) };

/**
 * A count of members that tells nothing of one: null below five, else rounded down to a multiple of five. It holds for
 * members that are listed to everybody; one that is not changes nothing.
 */
export const roundedCount = (members: number): number | null =>
  members < LEAST_MEMBERS ? null : members - (members % LEAST_MEMBERS);
