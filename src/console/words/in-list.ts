// Several names in a line, as the language of the console writes them.
import { listIn } from './language-name.ts';
import { spoken } from './words.ts';

export const inList = (names: readonly string[]): string => listIn(names, spoken());
