// What a former version said and this one does not, for a reader that held it. Which readers may have it is for policy to say
// (src/policy/version/former.ts).
import type { Summary } from '../warning.ts';
import { pairedActions } from './paired-actions.ts';

export type FormerTexts = {
  /** Null where this version has the same. */
  readonly headline: string | null;
  readonly summary: string | null;
  /** Of a practice: its steps. What one version has and the other has not, not even in other words; as it was written. */
  readonly actionsGone: readonly string[];
  readonly actionsNew: readonly string[];
};

export const formerTexts = (before: Summary, now: Summary): FormerTexts => {
  const [was, is] = [toDo(before), toDo(now)];
  const { gone, added } = pairedActions(was, is);
  const those = (texts: readonly string[], places: readonly number[]): string[] =>
    texts.filter((_, at) => places.includes(at));
  return {
    headline: before.headline === now.headline ? null : before.headline,
    summary: before.summary === now.summary ? null : before.summary,
    actionsGone: those(was, gone),
    actionsNew: those(is, added),
  };
};

const toDo = ({ actions, practice }: Summary): readonly string[] =>
  practice?.steps ?? actions.map(({ text }) => text);

/** The sentences that stand in one of two texts and not in the other, as they are written. */
export const sentencesOf = (
  before: string,
  now: string,
): { readonly gone: readonly string[]; readonly added: readonly string[] } => {
  const [was, is] = [sentencesIn(before), sentencesIn(now)];
  return {
    gone: [...was].filter((each) => !is.has(each)),
    added: [...is].filter((each) => !was.has(each)),
  };
};

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });

const sentencesIn = (text: string): ReadonlySet<string> =>
  new Set([...SENTENCES.segment(text)].map(({ segment }) => segment.trim()).filter((each) => each !== ''));
