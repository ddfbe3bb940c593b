// What a person probably meant, as the end of a sentence.
import { nearestOf } from '../../domain/likeness/nearest.ts';

/** `Did you mean x?`, with a blank before it; empty when nothing is near. */
export const meant = (word: string, known: readonly string[]): string => {
  const near = nearestOf(word, known);
  return near === null ? '' : ` Did you mean ${near}?`;
};
