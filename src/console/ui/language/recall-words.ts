// What the hub itself asks of whoever holds what was recalled, where its publisher said nothing of their own: the console says it in
// the language of its reader.

/** As the hub writes it; a test holds that it does. */
const OF_THE_HUB =
  'Remove it wherever you stored it or passed it on, act on it no further, and confirm by answering that you have acted.';

export const isOfTheHub = (whatToDo: string): boolean => whatToDo === OF_THE_HUB;

/** As the hub writes it of a version that was recalled; a test holds that it does. */
const HELD = 'You have a version of it that was recalled.';

/** What the hub says of why one holds what was recalled, besides that one does: the console says that itself. Empty for nothing. */
export const besidesHeld = (rule: string): string =>
  rule.startsWith(HELD) ? rule.slice(HELD.length).trim() : rule;
