// The answers of a warning's recipients, rolled up by sector, so that nothing can be taken apart into members. A number is
// never below five, and rounded down to fives; a sector with fewer is counted among the others, with the smallest shown one
// where the others would be too few. Each member counts once, in one sector, whoever is whose client: the publisher sees its
// recipients, so that a number by their relations would tell these.
import { ACKNOWLEDGEMENTS, type AcknowledgementAnswer } from '../answer/answers.ts';
import { LEAST_MEMBERS, roundedCount } from './effect.ts';

/** A recipient that everybody may know of. */
export type Answerer = {
  /** At the top of the hub's scheme: the one that it names first; null where it names none. */
  readonly sector: string | null;
  /** What stands; null where it has not answered. */
  readonly answer: AcknowledgementAnswer | null;
};

type AnswerCount = { readonly answer: AcknowledgementAnswer | null; readonly members: number };

type SectorAnswers = {
  /** Null for the others together, or for all. */
  readonly sector: string | null;
  readonly members: number;
  /** Those of five or more, in the order of the answers; null for no answer comes last. */
  readonly answers: readonly AnswerCount[];
};

export type AnswersBySector = {
  /** Null below five. */
  readonly all: SectorAnswers | null;
  /** By sector; the others come last. */
  readonly sectors: readonly SectorAnswers[];
};

const ANSWERS = [...ACKNOWLEDGEMENTS, null] as const;

type Group = { readonly sector: string | null; readonly of: readonly Answerer[] };

export const answersBySector = (recipients: readonly Answerer[]): AnswersBySector => {
  const groups = groupsOf(recipients);
  const all = rowOf({ sector: null, of: recipients });
  if (all === null || groups.length < 2) return { all, sectors: [] };
  const sectors = groups.map(rowOf).filter((row) => row !== null);
  return { all: withoutRests(all, sectors), sectors };
};

/** Each with five members or more, but where there is one alone. */
const groupsOf = (recipients: readonly Answerer[]): readonly Group[] => {
  const bySector = [...Map.groupBy(recipients, ({ sector }) => sector)]
    .map(([sector, of]): Group => ({ sector, of }))
    .sort(bySize);
  const isShown = ({ sector, of }: Group): boolean => sector !== null && of.length >= LEAST_MEMBERS;
  const shown = bySector.filter(isShown);
  let others = bySector.filter((each) => !isShown(each)).flatMap(({ of }) => of);
  // What is left of the whole beside the shown ones must not be few.
  while (others.length > 0 && others.length < LEAST_MEMBERS && shown.length > 0)
    others = [...others, ...(shown.pop()?.of ?? [])];
  return [
    ...shown.toSorted((one, other) => ((one.sector ?? '') < (other.sector ?? '') ? -1 : 1)),
    ...(others.length === 0 ? [] : [{ sector: null, of: others }]),
  ];
};

/** The largest first; the order of ids where they are alike. */
const bySize = (one: Group, other: Group): number =>
  other.of.length - one.of.length || ((one.sector ?? '') < (other.sector ?? '') ? -1 : 1);

const rowOf = ({ sector, of }: Group): SectorAnswers | null => {
  const members = roundedCount(of.length);
  if (members === null) return null;
  const answers = ANSWERS.flatMap((answer): AnswerCount[] => {
    const count = roundedCount(of.filter((each) => each.answer === answer).length);
    return count === null ? [] : [{ answer, members: count }];
  });
  return { sector, members, answers };
};

/**
 * Where one sector alone does not show an answer, all together say no more of it than the others do: the rest would be that
 * one's.
 */
const withoutRests = (all: SectorAnswers, sectors: readonly SectorAnswers[]): SectorAnswers => ({
  ...all,
  answers: all.answers.flatMap(({ answer, members }): AnswerCount[] => {
    const shown = sectors.flatMap((row) => row.answers.filter((each) => each.answer === answer));
    if (shown.length !== sectors.length - 1) return [{ answer, members }];
    const sum = shown.reduce((total, each) => total + each.members, 0);
    return sum === 0 ? [] : [{ answer, members: Math.min(members, sum) }];
  }),
});
