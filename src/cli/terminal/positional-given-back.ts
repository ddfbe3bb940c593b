// An option that takes several values takes all words up to the next option, and so also what was meant for the command itself:
// `backup --recipient age1… FILE` would have no FILE. Where the command lacks words that it needs, the last ones are given back.
import type { Command, Option } from 'commander';

/** Words that follow one option of several values, from `first` on; at most `spare` of them belong to the command. */
type Run = { readonly option: Option; readonly first: number; readonly values: readonly string[] };

const isOption = (word: string): boolean => word.length > 1 && word.startsWith('-');

/** The arguments, with the options before a word of the command written so that they take no more than their own values. */
export const withPositionalsGivenBack = (program: Command, given: readonly string[]): string[] => {
  const { command, at } = commandIn(program, given);
  const { runs, positionals } = wordsOf(command, given, at);
  const missing = missingOf(command, positionals, runs.at(-1)?.values.at(-1) ?? '');
  const run = runs.findLast(({ values }) => values.length > missing);
  if (missing <= 0 || run === undefined) return [...given];
  const { option, first, values } = run;
  const kept = values.slice(0, values.length - missing).map((value) => written(option, value));
  return [
    ...given.slice(0, first - 1),
    ...kept,
    ...values.slice(values.length - missing),
    ...given.slice(first + values.length),
  ];
};

/** An id, such as `warning--…`, which is no value of such an option. */
const ID = /^[a-z-]+--[\w-]+$/;

/** How many words the command lacks; one that may be left out is meant where the last word is an id. */
const missingOf = ({ registeredArguments }: Command, positionals: number, last: string): number => {
  const needed = registeredArguments.filter(({ required }) => required).length;
  if (needed > positionals) return needed - positionals;
  return registeredArguments.length > positionals && ID.test(last) ? 1 : 0;
};

const written = ({ long, short }: Option, value: string): string =>
  long === undefined ? `${short ?? ''}${value}` : `${long}=${value}`;

const commandIn = (program: Command, given: readonly string[]): { command: Command; at: number } => {
  let command = program;
  let at = 0;
  for (; at < given.length; at += 1) {
    const next = command.commands.find(
      (each) => each.name() === given[at] || each.aliases().includes(given[at] ?? ''),
    );
    if (next === undefined) break;
    command = next;
  }
  return { command, at };
};

const wordsOf = (command: Command, given: readonly string[], from: number) => {
  const runs: Run[] = [];
  let positionals = 0;
  for (let at = from; at < given.length; ) {
    const word = given[at] ?? '';
    if (word === '--') return { runs, positionals: positionals + given.length - at - 1 };
    at += 1;
    if (!isOption(word)) {
      positionals += 1;
      continue;
    }
    const option = command.options.find((each) => each.long === word || each.short === word);
    if (option?.variadic === true) {
      const first = at;
      while (at < given.length && !isOption(given[at] ?? '')) at += 1;
      runs.push({ option, first, values: given.slice(first, at) });
    } else if (option?.required === true) at += 1;
    else if (option?.optional === true && at < given.length && !isOption(given[at] ?? '')) at += 1;
  }
  return { runs, positionals };
};
