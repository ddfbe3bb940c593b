// The words of the views of the partnership, which the watch floor does without: each language is loaded in two parts, so that the
// first view stays light.
import { readFileSync } from 'node:fs';

/** Sections of the files of words that nothing outside src/console/views/partnership uses. */
export const LATER = [
  ...['accessKeys', 'applications', 'approvals', 'audit', 'communities'],
  ...['people', 'propose', 'provider', 'retention'],
];

const PART = /\/words\/[\w-]+\.json\?(first|later)$/;

/** `words/fr.json?first` and `words/fr.json?later`, of one file. */
export const wordsInTwo = {
  name: 'words-in-two',
  enforce: 'pre',
  load(id) {
    const part = PART.exec(id)?.[1];
    if (part === undefined) return null;
    const words = JSON.parse(readFileSync(id.slice(0, id.indexOf('?')), 'utf8'));
    const isWanted = ([section]) => LATER.includes(section) === (part === 'later');
    // A name with a question mark is no JSON to the builder.
    return `export default ${JSON.stringify(Object.fromEntries(Object.entries(words).filter(isWanted)))}`;
  },
};
