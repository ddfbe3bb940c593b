// Options whose values are words that the screen shows too: in whatever case they are typed, and with the word that was
// meant when one is mistyped.
import { InvalidArgumentError, Option } from 'commander';
import { meant } from './nearest.ts';

/** As it is typed: lower case, with hyphens. */
export const typed = (value: string): string => value.toLowerCase().replaceAll('_', '-');

/** An option that takes one of these values (or several, where its flags say `...`), and yields them as `typed` writes them. */
export const choiceOption = (flags: string, about: string, values: readonly string[]): Option => {
  const known = values.map(typed);
  const option = new Option(flags, about).choices(known);
  return option.argParser((given: string, before: unknown) => {
    const value = typed(given.replace(/^TLP:/i, ''));
    if (!known.includes(value)) {
      throw new InvalidArgumentError(`Allowed: ${known.join(', ')}.${meant(value, known)}`);
    }
    return option.variadic ? [...(Array.isArray(before) ? before : []), value] : value;
  });
};
