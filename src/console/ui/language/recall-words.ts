// What the hub itself asks of whoever holds what was recalled, where its publisher said nothing of their own: the console says it in
// the language of its reader.

/** As the hub writes it; a test holds that it does. */
const OF_THE_HUB =
  'Remove it wherever you stored it or passed it on, act on it no further, and confirm by answering that you have acted.';

export const isOfTheHub = (whatToDo: string): boolean => whatToDo === OF_THE_HUB;

/** As the hub writes it of a version that was recalled or narrowed; a test holds that it does. */
const HELD = [
  'You have a version of it that was recalled.',
  'You have a version of a warning that is not addressed to you any more.',
];

/** What the hub says of why one holds what was taken back, besides that one does: the console says that itself. Empty for nothing. */
export const besidesHeld = (rule: string): string => {
  const said = HELD.find((each) => rule.startsWith(each)) ?? '';
  return rule.slice(said.length).trim();
};
