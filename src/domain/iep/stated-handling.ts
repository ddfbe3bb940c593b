// How a publisher says that an item may be used: the rules of FIRST's Information Exchange Policy 2.0, as a draft states them.
// Who may have it is its marking's; the policy of IEP that is made of both carries it as well.
import {
  type Handling,
  handlingInWords,
  PERMITTED_ACTIONS,
  type Permission,
  type PermittedActions,
  strictestHandling,
} from '../handling.ts';
import { type Problem, problem } from '../problem.ts';

/** Null where nothing is said. Instants are ISO 8601. */
export type StatedHandling = Pick<
  Handling,
  | 'permittedActions'
  | 'encryptInTransit'
  | 'affectedPartyNotifications'
  | 'providerAttribution'
  | 'unmodifiedResale'
  | 'until'
> & {
  /** Where the policy itself can be read: an address. */
  readonly reference: string | null;
};

/** What IEP 2.0 has for each rule, from the most to the least open. */
export const HANDLING_WORDS = {
  permittedActions: PERMITTED_ACTIONS,
  encryptInTransit: ['MAY', 'MUST'],
  affectedPartyNotifications: ['MAY', 'MUST_NOT'],
  providerAttribution: ['MAY', 'MUST', 'MUST_NOT'],
  unmodifiedResale: ['MAY', 'MUST_NOT'],
} as const satisfies Readonly<Record<string, readonly (PermittedActions | Permission)[]>>;

export type HandlingRule = keyof typeof HANDLING_WORDS;
const RULES = Object.keys(HANDLING_WORDS) as HandlingRule[];

export const NOTHING_STATED: StatedHandling = {
  permittedActions: null,
  encryptInTransit: null,
  affectedPartyNotifications: null,
  providerAttribution: null,
  unmodifiedResale: null,
  until: null,
  reference: null,
};

const wordsOf = (rule: HandlingRule): readonly string[] => HANDLING_WORDS[rule];

/** Null where it says nothing at all. */
export const orNothing = (stated: StatedHandling | null | undefined): StatedHandling | null =>
  stated == null || Object.values(stated).every((each) => each === null) ? null : stated;

/** What is wrong with it by itself, whatever was said before. `path` is that of the whole. */
export const handlingProblems = (
  stated: StatedHandling | null | undefined,
  { path, now, bundle }: { readonly path: string; readonly now: Date; readonly bundle: unknown },
): Problem[] => {
  if (stated == null) return [];
  return [
    ...RULES.flatMap((rule) => {
      const word = stated[rule];
      return word === null || wordsOf(rule).includes(word) ? [] : [unknownWord(rule, word, path)];
    }),
    ...(stated.until !== null && Date.parse(stated.until) <= now.getTime()
      ? [
          problem(
            'HANDLING_UNTIL_PAST',
            `${path}.until`,
            `The policy ends at ${stated.until}, which is in the past: from its end on nobody but you reads the warning.`,
            'Give an instant after now, or leave it out.',
          ),
        ]
      : []),
    ...(orNothing(stated) !== null && hasReport(bundle) ? [ofReport(path)] : []),
  ];
};

const unknownWord = (rule: HandlingRule, word: string, path: string): Problem =>
  problem(
    'HANDLING_WORD_UNKNOWN',
    `${path}.${rule}`,
    `IEP 2.0 has no ${word} for ${rule}.`,
    `Use one of ${wordsOf(rule).join(', ')}, or leave it out.`,
  );

/** The hub never edits what a publisher made, so a report of its own has to say it itself. */
export const ofReport = (path: string): Problem =>
  problem(
    'HANDLING_OF_REPORT',
    path,
    'The bundle has a report of its own, which the hub does not edit: how it may be used would be lost to whoever reads STIX.',
    'Mark the report with a policy of IEP 2.0 in the bundle, or leave the report out and let the hub make it.',
  );

const hasReport = (bundle: unknown): boolean => reportIn(bundle) !== null;

/** The first report of a bundle that nobody has checked yet; null where it has none. */
export const reportIn = (bundle: unknown): Readonly<Record<string, unknown>> | null => {
  const objects = (bundle as { readonly objects?: unknown } | null | undefined)?.objects;
  const found = Array.isArray(objects)
    ? objects.find((each: unknown) => (each as { readonly type?: unknown } | null)?.type === 'report')
    : undefined;
  return (found as Readonly<Record<string, unknown>> | undefined) ?? null;
};

/** The rules that it would loosen; one that it leaves out stays as it was. */
export const loosenedBy = (
  stated: StatedHandling,
  before: Pick<Handling, HandlingRule | 'until'> | null | undefined,
): (HandlingRule | 'until')[] => {
  if (before == null) return [];
  const loosened = RULES.filter((rule) => {
    const [is, was] = [stated[rule], before[rule]];
    return is !== null && was !== null && wordsOf(rule).indexOf(is) < wordsOf(rule).indexOf(was);
  });
  const isLater =
    stated.until !== null && before.until !== null && Date.parse(stated.until) > Date.parse(before.until);
  return isLater ? [...loosened, 'until'] : loosened;
};

/** A correction by one person makes it stricter only. */
export const loosenedProblems = (
  stated: StatedHandling | null | undefined,
  before: Handling | null | undefined,
): Problem[] =>
  stated == null
    ? []
    : loosenedBy(stated, before).map((rule) =>
        problem(
          'HANDLING_LOOSER',
          `$.handling.${rule}`,
          `That is looser than the version before, which says ${before?.[rule] ?? ''}.`,
          'Leave it out to keep it; to loosen it, propose LOOSEN_HANDLING, and a colleague approves it.',
        ),
      );

/** What a correction states from now on: what it leaves out stays. */
export const correctedHandling = (
  before: StatedHandling | null | undefined,
  given: StatedHandling | null | undefined,
): StatedHandling | null => {
  if (orNothing(before) === null || orNothing(given) === null) return orNothing(given) ?? orNothing(before);
  const [was, is] = [before as StatedHandling, given as StatedHandling];
  const { pap: _, from: _from, ...strictest } = strictestHandling(whole(was), whole(is));
  return { ...strictest, reference: is.reference ?? was.reference };
};

/** As readers are told it, for who approves it. */
export const statedInWords = (stated: StatedHandling | null | undefined): string[] =>
  stated == null
    ? []
    : [
        ...handlingInWords(whole(stated)),
        ...(stated.reference === null ? [] : [`its policy: “${stated.reference}”`]),
      ];

const whole = ({ reference: _, ...stated }: StatedHandling): Handling => ({
  ...stated,
  pap: null,
  from: null,
});
