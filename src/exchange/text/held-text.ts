// What the version that a reader had before said and the current one does not, as lines of its page. Indicators are defanged.
import { defanged } from '../../domain/known/defang.ts';
import { changesBeside } from '../../domain/reading/changes.ts';
import { type FormerTexts, sentencesOf } from '../../domain/reading/former-texts.ts';
import { cutAt, tidy, wrap } from './wrap.ts';

export type ShownBefore = FormerTexts & {
  readonly version: number;
  /** The text of the current version in the language in which it was written. */
  readonly now: string;
  readonly indicators: {
    readonly gone: readonly string[];
    readonly added: readonly string[];
    readonly hasMore: boolean;
  };
};

const MOST = 10;

export const heldLines = (held: ShownBefore | undefined, width: number): string[] => {
  if (held === undefined) return [];
  const { gone, added } = sentencesSince(held);
  const { indicators } = held;
  const points = [
    ...(held.headline === null ? [] : [`Headline before: ${held.headline}`]),
    ...listed('No longer said: ', gone),
    ...listed('Newly said: ', added),
    ...listed('No longer to do: ', held.actionsGone),
    ...listed('No longer an indicator: ', indicators.gone, patternText),
    ...listed('New indicator: ', indicators.added, patternText),
    ...(indicators.hasMore ? ['and more indicators'] : []),
  ];
  if (points.length === 0) return [];
  const title = `Against version ${held.version}, which you had:`;
  return [title, ...points.flatMap((each) => wrap(tidy(each), width, '- ', '  '))];
};

const sentencesSince = ({ summary, now }: ShownBefore): ReturnType<typeof sentencesOf> =>
  summary === null ? { gone: [], added: [] } : sentencesOf(summary, now);

/** What a version changes, without what the lines above say of it in full. */
export const changesBesideHeld = (changes: readonly string[], held: ShownBefore | undefined): string[] => {
  if (held === undefined) return [...changes];
  const { gone, added } = sentencesSince(held);
  return changesBeside(changes, {
    headline: held.headline !== null,
    text: gone.length + added.length > 0,
    actions: held.actionsGone.length > 0,
  });
};

const LONGEST = 1_000;

const patternText = (pattern: string): string => defanged(cutAt(pattern, LONGEST));

const listed = (
  what: string,
  texts: readonly string[],
  shown: (text: string) => string = (text) => text,
): string[] => [
  ...texts.slice(0, MOST).map((text) => `${what}${shown(text)}`),
  ...(texts.length > MOST ? [`${what}${texts.length - MOST} more`] : []),
];
