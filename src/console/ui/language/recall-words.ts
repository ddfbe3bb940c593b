// What the hub itself asks of whoever holds what was recalled, where its publisher said nothing of their own: the console says it in
// the language of its reader.

/** As the hub writes it; a test holds that it does. */
const OF_THE_HUB =
  'Remove it wherever you stored it or passed it on, act on it no further, and confirm by answering that you have acted.';

export const isOfTheHub = (whatToDo: string): boolean => whatToDo === OF_THE_HUB;
