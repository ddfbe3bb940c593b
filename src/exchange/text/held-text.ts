// What the version that a reader had before said and the current one does not, as lines of its page. Indicators are defanged.
import { defanged } from '../../domain/known/defang.ts';
import { type FormerTexts, sentencesOf } from '../../domain/reading/former-texts.ts';
import { tidy, wrap } from './wrap.ts';

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
  const { gone, added } =
    held.summary === null ? { gone: [], added: [] } : sentencesOf(held.summary, held.now);
  const { indicators } = held;
  const points = [
    ...(held.headline === null ? [] : [`Headline before: ${held.headline}`]),
    ...listed('No longer said: ', gone),
    ...listed('Newly said: ', added),
    ...listed('No longer to do: ', held.actionsGone),
    ...listed('No longer an indicator: ', indicators.gone.map(defanged)),
    ...listed('New indicator: ', indicators.added.map(defanged)),
    ...(indicators.hasMore ? ['and more indicators'] : []),
  ];
  if (points.length === 0) return [];
  const title = `Against version ${held.version}, which you had:`;
  return [title, ...points.flatMap((each) => wrap(tidy(each), width, '- ', '  '))];
};

const listed = (what: string, texts: readonly string[]): string[] => [
  ...texts.slice(0, MOST).map((text) => `${what}${text}`),
  ...(texts.length > MOST ? [`${what}${texts.length - MOST} more`] : []),
];
