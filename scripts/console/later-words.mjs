// The words of the partnership and of what is looked at in quiet, which the watch floor does without: each language is loaded in two
// parts, so that the first view stays light.
import { readFileSync } from 'node:fs';

/** Folders of src/console/views that come with these words: `withWords` of src/console/app/router.tsx. */
export const LATER_VIEWS = [
  ...[
    'board',
    'cases',
    'channels',
    'developers',
    'duplicates',
    'effect',
    'hub',
    'partnership',
    'publish',
    'sectors',
  ],
  'subscriptions',
];

/** Sections of the files of words that nothing outside those views uses. */
export const LATER = [
  ...['accessKeys', 'applications', 'approvals', 'audit', 'cases', 'channels', 'communities'],
  ...['developers', 'duplicates', 'effect', 'hub', 'jobs', 'machine', 'match'],
  ...['boardFigures', 'draft', 'narrow', 'paste', 'recipients', 'remind', 'seen', 'sending'],
  ...['deliveryState', 'excluded', 'exclusion', 'memberKind'],
  ...['pairState', 'people', 'propose', 'provider', 'retention', 'sectors', 'subs'],
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
