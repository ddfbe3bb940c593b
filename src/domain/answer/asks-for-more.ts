// Whether a version asks its reader to do what a former one did not ask: then what was answered to that one, that it was done or
// is not needed, says nothing of this one.
import type { Summary } from '../warning.ts';
import type { AcknowledgementAnswer } from './answers.ts';

type Told = Pick<Summary, 'actions' | 'practice'>;

const toldBy = ({ actions, practice }: Told): string[] => [
  ...actions.map(({ text }) => text),
  ...(practice?.steps ?? []),
];

/** An action that was taken out, moved or given another deadline leaves true that all of them were done. */
export const asksForMore = (before: Told, after: Told): boolean => {
  const known = new Set(toldBy(before));
  return toldBy(after).some((text) => !known.has(text));
};

/** The others say how its member stands, and that somebody is needed: a new version lowers none of them. */
export const isOfWhatIsAsked = (answer: AcknowledgementAnswer): boolean =>
  answer === 'ACTED' || answer === 'NOT_AFFECTED';
