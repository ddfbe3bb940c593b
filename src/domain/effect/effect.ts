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

/** Cells with five members or more, by sector and channel; those of all sectors first. */
export const effectOf = (courses: readonly Course[]): Cell[] => {
  const groups = new Map<string, { sector: string | null; channel: Channel; of: Course[] }>();
  for (const course of courses) {
    for (const sector of [null, ...course.sectors]) {
      const key = `${sector ?? ''} ${course.channel}`;
      const group = groups.get(key) ?? { sector, channel: course.channel, of: [] };
      group.of.push(course);
      groups.set(key, group);
    }
  }
  return [...groups.entries()]
    .filter(([, { of }]) => membersIn(of) >= LEAST_MEMBERS)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { sector, channel, of }]) => ({
      sector,
      channel,
      steps: STEPS.map((step) => figuresOf(step, of)),
    }));
};

const membersIn = (courses: readonly Pick<Course, 'member'>[]): number =>
  new Set(courses.map(({ member }) => member)).size;

const figuresOf = (step: Step, courses: readonly Course[]): StepFigures => {
  const came = courses.filter(({ minutes }) => minutes[step] !== undefined);
  if (membersIn(came) < LEAST_MEMBERS) return { step, median: null, p90: null };
  const values = came.map(({ minutes }) => minutes[step] ?? 0);
  return { step, median: percentile(values, 0.5), p90: percentile(values, 0.9) };
};

/**
 * A count of members that tells nothing of one: null below five, else rounded down to a multiple of five. It holds for
 * members that are listed to everybody; one that is not changes nothing.
 */
export const roundedCount = (members: number): number | null =>
  members < LEAST_MEMBERS ? null : members - (members % LEAST_MEMBERS);
