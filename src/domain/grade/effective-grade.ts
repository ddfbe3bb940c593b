// The effective grade of a warning: the urgency and certainty that its publisher states, raised by what is publicly known
// about what each of its readers has. The publisher's grade stays as it is. Nothing here depends on the reader, so the
// effective grade tells nobody of an object that it may not read (I7).
import type { Certainty, Summary, Urgency } from '../warning.ts';

export type EffectiveGrade = {
  readonly urgency: Urgency;
  readonly certainty: Certainty;
  /** Why it is higher than the publisher's, as a sentence; null where it is the publisher's. */
  readonly because: string | null;
};

/** A CVE in a catalogue of known exploited vulnerabilities, and since when (YYYY-MM-DD). */
export type Exploited = { readonly cve: string; readonly since: string };

/** The reference set that lists them: CISA's catalogue. */
export const EXPLOITED_SET = 'kev';

/** From the rows of that set, by CVE. */
export const exploitedIn = (rows: ReadonlyMap<string, string>): Exploited[] =>
  [...rows].map(([cve, row]) => ({ cve, since: (JSON.parse(row) as { dateAdded: string }).dateAdded }));

export type Stated = Pick<Summary, 'kind' | 'messageType' | 'urgency' | 'certainty'>;

/**
 * What is known to be exploited is observed, and asks for action at once. A publisher who says that a warning is over
 * (PAST), or that its readers are most likely not concerned (UNLIKELY), as after "not affected", knows more of it than a
 * catalogue does.
 */
export const effectiveGradeOf = (stated: Stated, exploited: readonly Exploited[]): EffectiveGrade => {
  const { urgency, certainty } = stated;
  const own: EffectiveGrade = { urgency, certainty, because: null };
  if (exploited.length === 0 || !mayBeRaised(stated)) return own;
  const raised: EffectiveGrade = {
    urgency: 'IMMEDIATE',
    certainty: 'OBSERVED',
    because: reasonOf(exploited),
  };
  return isHigher(raised, own) ? raised : own;
};

const mayBeRaised = ({ kind, messageType, urgency, certainty }: Stated): boolean =>
  kind === 'WARNING' && messageType !== 'CANCEL' && urgency !== 'PAST' && certainty !== 'UNLIKELY';

const MAX_NAMED = 2;

/** The newest entries of the catalogue first: they are what raised it. */
const reasonOf = (exploited: readonly Exploited[]): string => {
  const inOrder = exploited.toSorted((one, other) => {
    if (one.since !== other.since) return one.since > other.since ? -1 : 1;
    return one.cve < other.cve ? -1 : 1;
  });
  const named = inOrder.slice(0, MAX_NAMED).map(({ cve, since }) => `${cve} since ${since}`);
  const more = exploited.length - named.length;
  const others = more === 0 ? '' : `, and ${more} more`;
  return `Known to be exploited: ${named.join(', ')}${others} (CISA KEV).`;
};

const URGENCY_RANKS: Readonly<Record<Urgency, number>> = {
  IMMEDIATE: 4,
  EXPECTED: 3,
  FUTURE: 2,
  UNKNOWN: 1,
  PAST: 0,
};
const CERTAINTY_RANKS: Readonly<Record<Certainty, number>> = {
  OBSERVED: 4,
  LIKELY: 3,
  POSSIBLE: 2,
  UNKNOWN: 1,
  UNLIKELY: 0,
};
const SEVERITY_RANKS = { EXTREME: 4, SEVERE: 3, MODERATE: 2, MINOR: 1, UNKNOWN: 0 } as const;

type Grade = Pick<EffectiveGrade, 'urgency' | 'certainty'>;

/** Whether one is more urgent or more certain than the other. */
export const isHigher = (one: Grade, other: Grade): boolean =>
  URGENCY_RANKS[one.urgency] > URGENCY_RANKS[other.urgency] ||
  CERTAINTY_RANKS[one.certainty] > CERTAINTY_RANKS[other.certainty];

type Graded = {
  readonly effectiveUrgency: string;
  readonly effectiveCertainty: string;
  readonly severity: string;
};

const rankIn = (ranks: Readonly<Record<string, number>>, value: string): number => ranks[value] ?? 0;

/** The order in which a person should look: what is urgent first, then what is severe, then what is certain. */
export const byGrade = (one: Graded, other: Graded): number =>
  rankIn(URGENCY_RANKS, other.effectiveUrgency) - rankIn(URGENCY_RANKS, one.effectiveUrgency) ||
  rankIn(SEVERITY_RANKS, other.severity) - rankIn(SEVERITY_RANKS, one.severity) ||
  rankIn(CERTAINTY_RANKS, other.effectiveCertainty) - rankIn(CERTAINTY_RANKS, one.effectiveCertainty);

/** The stored effective grade of a version; absent until the hub has judged it. */
export type StoredGrade = {
  readonly effectiveUrgency?: Urgency;
  readonly effectiveCertainty?: Certainty;
  readonly raisedBecause?: string;
};

/** What its readers were last told of a version; absent until the hub has judged it, and on rows of older hubs: the stored grade. */
export type ToldGrade = { readonly toldUrgency?: Urgency; readonly toldCertainty?: Certainty };

/** What its readers were last told of it. */
export const toldGradeOf = (
  row: StoredGrade & ToldGrade,
  stated: Pick<Summary, 'urgency' | 'certainty'>,
): Pick<EffectiveGrade, 'urgency' | 'certainty'> => {
  const { urgency, certainty } = gradeOf(row, stated);
  return { urgency: row.toldUrgency ?? urgency, certainty: row.toldCertainty ?? certainty };
};

export const storedGrade = ({ urgency, certainty, because }: EffectiveGrade): StoredGrade => ({
  effectiveUrgency: urgency,
  effectiveCertainty: certainty,
  ...(because === null ? {} : { raisedBecause: because }),
});

/** What a row says; the publisher's own grade where the hub has not judged it. */
export const gradeOf = (
  { effectiveUrgency, effectiveCertainty, raisedBecause }: StoredGrade,
  { urgency, certainty }: Pick<Summary, 'urgency' | 'certainty'>,
): EffectiveGrade => ({
  urgency: effectiveUrgency ?? urgency,
  certainty: effectiveCertainty ?? certainty,
  because: raisedBecause ?? null,
});
