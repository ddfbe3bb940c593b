// Where stix2-patterns and this project differ on a pattern, and the sentence of the standard that decides: the only
// differences that fuzzing accepts.
import { isTimestamp } from 'stix2-ts/value';

export type PatternVerdicts = {
  readonly pattern: string;
  /** The judge's complaint, or null. */
  readonly judge: string | null;
  /** Where and why this project refuses the pattern, or null. */
  readonly own: { readonly offset: number; readonly expected: string } | null;
};

type Listed = {
  readonly name: string;
  readonly sentence: string;
  readonly holds: (verdicts: PatternVerdicts) => boolean;
};

const expects = (text: string) => (verdicts: PatternVerdicts) =>
  verdicts.judge === null && verdicts.own?.expected.includes(text) === true;

const isImpossibleTime = ({ pattern, judge, own }: PatternVerdicts): boolean => {
  const text = /^t'([^']*)'/.exec(pattern.slice(own?.offset))?.[1];
  return judge === null && own !== null && text !== undefined && !isTimestamp(text);
};

export const listed: readonly Listed[] = [
  {
    name: 'a set of constants of several kinds',
    sentence: '§9.6.1: "The set values in b MUST be constants of homogeneous data type"',
    holds: expects('constants of one kind in a set'),
  },
  {
    name: 'a day that does not exist',
    sentence: '§2.16.1: "MUST be a valid RFC 3339-formatted timestamp" (§5.7 there: no 30 February)',
    holds: isImpossibleTime,
  },
  {
    name: 'no time at all, or no repetition',
    sentence:
      '§9.5.1: "x MUST be a positive integer", "x MUST be a positive floating-point or integer value"',
    holds: expects('a positive'),
  },
  {
    name: 'a positive number with a plus sign',
    sentence: '§9.2: "the integer MUST be represented as-is, omitting the plus sign"',
    holds: ({ pattern, judge, own }) => judge === null && own !== null && pattern[own.offset] === '+',
  },
  {
    name: 'a comment before the first bracket',
    sentence: 'the judge checks the first character before it parses; its own grammar skips comments',
    holds: ({ pattern, judge, own }) =>
      own === null && judge?.includes('missing square brackets') === true && /^[\s(]*\//.test(pattern),
  },
  {
    name: 'a hash that is not compared for equality with a text',
    sentence:
      '§9.6.1 asks for "a constant of the same data type as the object property"; only "=", "!=" and IN can check its form',
    holds: ({ own, judge }) => own === null && /is not a valid \S+ hash/.test(judge ?? ''),
  },
  {
    name: 'the judge breaks down',
    sentence: 'no verdict: its check of hashes fails on an index below them',
    holds: ({ pattern, judge, own }) =>
      own === null && judge?.startsWith('AttributeError') === true && /hashes/.test(pattern),
  },
];

export const listingOf = (verdicts: PatternVerdicts): string | null =>
  listed.find((one) => one.holds(verdicts))?.name ?? null;
