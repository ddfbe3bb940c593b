// Translations that say the same twice: two of one language, or one into the language of the text itself.
import { type Problem, problem } from '../problem.ts';
import type { Draft } from '../warning.ts';

/** Of a tag, in a message. */
const MOST_SHOWN = 35;

/** A reader gets one text in a language: of two nobody knows which. */
export const repeatedProblems = ({
  language,
  translations,
}: Pick<Draft, 'language' | 'translations'>): Problem[] => {
  const own = language.toLowerCase();
  const given = new Set<string>();
  return translations.flatMap((translation, index) => {
    const tag = translation.language.toLowerCase();
    if (tag !== own && !given.has(tag)) {
      given.add(tag);
      return [];
    }
    return [
      problem(
        'TRANSLATION_REPEATED',
        `$.translations[${index}].language`,
        `There is a text in ${translation.language.slice(0, MOST_SHOWN)} already${tag === own ? ': it is the language of the text itself' : ''}.`,
        'Give one translation for each further language.',
      ),
    ];
  });
};
